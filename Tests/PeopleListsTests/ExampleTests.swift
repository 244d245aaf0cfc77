import AWSClientCore
import PeopleLists
import Testing

/// The example of the library's documentation, compiled.
struct ExampleTests {
  // The example begins here.
  func leavers(_ bytes: [UInt8], name: String) -> [String] {
    do throws(ListRefusal) {
      let list = try PeopleList(bytes, name: name)
      list.remarks.forEach { print($0) }
      return list.people.map(\.address)
    } catch {
      error.sentences.forEach { print($0) }
      return []
    }
  }
  // The example ends here.

  @Test func `the example reads a list`() {
    #expect(leavers(Array("Name,Email\nAda,ada@x.example\n".utf8), name: "leavers.csv") == ["ada@x.example"])
    #expect(leavers(Array("#N/A\n".utf8), name: "leavers.csv") == [])
  }

  @Test func `the example is the one that the documentation shows`() throws {
    let page = "\(#filePath)".replacing(
      "Tests/PeopleListsTests/ExampleTests.swift",
      with: "Sources/PeopleLists/PeopleLists.docc/PeopleLists.md"
    )
    let shown = try #require(try text(of: page).split(separator: "```swift\n").last?.split(separator: "```").first)
    let own = try text(of: "\(#filePath)").split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(own.firstIndex { $0.hasSuffix("The example begins here.") })
    let end = try #require(own.firstIndex { $0.hasSuffix("The example ends here.") })
    let compiled = own[(begin + 1)..<end].map { $0.dropFirst(2) }
    #expect(shown.split(separator: "\n").map(String.init) == compiled.map(String.init))
  }

  private func text(of path: String) throws -> String {
    String(decoding: try ListFile.bytes(at: path), as: UTF8.self)
  }
}
