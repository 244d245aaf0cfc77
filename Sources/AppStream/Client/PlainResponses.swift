import AWSClientCore
import FoundationEssentials
import PlainText

/// The lists that may be long, read in one pass over a response's bytes where it is plain (`PlainJSONReader`).
enum PlainResponses {
  /// A page of associations; `nil` where the general decoder has to read it.
  @Sendable static func associations(_ body: [UInt8]) -> DescribeUserStackAssociationsResult? {
    page(body, "UserStackAssociations", UserStackAssociation.init(plain:after:)).map {
      DescribeUserStackAssociationsResult(userStackAssociations: $0.elements, nextToken: $0.nextToken)
    }
  }

  /// A page of users; `nil` where the general decoder has to read it.
  @Sendable static func users(_ body: [UInt8]) -> DescribeUsersResult? {
    page(body, "Users", User.init(plain:after:)).map {
      DescribeUsersResult(users: $0.elements, nextToken: $0.nextToken)
    }
  }

  private static func page<Element>(
    _ body: [UInt8],
    _ member: StaticString,
    _ element: (_ json: inout PlainJSONReader, _ previous: Element?) throws(NotPlainJSON) -> Element
  ) -> Page<Element>? {
    PlainJSONReader.read(body) { json throws(NotPlainJSON) in
      var elements: [Element]?
      var token: String??
      var previous: Element?
      try json.object { json, name throws(NotPlainJSON) in
        switch name {
        case member:
          try elements.once(
            json.list { json throws(NotPlainJSON) in
              let next = try element(&json, previous)
              previous = next
              return next
            }
          )
        case "NextToken": try token.once(json.optionalText())
        default: try json.skip()
        }
      }
      guard let elements else { throw NotPlainJSON() }
      return Page(elements: elements, nextToken: token ?? nil)
    }
  }
}

extension UserStackAssociation {
  /// Reads one, whose stack is most often the one of the association before it.
  fileprivate init(plain json: inout PlainJSONReader, after previous: Self?) throws(NotPlainJSON) {
    var stack: String?
    var user: String?
    var type: String?
    var notification: Bool??
    try json.object { json, name throws(NotPlainJSON) in
      switch name {
      case "StackName": try stack.once(json.text(likely: previous?.stackName ?? ""))
      case "UserName": try user.once(json.text())
      case "AuthenticationType": try type.once(json.text())
      case "SendEmailNotification": try notification.once(json.optionalBoolean())
      default: try json.skip()
      }
    }
    guard let stack, let user, let type else { throw NotPlainJSON() }
    self.init(
      stackName: stack,
      userName: user,
      authenticationType: AuthenticationType(rawValue: type),
      sendEmailNotification: notification ?? nil
    )
  }
}

extension User {
  /// Reads one.
  fileprivate init(plain json: inout PlainJSONReader, after previous: Self?) throws(NotPlainJSON) {
    var arn, userName, status, firstName, lastName: String??
    var enabled: Bool??
    var createdTime: Double??
    var type: String?
    try json.object { json, name throws(NotPlainJSON) in
      switch name {
      case "Arn": try arn.once(json.optionalText())
      case "UserName": try userName.once(json.optionalText())
      case "Enabled": try enabled.once(json.optionalBoolean())
      case "Status": try status.once(json.optionalText())
      case "FirstName": try firstName.once(json.optionalText())
      case "LastName": try lastName.once(json.optionalText())
      case "CreatedTime": try createdTime.once(json.optional { json throws(NotPlainJSON) in try json.number() })
      case "AuthenticationType": try type.once(json.text())
      default: try json.skip()
      }
    }
    guard let type else { throw NotPlainJSON() }
    self.init(
      arn: arn ?? nil,
      userName: userName ?? nil,
      enabled: enabled ?? nil,
      status: status ?? nil,
      firstName: firstName ?? nil,
      lastName: lastName ?? nil,
      createdTime: (createdTime ?? nil).map { Date(clampedSeconds: $0) },
      authenticationType: AuthenticationType(rawValue: type)
    )
  }
}

extension PlainJSONReader {
  fileprivate mutating func optionalText() throws(NotPlainJSON) -> String? {
    try optional { json throws(NotPlainJSON) in try json.text() }
  }

  fileprivate mutating func optionalBoolean() throws(NotPlainJSON) -> Bool? {
    try optional { json throws(NotPlainJSON) in try json.boolean() }
  }
}

extension Optional {
  /// Takes the value of a member that may be there once.
  fileprivate mutating func once(_ value: Wrapped) throws(NotPlainJSON) {
    guard self == nil else { throw NotPlainJSON() }
    self = value
  }
}
