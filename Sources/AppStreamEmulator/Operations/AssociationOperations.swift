import AppStream

extension Operation {
  /// Reading and changing who is on which stack.
  static let associationOperations = [
    Operation("DescribeUserStackAssociations", describeUserStackAssociations),
    Operation("BatchAssociateUserStack") { directory, call throws(EmulatedRefusal) in
      try batch(.associate, &directory, call)
    },
    Operation("BatchDisassociateUserStack") { directory, call throws(EmulatedRefusal) in
      try batch(.disassociate, &directory, call)
    },
  ]

  private static let describeUserStackAssociations: Body = { directory, call throws(EmulatedRefusal) in
    let stack = try call.input.text("StackName")
    let user = try call.input.text("UserName")
    let type = try call.input.text("AuthenticationType")
    let limit = try call.input.integer("MaxResults")
    let filter = try associationFilter(stack, user, type)
    let list = "\(stack ?? "")\n\(user ?? "")\n\(type ?? "")"
    let page = try call.page(of: list) { position throws(EmulatedRefusal) in
      try directory.associationPage(filter, from: position, limit: limit == 0 ? nil : limit, at: call.now)
    }
    let listed = page.elements.filter { type == nil || $0.authenticationType.rawValue == type }
    return OperationResult(output: AssociationsOutput(userStackAssociations: listed, nextToken: page.nextToken))
  }

  /// The service wants a stack, or a user with the authentication type, or all three.
  private static func associationFilter(
    _ stack: String?,
    _ user: String?,
    _ type: String?
  ) throws(EmulatedRefusal) -> AssociationFilter {
    let type = type.map { AuthenticationType(rawValue: $0) }
    guard type == nil || type == .userpool else {
      throw .invalidCombination("AuthenticationType must be USERPOOL.")
    }
    switch (stack, user, type) {
    case (let stack?, nil, _):
      return .stack(stack)
    case (nil, let user?, let type?):
      return .user(user, type)
    case (let stack?, let user?, let type?):
      return .association(Association(stackName: stack, userName: user, authenticationType: type))
    default:
      throw .invalidCombination("Specify StackName, or both UserName and AuthenticationType, or all of them.")
    }
  }

  private static func batch(
    _ operation: EmulatedDirectory.BatchOperation,
    _ directory: inout EmulatedDirectory,
    _ call: OperationCall
  ) throws(EmulatedRefusal) -> OperationResult {
    var items: [UserStackAssociation] = []
    for object in try call.input.objects("UserStackAssociations") ?? [] {
      let item = UserStackAssociation(
        stackName: try object.requiredText("StackName"),
        userName: try object.requiredText("UserName"),
        authenticationType: AuthenticationType(
          rawValue: try object.requiredText("AuthenticationType")
        ),
        sendEmailNotification: try object.boolean("SendEmailNotification") ?? false
      )
      items.append(item)
    }
    let outcome = try directory.apply(operation, to: items, at: call.now, failures: call.trouble.failures)
    return OperationResult(
      output: BatchOutput(errors: outcome.errors + call.trouble.strayErrors),
      changes: outcome.changed.map {
        EmulatedChange(stackName: $0.stackName, userName: $0.userName, authenticationType: $0.authenticationType)
      }
    )
  }
}

private struct AssociationsOutput: Encodable, Sendable {
  let userStackAssociations: [UserStackAssociation]
  let nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case userStackAssociations = "UserStackAssociations"
    case nextToken = "NextToken"
  }
}

/// Its one member is in lower case in the service's model, and not there when every item was done.
private struct BatchOutput: Encodable, Sendable {
  let errors: [UserStackAssociationError]?

  init(errors: [UserStackAssociationError]) {
    self.errors = errors.isEmpty ? nil : errors
  }
}
