import Dispatch

/// Tells once that a descriptor takes bytes, each time it is asked to.
///
/// As with ``ReadableDescriptor``, each time has a source of its own, which cancels itself.
final class WritableDescriptor {
  private let descriptor: Int32
  private let ready: @Sendable () -> Void
  private let queue = DispatchQueue(label: "writable")
  private var source: (any DispatchSourceWrite)?

  /// Calls `ready` on a queue of its own, once for each ``arm()``.
  init(_ descriptor: Int32, _ ready: @escaping @Sendable () -> Void) {
    self.descriptor = descriptor
    self.ready = ready
  }

  deinit {
    source?.cancel()
  }

  /// Has it tell when the descriptor takes bytes, if it is not about to already.
  func arm() {
    guard source == nil else { return }
    let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { [ready] in
      source.cancel()
      ready()
    }
    self.source = source
    source.activate()
  }

  /// To be called once after each time it told, before it is asked again.
  func hasTold() {
    source = nil
  }
}
