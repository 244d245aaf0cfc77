public import PlainText

/// Why a list is not taken; nothing of it is used then.
public struct ListRefusal: Error, Sendable, Equatable, SentenceConvertible {
  /// What is wrong with the list.
  public enum Cause: Sendable, Equatable {
    /// There is not one byte in it, which is what a failed export leaves.
    case empty
    /// It is another kind of file.
    case otherKind(FileKind)
    /// Its bytes are not text.
    case notText(InputTextError)
    /// The quotes of a table do not come out even.
    case brokenTable(CSVError)
    /// It begins like JSON, and is not JSON from this line on.
    case brokenJSON(line: Int, reason: String)
    /// JSON in which no list was found; `wanted` says what is looked for.
    case noListInJSON(wanted: String)
    /// It is a part of a list; the member that says so.
    case partial(member: String)
    /// No heading is known to be that of the address; the headings that were seen, and on which line.
    case unknownColumns([String], line: Int)
    /// No column is called as `--column` says.
    case noColumn(String, seen: [String])
    /// Two columns have one heading.
    case sameHeading(String, and: String, line: Int)
    /// Two kinds of delimiters stand in the header.
    case twoDelimiters(line: Int)
    /// A column that names the user holds no address, and another one does.
    case loginsBeside(String, addresses: String)
    /// Two columns name the user and differ; the first such line.
    case columnsDiffer(String, String, line: Int)
    /// A table has no column of a name that is needed.
    case missingColumn(String, wanted: String)
    /// A column says by its heading that people stay.
    case contraryColumn(String, line: Int)
    /// A line is longer than ``longestLine``.
    case longLine(Int)
    /// Lines that cannot be taken, the first of them, and how many there are in all.
    case lines([Refused], count: Int)
    /// The lines that were accounted for are not those of the file: a fault of the reader.
    case unaccounted(lines: Int)
  }

  /// A line or, of JSON, an item that cannot be taken.
  public struct Refused: Sendable, Equatable {
    /// The number of the line, counted from 1.
    public var line: Int
    /// What stands there, cut after ``longestText`` characters.
    public var text: String
    /// Why it cannot be taken.
    public var fault: LineFault

    /// The most characters that are shown of a line.
    public static let longestText = 80
  }

  /// The most bytes that a line of text may have: 1 MiB, room for twenty thousand people pasted into one.
  ///
  /// JSON may stand on one line, and so may addresses with tabs between, as the AWS CLI prints them.
  public static let longestLine = 1 << 20

  /// How many columns are named; the rest are counted.
  static let mostColumns = 40

  /// How many lines are listed; the rest are counted.
  public static let mostLines = 20

  /// The list, as people know it.
  public var file: String
  /// What is wrong with it.
  public var cause: Cause

  /// Whether the numbers of lines are those of JSON's items.
  public var countsItems: Bool

  init(file: String, _ cause: Cause, countsItems: Bool = false) {
    self.file = file
    self.cause = cause
    self.countsItems = countsItems
  }

  /// The sentences that a person reads, joined.
  public var sentence: Line { sentences.joined(separator: " ") }
}
