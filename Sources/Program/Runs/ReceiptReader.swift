import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// Makes receipts: reads what the people of a run can still do, as far as the account can be read.
struct ReceiptReader {
  let session: Session

  /// A receipt, and why it does not say what is still possible, as a sentence.
  struct Result {
    var receipt: Receipt
    var gap: String?
  }

  /// The receipt of `contents`; what cannot be read now is said to be so in it.
  func receipt(of contents: JournalContents) async -> Result {
    let estate = EstateBox()
    let gap = Self.gap(contents.plan, await session.identity())
    if gap == nil {
      await session.reader.readStacks { estate.apply($0) }
      await session.reader.readUsers { estate.apply($0) }
      await session.reader.readAssociations(of: estate.value.stacks.map(\.name)) { estate.apply($0) }
    }
    let stillPossible = StillPossible(after: contents.machine, in: estate.value)
    return Result(receipt: Receipt(contents, stillPossible: stillPossible, exported: session.process.now()), gap: gap)
  }

  /// Another account's people would be somebody else's.
  private static func gap(_ plan: Plan, _ caller: CallerIdentity?) -> String? {
    guard let caller else { return "STS did not say whose these credentials are, so the account was not read." }
    guard caller.account != plan.caller?.account else { return nil }
    return "The credentials are of account \(caller.account) and the run is not, so the account was not read."
  }
}
