public import FoundationEssentials

/// The journal of a run that this process holds.
public protocol Journal: Sendable {
  /// The run's name.
  var id: RunID { get }
  /// The SHA-256 of the last line, in hexadecimal.
  var lastHash: String { get }

  /// Has a record on disk before it returns.
  ///
  /// - Parameters:
  ///   - moment: What this machine's clock says.
  ///   - clockSkew: By how many seconds AWS's clock was found to be ahead of it; `nil` where none was measured.
  /// - Throws: ``JournalError/unwritable(path:reason:)``. Nothing more can be appended from then on, since nobody knows
  ///   how much of the line is there.
  func append(_ record: RunRecord, at moment: Date, clockSkew: Int?) throws(JournalError)

  /// Lets go of the run.
  func close()
}

extension Journal {
  /// Has a record on disk before it returns, by a clock of which nobody knows that it is wrong.
  public func append(_ record: RunRecord, at moment: Date) throws(JournalError) {
    try append(record, at: moment, clockSkew: nil)
  }
}
