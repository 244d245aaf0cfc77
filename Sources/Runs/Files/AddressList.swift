import AWSClientCore
import AppStream

/// The users that a person names in a file: one address a line, or a table with a column of addresses.
///
/// A file is a table when the first line that says anything has one of the headers UserName, Email, E-mail, Mail or
/// User, in any case; of several, the first in this order is taken. Cells are divided by comma, semicolon or tab.
/// Everywhere `Name <address>` is taken as well, and on a line of a list several of them.
///
/// Blank lines are passed over, and so are comments, lines that begin with `#`: all of a list's, and those above a
/// table's header, such as the `#TYPE` line of PowerShell's `Export-Csv`. Below the header `#` is data.
public struct AddressList: Sendable, Equatable {
  /// The addresses in the file's order, each once.
  ///
  /// Another case or another Unicode normal form is another address.
  public var addresses: [String]

  /// Reads `bytes`, the content of the file that people know as `name`.
  ///
  /// - Throws: ``InputFileError`` for the first line that is not understood; nothing is guessed or left out.
  public init(_ bytes: [UInt8], name: String) throws(InputFileError) {
    let text: String
    do throws(InputTextError) {
      text = try InputText.decode(bytes)
    } catch {
      throw .notText(file: name, error)
    }
    let lines = NumberedLine.lines(of: text).filter { !$0.isSilent }
    let found =
      if let first = lines.first, AddressTable.isHeader(first.text) {
        try AddressTable.entries(of: text[first.text.startIndex...], firstLine: first.number, file: name)
      } else {
        try Self.entries(on: lines, file: name)
      }
    var seen: Set<ExactText> = []
    addresses = []
    for entry in found where seen.insert(ExactText(entry.address)).inserted {
      do throws(UserNameError) {
        try UserName.validate(entry.address)
      } catch {
        throw .badAddress(file: name, line: entry.line, error)
      }
      addresses.append(entry.address)
    }
  }

  private static func entries(on lines: [NumberedLine], file: String) throws(InputFileError) -> [AddressEntry] {
    var entries: [AddressEntry] = []
    for line in lines {
      guard let addresses = Mailbox.addresses(on: line.text) else {
        throw .severalColumns(file: file, line: line.number)
      }
      entries += addresses.map { AddressEntry(line: line.number, address: $0) }
    }
    return entries
  }
}

/// An address and where it was found.
struct AddressEntry {
  let line: Int
  let address: String
}
