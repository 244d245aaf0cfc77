import AppStream
import BitCollections

/// The rows that a removal is planned of, as they were when it was asked for.
struct MarkedRows: Sendable, Equatable {
  /// The marked rows that are shown, or what the cursor is on where nothing is marked.
  var shown = RowSet.none
  /// The marked rows that are not shown.
  var hidden = RowSet.none
  /// Whether those are in the plan too.
  var includesHidden = false
  /// The other rows of the same people, where they were asked for.
  var others = RowSet.none

  /// The rows that are marked and wanted.
  private var chosen: BitSet { includesHidden ? shown.bits.union(hidden.bits) : shown.bits }

  /// Everything that is planned.
  var planned: BitSet { chosen.union(others.bits) }

  /// How many marks the key for hidden rows is about: those left out, or all where they are in the plan.
  var hiddenCount: Int { includesHidden ? hidden.count : hidden.bits.subtracting(others.bits).count }

  /// The rows of the people of this plan that were read and are in none of it.
  func missing(in source: RowSource) -> RowSet {
    let (table, planned) = (source.estate.table, planned)
    let people = Set(planned.lazy.map { table.user(of: AssociationID(UInt32($0))) })
    return RowSet(BitSet(people.flatMap { source.rows(ofPerson: $0) }.map(\.index)).subtracting(planned))
  }

  /// The same with the hidden rows, or without; other rows of people stay asked for.
  func togglingHidden(in source: RowSource) -> MarkedRows {
    var rows = self
    rows.includesHidden.toggle()
    guard !others.isEmpty else { return rows }
    rows.others = .none
    rows.others = rows.missing(in: source)
    return rows
  }

  /// The same with all other rows of its people, or without any.
  func togglingOthers(in source: RowSource) -> MarkedRows {
    var rows = self
    rows.others = others.isEmpty ? missing(in: source) : .none
    return rows
  }
}
