import AppStream
import PlainText
import Runs
import Testing

struct SelectionKeepTests {
  private let associations = [
    Association(stackName: "biology", userName: "Ada@x.example"),
    Association(stackName: "biology", userName: "bo@x.example"),
    Association(stackName: "maths", userName: "bo@x.example"),
    Association(stackName: "maths", userName: "zo\u{EB}@x.example"),
  ]

  private func leavingOut(_ kept: [String], from stacks: [String] = []) throws(KeepListError) -> Selection {
    let request = SelectionRequest(stacks: stacks, addresses: nil)
    let pool = ["ada@x.example", "dana@x.example"]
    return try Selection.select(request, among: associations, knownUsers: pool)
      .leavingOut(kept, among: associations, knownUsers: pool)
  }

  @Test func `people to keep are left out of every stack`() throws {
    let selection = try leavingOut(["bo@x.example"])
    #expect(selection.associations.map(\.userName) == ["Ada@x.example", "zo\u{EB}@x.example"])
    #expect(selection.report.lines.last == "2 associations are left out by the list of people to keep.")
    #expect(selection.report.kept == 1)
  }

  @Test func `who differs only in case is kept too, and named`() throws {
    let selection = try leavingOut(["ada@x.example", "BO@x.example"], from: ["biology"])
    #expect(selection.associations == [])
    #expect(
      selection.report.lines.suffix(3) == [
        "2 associations are left out by the list of people to keep.",
        "Ada@x.example is kept: it looks like ada@x.example.",
        "bo@x.example is kept: it looks like BO@x.example.",
      ]
    )
  }

  @Test func `who is kept by both spellings is not called a look-alike`() throws {
    let selection = try leavingOut(["ada@x.example", "Ada@x.example"], from: ["biology"])
    #expect(selection.report.lines.last == "1 association is left out by the list of people to keep.")
  }

  @Test func `another normal form is kept too`() throws {
    #expect(try leavingOut(["zoe\u{308}@x.example"], from: ["maths"]).associations.map(\.userName) == ["bo@x.example"])
  }

  @Test func `a known user without a stack, or on another one, is a valid person to keep`() throws {
    let selection = try leavingOut(["dana@x.example", "zo\u{EB}@x.example"], from: ["biology"])
    #expect(selection.associations.map(\.userName) == ["Ada@x.example", "bo@x.example"])
    #expect(selection.report.lines.last == "0 associations are left out by the list of people to keep.")
  }

  @Test func `an address that no user has is refused`() {
    let adda = Unmatched(
      userName: "adda@x.example",
      reason: .notFound,
      candidates: ["Ada@x.example", "ada@x.example"],
      likeness: .oneEdit
    )
    #expect(throws: KeepListError.notFound([adda])) {
      try leavingOut(["bo@x.example", "adda@x.example"])
    }
  }

  @Test func `the refusal names ten addresses and counts the rest`() {
    let names = (1...12).map { Unmatched(userName: "u\($0)", reason: .notFound) }
    #expect(
      "\(KeepListError.notFound(names))" == "The list of people to keep has 12 addresses that no user has: "
        + "u1, u2, u3, u4, u5, u6, u7, u8, u9, u10 and 2 more. "
        + "Nothing was sent: correct the list, or take what is wrong out of it."
    )
    let escape = Unmatched(userName: "a\u{1B}", reason: .notFound)
    #expect(
      "\(KeepListError.notFound([escape]))" == "The list of people to keep has 1 address that no user has: "
        + "a<U+001B>. Nothing was sent: correct the list, or take what is wrong out of it."
    )
  }

  @Test func `only people who would have been taken count as kept`() throws {
    let pool = ["ada@x.example", "bo@x.example"]
    let request = SelectionRequest(stacks: ["maths"], addresses: ["bo@x.example"])
    let selection = try Selection.select(request, among: associations, knownUsers: pool)
      .leavingOut(["bo@x.example", "ada@x.example"], among: associations, knownUsers: pool)
    #expect(selection.report.kept == 1)
    #expect(selection.associations.isEmpty)
  }
}
