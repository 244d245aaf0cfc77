import AWSClientCore
import Runs
import Testing

struct AddressTableTests {
  private func addresses(_ bytes: [UInt8]) throws -> [String] {
    try AddressList(bytes, name: "leavers.csv").addresses
  }

  @Test(arguments: ["UserName", "username", "USERNAME", "User", "Email", "E-mail", "e-Mail", "MAIL", " Mail "])
  func `the column of addresses is found by its header, in any case`(header: String) throws {
    let text = "Name,\(header),Stack\nAda,ada@x.example,biology\nBo,bo@x.example,maths\n"
    #expect(try addresses(Array(text.utf8)) == ["ada@x.example", "bo@x.example"])
  }

  @Test func `a table may have the one column`() throws {
    #expect(try addresses(Array("UserName\nada@x.example\nbo@x.example\n".utf8)) == ["ada@x.example", "bo@x.example"])
  }

  @Test(arguments: [
    ("User,Email\nabyron,ada@x.example\n", "ada@x.example"),
    ("Mail,UserName\nother@x.example,ada@x.example\n", "ada@x.example"),
  ])
  func `of several headers the one that is surely an address is taken`(text: String, address: String) throws {
    #expect(try addresses(Array(text.utf8)) == [address])
  }

  /// As Excel saves "CSV UTF-8" where the comma is the decimal sign.
  @Test func `Excel's file with a mark, semicolons and empty rows is read`() throws {
    let text =
      "\u{FEFF}Nachname;Vorname;E-Mail;Abteilung\r\nWeiß;Dana;dana.weiss@contr.example;\"Biologie; Labor\"\r\n"
      + "Díaz;Bo;bo.diaz@contr.example;\r\n;;;\r\n;;;\r\n"
    #expect(try addresses(Array(text.utf8)) == ["dana.weiss@contr.example", "bo.diaz@contr.example"])
  }

  /// As Windows PowerShell 5.1 writes `… | Export-Csv -Encoding Unicode`: UTF-16, a type line, everything in quotes.
  @Test func `PowerShell's table in UTF-16 is read below its type line`() throws {
    let text =
      "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\r\n\"Name\",\"Mail\"\r\n"
      + "\"Åsa Öberg\",\"asa.oberg@contr.example\"\r\n"
    #expect(try addresses(utf16(text)) == ["asa.oberg@contr.example"])
  }

  /// As Windows PowerShell 5.1 writes `Get-Content … | Out-File leavers.txt`.
  @Test func `PowerShell's list in UTF-16 is read`() throws {
    #expect(try addresses(utf16("ada@x.example\r\nzoë@x.example\r\n")) == ["ada@x.example", "zoë@x.example"])
  }

  @Test func `quotes hold delimiters, quotes and line ends`() throws {
    let text = "Name\tUser\n\"Byron\tAda \"\"AB\"\"\nPhD\"\t\"Ada Byron <ada@x.example>\"\nBo\tbo@x.example\n"
    #expect(try addresses(Array(text.utf8)) == ["ada@x.example", "bo@x.example"])
  }

  @Test func `the apostrophe before a formula is taken away`() throws {
    let text = "UserName\n'+ada@x.example\n'bo@x.example\n"
    #expect(try addresses(Array(text.utf8)) == ["+ada@x.example", "'bo@x.example"])
    #expect(try addresses(Array("'+ada@x.example\n".utf8)) == ["+ada@x.example"])
  }

  @Test func `below the header a number sign is part of the address`() throws {
    #expect(try addresses(Array("# export\nUserName\n#1@x.example\n".utf8)) == ["#1@x.example"])
  }

  @Test(arguments: [
    ("Name,Email\nByron, Ada,ada@x.example\n", InputFileError.moreCellsThanHeader(file: "leavers.csv", line: 2)),
    ("Name,Email\nAda,ada@x.example,,\nBo,,\n", .noAddress(file: "leavers.csv", line: 3)),
    ("Name,Email\n\nBo\n", .noAddress(file: "leavers.csv", line: 3)),
    (
      "Name,Email\nAda,\"ada@x.example\nBo,bo@x.example\n",
      .brokenTable(file: "leavers.csv", .unclosedQuote(line: 2))
    ),
  ])
  func `a row that would lose somebody is refused`(text: String, error: InputFileError) {
    #expect(throws: error) { try addresses(Array(text.utf8)) }
  }

  @Test(.timeLimit(.minutes(5)))
  func `a hundred thousand rows are read`() throws {
    let rows = (0..<100_000).map { "\"Byron, Ada\";user\($0)@contr.example;biology\r\n" }
    let list = try addresses(Array(("Name;Email;Stack\r\n" + rows.joined()).utf8))
    #expect(list.count == 100_000)
  }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}
