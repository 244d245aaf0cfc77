import Testing

@testable import Console

@Suite struct ReadQueueTests {
  @Test func `at most four stacks are read at once, in order`() {
    var queue = ReadQueue()
    queue.append(["a", "b", "c", "d", "e", "f"])
    var taken = queue.takeNext(preferring: nil)
    #expect(taken == ["a", "b", "c", "d"])
    taken = queue.takeNext(preferring: nil)
    #expect(taken == [])
    queue.ended("b")
    taken = queue.takeNext(preferring: nil)
    #expect(taken == ["e"])
  }

  @Test func `the stack that is looked at goes first`() {
    var queue = ReadQueue()
    queue.append(["a", "b", "c", "d", "e", "f"])
    var taken = queue.takeNext(preferring: "f")
    #expect(taken == ["f", "a", "b", "c"])
    taken = queue.takeNext(preferring: "d")
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
