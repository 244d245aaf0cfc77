import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  /// The package on a Debian 12 that has no Swift, and nothing else that a developer has.
  @Suite(.enabled(if: Machine.folder != nil), .timeLimit(.minutes(5)))
  struct `On a bare Debian` {
    @Test func `the package installs, upgrades over itself, is removed and purged, and leaves nothing`() throws {
      let package = try TemporaryFile("")
      try FileManager.default.removeItem(atPath: package.path)
      try FileManager.default.copyItem(atPath: Machine.package, toPath: package.path)
      defer { package.remove() }
      // What dpkg and man keep for themselves changes with every package.
      let result = try Machine.debian.run(
        "/bin/bash",
        "-euc",
        """
        look() { find / -xdev -not -path '/var/lib/dpkg/*-old' -not -path '/var/cache/man/*' | sort; }
        touch /before /after
        look >/before
        dpkg -i '\(package.path)'
        appstream-console --version
        appstream-emulator --version
        dpkg -i '\(package.path)'
        dpkg -r appstream-console
        test ! -e /usr/bin/appstream-console
        dpkg -P appstream-console
        look >/after
        diff /before /after
        """
      )
      #expect(result.status == .exited(0), "\(result.standardOutput)\(result.standardError)")
      #expect(result.standardOutput.split(separator: "\n").count { $0.contains(" (commit ") } == 2)
    }

    @Test func `the tarball's script installs the same files below a folder of one's choice`() throws {
      let result = try Machine.bastion.run(
        "/bin/bash",
        "-euc",
        """
        cd /root && tar -xf appstream-console.tar.xz && cd appstream-console-*
        ./install.sh 2>&1 && exit 1
        ./install.sh /usr/local
        cmp /usr/bin/appstream-console /usr/local/bin/appstream-console
        /usr/local/bin/appstream-emulator --version
        diff <(dpkg -L appstream-console | sed -n 's,^/usr/,,p' | while read -r f; do [ -d /usr/$f ] || echo $f; done | sort) \
          <(cd /usr/local && find . -type f | cut -c3- | sort)
        """
      )
      #expect(result.status == .exited(0), "\(result.standardOutput)\(result.standardError)")
      #expect(result.standardOutput.hasPrefix("Usage: ./install.sh PREFIX"))
    }

    @Test func `the program says its version and lists`() throws {
      let version = try Machine.bastion.run(as: "jkeller", "appstream-console --version")
      #expect(version.standardOutput.contains("(commit "))
      let list = try Machine.bastion.run(as: "jkeller", "appstream-console stacks --demo --output json")
      #expect(list.status == .exited(0))
      #expect(try list.json["Stacks"]?.elements.count == 12)
      let empty = try Machine.bastion.run("/usr/bin/env", "-i", "/usr/bin/appstream-console", "users", "--demo")
      #expect(empty.status == .exited(0))
      #expect(empty.standardOutput.split(separator: "\n").count > 200)
    }

    @Test func `a whole removal goes through, against the emulator of the package`() throws {
      let result = try Machine.bastion.run(
        as: "jkeller",
        """
        exec 3< <(appstream-emulator --seed demo)
        read -r _ _ endpoint <&3
        export AWS_ENDPOINT_URL=$endpoint AWS_REGION=eu-west-1
        export AWS_ACCESS_KEY_ID=AKIAEMULATOR00000001
        export AWS_SECRET_ACCESS_KEY=EmulatorSecretKeyThatIsNotARealOne000001
        printf 'abe.olsen@contr.example\\nbo.diaz@contr.example\\n' >leavers.txt
        status=0
        appstream-console disassociate --users-from leavers.txt --yes --output json || status=$?
        appstream-console runs >&2
        ls -l .local/state/appstream-console/runs >&2
        kill %1 2>/dev/null || kill $!
        exit $status
        """
      )
      // Bo cannot be removed: that is the emulator's demo.
      #expect(result.status == .exited(1), "\(result.standardError)")
      #expect(try result.json["Counts"]?["removed"] == .integer(2))
      #expect(try result.json["Counts"]?["failed"] == .integer(3))
      #expect(result.standardError.contains("2 removed, 3 failed"))
      #expect(result.standardError.contains("-rw------- 1 jkeller jkeller"))
    }

    @Test func `the console opens in a login shell's terminal, and gives it back`() throws {
      let terminal = try Machine.bastion.terminal(["/bin/su", "-", "jkeller"])
      try terminal.waitUntil("the shell") { $0.contains("~$") }
      try terminal.type("appstream-console --demo\r")
      try terminal.waitUntil("the list") { $0.isAlternate && $0.contains("All stacks   900 of 900 shown") }
      try terminal.type("?")
      try terminal.waitUntil("the help") { $0.contains("-- HELP") }
      try terminal.type("qq")
      try terminal.waitUntil("the shell again") { !$0.isAlternate }
      try terminal.type("exit\r")
      #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
      (
        "appstream-console",
        ["NAME", "disassociate", "--users-from", "Ctrl-C", "read_only", "AWS_REGION", "EXIT STATUS"]
      ),
      ("appstream-emulator", ["NAME", "--seed", "FAULTS", "throttle", "RULES"]),
    ])
    func `man shows the page of each program, without a complaint`(page: String, words: [String]) throws {
      let (executable, arguments) = Machine.bastion.entering(["/usr/bin/man", "--warnings", page])
      // It is not searched for secrets: the emulator's page has the emulator's keys, which are none.
      let result = try ProgramUnderTest.run(
        path: executable,
        argumentVector: [executable] + arguments,
        environment: ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      )
      #expect(result.status == .exited(0))
      #expect(result.standardError == "")
      for word in words { #expect(result.standardOutput.contains(word), "\(word)") }
      #expect(result.standardOutput.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `Tab completes a command and an option in bash`() throws {
      let terminal = try Machine.bastion.terminal(["/bin/su", "-", "jkeller"])
      try terminal.waitUntil("the shell") { $0.contains("~$") }
      try terminal.type("appstream-console disas\t")
      try terminal.waitUntil("the command") { $0.contains("appstream-console disassociate") }
      try terminal.type("--users-f\t")
      try terminal.waitUntil("the option") { $0.contains("disassociate --users-from") }
      // Not Ctrl-C: a signal while the completion's shell functions still run is kept by bash until the next key.
      try terminal.type("\u{15}")
      try terminal.type("exit\r")
      _ = try terminal.waitForExit()
    }
  }
}
