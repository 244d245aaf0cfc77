import AWSClientCore
import AppStream
import AppStreamEmulator
import ArgumentParser
import PlainText
import Runs
import Testing

@testable import Program

/// Plans that a command's options mean, of a service in this process.
@Suite(.timeLimit(.minutes(1))) struct PlanningTests {
  private let desk = Desk()

  private func planned(
    _ arguments: [String],
    _ wish: PlanWish = PlanWish(),
    faults: [Fault] = [],
    rules: Rules = Rules()
  ) async throws -> Planning.Planned {
    let selectors = try SelectorOptions.parse(arguments).validated(in: desk.process)
    return try await Planning(session: desk.session(.square, faults: faults), wish: wish, rules: rules).plan(selectors)
  }

  private func refusal(_ work: () async throws -> Planning.Planned) async -> CommandFailure? {
    do {
      _ = try await work()
      return nil
    } catch {
      return error as? CommandFailure
    }
  }

  @Test func `a user is taken off every stack, and the plan says who made it when and where`() async throws {
    let planned = try await planned(["--user", "user-000001@load.example"], PlanWish(reason: "CHG-7"))
    #expect(planned.plan.entries == [square[0], square[2]])
    #expect(planned.plan.reason == "CHG-7")
    #expect(planned.plan.created == Desk.moment)
    #expect(planned.plan.origin.name == "jkeller on bastion-2")
    #expect(planned.plan.caller?.account == "123456789012")
    #expect(planned.plan.sendEmailNotification == nil)
    #expect(planned.status == .success)
    #expect(planned.note == ", plan \(planned.plan.number)")
  }

  @Test func `stacks alone take everyone on them`() async throws {
    #expect(try await planned(["--stack", "stack-0002"]).plan.entries == Array(square[2...]))
  }

  @Test func `who is nobody makes the status, unless that is allowed`() async throws {
    let arguments = ["--user", "user-000001@load.example", "--user", "nobody@load.example"]
    let strict = try await planned(arguments)
    #expect(strict.status == .entriesFailed)
    #expect(strict.unmatched.map(\.userName) == ["nobody@load.example"])
    #expect(try await planned(arguments + ["--allow-missing"]).status == .success)
  }

  @Test func `a stack that is none is refused with the name it may be`() async {
    let failure = await refusal { try await planned(["--stack", "Stack-0001"]) }
    #expect(failure?.status == .usage)
    #expect(failure?.description.contains("Did you mean \"stack-0001\"?") == true)
  }

  @Test func `a stack that cannot be read keeps the plan from being made, unless that is accepted`() async throws {
    let faults = [
      Fault(.forbidden(stacks: ["stack-0002"]), FaultTrigger(operations: ["DescribeUserStackAssociations"]))
    ]
    let failure = await refusal {
      try await planned(["--stack", "stack-0001", "--stack", "stack-0002"], faults: faults)
    }
    #expect(failure?.status == .unavailable)
    #expect(failure?.description.contains("--allow-partial") == true)
    let partial = try await planned(
      ["--stack", "stack-0001", "--stack", "stack-0002", "--allow-partial"],
      faults: faults
    )
    #expect(partial.plan.entries == Array(square[..<2]))
    #expect(partial.plan.stacksNotRead == 1)
    #expect(desk.transcript.contains("The associations of stack stack-0002 are not complete."))
  }

  @Test func `a hash without a plan file pins nothing`() async {
    let failure = await refusal { try await planned(["--stack", "stack-0001"], PlanWish(pinnedHash: "00")) }
    #expect(failure?.status == .usage)
    #expect(failure?.description.contains("--plan-sha256 pins a plan file") == true)
  }

  @Test func `validity comes from the option, and else from the settings`() async throws {
    let (day, hour) = (PlanValidity("24h"), PlanValidity("1h"))
    var rules = Rules()
    rules.planValidity = day
    #expect(try await planned(["--stack", "stack-0001"], rules: rules).plan.validity == day)
    #expect(try await planned(["--stack", "stack-0001"], PlanWish(validFor: hour), rules: rules).plan.validity == hour)
  }
}
