public import AWSClientCore
public import AppStream

/// Why a file of users or of associations is not taken; nothing of it is used then.
public enum InputFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The bytes are not text.
  case notText(file: String, InputTextError)
  /// The quotes of a table do not come out even.
  case brokenTable(file: String, CSVError)
  /// What stands where an address should be cannot be one.
  case badAddress(file: String, line: Int, UserNameError)
  /// A line without a header above it holds more than one thing.
  case severalColumns(file: String, line: Int)
  /// A row has more cells than the header, so that nobody knows which cell belongs to which column.
  case moreCellsThanHeader(file: String, line: Int)
  /// A row has cells, but none in the column of addresses.
  case noAddress(file: String, line: Int)
  /// The header lacks a column that is needed.
  case noColumn(file: String, column: String)
  /// A file that begins like JSON is not JSON.
  case brokenJSON(file: String)
  /// JSON without a list of associations.
  case noAssociations(file: String)
  /// An item of a list of associations is not one; items are counted from 1, and `reason` is a clause.
  case badItem(file: String, item: Int, reason: String)

  /// The headers that name the column of addresses, in any case; the first of them that is there is taken.
  static let addressHeaders = ["UserName", "Email", "E-mail", "Mail", "User"]

  /// The sentences that a person reads; what they repeat of the file is cleaned.
  public var description: String {
    switch self {
    case .notText(let file, let error):
      "\(file.visible): \(error)"
    case .brokenTable(let file, let error):
      "\(file.visible): \(error)"
    case .badAddress(let file, let line, let error):
      "\(place(file, line: line)): \(error)"
    case .severalColumns(let file, let line):
      "\(place(file, line: line)): there are several columns, and no header says which holds the address. "
        + "Give one address a line, or put a header above with one of \(Self.addressHeaders.joined(separator: ", "))."
    case .moreCellsThanHeader(let file, let line):
      "\(place(file, line: line)): the row has more cells than the header. Put cells with a delimiter in quotes."
    case .noAddress(let file, let line):
      "\(place(file, line: line)): the row has no address. Add it, or take the row out."
    case .noColumn(let file, let column):
      "\(file.visible) has no column \(column). "
        + "Give CSV with a header of StackName, UserName and, if need be, AuthenticationType."
    case .brokenJSON(let file):
      "\(file.visible) begins like JSON and is not. Write it again with the tool that made it."
    case .noAssociations(let file):
      "\(file.visible) has no list UserStackAssociations. "
        + "Give what aws appstream describe-user-stack-associations prints as JSON."
    case .badItem(let file, let item, let reason):
      "\(file.visible), item \(item): \(reason)"
    }
  }

  private func place(_ file: String, line: Int) -> String {
    "\(file.visible), line \(line)"
  }
}
