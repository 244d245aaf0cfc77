import CVTerm
import Glibc

/// How a program ended.
package enum ProgramEnding: Sendable, Equatable {
  case exited(CInt)
  case signalled(CInt)
}

/// A child process of the test's, in a session of its own and without a terminal until it opens one.
struct SpawnedProcess: ~Copyable {
  let pid: pid_t
  private var status: ProgramEnding?

  /// Starts a program under the name of its file.
  init(executable: String, arguments: [String], environment: [String: String], descriptors: [CInt]) throws {
    try self.init(
      executable: executable,
      argumentVector: [executable] + arguments,
      environment: environment,
      descriptors: descriptors
    )
  }

  /// - Parameters:
  ///   - argumentVector: What the program finds as its arguments, its own name first.
  ///   - descriptors: The child's descriptors 0, 1, 2 and so on, as descriptors of this process. It gets no others.
  init(executable: String, argumentVector: [String], environment: [String: String], descriptors: [CInt]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Moved out of the way first, so that no target is overwritten before it has been copied, and beyond all of them,
    // so that none is by that either.
    let spare = max(descriptors.max() ?? 0, CInt(descriptors.count)) + 1
    for (target, source) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, spare + CInt(target))
    }
    for target in descriptors.indices {
      posix_spawn_file_actions_adddup2(&actions, spare + CInt(target), CInt(target))
      posix_spawn_file_actions_addclose(&actions, spare + CInt(target))
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, CInt(descriptors.count))

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = CInt(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | CInt(cvterm_spawn_new_session)
    posix_spawnattr_setflags(&attributes, CShort(flags))

    let argumentVector = CStringVector(argumentVector)
    let environmentVector = CStringVector(environment.map { "\($0)=\($1)" })
    var pid = pid_t()
    let failure = posix_spawn(
      &pid,
      executable,
      &actions,
      &attributes,
      argumentVector.pointers,
      environmentVector.pointers
    )
    guard failure == 0 else { throw TestingError("\(executable) could not be started: \(systemMessage(failure))") }
    self.pid = pid
  }

  /// The status if the process has ended, without waiting for it.
  mutating func poll() -> ProgramEnding? {
    if status == nil { collect(WNOHANG) }
    return status
  }

  /// Ends the process if it still runs, and reaps it.
  mutating func kill() {
    guard poll() == nil else { return }
    Glibc.kill(pid, SIGKILL)
    collect(0)
  }

  private mutating func collect(_ options: CInt) {
    var raw: CInt = 0
    guard waitpid(pid, &raw, options) == pid else { return }
    let signal = raw & 0x7F
    status = signal == 0 ? .exited((raw >> 8) & 0xFF) : .signalled(signal)
  }
}

/// A null-terminated array of C strings, as exec wants its arguments.
private final class CStringVector {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    pointers = strings.map { strdup($0) } + [nil]
  }

  deinit {
    pointers.forEach { free($0) }
  }
}
