import FoundationEssentials
import Glibc
import TestSupport

/// The environment every program under test gets: that of a login shell, the same on every machine, and nothing of the
/// machine's own.
///
/// What the programs that ship must not depend on is not in it for them, such as settings of the Swift runtime or a
/// time zone.
package struct PinnedEnvironment: ~Copyable, Sendable {
  private let scratch: Scratch
  package let variables: [String: String]

  /// A fresh directory that is the program's home, and is removed with this value.
  package var home: String { scratch.path }

  /// - Parameter extra: Variables that the test adds; they win over the pinned ones.
  /// - Throws: What the test records when no directory can be made.
  package init(adding extra: [String: String] = [:]) throws {
    scratch = try Scratch()
    let pinned = [
      // Whether the machine that runs the tests is an EC2 instance must make no difference.
      "AWS_EC2_METADATA_DISABLED": "true",
      "HOME": scratch.path,
      "LANG": "C.UTF-8",
      "LOGNAME": "jkeller",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
      "SHELL": "/bin/bash",
      "TERM": "xterm-256color",
      "USER": "jkeller",
    ]
    variables = pinned.merging(Self.ofDebugBuild) { $1 }.merging(extra) { $1 }
  }

  /// What debug builds get, and the programs that ship do not.
  ///
  /// A debug build links the runtime dynamically, which reads its settings before any code of ours. After a crash it
  /// would ask whether to debug, and wait half a minute for an answer.
  package static let ofDebugBuild =
    ProgramUnderTest.shippedFolder == nil ? ["SWIFT_BACKTRACE": "interactive=no,color=no"] : [:]

  /// The files and directories that the program writes to when it is called with `arguments`.
  func places(in arguments: [String]) -> [String] {
    let log = arguments.firstIndex(of: "--log-file").map { arguments[$0...].dropFirst().prefix(1) } ?? []
    return [home] + [variables["XDG_STATE_HOME"]].compactMap(\.self) + log
  }
}

/// What went wrong in the test's own machinery, or what a program never did.
package struct TestingError: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}

func systemMessage(_ number: CInt = errno) -> String {
  String(cString: strerror(number))
}
