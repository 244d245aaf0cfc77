import AppStream
import PlainText
import Runs
import Testing

struct SelectionCaseTests {
  private let associations = [
    Association(stackName: "biology", userName: "Ada@x.example"),
    Association(stackName: "biology", userName: "Cy@x.example"),
    Association(stackName: "maths", userName: "cy@x.example"),
    Association(stackName: "maths", userName: "zo\u{EB}@x.example"),
  ]

  private func select(_ addresses: [String], stacks: [String] = [], ignoresCase: Bool = false) -> Selection {
    Selection.select(
      SelectionRequest(stacks: stacks, addresses: addresses, ignoresCase: ignoresCase),
      among: associations,
      knownUsers: ["Fay@x.example"]
    )
  }

  @Test func `an address in another case is not taken`() {
    let selection = select(["ada@x.example"])
    #expect(selection.associations == [])
    #expect(
      selection.unmatched
        == [Unmatched(userName: "ada@x.example", reason: .caseDiffers, candidates: ["Ada@x.example"])]
    )
    #expect(selection.report.caseDiffers == 1)
    #expect(
      selection.report.lines.last?.text == "ada@x.example differs only in case from Ada@x.example. "
        + "Write it so, or take it with --ignore-case."
    )
  }

  @Test func `one that differs only in case is taken when case is ignored, and that is said`() {
    let selection = select(["ada@x.example"], ignoresCase: true)
    #expect(selection.associations == [Association(stackName: "biology", userName: "Ada@x.example")])
    #expect(selection.unmatched == [])
    #expect(selection.report.matched == 1)
    #expect(selection.report.caseDiffers == 0)
    #expect(
      selection.report.lines == [
        "1 of 1 address matches 1 association.",
        "ada@x.example is taken for Ada@x.example, which differs only in case.",
      ]
    )
  }

  @Test(arguments: [true, false])
  func `of two that differ only in case none is taken`(ignoresCase: Bool) {
    let selection = select(["CY@x.example"], ignoresCase: ignoresCase)
    #expect(selection.associations == [])
    #expect(
      selection.unmatched
        == [Unmatched(userName: "CY@x.example", reason: .caseDiffers, candidates: ["Cy@x.example", "cy@x.example"])]
    )
    #expect(
      selection.report.lines.last
        == "CY@x.example differs only in case from Cy@x.example and cy@x.example. Write the one that is meant."
    )
  }

  @Test(arguments: [true, false])
  func `the exact name is taken, whoever else differs in case`(ignoresCase: Bool) {
    let selection = select(["cy@x.example"], ignoresCase: ignoresCase)
    #expect(selection.associations == [Association(stackName: "maths", userName: "cy@x.example")])
    #expect(selection.unmatched == [])
  }

  @Test func `a candidate outside the stacks counts, so that narrowing does not make it the only one`() {
    let selection = select(["CY@x.example"], stacks: ["maths"], ignoresCase: true)
    #expect(selection.associations == [])
    #expect(selection.unmatched.map(\.candidates) == [["Cy@x.example", "cy@x.example"]])
  }

  @Test func `a candidate with nothing left is still one that differs in case`() {
    #expect(
      select(["fay@x.example"]).unmatched
        == [Unmatched(userName: "fay@x.example", reason: .caseDiffers, candidates: ["Fay@x.example"])]
    )
    let ignoringCase = select(["fay@x.example"], ignoresCase: true)
    #expect(ignoringCase.unmatched == [])
    #expect(ignoringCase.report.nothingLeft == 1)
  }

  @Test func `an address and its other case are two addresses and one user`() {
    let selection = select(["ada@x.example", "Ada@x.example"], ignoresCase: true)
    #expect(selection.associations.count == 1)
    #expect(selection.report.matched == 2)
  }

  @Test(arguments: [true, false])
  func `another normal form is another user, also when case is ignored`(ignoresCase: Bool) {
    let selection = select(["zoe\u{308}@x.example"], ignoresCase: ignoresCase)
    #expect(selection.associations == [])
    #expect(selection.unmatched.map(\.reason) == [.notFound])
    #expect(selection.unmatched.first?.candidates.map { Array($0.utf8) } == [Array("zo\u{EB}@x.example".utf8)])
    #expect(
      selection.report.lines.last?.text == "zoe\u{308}@x.example is not found. zo\u{EB}@x.example looks like it "
        + "and is made of other Unicode characters: copy the name from the service."
    )
  }
}
