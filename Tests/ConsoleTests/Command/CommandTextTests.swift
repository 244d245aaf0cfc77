import PlainText
import Testing

@testable import Console

@Suite struct CommandTextTests {
  private static let names = CommandNames(
    stacks: ["biology-2026a", "biology-2026b", "chemistry-lab"],
    profiles: ["dev", "prod admin", "prod-admin"],
    regions: ["eu-west-1", "eu-west-2", "us-east-1"],
    columns: ["user", "stack", "name", "status"]
  )

  @Test(arguments: [
    ("stack maths", Command.Action.stack, "maths"), ("  stack  maths  ", .stack, "maths"),
    ("STACK Maths", .stack, "Maths"),
    ("st", .stack, ""), ("so", .sort, ""),
    ("q", .quit, ""), ("k", .keep, ""),
    ("mark leavers 2.csv", .mark, "leavers 2.csv"), ("ru", .runs, ""), ("reason CHG 1  2", .reason, "CHG 1  2"),
    ("export\tout.csv", .export, "out.csv"),
  ])
  func `a name or its beginning and what follows it make a command`(text: String, action: Command.Action, rest: String)
  {
    let typed = CommandText(text)
    #expect(typed.command?.action == action)
    #expect(typed.argument == rest)
  }

  @Test(arguments: ["", " ", "r", "s", "x", "stacks", "quitt", "\u{1B}"])
  func `what could mean several or none is no command`(text: String) {
    #expect(CommandText(text).command == nil)
  }

  @Test func `the refusal names what there is`() {
    #expect(CommandText("r").refusal == "\"r\" is the beginning of more than one command: reason, region, runs.")
    #expect(
      CommandText("\u{1B}").refusal.text
        == "There is no command \"<U+001B>\"; export, failed, help, keep, mark, profile, quit, reason, region, "
        + "runs, sort, stack are there."
    )
  }

  @Test(arguments: [
    ("", ""), ("s", "s"), ("so", "sort "), ("sort n", "sort name"), ("st", "stack "), ("STA", "stack "), ("q", "quit"),
    ("r", "r"), ("rea", "reason "), ("x", "x"),
    ("stack ", "stack "), ("stack b", "stack biology-2026"), ("stack c", "stack chemistry-lab"),
    ("st c", "stack chemistry-lab"),
    ("profile d", "profile dev"), ("pro p", "profile prod"), ("region us", "region us-east-1"), ("reg ", "region "),
    ("stack x", "stack x"), ("stack biology-2026b", "stack biology-2026b"), ("reason b", "reason b"),
  ])
  func `completion adds what can only be meant so`(text: String, completed: String) {
    #expect(CommandText(text).completed(Self.names) == completed)
  }

  @Test func `every command is found by its whole name, and names are in order`() {
    let names = Command.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
    for command in Command.all { #expect(CommandText(command.name).command == command) }
  }
}
