import FoundationEssentials
import Glibc
import PlainText
import TerminalTesting
import TestSupport

/// A directory that programs under test keep their journals below, for as long as a test holds it.
final class StateHome: Sendable {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// What `XDG_STATE_HOME` is set to.
  var path: String { scratch.path }

  /// The environment of programs that keep their journals here.
  var environment: [String: String] { ["XDG_STATE_HOME": path] }

  /// Where the journals are.
  var directory: String { "\(path)/appstream-console/runs" }

  /// The names of the runs here, earliest first.
  var runs: [String] {
    get throws {
      guard FileManager.default.fileExists(atPath: directory) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: directory)
        .filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(".jsonl".count)) }.sorted()
    }
  }

  /// The file of a run's journal.
  func journal(of run: String) -> String { "\(directory)/\(run).jsonl" }

  /// The bytes of a run's journal.
  func bytes(of run: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: journal(of: run))))
  }

  /// Writes a run's journal as it is not.
  func write(_ bytes: [UInt8], as run: String) throws {
    try Data(bytes).write(to: URL(filePath: journal(of: run)))
  }

  /// The types of the records of a run, in order; one that is only half written yet is not among them.
  func recordTypes(of run: String) throws -> [String] {
    let bytes = try bytes(of: run)
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex
    return try bytes[..<end].split(separator: UInt8(ascii: "\n")).map { line in
      try JSONDecoder().decode(JSONValue.self, from: Data(line))["type"]?.text ?? "?"
    }
  }
}
