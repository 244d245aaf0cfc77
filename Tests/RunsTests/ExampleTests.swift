import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import TestSupport
import Testing

/// The example of the library's documentation, compiled.
struct ExampleTests {
  // The example begins here.
  func remove(
    _ plan: Plan,
    _ client: AppStreamClient,
    as caller: CallerIdentity,
    from holder: RunHolder,
    in journals: some JournalStore
  ) async throws -> RunMachine? {
    let checker = Checker(client: client, identity: { caller }, now: { Moment(Date(), .now) })
    let place = Place(account: caller.account, region: plan.region, endpoint: plan.endpoint)
    let rules = Rules(atMost: 25, atMostPercent: 50)
    var agreement = Agreement(plan, .selection, consent: .given(how: "by a ticket"), rules: rules, in: place)
    guard case .check = agreement.nextStep,
      case .send(let start) = agreement.take(await checker.check(plan), of: plan)
    else { return nil }

    let id = RunID(at: Date(), random: .random(in: 0...UInt16.max))
    try journals.take(PlanClaim(plan, for: id, at: Date()))
    let journal = try journals.create(id, plan, at: Date())
    defer { journal.close() }
    for record in start.records(openedBy: holder) { try journal.append(record, at: Date()) }
    let runner = Runner(
      client: client,
      clock: ContinuousClock(),
      spread: { Double.random(in: 0..<1) },
      renewal: RenewalRule(limit: .zero, ask: { .refused })
    )
    return await runner.run(
      start.machine,
      control: RunControl(),
      journal: { record throws(JournalError) in try journal.append(record, at: Date()) },
      report: { record in print(record) }
    )
  }
  // The example ends here.

  /// A plan that may still be sent.
  private func plan(people count: Int) -> Plan {
    Plan(
      operation: .disassociate,
      entries: Sample.associations(["biology": count]),
      target: Plan.Target(
        caller: Sample.caller,
        region: "eu-west-1",
        endpoint: "https://appstream2.eu-west-1.amazonaws.com"
      ),
      authorship: Plan.Authorship(origin: Sample.origin, created: Date())
    )
  }

  @Test func `the example removes what its rules allow, and the journal tells the same`() async throws {
    let plan = plan(people: 3)
    let others = (10..<14).map { Association(stackName: "biology", userName: Sample.user($0)) }
    let service = MemoryService(plan.entries + others)
    let journals = MemoryJournals()
    let ended = try #require(await remove(plan, service.client, as: Sample.caller, from: Sample.holder, in: journals))
    #expect(ended.counts.text == "3 removed")
    #expect(service.associations == Set(others))
    #expect(try journals.list().map { try $0.contents.get().machine.counts.text } == ["3 removed"])
  }

  @Test func `the example sends nothing above a bound`() async throws {
    let plan = plan(people: 26)
    let service = MemoryService(plan.entries)
    let journals = MemoryJournals()
    #expect(try await remove(plan, service.client, as: Sample.caller, from: Sample.holder, in: journals) == nil)
    #expect(service.associations.count == 26)
    #expect(try journals.list().isEmpty)
  }

  @Test func `the example is the one that the documentation shows`() throws {
    let shown = try DocumentedExample.shown(by: "Runs")
    #expect(try !shown.isEmpty && shown == DocumentedExample.compiled(in: "\(#filePath)"))
  }
}
