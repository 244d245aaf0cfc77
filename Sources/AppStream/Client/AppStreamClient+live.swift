public import AWSClientCore

extension AppStreamClient {
  /// What stands before the operation in `X-Amz-Target`.
  public static let targetPrefix = "PhotonAdminProxyService"

  /// How many associations are asked for in one page: the most that `MaxResults` allows.
  private static let associationsPerPage = 500

  /// A client that calls the service through `client`.
  public static func live(_ client: AWSJSONClient) -> AppStreamClient {
    AppStreamClient(
      Operations(
        describeStacks: { names, token async throws(ServiceError) in
          let result: DescribeStacksResult = try await client.read(
            "DescribeStacks",
            DescribeStacksRequest(names: names, nextToken: token)
          )
          return Page(elements: result.stacks, nextToken: result.nextToken)
        },
        describeUsers: { type, token async throws(ServiceError) in
          let result: DescribeUsersResult = try await client.read(
            "DescribeUsers",
            DescribeUsersRequest(authenticationType: type, nextToken: token),
            shortcut: PlainResponses.users
          )
          return Page(elements: result.users, nextToken: result.nextToken)
        },
        describeUserStackAssociations: { filter, token async throws(ServiceError) in
          let result: DescribeUserStackAssociationsResult = try await client.read(
            "DescribeUserStackAssociations",
            request(filter, token),
            shortcut: PlainResponses.associations
          )
          return Page(elements: result.userStackAssociations, nextToken: result.nextToken)
        },
        batchDisassociateUserStack: sender("BatchDisassociateUserStack", client),
        batchAssociateUserStack: sender("BatchAssociateUserStack", client)
      )
    )
  }

  private static func sender(_ operation: String, _ client: AWSJSONClient) -> BatchOperation.Send {
    { batch async throws(ServiceError) in
      let answer: ServiceResponse<BatchResult> = try await client.write(
        operation,
        BatchRequest(userStackAssociations: batch.associations)
      )
      return ServiceResponse(value: answer.value.errors ?? [], requestID: answer.requestID)
    }
  }

  private static func request(_ filter: AssociationFilter, _ token: String?) -> DescribeUserStackAssociationsRequest {
    switch filter {
    case .stack(let name):
      DescribeUserStackAssociationsRequest(stackName: name, maxResults: associationsPerPage, nextToken: token)
    case .user(let name, let type):
      DescribeUserStackAssociationsRequest(
        userName: name,
        authenticationType: type,
        maxResults: associationsPerPage,
        nextToken: token
      )
    case .association(let association):
      DescribeUserStackAssociationsRequest(
        stackName: association.stackName,
        userName: association.userName,
        authenticationType: association.authenticationType,
        maxResults: associationsPerPage,
        nextToken: token
      )
    }
  }
}

extension AWSService {
  /// Amazon AppStream 2.0, as botocore's model of its API of 2016-12-01 names it.
  public static let appStream = AWSService(
    endpointID: "APPSTREAM",
    signingName: "appstream",
    hostPrefix: "appstream2"
  )
}
