import Synchronization

/// Tells the session that a console is about from the ones before it.
///
/// It can change: a session whose keys turn out to be another account's is a new one for whoever looks at it.
final class SessionNumber: Sendable {
  private let number: Atomic<Int>

  init(_ number: Int) {
    self.number = Atomic(number)
  }

  /// The number now.
  var value: Int {
    get { number.load(ordering: .sequentiallyConsistent) }
    set { number.store(newValue, ordering: .sequentiallyConsistent) }
  }
}
