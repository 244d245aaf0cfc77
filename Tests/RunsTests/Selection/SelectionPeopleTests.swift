import AppStream
import Runs
import Testing

/// Whether a selection can be settled by asking for people by name, and for whom.
struct SelectionPeopleTests {
  private static let pool = ["Ada@x.example", "ada@x.example", "bo@x.example", "Cy@x.example"]

  @Test(arguments: [
    (["bo@x.example"], ["bo@x.example"]),
    (["ada@x.example", "bo@x.example", "ada@x.example"], ["ada@x.example", "bo@x.example"]),
    (["ADA@x.example"], ["Ada@x.example", "ada@x.example"]),
    (["cy@x.example"], ["Cy@x.example"]),
    ([], []),
  ])
  func `people of the pool are asked for, and those whom another case may mean`(addresses: [String], people: [String]) {
    let request = SelectionRequest(addresses: addresses)
    #expect(request.people(in: Self.pool)?.sorted() == people.sorted())
  }

  @Test func `an address that is like nobody in the pool can be settled by the stacks alone`() {
    #expect(SelectionRequest(addresses: ["bo@x.example", "eve@x.example"]).people(in: Self.pool) == nil)
  }

  @Test func `everyone on a stack cannot be asked for by name`() {
    #expect(SelectionRequest(stacks: ["biology"], addresses: nil).people(in: Self.pool) == nil)
  }
}
