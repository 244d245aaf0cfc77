import AWSClientCore
import AppStream
import PeopleLists
import PlainText
import SeededNumbers
import Testing

/// What the program writes, it reads; and no bytes, however broken, get a name in that no user can have.
struct WrittenFilesTests {
  private static let addresses = ["=1+1@x", "+ada@x", "-bo@x", "zo\u{EB}@x", "zoe\u{308}@x", "山田@x", "_x@x"]
  /// The service may have such users; in a list they may be something else.
  private static let othersNames = [
    "@cy", "'=dana@x", "''-eva@x", "'fay@x", "a,b@x", "a;b@x", "say\"no\"@x", "\"q\"", "#1@x", "🎓@x",
  ]
  private static let awkwardNames = addresses + othersNames

  @Test func `users written as a table are read back`() throws {
    let rows = [["UserName", "Status"]] + Self.addresses.map { [$0, "CONFIRMED"] }
    let list = try PeopleList(Array(CSVWriter.text(of: rows).utf8), name: "users.csv")
    #expect(list.people.map { Array($0.address.utf8) } == Self.addresses.map { Array($0.utf8) })
  }

  @Test(arguments: othersNames)
  func `a user whose name may be something else in a list is refused or read back, never another`(name: String) {
    let text = CSVWriter.text(of: [["UserName", "Status"], [name, "CONFIRMED"]])
    do throws(ListRefusal) {
      #expect(
        try PeopleList(Array(text.utf8), name: "users.csv").people.map { Array($0.address.utf8) } == [Array(name.utf8)]
      )
    } catch {
      #expect(error.description.contains("users.csv, line 2"))
    }
  }

  @Test func `associations written as a table are read back`() throws {
    let associations = Self.awkwardNames.map { Association(stackName: "biology", userName: $0) }
    let rows = associations.map { [$0.userName, $0.stackName, $0.authenticationType.rawValue] }
    let text = CSVWriter.text(of: [["UserName", "StackName", "AuthenticationType"]] + rows)
    let list = try AssociationList(Array(text.utf8), name: "associations.csv")
    #expect(
      list.associations.map { Array($0.association.userName.utf8) } == associations.map { Array($0.userName.utf8) }
    )
  }

  @Test func `random bytes are an error or a list of possible names`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    let telling = Array("\"'<>@,;\t\r\n# Mail\u{FEFF}[]{}:".utf8)
    var listsRead = 0
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Int.random(in: 0..<8, using: &random) == 0
          ? UInt8.random(in: .min ... .max, using: &random) : telling.randomElement(using: &random) ?? 0
      }
      do throws(ListRefusal) {
        let addresses = try PeopleList(bytes, name: "random").people.map(\.address)
        listsRead += 1
        #expect(throws: Never.self, "seed \(seed), bytes \(bytes)") { try addresses.forEach(UserName.validate) }
      } catch {
        #expect("\(error)".hasPrefix("random"), "seed \(seed), bytes \(bytes)")
      }
    }
    #expect(listsRead > 0, "seed \(seed)")
  }
}
