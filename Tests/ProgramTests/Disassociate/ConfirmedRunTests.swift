import AppStream
import AppStreamEmulator
import PlainText
import Runs
import Synchronization
import TestSupport
import Testing

@testable import Program

/// Plans that a command has checked and confirmed, and what the person is shown and asked.
@Suite(.timeLimit(.minutes(1))) struct ConfirmedRunTests {
  private func plan(_ entries: [Association], in session: Session) async -> Plan {
    Plan(
      operation: .disassociate,
      entries: entries,
      target: session.destination.target(of: await session.identity()),
      authorship: Plan.Authorship(origin: session.process.origin(), reason: "CHG-7", created: Desk.moment)
    )
  }

  private func outcome(
    _ desk: Desk,
    _ entries: [Association] = square,
    seed: Seed = .square,
    consent: Agreement.Consent = .asked,
    rules: Rules = Rules()
  ) async throws -> ConfirmedRun.Outcome {
    let session = desk.session(seed)
    let plan = await plan(entries, in: session)
    return try await ConfirmedRun(session: session, rules: rules, consent: consent, caller: plan.caller)
      .agree(on: plan, .selection)
  }

  @Test func `what is shown is asked for by its numbers, and the phrase is on record`() async throws {
    let desk = Desk(person: { $0 == "4 from 2" })
    guard case .agreed(let start) = try await outcome(desk) else { return #expect(Bool(false), "not agreed") }
    #expect(desk.asked.elements == ["4 from 2"])
    #expect(start.records(openedBy: desk.process.holder).contains(.confirmed(how: "typed \"4 from 2\"")))
    #expect(start.machine.entries.count == 4)
    #expect(desk.transcript.contains("CHG-7"))
  }

  @Test func `anything else than the phrase sends nothing`() async throws {
    let desk = Desk(person: { _ in false })
    guard case .declined(let failure) = try await outcome(desk) else { return #expect(Bool(false), "not declined") }
    #expect(failure.description == "Not confirmed, so nothing was sent.")
  }

  @Test func `where nobody can be asked nothing is sent, and nobody is shown a plan`() async throws {
    let desk = Desk()
    guard case .declined(let failure) = try await outcome(desk) else { return #expect(Bool(false), "not declined") }
    #expect(failure.status == .refused)
    #expect(desk.asked.elements.isEmpty)
  }

  @Test func `consent that was given beforehand asks nobody`() async throws {
    let desk = Desk()
    guard case .agreed(let start) = try await outcome(desk, consent: .given(how: "--yes")) else {
      return #expect(Bool(false), "not agreed")
    }
    #expect(start.records(openedBy: desk.process.holder).contains(.confirmed(how: "--yes")))
    #expect(desk.asked.elements.isEmpty)
  }

  @Test func `who is gone already is not sent, and that is said before it is asked`() async throws {
    let stranger = Association(stackName: "stack-0001", userName: "gone@load.example")
    let desk = Desk(person: { _ in true })
    guard case .agreed(let start) = try await outcome(desk, square + [stranger]) else {
      return #expect(Bool(false), "not agreed")
    }
    #expect(desk.asked.elements == ["4 from 2"])
    #expect(start.machine.counts.queued == 4)
    #expect(desk.transcript.contains("1 association of the plan is gone already and will not be sent."))
  }

  @Test func `a plan of which nothing is left is no failure`() async throws {
    let stranger = Association(stackName: "stack-0001", userName: "gone@load.example")
    guard case .nothingLeft(let machine) = try await outcome(Desk(person: { _ in true }), [stranger]) else {
      return #expect(Bool(false), "something is left")
    }
    #expect(machine.counts[.absent] == 1)
  }

  @Test func `a rule that forbids it is said before anything is read or asked`() async throws {
    let desk = Desk(person: { _ in true })
    var rules = Rules()
    rules.readOnly = .settings
    await #expect(throws: CommandFailure.self) { try await outcome(desk, rules: rules) }
    #expect(desk.asked.elements.isEmpty)
  }

  @Test func `a look sends and asks nothing, and says what would keep it from being sent`() async throws {
    let desk = Desk(person: { _ in true })
    let session = desk.session(.square)
    var rules = Rules()
    rules.atMost = 3
    let plan = await plan(square, in: session)
    let machine = try await ConfirmedRun(session: session, rules: rules, consent: .asked, caller: plan.caller)
      .look(at: plan, .selection)
    #expect(machine.counts.queued == 4)
    #expect(desk.asked.elements.isEmpty)
    #expect(desk.transcript.contains("This keeps it from being sent:"))
    #expect(desk.transcript.contains("at_most"))
  }
}
