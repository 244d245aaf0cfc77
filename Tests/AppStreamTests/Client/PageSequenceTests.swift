import AWSClientCore
import AppStream
import Testing

@Suite struct PageSequenceTests {
  private typealias Script = PageScript
  private static let fault = ServiceError.unreadable(operation: "DescribeStacks", reason: "r", requestID: nil)

  @Test(
    arguments: [
      ([Script.page([])], [], [nil]),
      ([Script.page([1, 2])], [1, 2], [nil]),
      ([Script.page([1], next: "")], [1], [nil]),
      ([Script.page([1], next: "a"), Script.page([2], next: "b"), Script.page([3])], [1, 2, 3], [nil, "a", "b"]),
      ([Script.page([], next: "a"), Script.page([], next: "b"), Script.page([1])], [1], [nil, "a", "b"]),
      ([Script.page([1], next: "a"), Script.page([])], [1], [nil, "a"]),
    ] as [([Script.Step], [Int], [String?])]
  )
  func `a list goes on until there is no token, over empty pages too`(
    steps: [PageScript.Step],
    elements: [Int],
    tokens: [String?]
  ) async throws {
    let script = PageScript(steps)
    #expect(try await script.pages.all() == elements)
    #expect(script.tokens == tokens)
  }

  @Test(arguments: [
    ([Script.page([1], next: "a"), Script.page([2], next: "a"), Script.page([9])], [[1], [2]]),
    (
      [Script.page([1], next: "a"), Script.page([2], next: "b"), Script.page([3], next: "a"), Script.page([9])],
      [[1], [2], [3]]
    ),
  ])
  func `a token that comes again ends the list with an error, after its page`(
    steps: [PageScript.Step],
    pages: [[Int]]
  ) async {
    let script = PageScript(steps)
    var read: [[Int]] = []
    await #expect(throws: ServiceError.repeatedPageToken(operation: "DescribeStacks")) {
      for try await page in script.pages { read.append(page) }
    }
    #expect(read == pages)
    #expect(script.tokens.count == pages.count)
  }

  @Test func `pages before a fault are kept, and after it the list is at its end`() async throws {
    let script = PageScript([Script.page([1], next: "a"), .failure(Self.fault), Script.page([9])])
    var iterator = script.pages.makeAsyncIterator()
    #expect(try await iterator.next() == [1])
    await #expect(throws: Self.fault) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
    #expect(script.tokens == [nil, "a"])
  }

  @Test func `everything at once fails as a whole`() async {
    let script = PageScript([Script.page([1], next: "a"), .failure(Self.fault)])
    await #expect(throws: Self.fault) { try await script.pages.all() }
  }

  @Test func `a page is read only when it is asked for`() async throws {
    let script = PageScript([Script.page([1], next: "a"), Script.page([2], next: "b"), Script.page([3])])
    let pages = script.pages
    var iterator = pages.makeAsyncIterator()
    #expect(script.tokens == [])
    _ = try await iterator.next()
    #expect(script.tokens == [nil])
    _ = try await iterator.next()
    #expect(script.tokens == [nil, "a"])
  }

  @Test func `each reading begins at the first page`() async throws {
    let script = PageScript([Script.page([1]), Script.page([2])])
    let pages = script.pages
    #expect(try await pages.all() == [1])
    #expect(try await pages.all() == [2])
    #expect(script.tokens == [nil, nil])
  }

  @Test func `after its end a list stays at its end`() async throws {
    let script = PageScript([Script.page([1])])
    var iterator = script.pages.makeAsyncIterator()
    _ = try await iterator.next()
    #expect(try await iterator.next() == nil)
    #expect(try await iterator.next() == nil)
    #expect(script.tokens == [nil])
  }
}
