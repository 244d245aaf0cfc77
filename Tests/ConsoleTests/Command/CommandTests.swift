import AppStream
import PlainText
import Screen
import Testing

@testable import Console

@Suite struct CommandTests {
  private func commanded(_ text: String, in start: Session = .reading()) -> Session {
    var session = start
    session.press(.character(":"))
    session.type(text)
    session.press(.enter)
    return session
  }

  private func finished() -> Session {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    return session
  }

  @Test func `the prompt shows what is typed and what it may become`() {
    var session = Session.reading()
    session.press(.character(":"))
    #expect(session.lines[21] == "export failed help keep mark profile quit reason region runs sort stack")
    #expect(session.lines[22] == ":")
    #expect(session.lines[23] == "Enter do it  Tab complete  Esc cancel  F1 help")
    session.type("st")
    #expect(session.lines[21] == "stack NAME  show the rows of one stack; without a name, of all")
    session.press(.tab)
    #expect(session.lines[21] == "biology-2026a  chemistry-lab  maths-open")
    session.type("m")
    session.press(.tab)
    #expect(session.lines[22] == ":stack maths-open")
    #expect(render(session.state).caret == Position(row: 22, column: 17))
    session.type("x")
    #expect(session.lines[21] == "no stack begins so")
  }

  @Test func `letters that are keys elsewhere only type`() {
    var session = Session.reading()
    session.press(.character(":"))
    session.type("adq?:/ x")
    #expect(session.lines[22] == ":adq?:/ x")
    #expect(session.lines[21] == "no such command")
    #expect(session.effects.isEmpty && session.state.list.marks.isEmpty)
  }

  @Test(arguments: [[Key.escape], [.control("c")], [.character("s"), .backspace, .backspace], [.enter]])
  func `a prompt that is left does nothing`(keys: [Key]) {
    var session = Session.reading()
    session.press(.character(":"))
    for key in keys { session.press(key) }
    #expect(session.state.screen == .list)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Nothing was done.")
  }

  @Test func `a pasted line is typed, and done by nobody`() {
    var session = Session.reading()
    session.press(.character(":"), .paste("quit\n"))
    #expect(session.lines[22] == ":quit")
    #expect(session.effects.isEmpty)
  }

  @Test func `a stack's rows are shown by its name`() {
    var session = commanded("stack maths-open")
    #expect(session.state.list.stack == "maths-open")
    #expect(session.lines[1].hasPrefix("maths-open   3 of 3 shown"))
    session = commanded("stack", in: session)
    #expect(session.state.list.stack == nil)
    session = commanded("stack maths", in: session)
    #expect(session.messageLine.hasPrefix("There is no stack \"maths\" in what was read"))
  }

  @Test func `the stack that is asked for is read before others`() {
    let account = SampleAccount.of(stacks: 12, usersEach: 1)
    var session = Session()
    session.send(.started)
    session.readStacks(of: account)
    session = commanded("stack stack-11", in: session)
    session.read("stack-00", of: account)
    #expect(session.effects == [.task(.readAssociations(stack: "stack-11"))])
  }

  @Test func `failed shows only the rows that somebody has to look at`() {
    var session = commanded("failed")
    #expect(session.messageLine == "No row of the list failed, was stopped or is unknown.")
    session = finished()
    session.press(.escape)
    session = commanded("failed", in: session)
    #expect(session.lines[1].contains("3 shown of 3 rows, 57 removed since (r reloads)"))
    #expect(session.rows.allSatisfy { $0.contains("failed ") })
  }

  @Test func `on a run failed goes to its next failed row`() {
    let session = commanded("failed", in: finished())
    #expect(session.state.screen == .run)
    #expect(session.state.run?.rows.cursor.index == 2)
  }

  @Test func `runs opens the runs, from a finished run too`() {
    for start in [Session.reading(), finished()] {
      let session = commanded("runs", in: start)
      #expect(session.state.screen == .runs)
    }
  }

  @Test func `quit leaves, and asks once when there are marks`() {
    #expect(commanded("quit").effects == [.leave])
    var session = Session.reading()
    session.press(.character("a"))
    session = commanded("q", in: session)
    #expect(session.effects.isEmpty)
    session.press(.character("q"))
    #expect(session.effects == [.leave])
  }

  @Test func `help opens the help, which names every command`() {
    let session = commanded("help")
    #expect(session.state.screen == .help)
    let text = helpParagraphs(first: .list, .standard)
    for command in Command.all {
      #expect(text.contains(.fact(label: Line(":\(command.usage)"), text: Line(command.meaning))))
    }
  }

  @Test func `a command that takes nothing is not done with something`() {
    let session = commanded("quit now")
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == ":quit takes nothing after it.")
  }

  @Test func `while a run is in progress there are no commands`() {
    var session = Session.running(6, on: 1)
    session.press(.character(":"))
    #expect(session.state.screen == .run)
    #expect(session.messageLine == "x stops the run.")
  }

  @Test(arguments: ["runs", "stack", "failed", "quit"])
  func `no command leaves a plan behind`(text: String) {
    let session = commanded(text, in: .planning(60, on: 3))
    #expect(session.state.screen == .plan)
    #expect(session.planStatus.contains("A plan is open: Esc leaves it."))
  }
}
