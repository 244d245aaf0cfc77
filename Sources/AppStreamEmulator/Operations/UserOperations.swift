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
    var check = RequestCheck()
    let type = AuthenticationType(
      rawValue: try check.required(call.input, "AuthenticationType", .authenticationType)
    )
    let limit = try call.input.integer("MaxResults")
    try check.finish()
    guard type == .userpool else { throw .invalidCombination("AuthenticationType must be USERPOOL.") }
    let page = try call.page(of: type.rawValue) { position throws(EmulatedRefusal) in
      directory.userPage(type, from: position, limit: limit.flatMap { $0 > 0 ? $0 : nil })
    }
    return OperationResult(
      output: UsersOutput(users: page.elements.map { $0.shape(in: call.region) }, nextToken: page.nextToken)
    )
  }

  private static let createUser: Body = { directory, call throws(EmulatedRefusal) in
    var check = RequestCheck()
    let user = EmulatedUser(
      userName: try check.required(call.input, "UserName", .userName),
      authenticationType: AuthenticationType(
        rawValue: try check.required(call.input, "AuthenticationType", .authenticationType)
      ),
      status: "UNCONFIRMED",
      firstName: try check.text(call.input, "FirstName", .userAttribute),
      lastName: try check.text(call.input, "LastName", .userAttribute),
      createdTime: call.now,
      id: call.newID
    )
    let action = try check.text(call.input, "MessageAction", .messageAction)
    try check.finish()
    try directory.createUser(user, isResend: action == "RESEND")
    return action == "RESEND"
      ? OperationResult(output: EmptyOutput()) : changed(user.userName, user.authenticationType)
  }

  private static func user(_ call: OperationCall) throws(EmulatedRefusal) -> (String, AuthenticationType) {
    var check = RequestCheck()
    let name = try check.required(call.input, "UserName", .userName)
    let type = try check.required(call.input, "AuthenticationType", .authenticationType)
    try check.finish()
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
