import AppStream
import Screen
import SeededNumbers
import Testing

@testable import Console

/// Two rows that differ never look alike, however narrow the screen.
@Suite(.timeLimit(.minutes(5))) struct RowsApartTests {
  /// People and stacks with long names that differ in few characters, at the start, in the middle or at the end.
  private func account(using random: inout SeededGenerator) -> SampleAccount {
    func name(_ parts: [String]) -> String {
      (0..<6).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    let users = (0..<12).map { _ in name(["a", "b.", "department.", "lindqvist-", "01", "02", "o"]) + "@contr.example" }
    let stacks = (0..<4).map { _ in "s" + name(["design-", "studio-", "2026", "a", "b", "-lab-"]) }
    var account = SampleAccount()
    account.users = Set(users).sorted().map { .sample($0, "A", "B") }
    account.stacks = Dictionary(stacks.map { ($0, Set(users).sorted()) }, uniquingKeysWith: { first, _ in first })
    return account
  }

  @Test func `in the list, in the stacks and in the plan`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<40 {
      let account = account(using: &random)
      let size = Size(rows: Int.random(in: 20...60, using: &random), columns: Int.random(in: 60...160, using: &random))
      var session = Session.reading(account, size: size)
      requireApart(session, seed, "list")
      session.press(.tab)
      requireApart(session, seed, "stacks")
      session.press(.tab)
      session.press(.character("a"))
      session.press(.character("d"))
      requireApart(session, seed, "plan")
    }
  }

  private func requireApart(_ session: Session, _ seed: UInt64, _ place: String) {
    var seen: Set<String> = []
    for line in session.lines {
      // In the plan the same person stands below each of their stacks.
      if place == "plan", line.hasSuffix("people") { seen = [] }
      guard line.contains("CONFIRMED") || place == "stacks" && line.hasPrefix("  s") else { continue }
      let row = String(line.dropFirst(4))
      #expect(seen.insert(row).inserted, "seed \(seed), \(place):\n\(session.screen)")
    }
  }
}
