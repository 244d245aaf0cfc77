/// Why text is not a table.
public enum CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A quote that is opened on this line is never closed.
  case unclosedQuote(line: Int)
  /// Something other than a delimiter follows a closing quote.
  case textAfterQuote(line: Int)

  /// The line to look at, counted from 1.
  public var line: Int {
    switch self {
    case .unclosedQuote(let line), .textAfterQuote(let line): line
    }
  }

  /// What is wrong there, as a clause.
  public var reason: String {
    switch self {
    case .unclosedQuote: "a quote is opened and never closed"
    case .textAfterQuote: "there is text between a closing quote and the next cell"
    }
  }

  /// The sentences that a person reads.
  public var description: String {
    "Line \(line): \(reason). Write a quote inside quotes as two."
  }
}

extension UInt8 {
  package static let quote = UInt8(ascii: "\"")
  package static let space = UInt8(ascii: " ")

  package var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
