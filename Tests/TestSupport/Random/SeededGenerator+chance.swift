package import SeededNumbers

extension SeededGenerator {
  /// Whether something with this probability, from 0 through 1, happens now.
  package mutating func happens(_ probability: Double) -> Bool {
    probability > 0 && Double.random(in: 0..<1, using: &self) < probability
  }

  /// One of `elements`, each as likely as the others.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  /// One of the numbers of `range`, each as likely as the others.
  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
