import Testing

@testable import AWSClientCore

@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("", []),
    ("  ", []),
    ("profile dev", ["profile", "dev"]),
    (" profile\t dev ", ["profile", "dev"]),
    ("profile \"night shift\"", ["profile", "night shift"]),
    ("profile 'night shift'", ["profile", "night shift"]),
    ("profile night\\ shift", ["profile", "night shift"]),
    ("profile \"\"", ["profile", ""]),
    ("a\"b c\"d", ["ab cd"]),
    ("\"a\\\"b\\\\c\\d\"", ["a\"b\\c\\d"]),
    ("'a\\'", ["a\\"]),
    ("\"it's\"", ["it's"]),
    ("a # b", ["a", "#", "b"]),
  ])
  func `words are split and unquoted as Python's shlex does it`(text: String, words: [String]) {
    #expect(ShellWords.split(text) == words)
  }

  @Test(arguments: ["\"open", "'open", "it's", "end\\", "\"a\\\""])
  func `an open quotation gives no words`(text: String) {
    #expect(ShellWords.split(text) == nil)
  }
}
