import AWSClientCore
import AppStream
import ClientTesting
import Runs
import Testing

/// What the program writes, it reads; and no bytes, however broken, get a name in that no user can have.
struct WrittenFilesTests {
  private static let awkwardNames = [
    "=1+1@x", "+ada@x", "-bo@x", "@cy", "'=dana@x", "''-eva@x", "'fay@x", "a,b@x", "a;b@x", "say\"no\"@x", "\"q\"",
    "zo\u{EB}@x", "zoe\u{308}@x", "#1@x", "山田@x", "🎓@x",
  ]

  @Test func `users written as a table are read back`() throws {
    let rows = [["UserName", "Status"]] + Self.awkwardNames.map { [$0, "CONFIRMED"] }
    let list = try AddressList(Array(CSVWriter.text(of: rows).utf8), name: "users.csv")
    #expect(list.addresses.map { Array($0.utf8) } == Self.awkwardNames.map { Array($0.utf8) })
  }

  @Test func `associations written as a table are read back`() throws {
    let associations = Self.awkwardNames.map { Association(stackName: "biology", userName: $0) }
    let rows = associations.map { [$0.userName, $0.stackName, $0.authenticationType.rawValue] }
    let text = CSVWriter.text(of: [["UserName", "StackName", "AuthenticationType"]] + rows)
    let list = try AssociationList(Array(text.utf8), name: "associations.csv")
    #expect(list.associations.map { Array($0.userName.utf8) } == associations.map { Array($0.userName.utf8) })
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
      do throws(InputFileError) {
        let addresses = try AddressList(bytes, name: "random").addresses
        listsRead += 1
        #expect(throws: Never.self, "seed \(seed), bytes \(bytes)") { try addresses.forEach(UserName.validate) }
      } catch {
        #expect("\(error)".hasPrefix("random"), "seed \(seed), bytes \(bytes)")
      }
    }
    #expect(listsRead > 0, "seed \(seed)")
  }
}
