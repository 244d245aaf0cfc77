import FoundationEssentials
import Screen
import TerminalTesting
import Testing

extension EndToEnd {
  /// The commands that the README begins with, pasted into a Debian on which nothing of this project was installed,
  /// with this machine's Swift toolchain.
  @Suite(.enabled(if: Machine.folder != nil && ProcessInfo.processInfo.environment["README_COMMANDS"] != nil))
  struct `The README's commands` {
    @Test(arguments: ["root", "jkeller"])
    func `work as they stand`(user: String) throws {
      let terminal = try Machine.debian.terminal(
        ["/bin/bash", "-euc", try Self.preparation(of: user)],
        binding: try Self.outside,
        size: Size(rows: 40, columns: 200)
      )
      try terminal.waitUntil("the shell", timeout: .seconds(300)) { $0.contains("~/clone") }
      try terminal.type("\(try Self.command("demo")) || echo failed $?\r")
      try terminal.waitUntil("the console", timeout: .seconds(2400)) { screen in
        screen.contains("12 stacks, 12 read") || screen.lines.contains { $0.hasPrefix("failed ") }
      }
      #expect(terminal.screen.contains("12 stacks, 12 read"))
      try terminal.type("q")
      try terminal.waitUntil("the shell again") { !$0.isAlternate }
      try terminal.type("clear; \(try Self.command("test")); echo ended $?\r")
      try terminal.waitUntil("the end of the tests", timeout: .seconds(3600)) { screen in
        screen.lines.contains { $0.hasPrefix("ended ") }
      }
      let screen = terminal.screen
      #expect(screen.lines.contains("ended 0"), "\(Self.failures(in: terminal.output))")
      #expect(screen.contains("tests in"))
      // What a test that failed has printed may have had the terminal answer, which is typed text to the shell.
      try terminal.type("\u{15}exit\r")
      _ = try terminal.waitForExit()
    }

    /// The lines of `output` by which the test runner tells of a failure, or the last ones where there is none.
    private static func failures(in output: [UInt8]) -> String {
      let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").map { String(reflecting: $0) }
      let failures = lines.filter { $0.contains("recorded an issue") || $0.contains("error:") }
      return (failures.isEmpty ? lines.suffix(40) : failures[...]).joined(separator: "\n")
    }

    /// Makes the user and the clone, installs what the toolchain itself needs (https://www.swift.org/install/linux/),
    /// and leaves a login shell in the clone.
    private static func preparation(of user: String) throws -> String {
      """
      [ '\(user)' = root ] || useradd --create-home --shell /bin/bash '\(user)'
      printf '%s ALL=(ALL) NOPASSWD: ALL\\n' '\(user)' >/etc/sudoers.d/user
      export DEBIAN_FRONTEND=noninteractive
      apt-get update
      apt-get install -y --no-install-recommends binutils git libc6-dev libcurl4 libedit2 libgcc-12-dev libpython3.11 \
        libsqlite3-0 libstdc++-12-dev libxml2 pkg-config tzdata zlib1g-dev
      home=$(getent passwd '\(user)' | cut -d: -f6)
      printf 'export PATH="%s/bin:$PATH"\\n' '\(try toolchain)' >/etc/profile.d/swift.sh
      git -c safe.directory='*' clone -q '\(repository)' "$home/clone"
      chown -R '\(user)' "$home/clone"
      # The repositories that packages are fetched from may belong to somebody else.
      runuser -u '\(user)' -- git config --global --add safe.directory '*'
      printf 'cd clone\\n' >>"$home/.profile"
      exec su - '\(user)'
      """
    }

    private static let repository = "\(#filePath)".split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

    private static var toolchain: String {
      get throws {
        guard let root = Toolchain.root else { throw TestingError("There is no Swift toolchain on PATH.") }
        return root
      }
    }

    /// What the machine gets of the one outside: the repository, the toolchain, and where git fetches packages from.
    private static var outside: [String] {
      get throws {
        let settings = "/etc/gitconfig"
        let lines = String(decoding: FileManager.default.contents(atPath: settings) ?? Data(), as: UTF8.self)
        let mirrors = lines.split(separator: "\n").compactMap { line in
          line.firstMatch(of: /\[url "(\/.*?)\/?"\]/).map { String($0.1) }
        }
        let present = FileManager.default.fileExists(atPath: settings) ? [settings] : []
        return [repository, try toolchain] + present + Set(mirrors).sorted()
      }
    }

    private static func command(_ name: String) throws -> String {
      let result = try ProgramUnderTest.run(path: "\(repository)/.ci/readme-command", arguments: [name])
      guard result.status == .exited(0) else { throw TestingError(result.standardError) }
      return result.standardOutput.split(separator: "\n").joined(separator: "\n")
    }
  }
}
