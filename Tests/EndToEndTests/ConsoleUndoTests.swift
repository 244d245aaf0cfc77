import AppStream
import PlainText
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `An undo in the console` {
    private static let faults = """
      {"faults":[
        {"fault":"item","userName":"user-000003@load.example","stackName":"stack-0001","code":"USER_NAME_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"user-000007@load.example","stackName":"stack-0002","code":"DIRECTORY_NOT_FOUND","operations":["BatchDisassociateUserStack"]},
        {"fault":"item","userName":"user-000011@load.example","stackName":"stack-0003","code":"INTERNAL_ERROR","operations":["BatchDisassociateUserStack"]}
      ]}
      """

    @Test func `of 60 with 3 failures is confirmed by its own phrase, puts 57 back in 3 calls, and mails nobody`()
      async throws
    {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "3x20x60", faults: Self.faults)
      let console = try ConsoleUnderTest(on: emulator, home: home)
      let terminal = console.terminal
      try console.plan(60, on: 3)
      try console.confirm("60 from 3 stacks")
      try terminal.waitUntil("the end of the run") { $0.contains("57 removed, 3 failed") && $0.contains("U undo 57") }

      try terminal.type("U")
      try terminal.waitUntil("the plan of the undo") {
        $0.contains("57 to 3 stacks") && $0.contains("UNDO of run") && $0.contains("nothing has been sent")
      }
      // The habit of removing must not confirm the opposite.
      try terminal.waitUntil("the line that asks") { $0.contains("Type  57 to 3 stacks  and Enter:") }
      try terminal.type("57 from 3 stacks\r")
      try terminal.waitUntil("the refusal") {
        $0.contains("What was typed is not  57 to 3 stacks") && !$0.contains("57 from 3")
      }
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
      try console.confirm("57 to 3 stacks")
      try terminal.waitUntil("the end of the undo") { $0.contains("57 restored") && $0.contains("finished") }
      #expect(try console.leave() == .exited(0))
      #expect(terminal.normalScreenText?.contains("57 restored") == true)

      let sent = try await emulator.rawLog().filter { $0["operation"]?.text == "BatchAssociateUserStack" }
      #expect(sent.map { $0["input"]?["UserStackAssociations"]?.elements.count ?? 0 }.sorted() == [7, 25, 25])
      let entries = sent.flatMap { $0["input"]?["UserStackAssociations"]?.elements ?? [] }
      #expect(entries.allSatisfy { $0["SendEmailNotification"] == .boolean(false) })
      for stack in ["stack-0001", "stack-0002", "stack-0003"] {
        #expect(try await emulator.users(on: stack).count == 20)
      }
      #expect(try home.runs.count == 2)
    }
  }
}
