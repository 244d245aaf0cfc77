public import FoundationEssentials

/// The journal of a run that this process holds.
public protocol Journal: Sendable {
  /// The run's name.
  var id: RunID { get }
  /// The SHA-256 of the last line, in hexadecimal.
  var lastHash: String { get }

  /// Has a record on disk before it returns.
  ///
  /// - Throws: ``JournalError/unwritable(path:reason:)``. Nothing more can be appended from then on, since nobody knows
  ///   how much of the line is there.
  func append(_ record: RunRecord, at moment: Date) throws(JournalError)

  /// Lets go of the run.
  func close()
}
