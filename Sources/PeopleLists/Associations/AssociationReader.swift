import AppStream
import PlainText

/// An item of a list of associations, before anything is known to be in it.
struct AssociationItem {
  var stackName: String?
  var userName: String?
  var authenticationType: String?
}

/// The service's names for what an association is made of.
enum AssociationMember: String, CaseIterable {
  case stackName = "StackName"
  case userName = "UserName"
  case authenticationType = "AuthenticationType"
  case sendEmailNotification = "SendEmailNotification"

  /// The member that a heading names: the service's name, or that of this program's tables.
  init?(heading: String) {
    let plain = heading.trimmed.lowercased()
    let found = Self.allCases.first { $0.rawValue.lowercased() == plain || $0.shown == plain }
    guard let found else { return nil }
    self = found
  }

  private var shown: String? {
    switch self {
    case .stackName: "stack"
    case .userName: "user"
    case .authenticationType: "type"
    case .sendEmailNotification: nil
    }
  }
}

/// Gathers the associations that a list names.
struct AssociationReader {
  /// What every line was so far.
  var ledger: LineLedger
  private(set) var associations: [ListedAssociation] = []
  private var seen: Set<Association> = []

  init(_ ledger: LineLedger) {
    self.ledger = ledger
  }

  var file: String { ledger.file }

  /// Takes what `item` names.
  ///
  /// - Throws: ``LineFault`` for what no association of the service can be.
  mutating func take(_ item: AssociationItem, line: Int) throws(LineFault) {
    guard let stackName = item.stackName, !stackName.isEmpty else { throw .badItem("has no StackName") }
    guard let userName = item.userName, !userName.isEmpty else { throw .badItem("has no UserName") }
    if SpreadsheetError.is(userName), !userName.utf8.contains(UInt8(ascii: "@")) { throw .spreadsheetError }
    do throws(StackNameError) {
      try StackName.validate(stackName)
    } catch {
      throw .badItem("has a StackName that no stack can have, \"\(stackName)\"")
    }
    do throws(UserNameError) {
      try UserName.validate(userName)
    } catch {
      throw .badUserName(error)
    }
    let type = try item.authenticationType.map { word throws(LineFault) in
      guard Self.isAuthenticationType(word) else {
        throw .badItem("has \"\(word)\", which is no AuthenticationType such as USERPOOL")
      }
      return AuthenticationType(rawValue: word)
    }
    let association = Association(
      stackName: stackName,
      userName: userName,
      authenticationType: type ?? .userpool
    )
    ledger.pass(.person)
    if seen.insert(association).inserted {
      associations.append(ListedAssociation(association: association, line: line))
    }
  }

  /// The service's words look like this; which ones there are is its own affair.
  private static func isAuthenticationType(_ word: String) -> Bool {
    (1...64).contains(word.utf8.count)
      && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_") }
  }
}
