import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs stop ID`: stops a run that another program of this user performs.
struct RunsStopCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Stop a run that is in progress in another shell.",
    discussion: """
      The program that works on the run sends nothing more, reads back what it sent, for 10 s at most, and leaves, as \
      SIGTERM would have it. It has to be proved that it is the one, and this user's on this machine; else it is left alone.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    let runs = try EarlierRuns(global, process)
    let contents = try runs.contents(of: id)
    guard try runs.isHeld(id) else {
      throw CommandFailure(.refused, "Run \(id) is not running: \(Self.standing(of: contents))")
    }
    try await RunHolderEnd(store: runs.store, isAgreed: true, process: process).makeFree(id)
    process.say("Run \(id) is not running any more: \(Self.standing(of: try runs.contents(of: id)))")
  }

  /// How a run stands that nobody works on, and what can be done next.
  private static func standing(of contents: JournalContents) -> String {
    let status = contents.status(isHeld: false)
    let counts = contents.standing(isHeld: false).counts.text
    let next = status.isUnsettled ? " \(contents.id.resumeAdvice)" : ""
    return "it is \(status.rawValue), \(counts.isEmpty ? "with no entry" : counts).\(next)"
  }
}
