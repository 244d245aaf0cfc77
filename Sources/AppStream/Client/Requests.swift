// The wire shapes of the operations; members that are nil are left out of the request. A list that is not there makes
// a response unreadable: taken for an empty one it would say that nobody is associated.

struct DescribeStacksRequest: Encodable, Sendable {
  var names: [String]?
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case names = "Names"
    case nextToken = "NextToken"
  }
}

struct DescribeStacksResult: Decodable, Sendable {
  var stacks: [Stack]
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case stacks = "Stacks"
    case nextToken = "NextToken"
  }
}

struct DescribeUsersRequest: Encodable, Sendable {
  var authenticationType: AuthenticationType
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case authenticationType = "AuthenticationType"
    case nextToken = "NextToken"
  }
}

struct DescribeUsersResult: Decodable, Sendable {
  var users: [User]
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case users = "Users"
    case nextToken = "NextToken"
  }
}

struct DescribeUserStackAssociationsRequest: Encodable, Sendable {
  var stackName: String?
  var userName: String?
  var authenticationType: AuthenticationType?
  var maxResults: Int?
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case stackName = "StackName"
    case userName = "UserName"
    case authenticationType = "AuthenticationType"
    case maxResults = "MaxResults"
    case nextToken = "NextToken"
  }
}

struct DescribeUserStackAssociationsResult: Decodable, Sendable {
  var userStackAssociations: [UserStackAssociation]
  var nextToken: String?

  private enum CodingKeys: String, CodingKey {
    case userStackAssociations = "UserStackAssociations"
    case nextToken = "NextToken"
  }
}

struct BatchRequest: Encodable, Sendable {
  var userStackAssociations: [UserStackAssociation]

  private enum CodingKeys: String, CodingKey {
    case userStackAssociations = "UserStackAssociations"
  }
}

struct BatchResult: Decodable, Sendable {
  var errors: [UserStackAssociationError]?

  /// The service's model writes this one member in lower case.
  private enum CodingKeys: String, CodingKey {
    case errors = "errors"
  }
}
