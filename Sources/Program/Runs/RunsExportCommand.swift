import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs export ID`: the receipt of a run.
struct RunsExportCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print the receipt of a run, as CSV or with --output json.",
    discussion: """
      It also says what the people concerned can still do, as far as the account can be read now; \
      without an account, what is in the journal is printed all the same.
      """
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument

  func run(in process: ProcessContext) async throws {
    let contents = try EarlierRuns(global, process).contents(of: try argument.runID())
    let receipt = await receipt(of: contents, process)
    try process.write(global.output == .json ? JSONText.document(receipt.json) : receipt.csv)
  }

  private func receipt(of contents: JournalContents, _ process: ProcessContext) async -> Receipt {
    do {
      let result = try await Session.with(global, in: process, for: contents.plan) { session in
        await ReceiptReader(session: session).receipt(of: contents)
      }
      if let gap = result.gap { process.say(Line(gap)) }
      return result.receipt
    } catch {
      process.say("The account was not read: \(error)")
      return Receipt(contents, stillPossible: StillPossible(after: contents.machine, in: nil), exported: process.now())
    }
  }
}
