import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import SeededNumbers
import Testing

@testable import Console

/// Presses keys at random, at screens of random sizes, while the service answers at random.
///
/// `RANDOM_KEYS` sets how many at least, and `FUZZ_SEED` the seed.
@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    "jkgGhlacu/nNrdxqH?y0123456789 from to stacks!:*LRUewSvvttfim++".map { .character($0) } + [
      .enter, .enter, .escape, .tab, .backspace, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert,
      .f1,
      .control("c"), .control("d"), .control("l"), .control("z"), .paste("y\n60 from 3 stacks\n"), .character("d"),
    ]

  @Test func `no sequence of keys crashes, and none sends what was not confirmed in full`() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    let keys = environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 12_000
    var random = SeededGenerator(seed)
    let earlier = [
      ListedRun(try EarlierRun.contents(6, on: 3) { EarlierRun.finished($0, failing: [1]) }),
      ListedRun(try EarlierRun.contents(30, on: 3) { EarlierRun.cutOff($0) }),
    ]
    var runs = 0
    var rounds = 0
    // Few sequences confirm anything, so there are more of them until one has.
    while rounds * Self.roundLength < keys || runs == 0 && rounds < 400 {
      rounds += 1
      let isReadOnly = rounds.isMultiple(of: 5)
      var session = Session.reading(
        .of(stacks: 3, usersEach: Int.random(in: 0...12, using: &random)),
        .sample { if isReadOnly { $0.rules.readOnly = .option } }
      )
      for _ in 0..<Self.roundLength {
        let marks = session.state.screen == .run ? session.state.list.marks.rows : nil
        let plan = session.state.plan
        let isTyped = plan?.typed.isEmpty == false
        let key = isTyped && Bool.random(using: &random) ? .enter : Self.keys.randomElement(using: &random) ?? .escape
        let quiet = Duration.milliseconds([0, 299, 300, 5000].randomElement(using: &random) ?? 0)
        let press = KeyPress(key: key, isAlone: Int.random(in: 0..<3, using: &random) > 0, quiet: quiet)
        let allowed = plan.map { isConfirmed($0, session.state, by: press) } ?? false
        session.isWatched = Int.random(in: 0..<4, using: &random) > 0
        session.send(.key(press, at: session.moment))
        // A run's marks are its own: whatever is pressed there, the list has none more.
        if let marks { #expect(session.state.list.marks.rows.isSubset(of: marks), "seed \(seed)") }
        if let start = session.startedRunStart, isSending(start) {
          runs += 1
          #expect(!isReadOnly, "seed \(seed)")
          #expect(allowed, "seed \(seed)")
          #expect((start.resumed?.plan ?? start.machine.plan) == plan?.plan, "seed \(seed)")
        }
        answer(&session, earlier, &random)
        if Bool.random(using: &random) { session.send(.frameSeen(session.state.sight.number)) }
        #expect(render(session.state).size == session.state.size)
        for place in RowPlace.allCases { expectSound(place, session.state, seed) }
        expectKept(session.state, seed)
      }
      expectLeaving(session, seed)
    }
    // Without any run, the test would have shown nothing.
    #expect(runs > 0, "seed \(seed)")
  }

  /// Esc leads to the list from every screen, once no run is in progress, and never out of the program.
  private func expectLeaving(_ session: Session, _ seed: UInt64) {
    var session = session
    // What asks has to be seen before a key answers it.
    session.isWatched = true
    session.send(.resized(.small))
    if session.state.isRunning { session.finish() }
    for _ in 0..<20 where session.state.screen != .list {
      session.press(.escape)
      #expect(!session.effects.contains(.leave), "seed \(seed)")
    }
    #expect(session.state.screen == .list, "seed \(seed): \(session.screen)")
  }

  private static let roundLength = 300

  /// The cursor is on a line, marks are of rows that are known, and what is counted of them is so.
  private func expectSound(_ place: RowPlace, _ state: ConsoleState, _ seed: UInt64) {
    let (rows, source) = (state[rows: place], state.source(of: place))
    #expect(rows.cursor.index >= 0 && rows.cursor.index <= max(0, rows.count - 1), "seed \(seed)")
    #expect(rows.marks.rows.allSatisfy { $0 < source.estate.table.count }, "seed \(seed)")
    #expect(rows.marks.count == rows.marks.rows.count, "seed \(seed)")
    #expect(rows.hiddenMarkCount == rows.marks.rows.subtracting(rows.arranged.set).count, "seed \(seed)")
    if let range = rows.openRange { #expect(range.upperBound < max(1, rows.count), "seed \(seed)") }
  }

  /// Nobody who is kept is marked, or in a plan that removes people.
  private func expectKept(_ state: ConsoleState, _ seed: UInt64) {
    guard !state.kept.isEmpty else { return }
    let table = state.estate.table
    for row in state.list.marks.rows.associations(in: table) {
      #expect(!state.kept.contains(row.userName), "seed \(seed)")
    }
    guard let plan = state.plan?.plan, plan.operation == .disassociate else { return }
    for entry in plan.entries { #expect(!state.kept.contains(entry.userName), "seed \(seed)") }
  }

  /// Whether a run may send something; one that only reads what was sent needs nobody's agreement.
  private func isSending(_ start: RunStart) -> Bool {
    start.resumed == nil || start.machine.isConfirmed
  }

  /// The rule told apart from the code under test: a fresh check without failures that was seen, the whole text, and an
  /// Enter by itself.
  private func isConfirmed(_ plan: PlanState, _ state: ConsoleState, by press: KeyPress) -> Bool {
    guard state.details == nil, state.help == nil, state.prompt == nil, state.size.isUsable, let check = plan.check,
      check.failure == nil,
      state.sight.isTextSeen, press.key == .enter, press.isAlone, press.quiet >= .milliseconds(300)
    else { return false }
    let isUndo = plan.plan.operation == .associate
    let present = check.stacks.flatMap { isUndo ? $0.gone : $0.present }
    let stacks = check.stacks.count { !(isUndo ? $0.gone : $0.present).isEmpty }
    guard !present.isEmpty else { return false }
    let plural = "stack\(stacks == 1 ? "" : "s")"
    if isUndo { return plan.typed == "\(present.count) to \(stacks) \(plural)" }
    return plan.typed == "\(present.count) from \(stacks)" + (present.count <= 25 ? "" : " \(plural)")
  }

  /// Goes over to other profiles, is asked for codes, and finds the keys to be another account's.
  private func answerSessions(_ session: inout Session, _ effects: [Effect], _ random: inout SeededGenerator) {
    for case .session(.open(let choice)) in effects {
      let context = ConsoleContext.sample { [rules = session.state.context.rules] in
        ($0.session, $0.rules) = (choice.number, rules)
      }
      session.send(
        Bool.random(using: &random)
          ? .session(.opened(choice, context, .sample())) : .session(.refused(choice, "No."))
      )
    }
    if session.state.estate.stacks.isEmpty {
      let account = SampleAccount.of(stacks: 3, usersEach: Int.random(in: 0...12, using: &random))
      session.identify(keller)
      session.readStacks(of: account)
      for stack in account.stackNames { session.read(stack, of: account) }
    }
    switch Int.random(in: 0..<100, using: &random) {
    case 0:
      session.press(.escape, .character(":"))
      session.type("profile dev")
      session.press(.enter)
    case 3:
      session.press(.escape)
      session.command("keep k", files: ["k": "user-00-0001@contr.example\n"])
    case 1:
      session.send(.codeNeeded(CodeRequest(id: 1, serial: "mfa", session: Int.random(in: 0...2, using: &random))))
    case 2:
      let account = Bool.random(using: &random) ? "111122223333" : "999988887777"
      session.identify(CallerIdentity(account: account, arn: "arn:x", userID: "x"))
    default: break
    }
  }

  private func answer(_ session: inout Session, _ earlier: [ListedRun], _ random: inout SeededGenerator) {
    let effects = session.effects
    let files = ["k": "user-00-0001@contr.example\n", "m": "user-00-0002@contr.example\nnobody@x.example\n"]
    if Int.random(in: 0..<3, using: &random) > 0 { session.answerPeople(files: files) }
    if effects.contains(.task(.listRuns)) { session.send(.journal(.listed(earlier.shuffled(using: &random)))) }
    for case .task(.readRun(let id)) in effects {
      if id == EarlierRun.id, let run = earlier.randomElement(using: &random) {
        session.send(.journal(.read(run)))
      } else {
        session.send(.journal(.unread(id, "It is gone.")))
      }
    }
    if Int.random(in: 0..<20, using: &random) == 0 {
      let size = Size(rows: Int.random(in: 1...40, using: &random), columns: Int.random(in: 1...140, using: &random))
      session.send(.resized(size))
    }
    answerSessions(&session, effects, &random)
    if effects.contains(where: { if case .task(.check) = $0 { true } else { false } }), Bool.random(using: &random) {
      session.check { check in
        if Int.random(in: 0..<4, using: &random) == 0 { check.lose(min(1, check.stacks[0].present.count), of: 0) }
        if Int.random(in: 0..<6, using: &random) == 0 { check.fail(0, .refusal("InternalError")) }
      }
    }
    // A phrase is too long for chance: sometimes somebody types what is asked for.
    if let plan = session.state.plan, plan.typed.isEmpty, Int.random(in: 0..<4, using: &random) == 0,
      let phrase = plan.entry?.phrase
    {
      session.type(phrase)
    }
    if session.state.isRunning, Bool.random(using: &random) {
      session.finish()
    }
  }
}
