import ArgumentParser
import FoundationEssentials
import PlainText
import Screen
import TestSupport
import Testing

@testable import Program

/// Commands from their arguments to what they write, on the data of the demo.
@Suite(.timeLimit(.minutes(1))) struct CommandTests {
  private func run(_ arguments: [String], in desk: Desk) async -> Program.ExitStatus {
    do {
      guard let command = try AppStreamConsole.parseAsRoot(arguments) as? any ProgramCommand else {
        desk.said.append("not a command")
        return .usage
      }
      try await command.run(in: desk.process)
      return .success
    } catch let failure as CommandFailure {
      desk.said.append(failure.description)
      return failure.status
    } catch let code as ExitCode {
      return Program.ExitStatus(rawValue: code.rawValue) ?? .usage
    } catch {
      desk.said.append("\(error)")
      return .usage
    }
  }

  @Test(arguments: [
    (["stacks"], "Stacks"), (["users"], "Users"), (["associations", "--stack", "maths-open"], "UserStackAssociations"),
  ])
  func `a list is written whole, in the form that is asked for`(arguments: [String], member: String) async throws {
    let desk = Desk()
    #expect(await run(arguments + ["--demo", "--output", "json"], in: desk) == .success)
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(desk.written.text.utf8))
    guard case .array(let rows)? = document[member] else { return #expect(Bool(false), "no \(member)") }
    #expect(!rows.isEmpty)
    let table = Desk()
    #expect(await run(arguments + ["--demo"], in: table) == .success)
    #expect(table.written.text.split(separator: "\n").count == rows.count + 1)
  }

  @Test(arguments: [["stacks"], ["users"], ["associations"]])
  func `a table fits the terminal, is whole in a pipe, and its rows differ as they do there`(arguments: [String]) async
  {
    let pipe = Desk()
    #expect(await run(arguments + ["--demo"], in: pipe) == .success)
    let whole = pipe.written.text.split(separator: "\n")
    #expect(!whole.contains { $0.contains("..") && !$0.contains("a.person.whose") })
    for width in [40, 80, 120, 200] {
      var desk = Desk()
      desk.tableWidth = width
      #expect(await run(arguments + ["--demo"], in: desk) == .success)
      let lines = desk.written.text.split(separator: "\n")
      #expect(lines.count == whole.count)
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width }, "\(width)")
      #expect(Set(lines).count == lines.count, "\(width)")
    }
  }

  @Test func `who has no association is named with who looks like them`() async {
    let desk = Desk()
    let status = await run(
      ["associations", "--demo", "--stack", "maths-open", "--user", "Ada.Byron@contr.example"],
      in: desk
    )
    #expect(status == .success)
    #expect(desk.transcript.contains("Ada.Byron@contr.example has no association there."))
    #expect(desk.transcript.contains("ada.byron@contr.example looks like it and has."))
  }

  @Test func `a dry run shows the plan, sends nothing and asks nobody`() async throws {
    let desk = Desk(person: { _ in true })
    let arguments = ["disassociate", "--demo", "--user", "bo.diaz@contr.example", "--dry-run", "--output", "csv"]
    #expect(await run(arguments, in: desk) == .success)
    #expect(desk.asked.elements.isEmpty)
    #expect(desk.written.text.components(separatedBy: "bo.diaz@contr.example").count == 4)
  }

  @Test(arguments: [
    ("abe.olsen@contr.example", "removed", Program.ExitStatus.success),
    ("gus.petit@contr.example", "failed", .entriesFailed),
  ])
  func `a run that is confirmed is sent, and every entry is written with what became of it`(
    user: String,
    outcome: String,
    status: Program.ExitStatus
  ) async throws {
    let desk = Desk(person: { $0 == "2 from 2" })
    #expect(await run(["disassociate", "--demo", "--user", user, "--output", "json"], in: desk) == status)
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(desk.written.text.utf8))
    #expect(document["Counts"]?[outcome] == .integer(2))
    #expect(desk.asked.elements == ["2 from 2"])
  }

  @Test func `nobody to ask is a refusal before anything is read`() async {
    let desk = Desk()
    #expect(await run(["disassociate", "--demo", "--stack", "maths-open"], in: desk) == .refused)
    #expect(
      desk.transcript
        == "Nothing was sent: there is no terminal to confirm on. Look at what would be sent, then add --yes."
    )
  }

  @Test func `settings that forbid sending forbid it here, too`() async {
    let desk = Desk(
      files: [ConsoleSettings.administratorsPath: "[console]\nrequire_reason = true\n"],
      person: { _ in true }
    )
    #expect(await run(["disassociate", "--demo", "--stack", "maths-open"], in: desk) == .refused)
    #expect(desk.transcript == "A reason is required here, so nothing was sent. Give one with --reason.")
    #expect(desk.asked.elements.isEmpty)
  }

  @Test func `settings that cannot be read stop every command that would keep to them`() async {
    for arguments in [["stacks"], ["users"], ["associations"], ["disassociate", "--stack", "maths-open", "--yes"]] {
      let desk = Desk(files: [ConsoleSettings.administratorsPath: "[console]\nread_onyl = true\n"])
      #expect(await run(arguments + ["--demo"], in: desk) == .usage)
      #expect(desk.transcript.contains("this version has no setting read_onyl there"))
    }
  }
}
