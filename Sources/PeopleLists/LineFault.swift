public import AppStream
public import PlainText

/// Why a line cannot be taken.
public enum LineFault: Error, Sendable, Equatable {
  /// Its letters are not UTF-8, and they matter there.
  case notUTF8
  /// It has no `@`.
  case noAddress
  /// The column of addresses is empty in it.
  case emptyCell
  /// It is an error of a spreadsheet, such as `#N/A`.
  case spreadsheetError
  /// It begins with `#` and no blank: a remark, or an address.
  case numberSign
  /// It holds more than one address.
  case severalAddresses
  /// Several columns, or text beside an address, without a header.
  case severalColumns
  /// What stands before the brackets cannot be a name; why.
  case notAName(Line)
  /// It begins with a character that may be a mark or a part of the address.
  case unclearStart(Unicode.Scalar)
  /// It begins with the number of its line, which may be a part of the address.
  case unclearNumber
  /// A character that no address has.
  case strayCharacter(Unicode.Scalar)
  /// What stands after `@` can be no domain.
  case badDomain
  /// What stands before `@` can be no name of a mailbox.
  case badMailbox
  /// The service takes no such name.
  case badUserName(UserNameError)
  /// It stands above the header and says that people stay; the word that does.
  case contraryTitle(String)
  /// It begins with a label such as `user=`.
  case label(String)
  /// It is a header once more: lists were joined.
  case secondHeader
  /// It has another number of cells than the header.
  case otherWidth(Int, header: Int)
  /// Another address stands in a column that has none by its heading, so the cells may be in each other's place.
  case strayAddress(column: String)
  /// A quoted cell goes over several lines and holds what may be other rows.
  case swallowedRows
  /// It may be a row, and a comment as well.
  case unclearComment
  /// It looks like JSON's item, and is none with an address; why.
  case badItem(Line)

  /// What is wrong with what stands there, as the end of a sentence whose subject it is.
  public var reason: Line {
    switch self {
    case .notUTF8: "is not UTF-8 text"
    case .noAddress: "has no address in it"
    case .emptyCell: "has no address in its column"
    case .spreadsheetError: "is an error of a spreadsheet, not a comment and not an address"
    case .numberSign: "is a comment or an address that begins with #"
    case .severalAddresses: "holds more than one address"
    case .severalColumns: "has several columns, or text beside the address, and no header says which is which"
    case .notAName(let why): "has text before the brackets that cannot be a name: \(why)"
    case .unclearStart(let scalar): "begins with \(scalar.shown), which may be a mark or a part of the address"
    case .unclearNumber: "begins with the number of its line, which may be a part of the address"
    case .strayCharacter(let scalar): "has \(scalar.shown) in it, which no address has"
    case .badDomain: "has no whole domain after @"
    case .badMailbox: "has no name before @"
    case .badUserName(let error): "cannot be a user name: \(error.reason)"
    case .contraryTitle(let word): "says \"\(word)\", so that the people below may be those who stay"
    case .label(let label): "begins with \"\(label)\", which may be a label and no part of the address"
    case .secondHeader: "is a second header, so two lists were joined"
    case .otherWidth(let cells, let header): "has \(cells) cells, and the header has \(header)"
    case .strayAddress(let column):
      "has another address in the column \"\(column)\", so its cells may be in each other's place"
    case .swallowedRows: "opens a quoted cell that goes over several lines and may hold other rows"
    case .unclearComment: "may be a comment, or a row with a # in a cell"
    case .badItem(let why): why
    }
  }

  /// What to do, as a sentence.
  public var remedy: Line {
    switch self {
    case .notUTF8: "Save the file as UTF-8."
    case .noAddress: "Write the address, or take the line out; a heading is named with --column."
    case .emptyCell: "Write it, or take the row out."
    case .spreadsheetError: "Correct the cell it comes from, or take the line out."
    case .numberSign: "Put a blank after the # of a comment, and quotes around an address."
    case .severalAddresses: "Write one a line."
    case .severalColumns: "Give one address a line, or put a header above."
    case .notAName: "Write the address alone, or take the line out."
    case .unclearStart(let scalar): "Take \(scalar.shown) away, or name the user with --user."
    case .unclearNumber: "Put a blank after the number, or take it away."
    case .strayCharacter, .badDomain, .badMailbox: "Write the address alone."
    case .badUserName: "Give the user's e-mail address alone."
    case .contraryTitle: "Take the line out if the list is meant as it is given."
    case .label: "Write the address alone, or name the user with --user."
    case .secondHeader: "Give the lists one by one, or take this line out if the columns are the same."
    case .otherWidth: "Put cells with a delimiter in quotes, and leave none out."
    case .strayAddress: "Put the cells in order, or take that one out."
    case .swallowedRows: "Close the quote on its line, or write the cell on one."
    case .unclearComment: "Take a comment out, or the # out of the row's cell."
    case .badItem: "Correct it, or take it out."
    }
  }
}

extension Unicode.Scalar {
  /// The character in quotes, or its mark where it cannot be seen.
  fileprivate var shown: Line {
    let seen = Line(String(self))
    return seen == " " ? "a space" : properties.isWhitespace ? Line(codePointMark) : "\"\(seen)\""
  }
}
