import AWSClientCore
import AppStream
import PlainText
import Screen

/// What the user pool says of the users in rows, as far as it has been read.
struct UserFacts {
  /// What stands in place of the status of a user who may not sign in.
  static let disabled = "disabled"

  private let estate: Estate

  init(_ estate: Estate) {
    self.estate = estate
  }

  /// First and last name; `-` for a user who has none.
  func name(of user: String) -> String {
    words(of: user).map { name(in: $0) } ?? missing
  }

  private func name(in found: UserWords) -> String {
    let name = [found.firstName, found.lastName].compactMap { $0.map { estate.text(ofWord: $0) } }
      .filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? "-" : name
  }

  /// The service's word, or `disabled` for a user who may not sign in.
  func status(of user: String) -> String {
    words(of: user).map { status(in: $0) } ?? missing
  }

  private func status(in found: UserWords) -> String {
    found.enabled == false ? Self.disabled : found.status.map { estate.text(ofWord: $0) } ?? "-"
  }

  /// The same of the user whose name in rows has this number.
  func name(ofUser number: UInt32) -> String {
    estate.words(ofUser: number).map { name(in: $0) } ?? missing
  }

  /// The same of the user whose name in rows has this number.
  func status(ofUser number: UInt32) -> String {
    estate.words(ofUser: number).map { status(in: $0) } ?? missing
  }

  /// How many columns of the terminal the name takes, of the user whose name in rows has this number.
  func nameWidth(ofUser number: UInt32) -> Int {
    estate.words(ofUser: number).map { width(ofNameIn: $0) } ?? DisplayWidth.of(missing)
  }

  /// How many columns of the terminal the status takes.
  func statusWidth(ofUser number: UInt32) -> Int {
    estate.words(ofUser: number).map { width(ofStatusIn: $0) } ?? DisplayWidth.of(missing)
  }

  private func width(ofNameIn words: UserWords) -> Int {
    var width = 0
    for case let part? in [words.firstName, words.lastName] {
      guard let length = estate.lengthOfPrintableASCII(ofWord: part) else {
        return DisplayWidth.of(Line(name(in: words)))
      }
      if length > 0 { width += width > 0 ? 1 + length : length }
    }
    return max(width, 1)
  }

  private func width(ofStatusIn words: UserWords) -> Int {
    if words.enabled != false, let status = words.status, let length = estate.lengthOfPrintableASCII(ofWord: status) {
      return length
    }
    return DisplayWidth.of(Line(status(in: words)))
  }

  private func words(of user: String) -> UserWords? {
    estate.table.userNames.number(of: user).flatMap { estate.words(ofUser: $0) }
  }

  /// What stands for a user who is not among those read.
  var missing: String {
    switch estate.userList {
    case .waiting, .reading: ""
    case .complete: "-"
    case .partial(_, let error): error.isDenied ? "not permitted" : "not read"
    }
  }
}

extension ServiceError {
  /// Whether the caller may not do it, so that trying again is of no use.
  var isDenied: Bool {
    guard case .refused(let refusal) = self else { return false }
    return refusal.kind == .accessDenied || refusal.code == "OperationNotPermittedException"
  }
}
