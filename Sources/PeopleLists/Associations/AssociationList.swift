public import AppStream
public import PlainText

/// An association that a list names.
public struct ListedAssociation: Sendable, Equatable {
  /// The association.
  public var association: Association
  /// The line on which it stands first, or of JSON the number of the item.
  public var line: Int
}

/// The associations that a file lists, as AWS's own tools and this program print them.
///
/// That is JSON, of `describe-user-stack-associations`, of a batch call's `errors`, or of a run's entries, with or
/// without the object around the list, and of a single association; a table with a header of the service's names; what
/// the AWS CLI prints with `--output text`; and what PowerShell and this program print on a screen. Other members are
/// passed over.
///
/// Without an `AuthenticationType` an association is one of the user pool, the only type that stacks are assigned to.
/// A part of a list is refused: what is missing would keep its access.
public struct AssociationList: Sendable, Equatable {
  /// The associations in the file's order, each once.
  public let associations: [ListedAssociation]
  /// What every line was.
  public let account: LineAccount
  /// What was found and what was passed over, in sentences for a person; what they repeat is visible.
  public let remarks: [Line]

  /// Reads `bytes`, the content of the file that people know as `name`.
  ///
  /// - Throws: ``ListRefusal`` for what is no list, and for items that cannot be associations.
  public init(_ bytes: [UInt8], name: String) throws(ListRefusal) {
    if bytes.isEmpty { throw ListRefusal(file: name, .empty) }
    let text = try ListText(bytes, file: name)
    let isJSON = JSONList.isJSON(text.bytes)
    let lines = isJSON ? nil : LineScanner.count(of: text.bytes)
    var reader = AssociationReader(LineLedger(file: name, lines: lines))
    if isJSON {
      try reader.readJSON(text)
    } else {
      try reader.readText(text)
    }
    try reader.ledger.finish()
    associations = reader.associations
    account = reader.ledger.account
    remarks = [reader.ledger.sentence]
  }
}
