import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Screen
import TerminalTesting
import TestSupport

/// The console on the emulator's demo, as somebody has it who works with a profile.
struct PicturedConsole {
  let terminal: EmulatedTerminal
  private let emulator: LiveEmulator
  private let scratch: Scratch

  /// Opens it.
  ///
  /// - Parameters:
  ///   - faults: What goes wrong beside what does in the demo, as the emulator's help has it.
  ///   - settings: The settings file.
  init(_ arguments: String..., size: Size = Size(rows: 30, columns: 120), faults: String? = nil, settings: String = "")
    throws
  {
    emulator = try LiveEmulator("--seed", "demo", faults: faults)
    scratch = try Scratch()
    scratch.makeDirectory("appstream-console")
    _ = try scratch.file("appstream-console/config", settings)
    let credentials = try scratch.file(
      "credentials",
      """
      [prod-admin]
      aws_access_key_id = \(EmulatorKeys.user.accessKeyID)
      aws_secret_access_key = \(EmulatorKeys.user.secretAccessKey)
      """
    )
    let configuration = try scratch.file("config", "[profile prod-admin]\nregion = eu-west-1\n")
    terminal = try EmulatedTerminal(
      executable: ProgramUnderTest.path(of: "appstream-console"),
      arguments: ["--profile", "prod-admin"] + arguments,
      environment: [
        "AWS_ENDPOINT_URL": emulator.endpoint.description, "AWS_SHARED_CREDENTIALS_FILE": credentials,
        "AWS_CONFIG_FILE": configuration, "XDG_CONFIG_HOME": scratch.path, "XDG_STATE_HOME": scratch["state"],
      ],
      size: size
    )
    try wait(for: "900 of 900")
  }

  /// Writes a file that the console can be given.
  ///
  /// - Returns: Its path.
  func file(_ name: String, _ text: String) throws -> String { try scratch.file(name, text) }

  /// Waits until the screen holds all of `texts`, and nothing more is written.
  func wait(for texts: String...) throws {
    try terminal.waitUntil("'\(texts.joined(separator: "' and '"))'") { screen in texts.allSatisfy(screen.contains) }
    try terminal.waitUntilQuiet()
  }

  /// Types keys one by one, each on what the one before has shown.
  func press(_ keys: String) throws {
    for key in keys {
      try terminal.type(String(key))
      try terminal.waitUntilQuiet()
    }
  }

  /// Enters `text` at what `key` opens.
  func enter(_ text: String, at key: String) throws {
    try press(key)
    try terminal.type(text)
    try terminal.waitUntilQuiet()
    try terminal.type("\r")
    try terminal.waitUntilQuiet()
  }

  /// Saves what is on the screen.
  func save(as name: String, _ title: String) throws {
    try Screenshot.save(terminal.screen, as: name, title: title)
  }
}
