import Runs
import Testing

struct ConfirmationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var entries: Int
    var stacks: Int
    var removal: String
    var undo: String
    var testDescription: String { "\(entries) on \(stacks)" }

    init(_ entries: Int, _ stacks: Int, _ removal: String, _ undo: String) {
      (self.entries, self.stacks, self.removal, self.undo) = (entries, stacks, removal, undo)
    }

    func required(_ account: String?, isAccountProtected: Bool = false, isStackProtected: Bool = false) -> [String] {
      [RunOperation.disassociate, .associate].map {
        Confirmation.required(
          $0,
          entries: entries,
          stacks: stacks,
          account: account,
          isAccountProtected: isAccountProtected,
          isStackProtected: isStackProtected
        ).phrase
      }
    }
  }

  @Test(arguments: [
    Case(1, 1, "1 from 1", "1 to 1 stack"), Case(5, 3, "5 from 3", "5 to 3 stacks"),
    Case(7, 2, "7 from 2", "7 to 2 stacks"), Case(25, 3, "25 from 3", "25 to 3 stacks"),
    Case(26, 1, "26 from 1 stack", "26 to 1 stack"), Case(60, 3, "60 from 3 stacks", "60 to 3 stacks"),
  ])
  func `the more a removal touches, the more has to be typed, and an undo always takes the phrase`(row: Case) {
    #expect(row.required("111122223333") == [row.removal, row.undo])
  }

  @Test(arguments: [
    Case(1, 1, "1 from 1 stack", "1 to 1 stack"), Case(25, 3, "25 from 3 stacks", "25 to 3 stacks"),
    Case(60, 3, "60 from 3 stacks", "60 to 3 stacks"),
  ])
  func `an account nobody could name, and a protected stack, ask for the phrase`(row: Case) {
    #expect(row.required(nil) == [row.removal, row.undo])
    #expect(row.required("111122223333", isStackProtected: true) == [row.removal, row.undo])
  }

  @Test(arguments: [
    Case(1, 1, "1 from 1 stack in 3333", "1 to 1 stack in 3333"),
    Case(60, 3, "60 from 3 stacks in 3333", "60 to 3 stacks in 3333"),
  ])
  func `a protected account asks for its last four digits too`(row: Case) {
    #expect(row.required("111122223333", isAccountProtected: true) == [row.removal, row.undo])
    #expect(
      row.required("111122223333", isAccountProtected: true, isStackProtected: true) == [row.removal, row.undo]
    )
  }

  @Test func `a protected account that STS did not name is called unknown`() {
    #expect(
      Case(2, 1, "", "").required(nil, isAccountProtected: true)
        == ["2 from 1 stack in unknown", "2 to 1 stack in unknown"]
    )
  }

  @Test func `no phrase is one key or a number, and none of a removal is one of an undo`() {
    let phrases = [RunOperation.disassociate, .associate].map { operation in
      Set(
        (1...60).flatMap { entries in
          (1...3).flatMap { stacks in
            [nil, "111122223333"].map {
              Confirmation.required(operation, entries: entries, stacks: stacks, account: $0).phrase
            }
          }
        }
      )
    }
    #expect(phrases[0].isDisjoint(with: phrases[1]))
    for phrase in phrases.joined() {
      #expect(phrase.first?.isNumber == true)
      #expect(phrase.contains { $0.isLetter })
    }
  }
}
