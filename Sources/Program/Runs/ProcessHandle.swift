import CProcess
import Glibc

/// A process, whatever becomes of its number: once it has ended, a later one that gets it is not meant (pidfd_open(2)).
struct ProcessHandle: ~Copyable {
  private let descriptor: CInt

  /// Takes hold of the process that has this number now.
  ///
  /// - Throws: Why there is none, or it cannot be held.
  init(_ process: CInt) throws(Failure) {
    descriptor = process_open(process)
    guard descriptor >= 0 else { throw Failure(number: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Sends it a signal; one that has ended is sent none, which is no failure.
  func signal(_ number: CInt) throws(Failure) {
    guard process_signal(descriptor, number) == 0 || errno == ESRCH else { throw Failure(number: errno) }
  }

  /// What the system refused, by its `errno`.
  struct Failure: Error {
    let number: CInt

    /// Whether there is no such process.
    var hasEnded: Bool { number == ESRCH }
    /// Why, as a clause.
    var reason: String { String(cString: strerror(number)).lowercased() }
  }
}
