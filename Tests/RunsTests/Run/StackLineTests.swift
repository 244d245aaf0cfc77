import Testing

@testable import Runs

struct StackLineTests {
  private func served(_ line: StackLine) -> [String] {
    var line = line
    var names: [String] = []
    while let name = line.first {
      names.append(name)
      line.remove(name)
    }
    return names
  }

  @Test func `stacks are served in the order in which they came, each once`() {
    var line = StackLine()
    ["physics", "art", "physics", "biology", "art"].forEach { line.append($0) }
    #expect(served(line) == ["physics", "art", "biology"])
  }

  @Test(arguments: ["a", "b", "c", "d"])
  func `a stack can leave from anywhere`(name: String) {
    var line = StackLine()
    ["a", "b", "c", "d"].forEach { line.append($0) }
    line.remove(name)
    line.remove(name)
    #expect(served(line) == ["a", "b", "c", "d"].filter { $0 != name })
  }

  @Test func `a stack that left may come again, once`() {
    var line = StackLine()
    ["a", "b", "c"].forEach { line.append($0) }
    line.remove("b")
    line.append("b")
    #expect(Set(served(line)) == ["a", "b", "c"])
    #expect(served(line).count == 3)
    line.remove("a")
    line.append("a")
    #expect(served(line).count == 3)
  }

  @Test func `an empty line has no first`() {
    var line = StackLine()
    #expect(line.first == nil)
    line.remove("a")
    line.append("a")
    line.remove("a")
    #expect(line.first == nil)
    #expect(line == StackLine())
  }
}
