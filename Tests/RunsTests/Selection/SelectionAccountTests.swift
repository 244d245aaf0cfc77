import AppStream
import Runs
import SeededNumbers
import Testing

/// Random accounts and requests, compared with what the rules say, one address at a time.
struct SelectionAccountTests {
  /// Few names, many of which look alike, so that every rule is met often.
  private static let names = [
    "ada@x", "Ada@x", "ADA@x", "bo@x", "BO@x", "cy@x", "zo\u{EB}@x", "zoe\u{308}@x", "ZO\u{CB}@x", "stra\u{DF}e@x",
  ]
  private static let stacks = ["a", "b", "c"]

  struct Account {
    var associations: [Association]
    var pool: [String]
    var request: SelectionRequest

    init(using random: inout SeededGenerator) {
      associations = []
      for stack in stacks {
        for name in names where Int.random(in: 0..<4, using: &random) == 0 {
          associations.append(Association(stackName: stack, userName: name))
        }
      }
      associations.shuffle(using: &random)
      pool = names.filter { _ in Bool.random(using: &random) }
      request = SelectionRequest(
        stacks: stacks.filter { _ in Int.random(in: 0..<3, using: &random) == 0 },
        addresses: (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in names.randomElement(using: &random) },
        ignoresCase: Bool.random(using: &random)
      )
    }

    /// Who is meant by `address` under the rules; `nil` for nobody.
    func userMeant(by address: String) -> String? {
      let users = pool + associations.map(\.userName)
      if users.contains(where: { same($0, address) }) { return address }
      let inAnotherCase = names.filter { name in
        users.contains { same($0, name) } && same(name.lowercased(), address.lowercased())
      }
      return request.ignoresCase && inAnotherCase.count == 1 ? inAnotherCase[0] : nil
    }

    func isTaken(_ association: Association) -> Bool {
      let isInScope = request.stacks.isEmpty || request.stacks.contains(association.stackName)
      let addresses = request.addresses ?? []
      return isInScope && addresses.contains { userMeant(by: $0).map { same($0, association.userName) } ?? false }
    }
  }

  @Test func `what is taken is what the rules say, and every address is accounted for`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<400 {
      let account = Account(using: &random)
      let selection = Selection.select(account.request, among: account.associations, knownUsers: account.pool)
      let expected = account.associations.filter(account.isTaken)
      #expect(Set(selection.associations.map(bytes)) == Set(expected.map(bytes)), "seed \(seed)")
      #expect(selection.associations.count == expected.count, "seed \(seed)")
      #expect(selection.associations == selection.associations.sorted(), "seed \(seed)")

      let report = selection.report
      let addresses = Set((account.request.addresses ?? []).map { Array($0.utf8) })
      #expect(
        report.matched + report.nothingLeft + report.notFound + report.caseDiffers == addresses.count,
        "seed \(seed)"
      )
      #expect(report.notFound + report.caseDiffers == selection.unmatched.count, "seed \(seed)")
      let missing = addresses.filter { account.userMeant(by: String(decoding: $0, as: UTF8.self)) == nil }
      #expect(Set(selection.unmatched.map { Array($0.userName.utf8) }) == missing, "seed \(seed)")
    }
  }

  @Test func `nobody who is to be kept, or looks like it, stays in the selection`() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<200 {
      let account = Account(using: &random)
      let kept = account.associations.prefix(2).map(\.userName)
      let everyone = Selection.select(
        SelectionRequest(addresses: nil),
        among: account.associations,
        knownUsers: account.pool
      )
      let rest = try everyone.leavingOut(kept, among: account.associations, knownUsers: account.pool)
      let expected = account.associations.filter { association in
        !kept.contains { $0.lowercased() == association.userName.lowercased() }
      }
      #expect(Set(rest.associations.map(bytes)) == Set(expected.map(bytes)), "seed \(seed)")
    }
  }
}

/// Strings compare by canonical equivalence; users by their bytes.
private func same(_ one: String, _ other: String) -> Bool {
  one.utf8.elementsEqual(other.utf8)
}

private func bytes(_ association: Association) -> [[UInt8]] {
  [Array(association.stackName.utf8), Array(association.userName.utf8)]
}
