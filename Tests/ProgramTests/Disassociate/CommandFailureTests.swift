import AWSClientCore
import FoundationEssentials
import PlainText
import Testing

@testable import Program
@testable import Runs

struct CommandFailureTests {
  private static let shares = [StackShare(stackName: "design", people: 7, size: .exactly(9))]
  private static let obstacles: [Obstacle] = [
    .readOnly(.option), .readOnly(.settings), .noReason,
    .elsewhere(.plan, .account("111122223333", here: "444455556666")),
    .elsewhere(.run, .account("111122223333", here: "444455556666")),
    .elsewhere(.rows, .region("eu-west-1", here: "eu-west-2")),
    .elsewhere(.run, .endpoint("https://one.example", here: "https://two.example")),
    .accountUnknown(.run, "111122223333"), .accountUnknown(.plan, "111122223333"),
    .unread(stack: "design", .cancelled(operation: "DescribeUserStackAssociations")), .tooOld(since: Desk.moment),
    .fromTheFuture(made: Desk.moment, now: Desk.moment), .tooMany(7, .option(5), shares),
    .tooMany(7, .unasked, shares), .tooMany(7, .setting(5), shares), .tooMuch(of: shares, percent: 50),
    .nothingPlanned, .nothingLeft(.disassociate),
  ]

  @Test(arguments: obstacles) func `what keeps a plan from being sent answers for it that nothing was`(
    obstacle: Obstacle
  ) {
    let failure = CommandFailure(obstacle)
    #expect(failure.isUnsent)
    #expect(failure.sentence.text.contains(/[Nn]othing was (read or )?sent/))
  }

  @Test func `that nothing was sent is said after a sentence or as what came of a cause`() {
    let said = CommandFailure.unsent(.usage, "Two lists.", next: "Give one.")
    #expect(said.sentence == "Two lists. Nothing was sent. Give one." && said.isUnsent)
    let caused = CommandFailure.unsent(.refused, because: "Not confirmed")
    #expect(caused.sentence == "Not confirmed, so nothing was sent." && caused.isUnsent)
    #expect(!CommandFailure(.unavailable, "No profile.").isUnsent)
  }

  @Test func `names in a failure and its details are visible`() {
    let name = "\u{1B}]0;a\u{7}"
    let failure = CommandFailure.unsent(.usage, "No stack \(name).", details: ["\(name)"])
    #expect(failure.description == "No stack <U+001B>]0;a<U+0007>. Nothing was sent.")
    #expect(failure.details == ["<U+001B>]0;a<U+0007>"])
  }
}
