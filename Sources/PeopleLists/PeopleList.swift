import AppStream
public import PlainText

/// A user whom a list names.
public struct ListedPerson: Sendable, Equatable {
  /// The address, byte for byte.
  public var address: String
  /// The line on which it stands first, or of JSON the number of the item.
  public var line: Int
}

/// The users that a person names in a file, read so that nobody else can be meant.
///
/// A list is one address a line, a table with a column of addresses, or JSON as directories and the AWS CLI print it.
/// An address is taken only from text that can be nothing else. Every line is one of three: a person, something that
/// is passed over and counted in ``account``, or refused with its number, its text and what to do; one refused line
/// refuses the list.
public struct PeopleList: Sendable, Equatable {
  /// The users in the file's order, each once; another case or another Unicode normal form is another user.
  public let people: [ListedPerson]
  /// Whether the numbers of lines are those of JSON's items.
  public let countsItems: Bool
  /// What every line was.
  public let account: LineAccount
  /// What was found and what was passed over, in sentences for a person; what they repeat is visible.
  public let remarks: [Line]

  /// Reads `bytes`, the content of the file that people know as `name`.
  ///
  /// - Parameter column: The heading of the column to take, where none that is known shall be looked for.
  /// - Throws: ``ListRefusal`` for what is no list, or has a line that can be misread.
  public init(_ bytes: [UInt8], name: String, column: String? = nil) throws(ListRefusal) {
    if bytes.isEmpty { throw ListRefusal(file: name, .empty) }
    let text = try ListText(bytes, file: name)
    let isJSON = JSONList.isJSON(text.bytes)
    var reader = ListReader(LineLedger(file: name, lines: isJSON ? nil : LineScanner.count(of: text.bytes)))
    if isJSON {
      try reader.readJSON(text, column: column)
    } else {
      try reader.readLines(text, column: column)
    }
    try reader.ledger.finish()
    people = reader.people
    countsItems = isJSON
    account = reader.ledger.account
    remarks = Self.remarks(reader, text)
  }

  private static func remarks(_ reader: ListReader, _ text: ListText) -> [Line] {
    var remarks = [reader.ledger.sentence]
    if reader.repeated > 0 {
      remarks.append("\(reader.repeated) more \(reader.repeated == 1 ? "is" : "are") a repetition of an address.")
    }
    let taken = Decoration.allCases.compactMap { decoration in
      reader.decorations[decoration].map { "\(decoration.noun) (\($0)x)" }
    }
    if !taken.isEmpty { remarks.append("Taken off around addresses: \(taken.joined(separator: ", ")).") }
    if text.isOnlyASCIISure { remarks.append("It is not UTF-8, so only what is ASCII was read; every address is.") }
    if text.hadEndMark { remarks.append("The end mark U+001A was passed over.") }
    return remarks
  }
}
