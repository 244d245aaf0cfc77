import FoundationEssentials

/// A journal read from bytes: pure, so that files and memory are read by the same rules.
struct JournalReading {
  /// What it holds.
  let contents: JournalContents
  /// How many bytes the whole lines take; what is behind them is a line that a crash cut off.
  let wholeLength: Int

  /// Reads and verifies all of `bytes`.
  ///
  /// - Parameter path: The journal's name in errors.
  /// - Throws: ``JournalError/unbegun(_:)``, ``JournalError/broken(path:line:reason:)`` or
  ///   ``JournalError/newer(path:version:)``.
  init(_ bytes: [UInt8], id: RunID, path: String) throws(JournalError) {
    var start = 0
    var previous: String?
    var lines: [JournalLine] = []
    while let end = bytes[start...].firstIndex(of: .newline) {
      let text = Array(bytes[start..<end])
      lines.append(try Self.line(text, after: previous, number: lines.count + 1, path))
      previous = JournalLine.hash(of: text)
      start = end + 1
    }
    guard let previous, let first = lines.first else { throw .unbegun(id) }
    // A crash leaves the beginning of a line. A whole one with something else in the place of its newline was changed.
    if (try? JournalLine(Array(bytes[start...].dropLast()), after: previous)) != nil {
      throw .broken(path: path, line: lines.count + 1, reason: "it does not end as lines do")
    }
    contents = try Self.contents(id, first, lines.dropFirst(), previous, path)
    wholeLength = start
  }

  private static func line(
    _ text: [UInt8],
    after previous: String?,
    number: Int,
    _ path: String
  ) throws(JournalError) -> JournalLine {
    do {
      return try JournalLine(text, after: previous)
    } catch {
      switch error {
      case .broken(let reason): throw .broken(path: path, line: number, reason: reason)
      case .newer(let version): throw .newer(path: path, version: version)
      }
    }
  }

  private static func contents(
    _ id: RunID,
    _ first: JournalLine,
    _ rest: ArraySlice<JournalLine>,
    _ lastHash: String,
    _ path: String
  ) throws(JournalError) -> JournalContents {
    guard case .plan(let plan) = first.content else {
      throw .broken(path: path, line: 1, reason: "the plan has to come first")
    }
    var machine = RunMachine(plan)
    var lines: [JournalContents.Line] = []
    for (offset, line) in rest.enumerated() {
      guard case .record(let record) = line.content else {
        throw .broken(path: path, line: offset + 2, reason: "there is a plan already")
      }
      do { try machine.take(record) } catch {
        throw .broken(path: path, line: offset + 2, reason: "\(error)")
      }
      lines.append(JournalContents.Line(time: line.time, record: record, clockSkew: line.clockSkew))
    }
    return JournalContents(id: id, started: first.time, lines: lines, lastHash: lastHash, machine: machine)
  }
}

extension UInt8 {
  /// What ends a line.
  static let newline = UInt8(ascii: "\n")
}
