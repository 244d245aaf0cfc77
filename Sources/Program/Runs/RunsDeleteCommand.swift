import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs delete ID`.
struct RunsDeleteCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Throw the journal of a settled run away."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    let runs = try EarlierRuns(global, process)
    var status: RunStatus?
    do throws(JournalError) {
      status = try runs.store.contents(of: id).status(isHeld: try runs.store.isHeld(id))
    } catch .unbegun {
      // Nothing was sent of which it could tell.
    } catch {
      throw CommandFailure(error)
    }
    if let status, status.isUnsettled {
      throw CommandFailure(
        .refused,
        "Run \(id) is \(status.rawValue), and only settled runs are thrown away. \(id.resumeAdvice)"
      )
    }
    do throws(JournalError) {
      try runs.store.delete(id)
    } catch {
      throw CommandFailure(error)
    }
    let what = status == nil ? "It had not begun." : "What it removed can no longer be undone from here."
    process.say("Run \(id) was deleted. \(what)")
    try runs.discardExpiredClaims()
  }
}

/// `appstream-console runs prune --older-than DAYS`.
struct RunsPruneCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Throw the journals of settled runs away that are older than so many days."
  )

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Begun more than so many days ago.", valueName: "days"))
  var olderThan: Int

  func validate() throws {
    guard (0...36_500).contains(olderThan) else {
      throw ValidationError("--older-than takes a number of days from 0 to 36500.")
    }
  }

  func run(in process: ProcessContext) async throws {
    let runs = try EarlierRuns(global, process)
    let limit = process.now().addingTimeInterval(-86_400 * Double(olderThan))
    var (deleted, kept) = (0, 0)
    for run in try runs.list() {
      // A journal that cannot be read may be of a run that is not settled.
      guard let contents = try? run.contents.get() else {
        kept += 1
        continue
      }
      guard contents.started < limit else { continue }
      guard !contents.status(isHeld: run.isHeld).isUnsettled else {
        kept += 1
        continue
      }
      do throws(JournalError) { try runs.store.delete(run.id) } catch { throw CommandFailure(error) }
      deleted += 1
    }
    let words = "\(deleted.of("run was", plural: "runs were")) deleted"
    process.say(kept == 0 ? "\(words)." : "\(words); \(kept) kept that are not settled or cannot be read.")
    try runs.discardExpiredClaims()
  }
}
