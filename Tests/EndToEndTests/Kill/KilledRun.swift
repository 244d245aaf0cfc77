import AppStream
import FoundationEssentials
import PlainText
import TerminalTesting

/// A run by the real program on two stacks of its own, with a journal in a directory of its own: 30 entries, two calls.
final class KilledRun: Sendable {
  static let usersPerStack = 15
  /// The one user who cannot be removed, from the second stack.
  static let failing = 13

  /// Its entries, in the plan's order.
  let entries: [Association]
  private let emulator: EmulatorAddress
  private let state: String

  /// - Parameter number: Which two of the emulator's stacks; from 0 on.
  init(_ number: Int, on emulator: some ReachableEmulator) throws {
    self.emulator = EmulatorAddress(endpoint: emulator.endpoint)
    entries = [Self.firstStack(number), Self.secondStack(number)].flatMap { stack in
      (1...Self.usersPerStack).map { Association(stackName: stack, userName: Self.user($0)) }
    }
    let place = try TemporaryFile("")
    place.remove()
    state = place.path
    try FileManager.default.createDirectory(
      atPath: state,
      withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700]
    )
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: state) } catch { print("\(state) stays behind: \(error)") }
  }

  static func firstStack(_ number: Int) -> String { stack(2 * number + 1) }
  static func secondStack(_ number: Int) -> String { stack(2 * number + 2) }
  static func user(_ number: Int) -> String { "user-\(padded(number, to: 6))@load.example" }

  private static func stack(_ number: Int) -> String { "stack-\(padded(number, to: 4))" }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  /// What starts the run.
  var arguments: [String] {
    ["disassociate"] + stacks.flatMap { ["--stack", $0] } + ["--yes", "--output", "json"]
  }

  var environment: [String: String] { emulator.environment.merging(["XDG_STATE_HOME": state]) { $1 } }

  private var stacks: [String] { Set(entries.map(\.stackName)).sorted() }

  /// Runs the program to its end, killed at `moment` of line `number` of its journal where that is given.
  func run(killed moment: String? = nil, line number: Int = 0) throws -> ProgramUnderTest.Result {
    guard let moment else { return try console(arguments, environment: environment) }
    return try ProgramUnderTest.run(
      "journal-killer",
      arguments: [moment, String(number), try ProgramUnderTest.path(of: "appstream-console")] + arguments,
      environment: environment,
      timeout: .seconds(120)
    )
  }

  /// Goes on with the run.
  func resume(_ id: String) throws -> ProgramUnderTest.Result {
    try console(["runs", "resume", id, "--yes", "--output", "json"], environment: environment)
  }

  /// The run's name and its journal's whole lines; `nil` where there is no journal.
  func journal() throws -> (id: String, lines: [JSONValue])? {
    let directory = "\(state)/appstream-console/runs"
    guard FileManager.default.fileExists(atPath: directory) else { return nil }
    guard
      let name = try FileManager.default.contentsOfDirectory(atPath: directory)
        .first(where: { $0.hasSuffix(".jsonl") })
    else { return nil }
    let bytes = try Data(contentsOf: URL(filePath: "\(directory)/\(name)"))
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? bytes.startIndex
    let lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))
    let id = String(name.prefix { $0 != "." })
    return (id, try lines.map { try JSONDecoder().decode(JSONValue.self, from: Data($0)) })
  }

  /// The entries of calls that the journal has an answer to.
  func answered(in lines: [JSONValue]) -> Set<Association> {
    var sent: [Int: [Association]] = [:]
    var answered: Set<Association> = []
    for line in lines {
      guard case .integer(let batch)? = line["batch"] else { continue }
      if line["type"]?.text == "sending" {
        sent[batch] = (line["entries"]?.elements ?? []).compactMap { index in
          if case .integer(let index) = index { entries[index] } else { nil }
        }
      }
      if line["type"]?.text == "answered" { answered.formUnion(sent[batch] ?? []) }
    }
    return answered
  }

  /// The batches that arrived for this run's stacks so far, in order.
  func batches() async throws -> [[Association]] {
    let own = Set(entries)
    return try await emulator.batches().filter { !own.isDisjoint(with: $0) }
  }

  /// Its entries that are still there.
  func present() async throws -> Set<Association> {
    var present: Set<Association> = []
    for stack in stacks {
      for user in try await emulator.users(on: stack) {
        present.insert(Association(stackName: stack, userName: user))
      }
    }
    return present
  }
}
