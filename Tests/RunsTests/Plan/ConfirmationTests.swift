import Runs
import Testing

struct ConfirmationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var entries: Int
    var stacks: Int
    var removal: Runs.Confirmation
    var undo: Runs.Confirmation
    var testDescription: String { "\(entries) on \(stacks)" }

    init(_ entries: Int, _ stacks: Int, _ removal: Runs.Confirmation, _ undo: Runs.Confirmation) {
      (self.entries, self.stacks, self.removal, self.undo) = (entries, stacks, removal, undo)
    }

    func required(_ account: String?, isAccountProtected: Bool = false, isStackProtected: Bool = false)
      -> [Runs.Confirmation]
    {
      [RunOperation.disassociate, .associate].map {
        .required(
          $0,
          entries: entries,
          stacks: stacks,
          account: account,
          isAccountProtected: isAccountProtected,
          isStackProtected: isStackProtected
        )
      }
    }
  }

  @Test(arguments: [
    Case(1, 1, .key, .text("1 to 1 stack")), Case(5, 3, .key, .text("5 to 3 stacks")),
    Case(6, 1, .text("6"), .text("6 to 1 stack")), Case(25, 3, .text("25"), .text("25 to 3 stacks")),
    Case(26, 1, .text("26 from 1 stack"), .text("26 to 1 stack")),
    Case(60, 3, .text("60 from 3 stacks"), .text("60 to 3 stacks")),
  ])
  func `the more a removal touches, the more has to be typed, and an undo always takes the phrase`(row: Case) {
    #expect(row.required("111122223333") == [row.removal, row.undo])
  }

  @Test(arguments: [
    Case(1, 1, .text("1"), .text("1 to 1 stack")), Case(5, 3, .text("5"), .text("5 to 3 stacks")),
    Case(6, 1, .text("6 from 1 stack"), .text("6 to 1 stack")),
    Case(25, 3, .text("25 from 3 stacks"), .text("25 to 3 stacks")),
    Case(60, 3, .text("60 from 3 stacks"), .text("60 to 3 stacks")),
  ])
  func `an account nobody could name is one step stricter`(row: Case) {
    #expect(row.required(nil) == [row.removal, row.undo])
  }

  @Test(arguments: [
    Case(1, 1, .text("1 from 1 stack"), .text("1 to 1 stack")),
    Case(60, 3, .text("60 from 3 stacks"), .text("60 to 3 stacks")),
  ])
  func `a protected stack always asks for the phrase`(row: Case) {
    #expect(row.required("111122223333", isStackProtected: true) == [row.removal, row.undo])
  }

  @Test(arguments: [
    Case(1, 1, .text("1 from 1 stack in 3333"), .text("1 to 1 stack in 3333")),
    Case(60, 3, .text("60 from 3 stacks in 3333"), .text("60 to 3 stacks in 3333")),
  ])
  func `a protected account asks for its last four digits too`(row: Case) {
    #expect(row.required("111122223333", isAccountProtected: true) == [row.removal, row.undo])
    #expect(
      row.required("111122223333", isAccountProtected: true, isStackProtected: true) == [row.removal, row.undo]
    )
  }

  @Test func `a protected account that STS did not name is called unknown`() {
    #expect(
      Case(2, 1, .key, .key).required(nil, isAccountProtected: true)
        == [.text("2 from 1 stack in unknown"), .text("2 to 1 stack in unknown")]
    )
  }
}
