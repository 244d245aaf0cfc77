import TerminalTesting
import Testing

/// That the suite's own search for secrets finds them; the programs are shells that give theirs away.
@Suite struct SecretWatchTests {
  private let environment = [
    "AWS_SECRET_ACCESS_KEY": "k7/Xp+hunter2==", "AWS_SESSION_TOKEN": "token-hunter3",
    "HTTPS_PROXY": "http://ana:hunter4@p:1", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
  ]

  private func run(_ script: String) throws {
    _ = try ProgramUnderTest.run(path: "/bin/sh", arguments: ["-c", script], environment: environment)
  }

  @Test(arguments: [
    "echo a $AWS_SECRET_ACCESS_KEY b", "echo $AWS_SESSION_TOKEN >&2", "echo x=$AWS_SESSION_TOKEN > $HOME/journal",
    "mkdir -p $HOME/a/b; printf $AWS_SECRET_ACCESS_KEY > $HOME/a/b/log",
  ])
  func `a secret that is printed or kept is found`(script: String) {
    withKnownIssue { try run(script) }
  }

  @Test func `a secret on a terminal is found, even where the screen's edge cuts it`() {
    withKnownIssue {
      let terminal = try EmulatedTerminal(
        executable: "/bin/sh",
        arguments: ["-c", "printf '%76s'; for c in hun ter; do printf $c; done; printf '4-more'"],
        environment: ["PASSWORD": "hunter4-more"]
      )
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test(arguments: [
    "echo $AWS_ACCESS_KEY_ID ana p:1", "mkdir $HOME/.aws; echo $AWS_SESSION_TOKEN > $HOME/.aws/credentials", "exit 1",
  ])
  func `what is no secret, and keys in AWS's own files, are passed over`(script: String) throws {
    try run(script)
  }
}
