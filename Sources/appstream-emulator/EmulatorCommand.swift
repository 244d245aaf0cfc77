import AppStreamEmulator
import ArgumentParser
import FoundationEssentials
import ProgramVersion

/// The command line.
struct EmulatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appstream-emulator",
    abstract: "Amazon AppStream 2.0's user pool on a loopback port, for AWS clients (JSON 1.1 or RPC v2 CBOR).",
    discussion: EmulatorHelp.text,
    version: ProgramVersion.numberAndCommit
  )

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 0

  @Option(
    help: ArgumentHelp(
      "What it holds: demo, or numbers of stacks, users and associations such as 50x10000x50000; nothing without it.",
      valueName: "demo|SxUxA"
    ),
    transform: { try Seed(parsing: $0) }
  )
  var seed: Seed?

  @Option(help: ArgumentHelp("Where the data is kept from one run to the next.", valueName: "file"))
  var state: String?

  @Option(help: ArgumentHelp("What goes wrong.", valueName: "file"))
  var faults: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("\(port) is not a port. Give --port a number from 0 to 65535.")
    }
  }

  func run() async throws {
    var start = seed ?? .empty
    let faultsFile = try faults.map { try read($0, option: "--faults", FaultsFile.init(parsing:)) } ?? FaultsFile()
    var changes: [AppliedChange] = []
    if let state, FileManager.default.fileExists(atPath: state) {
      let file = try read(state, option: "--state", StateFile.init(parsing:))
      // The seed's faults belong to its users, who are in the file; its data is there already.
      start.directory = file.directory
      changes = file.changes
    }
    let service = EmulatedService(
      seed: start,
      rules: faultsFile.rules,
      faults: faultsFile.faults,
      keys: faultsFile.keys,
      changes: changes,
      context: EmulatorContext(
        now: { Date() },
        clock: ContinuousClock(),
        randomSeed: faultsFile.randomSeed
      )
    )
    let keeper = try state.map { try StateKeeper(path: $0, service: service) }
    try await EmulatorServer(service: service, keeper: keeper, port: port).run()
  }

  private func read<Content>(
    _ path: String,
    option: String,
    _ parse: ([UInt8]) throws(EmulatorFileError) -> Content
  ) throws(UsageError) -> Content {
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw UsageError(description: "The file \(path) of \(option) cannot be read. Check its name and permissions.")
    }
    do throws(EmulatorFileError) {
      return try parse(bytes)
    } catch {
      throw UsageError(description: "\(path): \(error)")
    }
  }
}
