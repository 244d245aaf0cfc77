import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct ScreenStackTests {
  private let details = DetailsScreen(title: "DETAILS", [.heading("Ada Byron")])
  private let help = HelpScreen(for: .list, .standard)
  private let choice = SessionChoice(number: 1, profile: "dev")
  private let plan = Session.planning(3, on: 1).state.plan
  private let run = Session.running(3, on: 1).state.run

  private func kinds(_ stack: ScreenStack) -> [ScreenKind] { stack.open.map { type(of: $0).kind } }

  @Test func `the list is at the bottom, and cannot be closed`() {
    var stack = ScreenStack()
    #expect(kinds(stack) == [.list])
    stack[ListScreen.self] = nil
    #expect(kinds(stack) == [.list] && type(of: stack.top).kind == .list)
    stack[RunsScreen.self] = RunsScreen()
    stack[DetailsScreen.self] = details
    stack.closeAll()
    #expect(kinds(stack) == [.list])
  }

  @Test func `each screen lies over all of a lower layer, in whatever order they were opened`() {
    let opening: [(inout ScreenStack) -> Void] = [
      { $0[OpeningScreen.self] = OpeningScreen(choice: choice) }, { $0[DetailsScreen.self] = details },
      { $0[HelpScreen.self] = help },
      { $0[PlanState.self] = plan }, { $0[RunState.self] = run }, { $0[RunsScreen.self] = RunsScreen() },
    ]
    for open in [opening, opening.reversed(), opening.shuffled()] {
      var stack = ScreenStack()
      for screen in open { screen(&stack) }
      #expect(kinds(stack) == [.list, .runs, .run, .plan, .details, .opening, .help])
    }
  }

  @Test func `a screen that is opened again takes its own place`() {
    var stack = ScreenStack()
    stack[PlanState.self] = plan
    stack[DetailsScreen.self] = details
    stack[PlanState.self] = plan
    #expect(kinds(stack) == [.list, .plan, .details])
    #expect(stack[PlanState.self] == plan)
  }

  @Test func `what is closed shows what was below, as it was left`() {
    var stack = ScreenStack()
    stack[RunState.self] = run
    stack[RunState.self]?.rows.cursor.go(to: 2, count: 3, height: 2)
    stack[DetailsScreen.self] = details
    stack[DetailsScreen.self] = nil
    #expect(kinds(stack) == [.list, .run] && stack[RunState.self]?.rows.cursor.index == 2)
    stack[PlanState.self]?.entry = nil
    #expect(kinds(stack) == [.list, .run] && stack[PlanState.self] == nil)
    #expect(stack.isOpen(RunState.self) && !stack.isOpen(PlanState.self))
  }

  @Test func `keys go to what is asked, or else to the highest screen`() {
    var stack = ScreenStack()
    stack[PlanState.self] = plan
    #expect(type(of: stack.front).kind == .plan)
    stack.prompt = .command(CommandPrompt())
    #expect(type(of: stack.front).kind == .commandPrompt && type(of: stack.top).kind == .plan)
    // The help is of what is asked.
    stack[HelpScreen.self] = help
    #expect(type(of: stack.front).kind == .help)
    stack[HelpScreen.self] = nil
    #expect(type(of: stack.front).kind == .commandPrompt)
    stack.prompt = nil
    #expect(type(of: stack.front).kind == .plan)
  }

  @Test func `a screen that hides the others is drawn alone, and what is asked is drawn over it`() {
    func shown(_ stack: ScreenStack) -> [ScreenKind] { stack.shown.map { type(of: $0).kind } }
    var stack = ScreenStack()
    stack[RunsScreen.self] = RunsScreen()
    #expect(shown(stack) == [.runs])
    stack[OpeningScreen.self] = OpeningScreen(choice: choice)
    #expect(shown(stack) == [.runs, .opening])
    // A code that the session needs is asked for in place of the wait for it.
    stack.prompt = .code(CodePrompt(CodeRequest(id: 1, serial: "mfa", session: 1)))
    #expect(shown(stack) == [.runs, .codePrompt])
  }

  @Test func `stacks are equal where their screens and what is asked are`() {
    var (one, other) = (ScreenStack(), ScreenStack())
    #expect(one == other)
    one[DetailsScreen.self] = details
    #expect(one != other)
    other[DetailsScreen.self] = DetailsScreen(title: "PERSON", [])
    #expect(one != other)
    other[DetailsScreen.self] = details
    #expect(one == other)
    one.prompt = .path(PathPrompt(.receipt(runID)))
    #expect(one != other)
  }

  @Test func `changing the state of a screen copies nothing of it`() {
    var stack = ScreenStack()
    stack[RunState.self] = Session.running(2000, on: 1).state.run
    let elements = { (stack: ScreenStack) in
      stack[RunState.self]?.machine.entries.withUnsafeBufferPointer { $0.baseAddress }
    }
    let before = elements(stack)
    stack[RunState.self]?.apply(.sending(batch: 1, attempt: 1, entries: Array(0..<25)), at: noon)
    #expect(before != nil && elements(stack) == before)
  }

  @Test(arguments: ScreenKind.allCases)
  func `every kind has its own title and keys`(kind: ScreenKind) {
    #expect(!kind.title.isEmpty && !kind.keyHelp(.standard).isEmpty)
    #expect(ScreenKind.allCases.count { $0.title == kind.title } == 1)
  }
}
