import AWSClientCore
import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct PlanWarningTests {
  private func warnings(_ session: Session) -> [String] {
    (session.state.plan?.warnings ?? []).map { "\($0.sign) \($0.text)" }
  }

  @Test func `what a removal leaves open is always said`() {
    let session = Session.planning(1, on: 1)
    #expect(warnings(session).contains("! sessions go on up to an hour: see receipt"))
  }

  @Test func `users are left with no stack when all of their stacks are in the plan`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.type("abe")
    session.press(.enter, .character("a"), .character("d"))
    #expect(warnings(session).contains("0 left with no stack: 1 person"))
    #expect(session.state.plan?.leftAlone.map(\.text) == ["abe.olsen@contr.example"])
  }

  @Test func `a look-alike that is in the plan too does not stay`() {
    var session = Session.reading()
    session.press(.down, .down, .character(" "), .character("d"))
    #expect(warnings(session).contains("~ 1 look-alike (case) stays"))
    session.press(.escape, .character(" "), .character("d"))
    #expect(!warnings(session).contains { $0.contains("look-alike") })
  }

  @Test func `what stops a plan comes first`() {
    let session = Session.planning(6, on: 2) { $0.fail(1, .refusal("InternalError")) }
    #expect(
      warnings(session).first
        == "! stack-01 could not be checked: The service refused DescribeUserStackAssociations: It did not work "
        + "(InternalError, request 7f3a)."
    )
  }

  private static let long = "! " + String(repeating: "x", count: 50)
  private static let layouts: [(Int, [String], [String])] = [
    (80, ["! one", "0 two", "! three"], ["! one                                 0 two", "! three"]),
    (80, [long, "0 two", "~ six"], [long + "   0 two", "~ six"]),
    (60, [long, "0 two", "~ six"], [long + "   0 two", "~ six"]),
    (59, [long, "0 two", "~ six"], [long, "0 two                                 ~ six"]),
    (44, ["! one", "0 two"], ["! one                                 0 two"]),
    (40, ["! one", "0 two"], ["! one   0 two"]),
    (20, ["! words that take two lines"], ["! words that take", "  two lines"]),
  ]

  @Test(arguments: layouts)
  func `short warnings share a line and long ones take several`(columns: Int, warnings: [String], lines: [String]) {
    let all = warnings.map { PlanWarning(String($0.prefix(1)), Line($0.dropFirst(2))) }
    #expect(all.lines(columns: columns).map(\.text) == lines)
  }

  @Test(arguments: [
    (88, "! design-studio-2026b, staff-tools, visitors, physics-exam not fully read: may hold more"),
    (87, "! design-studio-2026b, staff-tools, visitors and 1 more not fully read: may hold more"),
    (80, "! design-studio-2026b, staff-tools and 2 more not fully read: may hold more"),
    (62, "! design-studio-2026b and 3 more not fully read: may hold more"),
    (61, "! 4 stacks not fully read: may hold more"),
  ])
  func `names that there is no room for are counted`(columns: Int, line: String) {
    let names = ["design-studio-2026b", "staff-tools", "visitors", "physics-exam"]
    let warning = PlanWarning("!", names, "stack", "not fully read: may hold more")
    #expect(warning.lines(columns: columns).map(\.text) == [line])
  }

  @Test func `entries stand under their stacks, with how many of each are in the plan`() {
    let associations = [
      Association(stackName: "maths", userName: "bo"), Association(stackName: "design", userName: "ada"),
      Association(stackName: "maths", userName: "ada"),
    ]
    let plan = Plan(
      operation: .disassociate,
      entries: associations,
      target: Plan.Target(caller: keller, region: "eu-west-1", endpoint: "https://x.example"),
      authorship: Plan.Authorship(origin: bastion, created: noon)
    )
    let place = Place(account: keller.account, region: "eu-west-1", endpoint: "https://x.example")
    var agreement = Agreement(plan, .selection, rules: Rules(), in: place)
    let unknown = { StackShare(stackName: $0, people: $1, size: .unknown) }
    #expect(
      PlanLine.lines(of: plan, agreement.facts) == [
        .stack(unknown("design", 1)), .entry(0), .stack(unknown("maths", 2)), .entry(1), .entry(2),
      ]
    )
    var check = Check(of: plan, at: noon)
    check.stacks[1].total = 40
    check.fail(0, .refusal("InternalError"))
    _ = agreement.take(check, of: plan)
    #expect(PlanLine.lines(of: plan, agreement.facts)[0] == .stack(unknown("design", 1)))
    let known = StackShare(stackName: "maths", people: 2, size: .exactly(40))
    #expect(PlanLine.lines(of: plan, agreement.facts)[2] == .stack(known))
  }

  @Test(arguments: [15, 18, 24, 30, 60])
  func `entries and warnings share the room between facts and prompt`(rows: Int) {
    for warnings in [0, 1, 4, 20] {
      let geometry = PlanGeometry(size: Size(rows: rows, columns: 80), warnings: warnings)
      #expect(geometry.entriesHeight >= 2 && geometry.warningsHeight >= 1)
      #expect(geometry.warningsRule == PlanGeometry.firstEntry + geometry.entriesHeight)
      #expect(geometry.footerRow == geometry.promptRow + 1)
    }
  }
}
