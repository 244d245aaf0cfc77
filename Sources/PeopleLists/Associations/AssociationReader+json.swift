import PlainText

extension AssociationReader {
  private static let wanted =
    "list UserStackAssociations. Give what aws appstream describe-user-stack-associations prints as JSON"

  /// Reads the answer of a listing, the `errors` of a batch, a run's entries, or the items alone.
  mutating func readJSON(_ text: ListText) throws(ListRefusal) {
    let list = try JSONList(
      text,
      file: file,
      lists: ["UserStackAssociations", "errors", "Errors", "Entries"],
      wanted: Self.wanted,
      isItem: { $0["StackName"] != nil || $0["UserName"] != nil || $0["UserStackAssociation"] != nil }
    )
    ledger.expect(items: list.items.count)
    for (number, item) in zip(1..., list.items) {
      do throws(LineFault) {
        if text.isOnlyASCIISure { throw .notUTF8 }
        try take(try Self.item(item["UserStackAssociation"] ?? item), line: number)
      } catch {
        ledger.refuse("", line: number, error)
      }
    }
  }

  private static func item(_ value: ListJSON) throws(LineFault) -> AssociationItem {
    guard value.members != nil else { throw .badItem("is not an object") }
    if let doubled = value.doubledName { throw .badItem("has two members called \"\(doubled)\"") }
    return AssociationItem(
      stackName: try text(.stackName, of: value),
      userName: try text(.userName, of: value),
      authenticationType: try text(.authenticationType, of: value)
    )
  }

  /// A member's text; PowerShell's `ConvertTo-Json` puts constants of the service into an object with a `Value`.
  private static func text(_ member: AssociationMember, of value: ListJSON) throws(LineFault) -> String? {
    guard let found = value[member.rawValue], !found.isEmpty || found.text != nil else { return nil }
    if let text = found.text ?? found["Value"]?.text {
      return text.isEmpty && member == .authenticationType ? nil : text
    }
    throw .badItem("has a \(member.rawValue) that is not text")
  }
}
