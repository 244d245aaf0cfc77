import FoundationEssentials
import Glibc
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `Journals and plan files that were tampered with` {
    @Test func `a changed byte in any line of a journal is refused by everything that would act on it`() async throws {
      let (home, emulator, run) = try Self.finishedRun()
      let original = try home.bytes(of: run)
      let calls = try await emulator.log().count
      let newlines = original.indices.filter { original[$0] == UInt8(ascii: "\n") }
      #expect(newlines.count > 5)
      // One byte in the middle of each line, the newline at its end, and the digits of its time.
      let starts = [0] + newlines.dropLast().map { $0 + 1 }
      for (line, place) in zip(starts, newlines).map({ ($0.0 + $0.1) / 2 }).enumerated() {
        var changed = original
        changed[place] = changed[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        try home.write(changed, as: run)
        let result = try console(["runs", "undo", run, "--yes"], on: emulator, environment: home.environment)
        #expect(result.status == .exited(4), "line \(line + 1), byte \(place)")
        #expect(result.standardError.contains("is not as it was written"), "line \(line + 1), byte \(place)")
        #expect(result.standardOutput == "")
      }
      for command in ["resume", "retry", "undo"] {
        var changed = original
        changed.removeSubrange(starts[2]..<starts[3])
        try home.write(changed, as: run)
        let result = try console(["runs", command, run, "--yes"], on: emulator, environment: home.environment)
        #expect(result.status == .exited(4), "\(command) without line 3")
      }
      #expect(try await emulator.log().count == calls)
    }

    @Test func `a journal that others can write, or that is not ours, is refused`() async throws {
      let (home, emulator, run) = try Self.finishedRun()
      let path = home.journal(of: run)
      func refusal() throws -> String {
        let result = try console(["runs", "undo", run, "--yes"], on: emulator, environment: home.environment)
        #expect(result.status == .exited(4))
        return result.standardError
      }
      chmod(path, 0o620)
      #expect(try refusal().contains("is not safe to keep a journal in"))
      chmod(path, 0o600)

      // Only root can give a file away; others cannot make such a file, and need no test of it.
      if geteuid() == 0 {
        chown(path, 12_345, gid_t.max)
        #expect(try refusal().contains("is not safe to keep a journal in"))
        chown(path, 0, gid_t.max)
      }

      chmod(home.directory, 0o777)
      #expect(try refusal().contains("is not safe to keep a journal in"))
      chmod(home.directory, 0o700)

      let elsewhere = "\(home.path)/elsewhere"
      rename(path, elsewhere)
      symlink(elsewhere, path)
      #expect(try refusal().contains(path))
      unlink(path)
      rename(elsewhere, path)

      rename(home.directory, elsewhere)
      symlink(elsewhere, home.directory)
      #expect(try refusal().contains("is not safe to keep a journal in"))
      #expect(try await emulator.batches("BatchAssociateUserStack").isEmpty)
    }

    @Test func `nothing is sent when the journal cannot be begun`() async throws {
      let home = try StateHome()
      try FileManager.default.createDirectory(
        atPath: "\(home.path)/appstream-console",
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
      try Data().write(to: URL(filePath: home.directory))
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(result.status == .exited(4))
      #expect(result.standardError.contains(home.directory))
      #expect(result.standardOutput == "")
      #expect(try await emulator.batches().isEmpty)
      // Browsing needs no directory that can be written to.
      #expect(try console(["stacks"], on: emulator, environment: home.environment).status == .exited(0))
    }

    @Test func `a journal is its owner's alone, whatever the umask`() throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x1x1")
      let result = try ProgramUnderTest.run(
        path: "/bin/sh",
        arguments: [
          "-c", "umask 0; exec \"$0\" \"$@\"", try ProgramUnderTest.path(of: "appstream-console"), "disassociate",
          "--stack",
          "stack-0001", "--yes",
        ],
        environment: emulator.environment.merging(home.environment) { $1 },
        timeout: .seconds(60)
      )
      #expect(result.status == .exited(0))
      let run = try #require(try home.runs.first)
      for (path, mode) in [(home.journal(of: run), mode_t(0o600)), (home.directory, 0o700)] {
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == mode, "\(path)")
      }
    }

    @Test func `a plan file is sent as it was made, and not at all once a byte of it is changed`() async throws {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "2x2x4")
      let path = "\(home.path)/plan.json"
      let made = try console(
        ["disassociate", "--stack", "stack-0001", "--dry-run", "--plan-out", path],
        on: emulator,
        environment: home.environment
      )
      #expect(made.status == .exited(0))
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
      let original = Array(try Data(contentsOf: URL(filePath: path)))
      let hash = String(decoding: original, as: UTF8.self).split(separator: "\"").first { $0.count == 64 }.map(
        String.init
      )

      for place in stride(from: 20, to: original.count - 2, by: original.count / 12) {
        var changed = original
        changed[place] ^= 1
        try Data(changed).write(to: URL(filePath: path))
        let result = try console(
          ["disassociate", "--plan", path, "--yes"],
          on: emulator,
          environment: home.environment
        )
        #expect([.exited(2), .exited(4)].contains(result.status), "byte \(place)")
        #expect(result.standardError.contains("Nothing was sent"), "byte \(place)")
        #expect(result.standardOutput == "")
      }
      #expect(try await emulator.batches().isEmpty)

      try Data(original).write(to: URL(filePath: path))
      let pinned = ["disassociate", "--plan", path, "--yes", "--plan-sha256"]
      let other = try console(
        pinned + [String(repeating: "0", count: 64)],
        on: emulator,
        environment: home.environment
      )
      #expect(other.status == .exited(4))
      let sent = try console(pinned + [try #require(hash)], on: emulator, environment: home.environment)
      #expect(sent.status == .exited(0))
      #expect(try await emulator.batches().map(\.count) == [2])
    }

    /// A run that removed everybody from one stack.
    private static func finishedRun() throws -> (StateHome, LiveEmulator, run: String) {
      let home = try StateHome()
      let emulator = try LiveEmulator("--seed", "1x3x3")
      let result = try console(
        ["disassociate", "--stack", "stack-0001", "--yes"],
        on: emulator,
        environment: home.environment
      )
      #expect(result.status == .exited(0))
      return (home, emulator, try #require(try home.runs.first))
    }
  }
}
