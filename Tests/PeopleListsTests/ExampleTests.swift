import PeopleLists
import TestSupport
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
    let shown = try DocumentedExample.shown(by: "PeopleLists")
    #expect(try !shown.isEmpty && shown == DocumentedExample.compiled(in: "\(#filePath)"))
  }
}
