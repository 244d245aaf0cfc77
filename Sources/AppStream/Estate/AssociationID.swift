/// An association by its number in an ``AssociationTable``: four bytes in place of three strings.
///
/// It is the same association's for as long as the table is there, however often the association comes and goes.
package struct AssociationID: Sendable, Hashable, Comparable {
  /// Counts from 0, in the order in which associations were first seen.
  package let number: UInt32

  package init(_ number: UInt32) {
    self.number = number
  }

  /// The number as a place in an array or in a set of bits.
  package var index: Int { Int(number) }

  package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
}
