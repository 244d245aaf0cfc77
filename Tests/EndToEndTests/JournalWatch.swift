import FoundationEssentials
import Glibc
import PlainText
import TerminalTesting

/// A journal while it grows: what its run has done so far, read line by line and each line once.
struct JournalWatch {
  /// The types of its records so far, in order, the plan left out.
  private(set) var types: [String] = []
  /// How many entries were in write calls so far, each as often as it was sent.
  private(set) var entriesSent = 0
  /// The reasons of its pauses and of its stop, in order.
  private(set) var reasons: [String] = []

  /// When it was first seen to be paused.
  private(set) var paused: ContinuousClock.Instant?

  /// The run's name.
  var run: String { String(path.split(separator: "/").last?.dropLast(".jsonl".count) ?? "") }
  /// How many write calls were begun.
  var writeCalls: Int { types.count { $0 == "sending" } }

  private let path: String
  private var offset = 0
  private var rest: [UInt8] = []

  /// Watches the journal at `path`.
  init(at path: String) {
    self.path = path
  }

  /// Takes in what was written since the last look.
  mutating func look() throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw TestingError("open \(path): errno \(errno)") }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(file, &buffer, buffer.count, offset)
      guard count > 0 else { break }
      offset += count
      rest += buffer.prefix(count)
    }
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = Data(rest[..<end])
      rest.removeSubrange(...end)
      // The plan of a big run takes longer to read than its run takes to go on.
      if line.count < 1 << 18 { try take(try JSONDecoder().decode(JSONValue.self, from: line)) }
    }
  }

  private mutating func take(_ line: JSONValue) throws {
    guard let type = line["type"]?.text, type != "plan" else { return }
    types.append(type)
    if type == "sending" { entriesSent += line["entries"]?.elements.count ?? 0 }
    if type == "paused" { paused = paused ?? .now }
    if let reason = line["reason"]?.text, type == "paused" || type == "stopping" { reasons.append(reason) }
  }
}
