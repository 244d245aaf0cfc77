import AppStream
import PlainText
import Runs
import Testing

struct SelectionTests {
  private static let ada = "ada@x.example"
  private static let bo = "bo@x.example"

  private let associations = [
    Association(stackName: "maths", userName: ada),
    Association(stackName: "biology", userName: ada),
    Association(stackName: "biology", userName: bo),
    Association(stackName: "biology", userName: "Cy@x.example"),
    Association(stackName: "maths", userName: "cy@x.example"),
    Association(stackName: "biology", userName: bo),
    Association(stackName: "physics", userName: "eva@x.example"),
  ]
  private let pool = [ada, bo, "Cy@x.example", "cy@x.example", "dana@x.example", "eva@x.example", "Fay@x.example"]

  private func select(
    _ addresses: [String]?,
    stacks: [String] = [],
    ignoresCase: Bool = false
  ) -> Selection {
    Selection.select(
      SelectionRequest(stacks: stacks, addresses: addresses, ignoresCase: ignoresCase),
      among: associations,
      knownUsers: pool
    )
  }

  @Test func `a person is taken off every stack, once each, in the order of a plan`() {
    let selection = select([Self.bo, Self.ada, Self.bo])
    #expect(
      selection.associations == [
        Association(stackName: "biology", userName: Self.ada),
        Association(stackName: "biology", userName: Self.bo),
        Association(stackName: "maths", userName: Self.ada),
      ]
    )
    #expect(selection.unmatched == [])
    #expect(selection.report.matched == 2)
    #expect(selection.report.inSeveralStacks == 1)
    #expect(
      selection.report.lines == ["2 of 2 addresses match 3 associations.", "1 user is on several of the stacks."]
    )
  }

  @Test func `stacks narrow the persons`() {
    let selection = select([Self.ada, Self.bo], stacks: ["maths", "physics"])
    #expect(selection.associations == [Association(stackName: "maths", userName: Self.ada)])
    #expect(selection.report.matched == 1)
    #expect(selection.report.inSeveralStacks == 0)
    #expect(selection.report.nothingLeft == 1)
    // Not every stack was read.
    #expect(selection.report.onNoStack == nil)
  }

  @Test func `a stack alone takes everyone on it`() {
    let selection = select(nil, stacks: ["biology"])
    #expect(selection.associations.map(\.userName) == ["Cy@x.example", Self.ada, Self.bo])
    #expect(selection.report.matched == 3)
    #expect(selection.report.lines == ["3 users have 3 associations there."])
  }

  @Test func `nobody asked for is nobody taken, not everybody`() {
    let selection = select([], stacks: ["biology"])
    #expect(selection.associations == [])
    #expect(selection.unmatched == [])
    #expect(selection.report.lines == ["0 of 0 addresses match 0 associations."])
  }

  @Test func `a user of the pool with no association left is not unmatched`() {
    let selection = select(["dana@x.example"])
    #expect(selection.associations == [])
    #expect(selection.unmatched == [])
    #expect(selection.report.nothingLeft == 1)
    #expect(
      selection.report.lines
        == [
          "0 of 1 address matches 0 associations.", "1 address is known, with nothing left to take off.",
          "1 of them is in the user pool and on no stack.",
        ]
    )
  }

  @Test func `who is nowhere is not found`() {
    let selection = select(["zed@x.example", Self.bo])
    #expect(selection.associations.map(\.userName) == [Self.bo])
    #expect(selection.unmatched == [Unmatched(userName: "zed@x.example", reason: .notFound)])
    #expect(selection.report.notFound == 1)
    #expect(
      selection.report.lines == [
        "1 of 2 addresses match 1 association.", "zed@x.example is not found. Check the address and the Region.",
      ]
    )
  }

  @Test func `a part of an address, or an address with more, is not found`() {
    #expect(
      select(["ada@x", "ada@x.example.org", "da@x.example"]).unmatched.map(\.reason) == [
        .notFound, .notFound, .notFound,
      ]
    )
  }

  @Test func `without the pool, who has nothing left cannot be told from who is not there, and that is said`() {
    let selection = Selection.select(
      SelectionRequest(addresses: ["dana@x.example"]),
      among: associations,
      knownUsers: nil
    )
    #expect(selection.unmatched == [Unmatched(userName: "dana@x.example", reason: .notFound)])
    #expect(
      selection.report.lines.last
        == "The user pool was not read: who is not found may be a user without any stack."
    )
  }

  @Test func `another stack's user is known also without the pool`() {
    let selection = Selection.select(
      SelectionRequest(stacks: ["maths"], addresses: [Self.bo]),
      among: associations,
      knownUsers: nil
    )
    #expect(selection.unmatched == [])
    #expect(selection.report.nothingLeft == 1)
  }

  @Test func `names are cleaned in the report`() {
    #expect(
      select(["z\u{202E}ed"]).report.lines.last == "z<U+202E>ed is not found. Check the address and the Region."
    )
  }

  @Test(.timeLimit(.minutes(5)))
  func `fifty thousand users are matched with as many addresses`() {
    let names = (0..<50_000).map { "user\($0)@contr.example" }
    let rows = names.map { Association(stackName: "s\($0.utf8.count)", userName: $0) }
    let selection = Selection.select(SelectionRequest(addresses: names), among: rows, knownUsers: names)
    #expect(selection.report.matched == 50_000)
    #expect(selection.associations.count == 50_000)
  }
}
