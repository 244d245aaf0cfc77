import AppStream
import PeopleLists
import Runs
import SeededNumbers
import TestSupport
import Testing

@testable import Console

/// Finding people by number, beside the selection of the commands, whose rules it has to have.
@Suite struct PeopleSearchTests {
  private static let names = [
    "abe@x.example", "ABE@x.example", "Abe@x.example", "bo@x.example", "Bo@x.example", "caf\u{E9}@x.example",
    "cafe\u{301}@x.example", "CAF\u{C9}@x.example", "dana@x.example", "dan@x.example", "eli@x.example",
  ]

  @Test(arguments: 0..<40)
  func `a search finds whom a selection of the commands finds`(round: Int) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    var estate = Estate.reading([:])
    estate.apply(.stacks(["a", "b", "c"].map { Stack(name: $0) }))
    estate.apply(.stackListEnded(nil, at: noon))
    for stack in ["a", "b", "c"] {
      estate.read(stack, Self.names.filter { _ in Int.random(in: 0..<4, using: &random) == 0 })
    }
    estate.apply(.userListStarted)
    let pool = Self.names.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    estate.apply(.users(pool.map { User.sample($0, "A", "B") }))
    estate.apply(.userListEnded(nil, at: noon))
    let listed = Self.names.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
    guard !listed.isEmpty else { return }
    let list = try PeopleList(Array(listed.joined(separator: "\n").utf8), name: "list")
    let outcome = PeopleSearch.of(list, in: estate).outcome()
    guard case .found(let findings) = outcome else { return #expect(Bool(false), "seed \(seed)") }
    for ignoresCase in [false, true] {
      let selection = Selection.select(
        SelectionRequest(addresses: list.people.map(\.address), ignoresCase: ignoresCase),
        among: estate.associations.map(\.identity),
        knownUsers: pool
      )
      let rows = findings.share(withOtherCase: ignoresCase).rows.associations(in: estate.table)
      #expect(Set(rows) == Set(selection.associations), "seed \(seed)")
      guard !ignoresCase else { continue }
      #expect(findings.nobody == selection.report.notFound, "seed \(seed)")
      #expect(findings.inOtherCase == selection.report.caseDiffers, "seed \(seed)")
      #expect(findings.onNoStack == selection.report.nothingLeft, "seed \(seed)")
      for unmatched in selection.unmatched {
        let person = findings.people.first { $0.address.utf8.elementsEqual(unmatched.userName.utf8) }
        switch person?.match {
        case .nobody(let near, _)?: #expect(near == unmatched.candidates, "seed \(seed)")
        case .otherCase(let candidates)?: #expect(candidates.map(\.name) == unmatched.candidates, "seed \(seed)")
        default: Issue.record("seed \(seed): \(unmatched)")
        }
      }
    }
  }

  @Test func `people are found in a large account`() throws {
    var estate = Estate.reading(["a": (0..<50_000).map { "user-\($0)@x.example" }])
    estate.read("a", (0..<50_000).map { "user-\($0)@x.example" })
    let list = try PeopleList(Array((0..<40).map { "user-\($0 * 1000)@x.example\n" }.joined().utf8), name: "list")
    guard case .found(let findings) = PeopleSearch.of(list, in: estate).outcome() else {
      return #expect(Bool(false))
    }
    #expect(findings.exact.rows.count == 40)
  }
}

extension PeopleSearch {
  fileprivate static func of(_ list: PeopleList, in estate: Estate) -> PeopleSearch {
    PeopleSearch(
      number: 1,
      use: .mark,
      people: list.people,
      sourceName: "list",
      estate: estate,
      users: UserOrder(),
      kept: KeptPeople()
    )
  }
}
