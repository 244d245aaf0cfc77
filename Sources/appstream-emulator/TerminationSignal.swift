import Dispatch
import Glibc

/// SIGINT and SIGTERM: the two ways an emulator is told to end.
enum TerminationSignal {
  /// Returns true when one of them has come, and false when the task was cancelled before.
  static func arrived() async -> Bool {
    let (signals, arrival) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGINT, SIGTERM].map { number in
      // The source sees the signal only where its usual effect is off.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrival.yield() }
      source.activate()
      return source
    }
    defer { for source in sources { source.cancel() } }
    for await _ in signals { return true }
    return false
  }

  /// Ends the process as one that did what it was to do.
  static func endProcess() -> Never {
    exit(0)
  }
}
