import AppStream
import Runs
import Testing

struct AddressListTests {
  private func addresses(_ text: String) throws -> [String] {
    try AddressList(Array(text.utf8), name: "leavers.csv").addresses
  }

  @Test(arguments: [
    "ada@x.example\nbo@x.example\n",
    "ada@x.example\r\nbo@x.example",
    "ada@x.example\rbo@x.example\r",
    "\u{FEFF}ada@x.example\nbo@x.example\n",
    "\n\n  ada@x.example \t\n\n\u{A0}bo@x.example\n \n",
    "ada@x.example\nbo@x.example\nada@x.example\n",
    "# leavers, CHG-20417\nada@x.example\n  # the contractor\nbo@x.example\n#eva@x.example\n",
    "\"ada@x.example\"\nbo@x.example,\n",
    "ada@x.example;;\n;bo@x.example\n",
  ])
  func `a list has one address a line`(text: String) throws {
    #expect(try addresses(text) == ["ada@x.example", "bo@x.example"])
  }

  @Test(arguments: [
    "Ada Byron <ada@x.example>\n<bo@x.example>\n",
    "Byron, Ada <ada@x.example>\n\"Diaz; Bo\" <bo@x.example>\n",
    "Byron, Ada <ada@x.example>; Diaz, Bo <bo@x.example>",
    "Byron, Ada <ada@x.example>; Diaz, Bo <bo@x.example>;\n",
    "\"Byron, Ada\" <ada@x.example>, \"Diaz; Bo\" <bo@x.example>\n",
    "ada@x.example <ada@x.example>;'bo@x.example' <bo@x.example>\n",
    "\"ada@x.example\" < ada@x.example >\n\"see bo@y.example\" <bo@x.example>\n",
  ])
  func `names with addresses in brackets are taken as mail programs paste them`(text: String) throws {
    #expect(try addresses(text) == ["ada@x.example", "bo@x.example"])
  }

  @Test func `case and normal form tell addresses apart`() throws {
    let text = "zo\u{EB}@x.example\nzoe\u{308}@x.example\nZo\u{EB}@x.example\nzo\u{EB}@x.example\n"
    let bytes = try addresses(text).map { Array($0.utf8) }
    #expect(bytes == ["zo\u{EB}@x.example", "zoe\u{308}@x.example", "Zo\u{EB}@x.example"].map { Array($0.utf8) })
  }

  @Test(arguments: ["", "\n\n", "# nobody\n", "\u{FEFF}", "UserName\n", "UserName,Name\n,\n"])
  func `a file that names nobody is an empty list`(text: String) throws {
    #expect(try addresses(text) == [])
  }

  @Test(arguments: [
    ("ada@x.example\nbo diaz@x.example\n", 2, UserNameError.stray(character: " ", name: "bo diaz@x.example")),
    ("ada\u{200B}@x.example\n", 1, .stray(character: "\u{200B}", name: "ada\u{200B}@x.example")),
    ("\nada@x.example bo@x.example\n", 2, .stray(character: " ", name: "ada@x.example bo@x.example")),
    ("\"\"\n", 1, .empty),
    ("Ada <>\n", 1, .empty),
    ("UserName,Name\n\nada@x.example,Ada\n\"a b\",Bo\n", 4, .stray(character: " ", name: "a b")),
    (
      "Name,Mail\nAda,\"Ada <ada@x.example>; \"\"Bo\"\" <bo@x.example>\"\n", 2,
      .stray(character: " ", name: "Ada <ada@x.example>; \"Bo\" <bo@x.example>")
    ),
    (
      "Name,Mail\nAda,\"\"\"Ada\"\" <ada@x.example>; \"\"Bo\"\" <bo@x.example>\"\n", 2,
      .stray(character: " ", name: "\"Ada\" <ada@x.example>; \"Bo\" <bo@x.example>")
    ),
  ])
  func `a line that holds no user name is refused`(text: String, line: Int, error: UserNameError) {
    #expect(throws: InputFileError.badAddress(file: "leavers.csv", line: line, error)) { try addresses(text) }
  }

  @Test(arguments: [
    ("ada@x.example,bo@x.example\n", 1),
    ("ada@x.example;bo@x.example\n", 1),
    ("ada@x.example\nbo@x.example\tBo\n", 2),
    ("Login,Name\nada@x.example,Ada\n", 1),
    ("# export\n\nAda,Byron,ada@x.example\n", 3),
    ("ada@x.example; Bo <bo@x.example>\n", 1),
    ("Ada <ada@x.example> Bo <bo@x.example>\n", 1),
    ("Ada <ada@x.example>; bo@x.example\n", 1),
    ("boss@x.example,Ada <ada@x.example>\n", 1),
    ("Email;Name,First\nada@x.example;Byron,Ada\n", 1),
  ])
  func `several columns without a header are refused`(text: String, line: Int) {
    #expect(throws: InputFileError.severalColumns(file: "leavers.csv", line: line)) { try addresses(text) }
  }

  @Test func `bytes that are not text are refused with file and line`() {
    #expect {
      try AddressList(Array("ada@x.example\nzo".utf8) + [0xEB], name: "leavers.csv")
    } throws: { error in
      "\(error)" == "leavers.csv: Line 2 is not UTF-8 text. Save the file as UTF-8."
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `a hundred thousand lines are read, each address once`() throws {
    let text = (0..<100_000).map { "user\($0 % 60_000)@contr.example\r\n" }.joined()
    let list = try addresses(text)
    #expect(list.count == 60_000)
    #expect(list.last == "user59999@contr.example")
  }
}
