import AWSClientCore
import AppStream

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
    guard let found = estate.user(named: user) else { return missing }
    let name = [found.firstName, found.lastName].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? "-" : name
  }

  /// The service's word, or `disabled` for a user who may not sign in.
  func status(of user: String) -> String {
    guard let found = estate.user(named: user) else { return missing }
    return found.enabled == false ? Self.disabled : found.status ?? "-"
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
