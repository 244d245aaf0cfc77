import Dispatch
import Glibc

/// SIGINT and SIGTERM: the two ways an emulator is told to end.
struct TerminationSignal {
  /// Has an element for each of them that comes.
  let arrivals: AsyncStream<Void>
  private let sources: [any DispatchSourceSignal]

  /// Sees every signal that comes after it has returned; one that comes before ends the process as by default.
  init() async {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    self.arrivals = arrivals
    sources = [SIGINT, SIGTERM].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrival.yield() }
      return source
    }
    for source in sources {
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler { continuation.resume() }
        source.activate()
      }
    }
  }

  /// Lets go of the signals.
  func cancel() {
    for source in sources { source.cancel() }
  }

  /// Ends the process as one that did what it was to do.
  static func endProcess() -> Never {
    exit(0)
  }
}
