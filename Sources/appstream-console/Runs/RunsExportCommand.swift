import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs export ID`: the receipt of a run.
struct RunsExportCommand: AsyncParsableCommand {
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

  func run() async throws {
    let contents = try EarlierRuns(global).contents(of: try argument.runID())
    let receipt = await receipt(of: contents)
    try StandardOutput.write(global.output == .json ? JSONText.document(receipt.json) : receipt.csv)
  }

  private func receipt(of contents: JournalContents) async -> Receipt {
    do {
      let session = try await RunSession.open(global, for: contents.plan)
      let result = await ReceiptReader(session: session).receipt(of: contents)
      await session.close()
      if let gap = result.gap { StandardError.line(gap.visible) }
      return result.receipt
    } catch {
      StandardError.line("The account was not read: \(String(describing: error).visible)")
      return Receipt(contents, stillPossible: StillPossible(after: contents.machine, in: nil), exported: Date())
    }
  }
}
