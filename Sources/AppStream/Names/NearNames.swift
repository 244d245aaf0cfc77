import PlainText

/// Finds the users that an address which nobody has may stand for.
package struct NearNames {
  /// How many addresses are compared letter by letter; a list of strangers would take minutes.
  private static let mostCompared = 500
  /// How many users are named; more are no help.
  private static let mostNamed = 3

  private let byKey: [String: [ExactText]]
  private let names: [(text: String, lowered: [UInt8])]
  private var compared = 0

  /// Gathers the names of users, each as often as it may occur.
  package init(_ names: some Sequence<String>) {
    let distinct = Set(names.map { ExactText($0) })
    byKey = Dictionary(grouping: distinct) { AddressShape($0.text).key }
    self.names = distinct.map { ($0.text, Array($0.text.lowercased().utf8)) }
  }

  /// The users that are nearest to `address`, in order, and how they are like it; `nil` where none is.
  package mutating func nearest(to address: String) -> (names: [String], likeness: Likeness)? {
    let shape = AddressShape(address)
    let alike = byKey[shape.key, default: []].filter { $0 != ExactText(address) }.sorted()
    if let first = alike.first {
      return (alike.prefix(Self.mostNamed).map(\.text), shape.likeness(to: AddressShape(first.text)))
    }
    guard compared < Self.mostCompared else { return nil }
    compared += 1
    let lowered = Array(shape.plain.utf8)
    let near = names.filter { Spelling.isOneEdit(lowered, $0.lowered) }.map(\.text).sorted()
    return near.isEmpty ? nil : (Array(near.prefix(Self.mostNamed)), .oneEdit)
  }
}
