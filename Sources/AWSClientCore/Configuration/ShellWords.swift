/// Splits a text into words as a POSIX shell does, without expanding anything.
///
/// Rules: Python's `shlex.split`, which botocore reads section names and commands with: blanks separate, single quotes
/// keep everything, double quotes keep everything but `\"` and `\\`, and a backslash outside quotes keeps the next one.
enum ShellWords {
  /// The words of `text`, or `nil` when a quotation mark is not closed or a backslash ends the text.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (quote, character) {
      case (nil, "\\"), ("\"", "\\"):
        guard let next = rest.popFirst() else { return nil }
        let isKept = quote == nil || next == "\"" || next == "\\"
        word = (word ?? "") + (isKept ? "\(next)" : "\\\(next)")
      case (nil, "\""), (nil, "'"):
        quote = character
        word = word ?? ""
      case (nil, " "), (nil, "\t"), (nil, "\n"), (nil, "\r"):
        if let finished = word { words.append(finished) }
        word = nil
      case (character, _) where quote == character:
        quote = nil
      default:
        word = (word ?? "") + "\(character)"
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    return words
  }
}
