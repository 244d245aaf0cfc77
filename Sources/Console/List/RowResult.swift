import FoundationEssentials
import PlainText
import Runs
import Screen

/// What the last run made of a row, as long as the list shows it.
struct RowResult: Sendable, Equatable {
  /// The word of the RESULT column.
  var word: String
  var outcome: Outcome?
  var error: EntryError?
  var requestID: String?

  init(_ entry: RunEntry) {
    word = entry.word
    outcome = entry.outcome
    error = entry.finding
    requestID = entry.requestID
  }

  /// Whether the run took the row's user off the stack, or found that somebody else had.
  var isOffStack: Bool { outcome == .removed || outcome == .absent }

  /// Whether the run put the row's user on the stack, or found that somebody else had.
  var isOnStack: Bool { outcome == .restored || outcome == .present }

  /// Whether somebody has to look at it: it failed, was stopped, or is not known.
  var isProblem: Bool { outcome.map { !$0.isDone } ?? false }

  /// What stands in the row: `failed USER_NAME_NOT_FOUND User not found`.
  var text: String {
    guard let error, outcome?.isDone != true else { return word }
    return [word, error.code, error.message].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What of it says what became of the row: `failed USER_NAME_NOT_FOUND`.
  var essentialText: String {
    guard let error, outcome?.isDone != true else { return word }
    return "\(word) \(error.code)"
  }

  /// What stands in a row that has `columns` columns for it: the words of an error go before its code does.
  func text(columns: Int) -> Line {
    let whole = Line(text)
    guard error != nil, DisplayWidth.of(whole) > columns else { return whole }
    let essential = Line(essentialText)
    // Two columns more would only hold the sign that something is cut.
    let hasRoomForWords = columns > DisplayWidth.of(essential) + 3
    return hasRoomForWords || outcome?.isDone == true ? whole : essential
  }

  /// The service's words and the request to quote, where there is more to say than the word.
  ///
  /// - Parameter moment: When the row's stack could not be read, where that is why it is not known.
  func explanation(readAt moment: Date? = nil) -> Line? {
    guard let error else { return nil }
    let message = error.message.isEmpty ? "no reason given" : error.message
    let read: Line = outcome == .unknown ? moment.map { "not read back \($0.secondText): " } ?? "" : ""
    return "\(read)\(error.code): \(message)\(requestID.map { " request \($0)" } ?? "")"
  }
}
