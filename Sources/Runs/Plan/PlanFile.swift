import AppStream
import Crypto
import FoundationEssentials
public import PlainText

/// A plan that was kept in a file, to be looked at by somebody else or to be sent later.
///
/// The file is `{"v":1,"sha256":"…","plan":{…}}`, its hash that of the plan as JSON with sorted keys and no white space
/// in UTF-8. It stops accidents, not attackers, who can hash as well as we do.
public struct PlanFile: Sendable, Equatable {
  /// The version of the format.
  static let version = 1

  /// The plan.
  public let plan: Plan
  /// The plan's SHA-256, in hexadecimal.
  public let sha256: String

  /// What a file of `plan` holds.
  public static func bytes(of plan: Plan) -> [UInt8] {
    Array("{\"v\":\(version),\"sha256\":\"\(plan.sha256)\",\"plan\":".utf8) + plan.json + Array("}\n".utf8)
  }

  /// Reads a file, all of whose names are then ones that stacks and users can have.
  ///
  /// A tool that writes JSON in another order or with white space does no harm; a changed value does.
  ///
  /// - Parameter name: The file's name in errors.
  public init(_ bytes: [UInt8], name: String) throws(PlanFileError) {
    let data = Data(bytes)
    guard let file = try? JSONDecoder.ofPlans.decodeForeign([String: JSONValue].self, from: data),
      case .integer(let version) = file["v"]
    else { throw .noPlanFile(file: name) }
    guard version <= Self.version else { throw .newer(file: name, version: version) }
    guard version == Self.version, let sha256 = file["sha256"]?.text, let value = file["plan"] else {
      throw .noPlanFile(file: name)
    }
    // Over what stands there and not over what a plan makes of it, so that members nobody asks for count, too.
    guard let text = try? JSONEncoder.ofPlans.encode(value), SHA256.hash(data: text).hexadecimal == sha256 else {
      throw .changed(file: name)
    }
    guard let plan = try? JSONDecoder.ofPlans.decodeForeign(PlanMember.self, from: data).plan, plan.sha256 == sha256
    else {
      throw .malformed(file: name)
    }
    try Self.validate(plan.entries, name)
    self.plan = plan
    self.sha256 = sha256
  }

  private static func validate(_ entries: [Association], _ name: String) throws(PlanFileError) {
    for (index, entry) in entries.enumerated() {
      do throws(StackNameError) { try StackName.validate(entry.stackName) } catch {
        throw .badEntry(file: name, entry: index + 1, reason: "\(error)")
      }
      do throws(UserNameError) { try UserName.validate(entry.userName) } catch {
        throw .badEntry(file: name, entry: index + 1, reason: "\(error)")
      }
    }
  }

  private struct PlanMember: Decodable {
    var plan: Plan
  }
}

/// Why a file is not taken for a plan; nothing of it is used then.
public enum PlanFileError: Error, Sendable, Equatable, SentenceConvertible {
  /// It is not JSON, or not the JSON of a plan file.
  case noPlanFile(file: String)
  /// It was written by a later version of the program.
  case newer(file: String, version: Int)
  /// Its plan is not the one that was hashed.
  case changed(file: String)
  /// Its hash fits, and its plan is none that this program writes.
  case malformed(file: String)
  /// An entry, counted from 1, names what cannot be; `reason` is a sentence.
  case badEntry(file: String, entry: Int, reason: String)

  /// Whether the plan was changed since it was written, rather than being none.
  public var isChanged: Bool {
    if case .changed = self { true } else { false }
  }

  /// The sentences that a person reads; what they repeat of the file is visible.
  public var sentence: Line {
    switch self {
    case .noPlanFile(let file):
      "\(file) is not a plan file. Make one with: appstream-console disassociate --plan-out FILE"
    case .newer(let file, let version):
      "\(file) has format \(version), which a later version of this program wrote. Use that version."
    case .changed(let file):
      "\(file) was changed: its plan does not fit its SHA-256. Make the plan anew."
    case .malformed(let file):
      "\(file) holds a plan that this program cannot have written. Make the plan anew."
    case .badEntry(let file, let entry, let reason):
      "\(file), entry \(entry): \(reason)"
    }
  }
}
