import AWSClientCore
import FoundationEssentials
import PlainText

/// What a faults file says: what goes wrong, which of the undocumented responses are given, and further keys.
///
/// `{"rules": {…}, "keys": [{…}], "faults": [{…}], "randomSeed": 1}`, each of which may be left out.
package struct FaultsFile: Sendable {
  /// The undocumented responses.
  package var rules = EmulatorRules()
  /// The keys that every emulator knows, and those of the file.
  package var keys = EmulatorKeys.default
  /// What goes wrong.
  package var faults: [Fault] = []
  /// Where ids and chances come from.
  package var randomSeed: UInt64 = 1

  static let kind = "faults file"

  /// What holds without a file.
  package init() {}

  /// Reads a file's bytes.
  ///
  /// - Throws: ``EmulatorFileError`` for everything that is not known or not right, down to a misspelt member.
  package init(parsing bytes: [UInt8]) throws(EmulatorFileError) {
    let value: JSONValue
    do {
      value = try JSONDecoder().decodeForeign(JSONValue.self, from: bytes)
    } catch {
      throw EmulatorFileError(file: Self.kind, problem: "it is not JSON")
    }
    var file = try StrictObject(value, file: Self.kind, place: "the file")
    if var rules = try file.object("rules") { self.rules = try EmulatorRules(reading: &rules) }
    for (index, key) in (try file.list("keys") ?? []).enumerated() {
      var object = try StrictObject(key, file: Self.kind, place: "key \(index + 1)")
      let key = try EmulatorKeys.Key(reading: &object)
      keys.keys[key.accessKeyID] = key
    }
    for (index, fault) in (try file.list("faults") ?? []).enumerated() {
      var object = try StrictObject(fault, file: Self.kind, place: "fault \(index + 1)")
      faults.append(try Fault(reading: &object))
    }
    if let seed = try file.count("randomSeed") { randomSeed = UInt64(seed) }
    try file.finish()
  }
}

extension EmulatorKeys.Key {
  /// Reads one element of `keys`.
  init(reading object: inout StrictObject) throws(EmulatorFileError) {
    let account = try object.text("account") ?? EmulatorAccount.number
    let id = try object.requiredText("accessKeyId")
    self.init(
      accessKeyID: id,
      secretAccessKey: try object.requiredText("secretAccessKey"),
      sessionToken: try object.text("sessionToken"),
      expiration: try object.text("expiration").map { text throws(EmulatorFileError) in
        do {
          return try Date(text, strategy: .iso8601)
        } catch {
          throw object.wrong("expiration", "a time such as 2026-11-22T14:02:11Z")
        }
      },
      identity: EmulatedIdentity(
        account: account,
        arn: try object.text("arn") ?? "arn:aws:iam::\(account):user/\(id)",
        userID: try object.text("userId") ?? id
      )
    )
    try object.finish()
  }
}
