import Algorithms
import PlainText

extension ListReader {
  /// The names by which answers of directories call their list.
  ///
  /// `Users` and `UserStackAssociations` are AWS's, `value` is Microsoft Graph's, `users` and `members` Google's,
  /// `Resources` SCIM's (RFC 7644, section 3.4.2).
  private static let lists = ["Users", "UserStackAssociations", "value", "users", "members", "Resources"]

  /// Reads a list of addresses, or of objects one member of which is the address.
  mutating func readJSON(_ text: ListText, column: String?) throws(ListRefusal) {
    let isItem: (ListJSON) -> Bool = { value in
      value.members?.contains { member in
        let heading = Heading(member.name)
        return column.map(heading.isCalled) ?? heading.namesUser
      } ?? false
    }
    let list = try JSONList(
      text,
      file: file,
      lists: Self.lists,
      wanted: "list of users. Give a list of addresses, or what aws appstream describe-users prints as JSON",
      isItem: isItem
    )
    ledger.expect(items: list.items.count)
    let member = try member(of: list.items, column: column)
    for (number, item) in zip(1..., list.items) {
      do throws(LineFault) {
        if text.isOnlyASCIISure { throw .notUTF8 }
        take(try Mailboxes(cell: try Self.address(in: item, member), isMarked: true), line: number)
      } catch {
        ledger.refuse(Self.shown(item), line: number, error)
      }
    }
  }

  /// The address that an item is, or has in `member`.
  private static func address(in item: ListJSON, _ member: String?) throws(LineFault) -> String {
    switch item.kind {
    case .text(let text): return text
    case .literal: throw .badItem("is no text")
    case .array(let elements):
      // As `--query 'Users[].[UserName]'` prints them.
      guard elements.count == 1, let text = elements[0].text else { throw .badItem("is a list of several") }
      return text
    case .object:
      if let doubled = item.doubledName { throw .badItem("has two members called \"\(doubled)\"") }
      guard let member, let value = item[member], !value.isEmpty else { throw .emptyCell }
      guard let text = value.text else { throw .badItem("has a \(member) that is no text") }
      if let stray = strayMember(of: item, beside: text) {
        throw .badItem("has another address in its \"\(stray)\"")
      }
      return text
    }
  }

  /// The member that has somebody else's address where none belongs by its name, as a misspelt name leaves it.
  private static func strayMember(of item: ListJSON, beside address: String) -> String? {
    item.members?.first { member in
      guard let text = member.value.text, text.hasAt, ExactText(text) != ExactText(address) else { return false }
      return !Heading(member.name).mayHoldAddresses && AddressText.fault(in: text.trimmed) == nil
    }?.name
  }

  private static func shown(_ item: ListJSON) -> String {
    switch item.kind {
    case .text(let text): text
    case .literal(let word): word
    case .array, .object: "item"
    }
  }

  /// The member that holds the address, chosen as the column of a table is.
  private func member(of items: [ListJSON], column: String?) throws(ListRefusal) -> String? {
    let names = Array(items.lazy.flatMap { $0.members ?? [] }.map(\.name).uniqued())
    if names.isEmpty {
      if let column { throw ListRefusal(file: file, .noColumn(column, seen: [])) }
      return nil
    }
    let headings = names.map(Heading.init)
    var choice = try ColumnChoice(headings, line: 1, file: file, wanted: column)
    if choice.isOpen {
      for (number, item) in zip(1..., items) {
        choice.compare(choice.places.map { item[names[$0]]?.text ?? "" }, line: number)
      }
    }
    return names[try choice.place()]
  }
}
