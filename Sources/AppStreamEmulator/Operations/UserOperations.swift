import AppStream

extension Operation {
  /// Reading and changing the user pool.
  static let userOperations = [
    Operation("DescribeUsers", describeUsers),
    Operation("CreateUser", createUser),
    Operation("DeleteUser") { directory, call throws(EmulatedRefusal) in
      let (name, type) = try user(call)
      try directory.deleteUser(name, type, at: call.now)
      return changed(name, type)
    },
    Operation("EnableUser") { directory, call throws(EmulatedRefusal) in
      let (name, type) = try user(call)
      try directory.setUser(name, type, isEnabled: true)
      return changed(name, type)
    },
    Operation("DisableUser") { directory, call throws(EmulatedRefusal) in
      let (name, type) = try user(call)
      try directory.setUser(name, type, isEnabled: false)
      return changed(name, type)
    },
  ]

  private static let describeUsers: Body = { directory, call throws(EmulatedRefusal) in
    let type = AuthenticationType(
      rawValue: try call.input.requiredText("AuthenticationType")
    )
    let limit = try call.input.integer("MaxResults")
    guard type == .userpool else { throw .invalidCombination("AuthenticationType must be USERPOOL.") }
    let page = try call.page(of: type.rawValue) { position throws(EmulatedRefusal) in
      directory.userPage(type, from: position, limit: limit.flatMap { $0 > 0 ? $0 : nil })
    }
    return OperationResult(
      output: UsersOutput(users: page.elements.map { $0.shape(in: call.region) }, nextToken: page.nextToken)
    )
  }

  private static let createUser: Body = { directory, call throws(EmulatedRefusal) in
    let user = EmulatedUser(
      userName: try call.input.requiredText("UserName"),
      authenticationType: AuthenticationType(
        rawValue: try call.input.requiredText("AuthenticationType")
      ),
      status: "UNCONFIRMED",
      firstName: try call.input.text("FirstName"),
      lastName: try call.input.text("LastName"),
      createdTime: call.now,
      id: call.newID
    )
    let action = try call.input.text("MessageAction")
    try directory.createUser(user, isResend: action == "RESEND")
    return action == "RESEND"
      ? OperationResult(output: EmptyOutput()) : changed(user.userName, user.authenticationType)
  }

  private static func user(_ call: OperationCall) throws(EmulatedRefusal) -> (String, AuthenticationType) {
    let name = try call.input.requiredText("UserName")
    let type = try call.input.requiredText("AuthenticationType")
    return (name, AuthenticationType(rawValue: type))
  }

  private static func changed(_ name: String, _ type: AuthenticationType) -> OperationResult {
    OperationResult(
      output: EmptyOutput(),
      changes: [EmulatedChange(userName: name, authenticationType: type)]
    )
  }
}

private struct UsersOutput: Encodable, Sendable {
  let users: [User]
  let nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case users = "Users"
    case nextToken = "NextToken"
  }
}
