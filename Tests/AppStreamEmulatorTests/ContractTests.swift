import AWSClientCore
import AppStream
import PlainText
import Testing

/// What any client may rely on, in this process and over a socket alike.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ContractTests {
  private func identities(_ sequence: PageSequence<UserStackAssociation>) async throws -> [Association] {
    try await sequence.all().map(\.identity)
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `lists are whole, however many pages they have`(service: ServiceUnderTest) async throws {
    let small = #"{"rules":{"stacksPerPage":2,"usersPerPage":3,"associationsPerPageLimit":4}}"#
    try await service.run(seed: "5x7x30", faults: small) { access in
      #expect(try await access.client.describeStacks.pages(nil).all().map(\.name) == (1...5).map { "stack-000\($0)" })
      #expect(try await access.client.describeUsers.pages(.userpool).all().count == 7)
      let all = try await identities(access.client.describeUserStackAssociations.pages(.stack("stack-0001")))
      #expect(all.count == 6)
      #expect(Set(all).count == 6)
      let calls = try await access.log().compactMap { $0["operation"]?.text }
      #expect(calls.filter { $0 == "DescribeStacks" }.count == 3)
      #expect(calls.filter { $0 == "DescribeUsers" }.count == 3)
      #expect(calls.filter { $0 == "DescribeUserStackAssociations" }.count == 2)
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `a user's associations are those of the stacks`(service: ServiceUnderTest) async throws {
    try await service.run(seed: "5x7x30") { access in
      let user = "user-000001@load.example"
      let mine = try await identities(access.client.describeUserStackAssociations.pages(.user(user, .userpool)))
      #expect(mine.map(\.stackName).sorted() == (1...5).map { "stack-000\($0)" })
      let one = try await identities(access.client.describeUserStackAssociations.pages(.association(mine[0])))
      #expect(one == [mine[0]])
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `what is removed is gone, and can be put back`(service: ServiceUnderTest) async throws {
    try await service.run(seed: "2x30x60") { access in
      let all = try await access.client.describeUserStackAssociations.pages(.stack("stack-0001")).all()
      let batch = try #require(AssociationBatch(Array(all.prefix(25))))
      let removed = try await access.client.batchDisassociateUserStack(batch)
      #expect(removed.value.isEmpty)
      #expect(removed.requestID?.isEmpty == false)
      #expect(try await access.client.describeUserStackAssociations.pages(.stack("stack-0001")).all().count == 5)
      #expect(try await access.client.batchAssociateUserStack(batch).value.isEmpty)
      let again = try await access.client.describeUserStackAssociations.pages(.stack("stack-0001")).all()
      #expect(Set(again) == Set(all))
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `an item that fails is named, and the others are done`(service: ServiceUnderTest) async throws {
    try await service.run(seed: "demo") { access in
      let batch = try #require(
        AssociationBatch(
          ["gus.petit@contr.example", "abe.olsen@contr.example", "ABE.olsen@contr.example"].map {
            UserStackAssociation(stackName: "biology-2026a", userName: $0)
          }
        )
      )
      let errors = try await access.client.batchDisassociateUserStack(batch).value
      #expect(errors.map(\.errorCode) == ["DIRECTORY_NOT_FOUND", "USER_NAME_NOT_FOUND"])
      #expect(errors.map(\.userStackAssociation?.userName) == ["gus.petit@contr.example", "ABE.olsen@contr.example"])
      let left = try await identities(access.client.describeUserStackAssociations.pages(.stack("biology-2026a"))).map(
        \.userName
      )
      #expect(left.contains("gus.petit@contr.example"))
      #expect(!left.contains("abe.olsen@contr.example"))
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `a stack that is not there is an error`(service: ServiceUnderTest) async throws {
    try await service.run(seed: "demo") { access in
      for pages in [
        access.client.describeUserStackAssociations.pages(.stack("nowhere")),
        access.client.describeUserStackAssociations.pages(
          .association(Association(stackName: "nowhere", userName: "a@x.example"))
        ),
      ] {
        let error = await #expect(throws: ServiceError.self) { try await pages.all() }
        #expect(error?.code == "ResourceNotFoundException")
      }
      let error = await #expect(throws: ServiceError.self) {
        try await access.client.describeStacks.page(["visitors", "nowhere"])
      }
      #expect(error?.code == "ResourceNotFoundException")
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `the log tells what was asked and what became of it`(service: ServiceUnderTest) async throws {
    try await service.run(seed: "2x2x4") { access in
      let pair = Association(stackName: "stack-0002", userName: "user-000001@load.example")
      let batch = try #require(AssociationBatch([UserStackAssociation(pair)]))
      let answer = try await access.client.batchDisassociateUserStack(batch)
      await #expect(throws: ServiceError.self) {
        try await access.client.describeUserStackAssociations.pages(.stack("x")).all()
      }
      let log = try await access.log()
      #expect(log.count == 2)
      #expect(log[0]["n"] == .integer(1))
      #expect(log[0]["operation"] == .string("BatchDisassociateUserStack"))
      #expect(log[0]["requestId"]?.text == answer.requestID)
      #expect(log[0]["accessKeyId"] == .string("AKIAEMULATOR00000001"))
      #expect(log[0]["region"] == .string("eu-west-1"))
      #expect(log[0]["status"] == .integer(200))
      #expect(log[0]["applied"] == .boolean(true))
      #expect(log[0]["userAgent"] == .string("contract"))
      #expect(log[0]["attempt"] == .string("attempt=1; max=1"))
      #expect(
        log[0]["input"]?["UserStackAssociations"]
          == .array([
            .object([
              "StackName": .string(pair.stackName), "UserName": .string(pair.userName),
              "AuthenticationType": .string("USERPOOL"),
            ])
          ])
      )
      #expect(log[1]["code"] == .string("ResourceNotFoundException"))
      #expect(log[1]["status"] == .integer(404))
      #expect(log[1]["applied"] == .boolean(false))
    }
  }

  @Test(arguments: ServiceUnderTest.allCases, [true, false])
  func `a dropped answer leaves the change done or not, as it says`(
    service: ServiceUnderTest,
    applied: Bool
  ) async throws {
    let faults = #"{"faults":[{"fault":"drop","applied":\#(applied),"operations":["BatchDisassociateUserStack"]}]}"#
    try await loses(service, faults, applied: applied) { error in
      guard case .connectionLost = error else { return false }
      return true
    }
  }

  @Test(arguments: ServiceUnderTest.allCases)
  func `half a response is a lost connection, and the change is done`(service: ServiceUnderTest) async throws {
    let faults = #"{"faults":[{"fault":"truncate","operations":["BatchDisassociateUserStack"]}]}"#
    try await loses(service, faults, applied: true) { error in
      guard case .connectionLost = error else { return false }
      return true
    }
  }

  @Test(arguments: ServiceUnderTest.allCases, [true, false])
  func `a hanging answer runs into the time limit`(service: ServiceUnderTest, applied: Bool) async throws {
    let faults = #"{"faults":[{"fault":"hang","applied":\#(applied),"operations":["BatchDisassociateUserStack"]}]}"#
    try await loses(service, faults, applied: applied, answerLimit: 2) { error in
      guard case .responseTimedOut = error else { return false }
      return true
    }
  }

  /// Removes one pair, expects to lose the response, and looks whether the pair is gone.
  private func loses(
    _ service: ServiceUnderTest,
    _ faults: String,
    applied: Bool,
    answerLimit: Double = SocketConnection.usualAnswerLimit,
    _ isExpected: (TransportError) -> Bool
  ) async throws {
    try await service.run(seed: "2x2x4", faults: faults, answerLimit: answerLimit) { access in
      let pair = Association(stackName: "stack-0002", userName: "user-000001@load.example")
      let batch = try #require(AssociationBatch([UserStackAssociation(pair)]))
      let error = await #expect(throws: ServiceError.self) {
        try await access.client.batchDisassociateUserStack(batch)
      }
      guard case .unreachable(_, let lost)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(isExpected(lost))
      let left = try await identities(access.client.describeUserStackAssociations.pages(.stack("stack-0002")))
      #expect(left.contains(pair) == !applied)
      #expect(try await access.log()[0]["applied"] == .boolean(applied))
    }
  }
}
