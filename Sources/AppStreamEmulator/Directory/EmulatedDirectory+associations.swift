package import AppStream
package import FoundationEssentials
import PlainText

/// Why one item of a batch is not done, in the service's words.
package struct ItemFailure: Sendable, Equatable {
  /// The code, such as `USER_NAME_NOT_FOUND`.
  package var code: String
  /// The message.
  package var message: String
  /// Whether the item is done all the same: the service says no, and it is gone.
  package var isApplied: Bool

  /// Makes a failure; without a message it is the one that belongs to the code.
  package init(code: String, message: String? = nil, isApplied: Bool = false) {
    self.code = code
    self.message = message ?? Self.messages[code] ?? "The request could not be completed."
    self.isApplied = isApplied
  }

  /// The codes are those of the model's `UserStackAssociationErrorCode`.
  ///
  /// The words are ours: the service's are not documented.
  private static let messages = [
    "STACK_NOT_FOUND": "Stack not found.",
    "USER_NAME_NOT_FOUND": "User name not found.",
    "DIRECTORY_NOT_FOUND": "Directory not found.",
    "INTERNAL_ERROR": "An internal error occurred. Try again later.",
  ]
}

/// What became of a batch.
package struct BatchOutcome: Sendable, Equatable {
  /// The items that were not done; an item that is not listed was.
  package var errors: [UserStackAssociationError]
  /// The associations that are there now and were not, or the other way round.
  package var changed: [Association]

  /// Makes an outcome.
  package init(errors: [UserStackAssociationError] = [], changed: [Association] = []) {
    self.errors = errors
    self.changed = changed
  }
}

extension EmulatedDirectory {
  /// The two batch operations.
  package enum BatchOperation: Sendable {
    /// `BatchAssociateUserStack`.
    case associate
    /// `BatchDisassociateUserStack`.
    case disassociate
  }

  /// `BatchAssociateUserStack` or `BatchDisassociateUserStack`.
  ///
  /// - Parameter failures: Failures that are asked for, by index of the item, and named in place of the directory's
  ///   own.
  package mutating func apply(
    _ operation: BatchOperation,
    to items: [UserStackAssociation],
    at now: Date,
    failures: [Int: ItemFailure] = [:]
  ) throws(EmulatedRefusal) -> BatchOutcome {
    if operation == .associate, items.contains(where: { $0.authenticationType != .userpool }) {
      throw .invalidCombination("AuthenticationType must be USERPOOL.")
    }
    if rules.badItem == .refusesBatch {
      for item in items {
        if let failure = failure(operation, item.identity) { throw .resourceNotFound(failure.message) }
      }
    }
    var outcome = BatchOutcome()
    for (index, item) in items.enumerated() {
      let (asked, own) = (failures[index], failure(operation, item.identity))
      if let failure = asked ?? own { outcome.errors.append(UserStackAssociationError(item.identity, failure)) }
      // A stack that is not there has no users, whatever a fault asks for.
      guard own == nil, asked?.isApplied ?? true else { continue }
      let isPresent = contains(item.identity)
      switch operation {
      case .associate: associations.add(item, lag: rules.lag, at: now)
      case .disassociate: associations.remove(item.identity, lag: rules.lag, at: now)
      }
      if isPresent == (operation == .disassociate) { outcome.changed.append(item.identity) }
    }
    return outcome
  }

  /// `DescribeUserStackAssociations`; counts as a read for changes that lag.
  package mutating func associationPage(
    _ filter: AssociationFilter,
    from position: Int,
    limit: Int? = nil,
    at now: Date
  ) throws(EmulatedRefusal) -> EmulatedPage<UserStackAssociation> {
    switch filter {
    case .stack(let name): try checkReadable(stack: name)
    case .user(let name, let type): try checkReadable(name, type)
    case .association(let identity):
      try checkReadable(stack: identity.stackName)
      try checkReadable(identity.userName, identity.authenticationType)
    }
    let limit = min(limit ?? rules.associationsPerPage, rules.associationsPerPageLimit)
    let page = associations.page(filter, from: position, limit: limit, tokens: rules.pageTokens, at: now)
    return EmulatedPage(elements: page.associations, next: page.next)
  }

  private func checkReadable(stack name: String) throws(EmulatedRefusal) {
    if rules.unknownStack == .resourceNotFound { _ = try stack(name) }
  }

  private func checkReadable(_ name: String, _ type: AuthenticationType) throws(EmulatedRefusal) {
    if rules.unknownUser == .resourceNotFound { _ = try user(name, type) }
  }

  private func failure(_ operation: BatchOperation, _ identity: Association) -> ItemFailure? {
    if operation == .disassociate, contains(identity) { return nil }
    if stacks[ExactText(identity.stackName)] == nil { return ItemFailure(code: "STACK_NOT_FOUND") }
    let isMissing = users[UserKey(identity.userName, identity.authenticationType)] == nil
    if isMissing || (operation == .disassociate && rules.notAssociated == .userNameNotFound) {
      return ItemFailure(code: "USER_NAME_NOT_FOUND")
    }
    return nil
  }
}

extension UserStackAssociationError {
  /// The error that the service gives for `identity`.
  init(_ identity: Association, _ failure: ItemFailure) {
    self.init(
      userStackAssociation: PartialAssociation(identity),
      errorCode: failure.code,
      errorMessage: failure.message
    )
  }
}
