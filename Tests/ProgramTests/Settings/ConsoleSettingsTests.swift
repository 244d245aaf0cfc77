import AWSClientCore
import NcursesTerminal
import PlainText
import Runs
import TestSupport
import Testing

@testable import Program

@Suite struct ConsoleSettingsTests {
  private static let user = "/home/jkeller/.config/appstream-console/config"

  private func load(administrator: String? = nil, user: String? = nil) throws -> ConsoleSettings {
    var files: [String: String] = [:]
    files[ConsoleSettings.administratorsPath] = administrator
    files[Self.user] = user
    return try ConsoleSettings.load(Desk(files: files).process)
  }

  private func refusal(_ text: String) -> String {
    do {
      _ = try load(user: text)
      return "it was read"
    } catch let failure as CommandFailure {
      return failure.status == .usage ? failure.description : "\(failure.status)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `without files everything is as it is by itself`() throws {
    #expect(try load() == ConsoleSettings())
  }

  @Test func `a user's file adds to the administrator's and takes nothing back`() throws {
    let settings = try load(
      administrator: "[console]\nread_only = true\nat_most = 100\nplan_valid = 12h\n",
      user: "[console]\nread_only = false\nat_most = 500\nplan_valid = 90m\nat_most_percent = 40\n"
    )
    #expect(settings.rules.readOnly == .settings)
    #expect(settings.rules.atMost == 100)
    #expect(settings.rules.atMostPercent == 40)
    #expect(settings.rules.planValidity == PlanValidity("90m"))
  }

  @Test func `what the console looks like is the user's choice`() throws {
    let settings = try load(administrator: "[console]\ntheme = dark\n", user: "[console]\ntheme = light\n")
    #expect(settings.theme == .light)
    #expect(try load(administrator: "[console]\ntheme = mono\n").theme == .mono)
    #expect(try load(administrator: "[console]\nmouse = true\n").takesMouse)
    #expect(try !load(administrator: "[console]\nmouse = true\n", user: "[console]\nmouse = false\n").takesMouse)
  }

  @Test func `protected accounts and stacks unite`() throws {
    let settings = try load(
      administrator: "[account 111122223333]\nprotected = true\n",
      user:
        "[account 444455556666]\nprotected = true\n[stack physics-exam]\nprotected = true\n[stack lab]\nprotected = false\n"
    )
    #expect(settings.rules.protectedAccounts == ["111122223333", "444455556666"])
    #expect(settings.rules.protectedStacks == ["physics-exam"])
  }

  @Test func `the command line can only make it stricter`() throws {
    #expect(try load().rules(isReadOnly: true).readOnly == .option)
    #expect(try load(user: "[console]\nread_only = true\n").rules(isReadOnly: false).readOnly == .settings)
  }

  @Test(arguments: [
    ("[console]\nread_onyl = true\n", "Line 2 of \(user) cannot be used: this version has no setting read_onyl there."),
    ("[console]\nread_only = yes\n", "Line 2 of \(user) cannot be used: read_only must be true or false."),
    ("[console]\nat_most = 0\n", "at_most must be a whole number, 1 or more."),
    ("[console]\nat_most_percent = 101\n", "at_most_percent must be a whole number, 1 to 100."),
    ("[console]\nplan_valid = soon\n", "plan_valid must be minutes, hours or days"),
    ("[console]\nascii = true\nascii = true\n", "ascii is set twice in this section"),
    ("[console]\ntheme = pink\n", "Line 2 of \(user) cannot be used: theme must be one of dark, light, mono."),
    ("[account 1111-2222-3333]\nprotected = true\n", "1111-2222-3333 is no account"),
    ("[account 111122223333]\n", "[account 111122223333] says nothing"),
    ("[stack a b]\nprotected = true\n", "is not a section of it"),
    ("[stack -a]\nprotected = true\n", "-a cannot be the name of a stack"),
    ("[users]\nprotected = true\n", "[users] is not a section of it"),
  ])
  func `what cannot be meant is refused with its line`(text: String, reason: String) {
    #expect(refusal(text).contains(reason), "\(refusal(text))")
  }

  @Test func `a relative XDG_CONFIG_HOME is ignored, and an absolute one is where the file is`() throws {
    for (base, isRead) in [("conf", false), ("/srv/conf", true)] {
      var desk = Desk(files: ["/srv/conf/appstream-console/config": "[console]\nascii = true\n"])
      desk.variables["XDG_CONFIG_HOME"] = base
      #expect(try ConsoleSettings.load(desk.process).isASCII == isRead)
    }
  }

  @Test func `a file that may not be read is no file that is not there`() {
    let files = MemoryFiles(unreadable: [Self.user])
    #expect(throws: CommandFailure.self) {
      try ConsoleSettings.load(ProcessEnvironment(variables: ["HOME": "/home/jkeller"]), files)
    }
  }

  @Test func `the example sets nothing, and everything in it can be switched on`() throws {
    #expect(try load(user: ExampleSettingsCommand.text) == ConsoleSettings())
    let settings = ConsoleSetting.allCases.map { "\($0.rawValue) = \($0.example)\n" }.joined()
    let all = try load(user: "[console]\n\(settings)")
    #expect(all.rules.readOnly == .settings && all.rules.requiresReason && all.logsToSyslog && all.isASCII)
    #expect(all.theme == .light && all.takesMouse && all.ringsBell && all.setsTitle)
    #expect(all.rules.atMost != nil && all.rules.atMostPercent != nil && all.rules.planValidity != nil)
  }
}
