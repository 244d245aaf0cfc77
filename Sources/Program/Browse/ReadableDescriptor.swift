import Dispatch

/// Tells once that a descriptor has something to read, and again after ``rearm()``.
///
/// Once, because the reading is done elsewhere: a source that kept telling until then would never sleep. Each time has
/// a source of its own, which cancels itself: one that were suspended meanwhile could not be let go of at any moment.
final class ReadableDescriptor {
  private let descriptor: Int32
  private let ready: @Sendable () -> Void
  private let queue = DispatchQueue(label: "readable")
  private var source: (any DispatchSourceRead)?

  /// Calls `ready` on a queue of its own, beginning at once.
  init(_ descriptor: Int32, _ ready: @escaping @Sendable () -> Void) {
    self.descriptor = descriptor
    self.ready = ready
    rearm()
  }

  deinit {
    source?.cancel()
  }

  /// Tells again as soon as there is something to read.
  ///
  /// To be called once after each time it told.
  func rearm() {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { [ready] in
      source.cancel()
      ready()
    }
    self.source = source
    source.activate()
  }
}
