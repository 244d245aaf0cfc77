import Testing

@testable import Console

@Suite struct ReadQueueTests {
  @Test func `at most eight stacks are read at once, in order`() {
    var queue = ReadQueue()
    queue.append("abcdefghij".map(String.init))
    var taken = queue.takeNext(preferring: nil)
    #expect(taken == "abcdefgh".map(String.init))
    taken = queue.takeNext(preferring: nil)
    #expect(taken == [])
    queue.ended("b")
    taken = queue.takeNext(preferring: nil)
    #expect(taken == ["i"])
  }

  @Test func `the stack that is looked at goes first`() {
    var queue = ReadQueue()
    queue.append("abcdefghij".map(String.init))
    var taken = queue.takeNext(preferring: "j")
    #expect(taken == "jabcdefg".map(String.init))
    taken = queue.takeNext(preferring: "h")
    #expect(taken == [])
  }

  @Test func `a stack waits once, and not while it is being read`() {
    var queue = ReadQueue()
    queue.append(["a", "a", "b"])
    let taken = queue.takeNext(preferring: nil)
    #expect(taken == ["a", "b"])
    queue.append(["a", "c"])
    #expect(queue.waiting == ["c"])
    queue.ended("a")
    queue.append(["a"])
    #expect(queue.waiting == ["c", "a"])
    #expect(!queue.isIdle)
  }

  @Test func `stacks that are gone are not waited for`() {
    var queue = ReadQueue()
    queue.append(["a", "b"])
    queue.keep(["b"])
    let taken = queue.takeNext(preferring: "a")
    #expect(taken == ["b"])
  }
}
