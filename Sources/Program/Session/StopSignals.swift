import Dispatch
import Glibc

/// Turns the signals that ask a program to end into a call, for as long as it exists.
///
/// A signal that was ignored at the start stays ignored: that is what nohup(1) promises.
final class StopSignals {
  private static let names: [(number: Int32, name: String)] = [
    (SIGINT, "Ctrl-C"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP: the terminal was lost"),
  ]

  private let sources: [(number: Int32, source: any DispatchSourceSignal)]

  /// Calls `stop` with the reason, on a queue of its own, each time one of the signals arrives from now on.
  ///
  /// It returns when all of them are seen; one that comes before does what it does by default, and is not lost.
  init(_ stop: @escaping @Sendable (String) -> Void) async {
    sources = Self.names.compactMap { number, name in
      var current = sigaction()
      sigaction(number, nil, &current)
      if isIgnored(current) { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { stop(name) }
      return (number, source)
    }
    for (_, source) in sources {
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler { continuation.resume() }
        source.activate()
      }
    }
  }

  /// Lets go of the signals; they do again what they do by default.
  func cancel() {
    for (number, source) in sources {
      source.cancel()
      signal(number, SIG_DFL)
    }
  }
}

private func isIgnored(_ action: sigaction) -> Bool {
  unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
}
