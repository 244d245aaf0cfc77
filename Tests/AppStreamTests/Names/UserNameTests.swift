import AppStream
import Testing

struct UserNameTests {
  @Test(arguments: [
    "ada.byron@contr.example", "a", "o'brien+x@x.example", "Zoë@x.example", "Zoe\u{308}@x.example", "山田@x.example",
    "stack/user|type", "🎓@x.example", "#1@x.example", String(repeating: "é", count: 128),
  ])
  func `what the service takes is a user name`(name: String) throws {
    try UserName.validate(name)
  }

  @Test(arguments: [
    ("", UserNameError.empty),
    ("ada byron", .stray(character: " ", name: "ada byron")),
    ("ada\t", .stray(character: "\t", name: "ada\t")),
    ("ada\u{7F}", .stray(character: "\u{7F}", name: "ada\u{7F}")),
    ("ada\u{85}", .stray(character: "\u{85}", name: "ada\u{85}")),
    ("a\u{A0}b", .stray(character: "\u{A0}", name: "a\u{A0}b")),
    ("a\u{200B}b", .stray(character: "\u{200B}", name: "a\u{200B}b")),
    ("a\u{202E}b", .stray(character: "\u{202E}", name: "a\u{202E}b")),
    ("a\u{E000}b", .stray(character: "\u{E000}", name: "a\u{E000}b")),
    ("a\u{378}b", .stray(character: "\u{378}", name: "a\u{378}b")),
    ("a\u{2028}b", .stray(character: "\u{2028}", name: "a\u{2028}b")),
    (String(repeating: "e\u{301}", count: 65), .tooLong(count: 130, name: String(repeating: "e\u{301}", count: 65))),
  ])
  func `what no user can be called is refused`(name: String, error: UserNameError) {
    #expect(throws: error) { try UserName.validate(name) }
  }

  @Test(arguments: [
    (UserNameError.empty, "Empty text cannot be a user name: it has no character."),
    (.stray(character: " ", name: "ada b"), "\"ada b\" cannot be a user name: it has a space in it."),
    (
      .stray(character: "\u{202E}", name: "a\u{202E}b"),
      "\"a<U+202E>b\" cannot be a user name: it has the character <U+202E> in it."
    ),
    (
      .tooLong(count: 200, name: String(repeating: "a", count: 200)),
      "\"\(String(repeating: "a", count: 40))...\" cannot be a user name: it has 200 characters, and 128 are the most."
    ),
  ])
  func `an error shows the name cleaned and says what to do`(error: UserNameError, sentence: String) {
    #expect("\(error)" == sentence + " Give the user's e-mail address alone.")
  }
}

struct StackNameTests {
  @Test(arguments: ["a", "biology-2026a", "9.x_Y-", String(repeating: "a", count: 101)])
  func `what the service takes is a stack name`(name: String) throws {
    try StackName.validate(name)
  }

  @Test(arguments: ["", "-a", ".a", "_a", "a b", "a/b", "é", "a\u{301}", "a*", String(repeating: "a", count: 102)])
  func `what no stack can be called is refused`(name: String) {
    #expect(throws: StackNameError(name: name)) { try StackName.validate(name) }
  }

  @Test func `an error shows the name cleaned`() {
    #expect(
      "\(StackNameError(name: "a\u{1B}"))" == "\"a<U+001B>\" cannot be a stack name: "
        + "it is a letter or digit and up to 100 letters, digits, _, . and -. Check the name."
    )
  }
}
