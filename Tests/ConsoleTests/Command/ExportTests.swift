import AppStream
import PlainText
import Screen
import Testing

@testable import Console

@Suite struct ExportTests {
  private func commanded(_ text: String, in start: Session = .reading()) -> Session {
    var session = start
    session.press(.character(":"))
    session.type(text)
    session.press(.enter)
    return session
  }

  private func exported(_ session: Session) -> ShownRows? {
    session.effects.lazy.compactMap { if case .task(.write(.rows(let rows), _, _)) = $0 { rows } else { nil } }.first
  }

  @Test func `the rows that are shown are exported, with what is known of them`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("ada biology")
    session.press(.enter, .character("a"))
    session = commanded("export rows.csv", in: session)
    #expect(
      exported(session)?.rows == [
        [
          .string("biology-2026a"), .string("Ada.Byron@contr.example"), .string("USERPOOL"), .string("Ada"),
          .string("Byron"), .string("CONFIRMED"), .boolean(true), .boolean(true), .null, .null, .null, .null,
        ]
      ]
    )
    #expect(ShownRows.columns.count == 12)
  }

  @Test func `results of a run are exported too`() {
    var session = Session.running(60, on: 3)
    session.runToTheEnd()
    session.press(.escape)
    let rows = exported(commanded("export rows.json", in: session))?.rows ?? []
    #expect(rows.count == 60)
    #expect(rows[0].suffix(4) == [.string("removed"), .null, .null, .string("5f1c-a02e")])
    #expect(
      rows[2].suffix(4) == [
        .string("failed"), .string("USER_NAME_NOT_FOUND"), .string("User not found in the user pool."),
        .string("5f1c-a02e"),
      ]
    )
  }

  @Test func `e asks for the file and proposes a name`() {
    var session = Session.reading()
    session.press(.character("e"))
    #expect(session.messageLine == "Rows to: associations.csv")
    session.press(.enter)
    #expect(exported(session)?.rows.count == 8)
  }

  @Test func `a file that is there is replaced only when asked`() {
    var session = commanded("export rows.csv")
    guard let rows = exported(session) else {
      Issue.record("nothing was exported")
      return
    }
    session.send(.file(.exists(.rows(rows), path: "rows.csv")))
    #expect(session.screen.contains("rows.csv is there already, and the rows would be written over it."))
    #expect(session.messageLine == "Type  replace  and Enter:")
    session.press(.escape)
    #expect(session.messageLine == "rows.csv was left as it is.")
    session = commanded("export rows.csv", in: session)
    session.send(.file(.exists(.rows(rows), path: "rows.csv")))
    session.confirm()
    #expect(session.effects == [.task(.write(.rows(rows), path: "rows.csv", replacing: true))])
    session.send(.file(.written(.rows(rows), path: "rows.csv")))
    #expect(session.messageLine == "Written: rows.csv")
  }

  @Test func `rows of stacks that were not all read are said to be so`() {
    var session = commanded("export rows.csv", in: Scenes.list(.small))
    guard let rows = exported(session) else {
      Issue.record("nothing was exported")
      return
    }
    session.send(.file(.written(.rows(rows), path: "rows.csv")))
    #expect(session.messageLine == "Written: rows.csv; not every stack was read, so rows may be missing in it.")
  }

  @Test func `no rows are no file`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("nobody")
    session.press(.enter)
    session = commanded("export rows.csv", in: session)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Nothing is shown, so there is nothing to export.")
  }

  @Test func `a plan and a run are exported as what they are`() {
    let plan = commanded("export plan.json", in: .planning(60, on: 3))
    #expect(
      plan.state.plan.map { plan.deeds == [.task(.write(.plan($0.plan), path: "plan.json", replacing: false))] } == true
    )
    var run = Session.running(60, on: 3)
    run.runToTheEnd()
    run = commanded("export receipt.csv", in: run)
    #expect(run.effects == [.task(.write(.receipt(runID), path: "receipt.csv", replacing: false))])
  }

  @Test func `a refusal is told`() {
    var session = commanded("export /nowhere/rows.csv")
    session.send(.file(.refused("/nowhere is no directory\u{1B}.")))
    #expect(session.messageLine == "/nowhere is no directory<U+001B>.")
  }
}
