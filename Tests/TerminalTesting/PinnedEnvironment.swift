import FoundationEssentials
import Glibc

/// The environment every program under test gets: that of a login shell, the same on every machine, and nothing of the
/// machine's own.
///
/// What the programs that ship must not depend on is not in it for them, such as settings of the Swift runtime or a
/// time zone.
package struct PinnedEnvironment: ~Copyable, Sendable {
  /// A fresh directory that is the program's home, and is removed with this value.
  package let home: String
  package let variables: [String: String]

  /// - Parameter extra: Variables that the test adds; they win over the pinned ones.
  /// - Throws: ``TestingError`` when no directory can be made.
  package init(adding extra: [String: String] = [:]) throws {
    var template = Array("/tmp/appstream-console-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw TestingError("mkdtemp: \(systemMessage())") }
    home = String(cString: made)
    let pinned = [
      // Whether the machine that runs the tests is an EC2 instance must make no difference.
      "AWS_EC2_METADATA_DISABLED": "true",
      "HOME": home,
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

  deinit {
    do {
      try FileManager.default.removeItem(atPath: home)
    } catch {
      // A test cannot fail any more when its last value goes; whoever reads its output can still clean up.
      print("\(home) could not be removed: \(error)")
    }
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
