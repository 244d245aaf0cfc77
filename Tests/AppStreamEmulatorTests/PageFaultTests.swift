import AWSClientCore
import AppStream
import AppStreamEmulator
import Testing

@Suite struct PageFaultTests {
  private func bench(_ faults: [Fault] = []) throws -> TestBench {
    var rules = EmulatorRules()
    rules.associationsPerPageLimit = 10
    return TestBench(seed: try Seed(parsing: "1x35x35"), rules: rules, faults: faults)
  }

  private func pages(_ bench: TestBench) async throws -> [Int] {
    var sizes: [Int] = []
    for try await page in bench.client.describeUserStackAssociations.pages(.stack("stack-0001")) {
      sizes.append(page.count)
    }
    return sizes
  }

  @Test func `pages are full but for the last`() async throws {
    #expect(try await pages(bench()) == [10, 10, 10, 5])
  }

  @Test(arguments: [(EmulatorRules.PageTokens.rows, 35), (.offsets, 32)])
  func `where a token is a number of rows, rows slip past when others are removed`(
    tokens: EmulatorRules.PageTokens,
    shown: Int
  ) async throws {
    var rules = EmulatorRules()
    rules.associationsPerPageLimit = 10
    rules.pageTokens = tokens
    let bench = TestBench(seed: try Seed(parsing: "1x35x35"), rules: rules, faults: [])
    var names: Set<String> = []
    var isFirst = true
    for try await page in bench.client.describeUserStackAssociations.pages(.stack("stack-0001")) {
      names.formUnion(page.map(\.userName))
      guard isFirst else { continue }
      isFirst = false
      let strangers = try #require(AssociationBatch(Array(page.prefix(3))))
      _ = try await bench.client.batchDisassociateUserStack(strangers)
    }
    #expect(names.count == shown)
  }

  @Test func `empty pages stand before each but the first`() async throws {
    #expect(try await pages(bench([Fault(.emptyPage)])) == [10, 0, 10, 0, 10, 0, 5])
  }

  @Test func `a repeated token is given with the second page`() async throws {
    let bench = try bench([Fault(.repeatedToken)])
    var iterator = bench.client.describeUserStackAssociations.pages(.stack("stack-0001")).makeAsyncIterator()
    #expect(try await iterator.next()?.count == 10)
    #expect(try await iterator.next()?.count == 10)
    await #expect(throws: ServiceError.repeatedPageToken(operation: "DescribeUserStackAssociations")) {
      try await iterator.next()
    }
  }

  @Test func `a token of one list is no good for another`() async throws {
    let bench = try bench()
    let token = try await bench.client.describeUserStackAssociations.page(.stack("stack-0001")).nextToken ?? ""
    for (operation, body) in [
      ("DescribeStacks", #"{"NextToken":"\#(token)"}"#),
      ("DescribeUserStackAssociations", #"{"StackName":"stack-0001","NextToken":"x"}"#),
      (
        "DescribeUserStackAssociations",
        #"{"UserName":"user-000001@load.example","AuthenticationType":"USERPOOL","NextToken":"\#(token)"}"#
      ),
    ] {
      let answer = try await bench.call(operation, body)
      #expect(answer.code == "InvalidParameterValueException")
      #expect(answer.message == "The NextToken is not valid.")
    }
  }

  @Test func `rows that are removed between two pages move no others`() async throws {
    let bench = try bench()
    let list = bench.client.describeUserStackAssociations
    let first = try await list.page(.stack("stack-0001"))
    let batch = try #require(AssociationBatch(first.elements))
    _ = try await bench.client.batchDisassociateUserStack(batch)
    let second = try await list.page(.stack("stack-0001"), after: first.nextToken)
    #expect(second.elements.first?.userName == "user-000011@load.example")
  }

  @Test(arguments: [
    ("{}", false), (#"{"UserName":"ana@x.example"}"#, false), (#"{"AuthenticationType":"USERPOOL"}"#, false),
    (#"{"StackName":"lab","UserName":"ana@x.example"}"#, false),
    (#"{"StackName":"lab","AuthenticationType":"USERPOOL"}"#, true),
    (#"{"UserName":"ana@x.example","AuthenticationType":"SAML"}"#, false), (#"{"StackName":"lab"}"#, true),
    (#"{"UserName":"ana@x.example","AuthenticationType":"USERPOOL"}"#, true),
    (#"{"StackName":"lab","UserName":"ana@x.example","AuthenticationType":"USERPOOL"}"#, true),
  ])
  func `a stack, a user with the type, or all of them`(body: String, isGood: Bool) async throws {
    let answer = try await TestBench(seed: .small).call("DescribeUserStackAssociations", body)
    #expect(answer.code == (isGood ? nil : "InvalidParameterCombinationException"))
  }
}
