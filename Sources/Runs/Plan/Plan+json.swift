import AWSClientCore
import AppStream
import Crypto
import FoundationEssentials
import PlainText

/// A plan as it is hashed and written down, byte for byte what `JSONEncoder.ofPlans` makes of it: members sorted by
/// name, those that are absent left out.
extension Plan {
  /// The SHA-256 of the plan as JSON with sorted keys and no white space, in hexadecimal.
  public var sha256: String { SHA256.hash(data: json).hexadecimal }

  /// The plan as JSON with sorted keys and no white space: what is hashed.
  var json: [UInt8] {
    var json = JSONBytes()
    write(to: &json)
    return json.bytes
  }

  /// Writes it as an object.
  func write(to json: inout JSONBytes) {
    json.object { json in
      if let caller { json.member("caller") { caller.write(to: &$0) } }
      json.member("created", PlanTime.text(of: created))
      json.member("endpoint", endpoint)
      json.member("entries") { $0.array(entries) { $1.write(to: &$0) } }
      json.member("follows", ifAny: follows?.text)
      if let made { json.member("made") { made.write(to: &$0) } }
      json.member("operation", operation.rawValue)
      json.member("origin") { origin.write(to: &$0) }
      json.member("reason", ifAny: reason)
      json.member("region", region)
      if let sendEmailNotification { json.member("sendEmailNotification") { $0.boolean(sendEmailNotification) } }
      json.member("stacksNotRead", stacksNotRead)
      json.member("validity", ifAny: validity?.seconds)
    }
  }
}

extension Plan {
  /// Reads the object that ``json`` gives; `nil` for anything that is no plan.
  ///
  /// Its entries, of which there may be tens of thousands, are read one after the other; a decoder would keep a tree of
  /// all of them first.
  init?(json: ArraySlice<UInt8>) {
    guard let members = RecordMembers(json), let entries = members["entries"] else { return nil }
    let rest = json[..<entries.startIndex] + "[]".utf8 + json[entries.endIndex...]
    guard let associations = Association.list(json: entries),
      var plan = try? JSONDecoder.ofPlans.decodeForeign(Plan.self, from: Array(rest)),
      plan.entries.isEmpty, associations.isSorted
    else { return nil }
    plan.entries = associations
    self = plan
  }
}

extension PlanMaking {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("number", number.text)
      json.member("origin") { origin.write(to: &$0) }
    }
  }
}

extension Origin {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("host", host)
      json.member("loginName", ifAny: loginName)
      json.member("loginUserID", ifAny: loginUserID)
      json.member("sshConnection", ifAny: sshConnection)
      json.member("sudoUser", ifAny: sudoUser)
      json.member("userID", userID)
      json.member("version", version)
    }
  }
}

extension CallerIdentity {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("account", account)
      json.member("arn", arn)
      json.member("userID", userID)
    }
  }
}

extension Association {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("AuthenticationType", authenticationType.rawValue)
      json.member("StackName", stackName)
      json.member("UserName", userName)
    }
  }
}

extension Association {
  /// Reads a list of them; `nil` for anything else.
  fileprivate static func list(json: ArraySlice<UInt8>) -> [Association]? {
    var cursor = JSONCursor(json)
    var list: [Association] = []
    do throws(JSONCursor.Flaw) {
      try cursor.array { (cursor) throws(JSONCursor.Flaw) in list.append(try Association(&cursor)) }
    } catch {
      return nil
    }
    return cursor.isAtEnd ? list : nil
  }

  private init(_ cursor: inout JSONCursor) throws(JSONCursor.Flaw) {
    var (stack, user, type): (String?, String?, String?)
    try cursor.object { (name, cursor) throws(JSONCursor.Flaw) in
      switch name {
      case "AuthenticationType": type = try cursor.text()
      case "StackName": stack = try cursor.text()
      case "UserName": user = try cursor.text()
      default: throw JSONCursor.Flaw()
      }
    }
    guard let stack, let user, let type else { throw JSONCursor.Flaw() }
    self.init(stackName: stack, userName: user, authenticationType: AuthenticationType(rawValue: type))
  }
}
