import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct RowResultTests {
  private func result(_ code: String, _ message: String) -> RowResult {
    var session = Session.running(1, on: 1)
    session.sendBatch(1, 0..<1, errors: [0: (code, message)])
    session.readBack("stack-00", present: [0])
    return session.state.run.map { RowResult($0.machine.entries[0]) } ?? RowResult(RunMachine(plan).entries[0])
  }

  private var plan: Plan {
    Plan(
      operation: .disassociate,
      entries: [Association(stackName: "stack-00", userName: "ada@x.example")],
      target: Plan.Target(caller: keller, region: "eu-west-1", endpoint: "https://x.example"),
      authorship: Plan.Authorship(origin: bastion, created: noon)
    )
  }

  @Test(arguments: [
    (60, "failed STACK_NOT_FOUND The stack was not found."), (47, "failed STACK_NOT_FOUND The stack was not found."),
    (40, "failed STACK_NOT_FOUND The stack was n.."), (26, "failed STACK_NOT_FOUND T.."),
    (25, "failed STACK_NOT_FOUND"),
    (22, "failed STACK_NOT_FOUND"),
  ])
  func `the code of a failure stays when its words are cut`(columns: Int, text: String) {
    let shown = result("STACK_NOT_FOUND", "The stack was not found.").text(columns: columns)
    #expect(shown.shortened(to: columns).text == text)
  }

  @Test func `what it means is a sentence with the request to quote`() {
    #expect(result("ODD", "Really odd.").explanation() == "ODD: Really odd. request 5f1c-a02e")
    #expect(result("ODD", "").explanation() == "ODD: no reason given request 5f1c-a02e")
    #expect(result("ODD", "").text == "failed ODD")
  }

  @Test func `an entry on its way is no problem, and has nothing to explain`() {
    let queued = RowResult(RunMachine(plan).entries[0])
    #expect(queued.text == "queued")
    #expect(!queued.isProblem)
    #expect(queued.explanation() == nil)
  }

  @Test func `a row that is gone although it failed is done, and shows no code`() {
    var session = Session.running(1, on: 1)
    session.sendBatch(1, 0..<1, errors: [0: ("USER_NAME_NOT_FOUND", "User not found")])
    session.readBack("stack-00")
    session.finish()
    #expect(session.lines[3].hasSuffix("stack-00  -       absent"))
    #expect(session.lines[21].hasPrefix("1 absent   finished"))
    #expect(session.lines[1].contains("0 marked"))
  }
}
