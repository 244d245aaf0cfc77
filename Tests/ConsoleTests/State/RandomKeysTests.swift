import FoundationEssentials
import Runs
import Screen
import Testing

@testable import Console

/// Presses keys at random, at screens of random sizes, while the service answers at random.
@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    "jkgGhlacu/nNrdxqH?y0123456789 from stacks!:*".map { .character($0) } + [
      .enter, .enter, .escape, .tab, .backspace, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .control("c"), .control("d"), .control("l"), .control("z"), .paste("y\n60 from 3 stacks\n"), .character("d"),
    ]

  @Test func `no sequence of keys crashes, and none sends what was not confirmed in full`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    var runs = 0
    for _ in 0..<40 {
      var session = Session.reading(.of(stacks: 3, usersEach: Int.random(in: 0...12, using: &random)))
      for _ in 0..<300 {
        let plan = session.state.plan
        let keys = plan != nil && Int.random(in: 0..<3, using: &random) == 0 ? [.enter, .character("y")] : Self.keys
        let key = keys.randomElement(using: &random) ?? .escape
        let isAlone = Bool.random(using: &random)
        let allowed = plan.map { isConfirmed($0, session.state, by: key, isAlone: isAlone) } ?? false
        session.send(.key(KeyPress(key: key, isAlone: isAlone), at: session.now))
        if let run = session.startedRun {
          runs += 1
          #expect(allowed, "seed \(seed)")
          #expect(run.plan == plan?.plan, "seed \(seed)")
        }
        answer(&session, &random)
        #expect(render(session.state).size == session.state.size)
      }
    }
    // Without any run, the test would have shown nothing.
    #expect(runs > 0, "seed \(seed)")
  }

  /// The rule told apart from the code under test: a fresh check without failures, and `y` or the whole text and Enter.
  private func isConfirmed(_ plan: PlanState, _ state: ConsoleState, by key: Key, isAlone: Bool) -> Bool {
    guard state.overlay == nil, state.size.isUsable, let check = plan.check, check.failure == nil else { return false }
    let present = check.stacks.flatMap(\.present)
    let stacks = check.stacks.count { !$0.present.isEmpty }
    guard !present.isEmpty else { return false }
    if present.count <= 5 { return key == .character("y") && isAlone && plan.typed.isEmpty }
    let phrase =
      present.count <= 25 ? "\(present.count)" : "\(present.count) from \(stacks) stack\(stacks == 1 ? "" : "s")"
    return key == .enter && plan.typed == phrase
  }

  private func answer(_ session: inout Session, _ random: inout SeededGenerator) {
    let effects = session.effects
    if Int.random(in: 0..<20, using: &random) == 0 {
      let size = Size(rows: Int.random(in: 1...40, using: &random), columns: Int.random(in: 1...140, using: &random))
      session.send(.resized(size))
    }
    if effects.contains(where: { if case .check = $0 { true } else { false } }), Bool.random(using: &random) {
      session.check { check in
        if Int.random(in: 0..<4, using: &random) == 0 { check.lose(min(1, check.stacks[0].present.count), of: 0) }
        if Int.random(in: 0..<6, using: &random) == 0 { check.fail(0, .refusal("InternalError")) }
      }
    }
    // A phrase is too long for chance: sometimes somebody types what is asked for.
    if let plan = session.state.plan, plan.typed.isEmpty, Int.random(in: 0..<8, using: &random) == 0,
      case .text(let phrase) = session.state.confirmation(of: plan)
    {
      session.type(phrase)
    }
    if session.state.isRunning, Bool.random(using: &random) {
      session.finish()
    }
  }
}
