import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText

/// One call of the run and its answer, as whoever looks at the wire sees them.
struct WireExchange: Sendable {
  let operation: String
  let input: JSONValue?
  /// The associations that a batch lists.
  let associations: [Association]
  /// The answer, where one that is JSON arrived whole.
  let answer: JSONValue?
  let status: Int
  /// What the service changed for it, by position in its record.
  let changes: Range<Int>
  /// How often the run had been taken up before.
  let leg: Int
  /// Whether it was made to check what is to be sent, before the run begins or goes on.
  let isOfCheck: Bool
  let accessKeyID: String?
  let faults: [String]

  init(_ entry: RequestLogEntry, _ reply: EmulatedReply, changes: Range<Int>, leg: Int, isOfCheck: Bool, isBare: Bool) {
    operation = entry.operation
    input = entry.input
    associations = entry.associations
    status = reply.response.status
    faults = entry.faults + (isBare ? ["bare"] : [])
    accessKeyID = entry.accessKeyId
    self.isOfCheck = isOfCheck
    self.changes = changes
    self.leg = leg
    let isWhole = reply.ending == .whole
    answer = isWhole ? try? JSONDecoder().decode(JSONValue.self, from: Data(reply.response.body)) : nil
  }

  var isWrite: Bool { operation.hasPrefix("Batch") }

  /// The code of a refusal, without the name space before it.
  var code: String? { answer?["__type"]?.text?.split(separator: "#").last.map(String.init) }

  /// The one stack that is asked for by its name.
  var namedStack: String? {
    guard operation == "DescribeStacks", case .array(let names)? = input?["Names"] else { return nil }
    return names.first?.text
  }

  /// Whether the answer says that there is no such stack as is asked for by its name.
  var isOfMissingStack: Bool {
    namedStack != nil && (code == "ResourceNotFoundException" || list("Stacks")?.isEmpty == true)
  }

  /// The elements of the list `name` in an answer that is a success and has it.
  func list(_ name: String) -> [JSONValue]? {
    guard status == 200, case .array(let elements)? = answer?[name] else { return nil }
    return elements
  }

  /// The errors in the answer to a batch that is a success; without any, there may be no list of them.
  var errors: [JSONValue]? {
    status == 200 && answer != nil ? list("errors") ?? [] : nil
  }
}
