import AWSClientCore
import Console
import TestSupport
import Testing

@testable import Program

/// The section `[keys]`.
@Suite struct KeySettingsTests {
  private static let user = "/home/jkeller/.config/appstream-console/config"

  private func load(administrator: String? = nil, user: String? = nil) throws -> ConsoleSettings {
    var files: [String: String] = [:]
    files[ConsoleSettings.administratorsPath] = administrator
    files[Self.user] = user
    return try ConsoleSettings.load(Desk(files: files).process)
  }

  private func keys(_ changes: [String: String]) throws -> KeyTables {
    var parsed: [String: KeyChange] = [:]
    for (action, text) in changes { parsed[action] = try KeyChange(of: action, to: text) }
    return try KeyTables(parsed)
  }

  private func refusal(administrator: String? = nil, _ text: String) -> String {
    do {
      _ = try load(administrator: administrator, user: text)
      return "it was read"
    } catch {
      return "\(error)"
    }
  }

  @Test func `keys are read, and without the section they are the standard ones`() throws {
    let settings = try load(user: "[keys]\nremove = D\npage-down = PgDn Ctrl-F\nfilter = ;\n")
    #expect(settings.keys == (try keys(["remove": "D", "page-down": "PgDn Ctrl-F", "filter": ";"])))
    #expect(try load(user: "[console]\nascii = true\n").keys == .standard)
  }

  @Test func `the user's keys go before the administrator's, action by action`() throws {
    let settings = try load(administrator: "[keys]\nremove = D\nmark = +\n", user: "[keys]\nmark = Space\n")
    #expect(settings.keys == (try keys(["remove": "D"])))
  }

  @Test(arguments: [
    ("[keys]\ndelete = D\n", 2, "no key does delete: the names are in the manual, section KEYS"),
    (
      "[keys]\nremove = D\nstop = X\n", 3,
      "stop keeps its keys, so that everybody can stop, leave and confirm with them"
    ),
    ("[keys]\nremove = Ctrl-C\n", 2, "Ctrl-C stops, leaves or does the same everywhere, and can do nothing else"),
    ("[keys]\nremove = 7\n", 2, "7 is a digit, which begins a number or what confirms a plan"),
    ("[keys]\nremove =\n", 2, "remove needs a key"),
    ("[keys]\nmark = +\nremove = t\n", 3, "t would be both people and remove (The list)"),
    ("[keys]\nremove = t\nmark = +\n", 2, "t would be both people and remove (The list)"),
    ("[keys]\nremove = D\nremove = X\n", 3, "remove is set twice in this section"),
  ])
  func `what cannot be is refused with its line`(text: String, line: Int, reason: String) {
    #expect(refusal(text) == "Line \(line) of \(Self.user) cannot be used: \(reason). Correct that line.")
  }

  @Test func `a conflict of both files is the user's`() {
    let reason = "z would be both export and remove (The list)"
    let sentence = refusal(administrator: "[keys]\nremove = z\n", "[keys]\nmark = +\nexport = z\n")
    #expect(sentence == "Line 3 of \(Self.user) cannot be used: \(reason). Correct that line.")
  }
}
