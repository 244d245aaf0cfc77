import AWSClientCore
import AppStream
import FoundationEssentials

/// An item of a list of associations, before anything is known to be in it.
struct ListedAssociation: Decodable {
  var stackName: String?
  var userName: String?
  var authenticationType: String?

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
  }

  /// The items of an object with `UserStackAssociations`, or of a bare list.
  static func items(
    ofJSON text: String,
    isBareList: Bool,
    file: String
  ) throws(InputFileError) -> [ListedAssociation] {
    let data = Data(text.utf8)
    do {
      return isBareList
        ? try JSONDecoder().decodeForeign([ListedAssociation].self, from: data)
        : try JSONDecoder().decodeForeign(AssociationDocument.self, from: data).items
    } catch let error as DecodingError {
      throw inputFileError(error, file: file)
    } catch {
      throw .brokenJSON(file: file)
    }
  }

  /// The items of a table with a header of the service's names.
  static func items(ofTable text: String, file: String) throws(InputFileError) -> [ListedAssociation] {
    let lines = NumberedLine.lines(of: text)
    guard let first = lines.first(where: { !$0.isSilent }) else { return [] }
    let table = try Table(of: text[first.text.startIndex...], firstLine: first.number, file: file)
    let stack = try table.requiredColumn(CodingKeys.stackName.rawValue, file: file)
    let user = try table.requiredColumn(CodingKeys.userName.rawValue, file: file)
    let type = table.column(named: CodingKeys.authenticationType.rawValue)
    return table.rows.map { row in
      let typeCell = type.map(row.cell) ?? ""
      return ListedAssociation(
        stackName: row.cell(stack),
        userName: row.cell(user),
        authenticationType: typeCell.isEmpty ? nil : typeCell
      )
    }
  }

  /// The association, once each of its members is one that the service can have.
  func association(number: Int, file: String) throws(InputFileError) -> Association {
    guard let stackName, !stackName.isEmpty else {
      throw .badItem(file: file, item: number, reason: "it has no StackName. Add it, or take the item out.")
    }
    guard let userName, !userName.isEmpty else {
      throw .badItem(file: file, item: number, reason: "it has no UserName. Add it, or take the item out.")
    }
    do throws(StackNameError) {
      try StackName.validate(stackName)
    } catch {
      throw .badItem(file: file, item: number, reason: error.description)
    }
    do throws(UserNameError) {
      try UserName.validate(userName)
    } catch {
      throw .badItem(file: file, item: number, reason: error.description)
    }
    let type = try authenticationType.map { word throws(InputFileError) in
      guard Self.isAuthenticationType(word) else {
        throw .badItem(file: file, item: number, reason: "\"\(word.visible)\" is no AuthenticationType. Use USERPOOL.")
      }
      return AuthenticationType(rawValue: word)
    }
    return Association(stackName: stackName, userName: userName, authenticationType: type ?? .userpool)
  }

  /// The service's words look like this; which ones there are is its own affair.
  private static func isAuthenticationType(_ word: String) -> Bool {
    (1...64).contains(word.utf8.count)
      && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_") }
  }

  private static func inputFileError(_ error: DecodingError, file: String) -> InputFileError {
    switch error {
    case .dataCorrupted:
      return .brokenJSON(file: file)
    case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
      let number = context.codingPath.lazy.compactMap(\.intValue).first
      guard let number else { return .noAssociations(file: file) }
      let member = context.codingPath.last.flatMap { $0.intValue == nil ? $0.stringValue : nil }
      let reason = member.map { "its \($0.visible) is not text" } ?? "it is not an object"
      return .badItem(file: file, item: number + 1, reason: reason + ". Correct it, or take the item out.")
    @unknown default:
      return .brokenJSON(file: file)
    }
  }
}

/// The list as an answer of the service has it.
private struct AssociationDocument: Decodable {
  let items: [ListedAssociation]

  private enum CodingKeys: String, CodingKey {
    case items = "UserStackAssociations"
  }
}

extension Table {
  fileprivate func requiredColumn(_ name: String, file: String) throws(InputFileError) -> Int {
    guard let column = column(named: name) else { throw .noColumn(file: file, column: name) }
    return column
  }
}
