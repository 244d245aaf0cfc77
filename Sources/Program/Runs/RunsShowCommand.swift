import AWSClientCore
import ArgumentParser
import FoundationEssentials
import PlainText
import Runs

/// `appstream-console runs show ID`.
struct RunsShowCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what became of a run's entries.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var argument: RunArgument

  func run(in process: ProcessContext) async throws {
    let id = try argument.runID()
    let runs = try EarlierRuns(global, process)
    let contents = try runs.contents(of: id)
    let isHeld: Bool
    do throws(JournalError) { isHeld = try runs.store.isHeld(id) } catch { throw CommandFailure(error) }
    let sequel = runs.store.sequel(of: id, contents.machine)
    for line in Self.facts(contents, sequel, isHeld: isHeld) { process.say(line) }
    let machine = contents.standing(isHeld: isHeld)
    RunPrinter(process, global.output).print(id, machine)
    let status = CommandRun.status(of: machine)
    if status != .success { throw status.code }
  }

  /// Who did it, when and why, and how it stands.
  private static func facts(_ contents: JournalContents, _ sequel: RunSequel, isHeld: Bool) -> [Line] {
    let plan = contents.plan
    let status = contents.status(isHeld: isHeld)
    var lines: [Line] = [
      "run \(contents.id): \(plan.operation.rawValue), \(status.rawValue), begun \(contents.started.formatted(.iso8601))",
      "  account \(plan.caller?.account ?? "unknown"), Region \(plan.region), endpoint \(plan.endpoint)",
      "  by \(plan.origin.name), caller \(plan.caller?.arn ?? "unknown")",
      "  plan \(plan.number), made by \(plan.making.origin.name) \(plan.created.formatted(.iso8601))",
      "  journal \(contents.lastHash)",
    ]
    if let skew = contents.clockSkew { lines.append("  times by this machine's clock, then \(skew.amount) AWS's") }
    if let reason = plan.reason { lines.append("  reason \(reason)") }
    if let earlier = plan.follows { lines.append("  follows run \(earlier)") }
    if let (resumer, since) = contents.resumer {
      lines.append(
        "  resumed \(since.formatted(.iso8601)) by process \(resumer.processID) on \(resumer.host)"
      )
    }
    lines += sequel.clauses.map { "  \($0)" }
    if status == .running, let (holder, since) = contents.holder {
      lines.append("  held by process \(holder.processID) on \(holder.host) since \(since.formatted(.iso8601))")
    }
    if status != .running, let advice = contents.machine.advice(on: contents.id, after: sequel) {
      lines.append("  \(advice)")
    }
    return lines
  }
}
