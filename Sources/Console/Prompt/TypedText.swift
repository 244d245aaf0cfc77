/// What is typed in a prompt holds no more than somebody can mean: a paste may be of any length, and every key would
/// cost as much as all before it.
enum TypedText {
  /// A path or a command with all its names.
  static let longest = 1024
  /// The words of a filter, which is applied with every key.
  static let longestFilter = 200
}

extension String {
  /// The same with the first line of `more` behind it, cut to `limit` characters.
  func typing(_ more: String, upTo limit: Int = TypedText.longest) -> String {
    let line = more.prefix { !$0.isNewline }.prefix(limit)
    return String((self + line).prefix(limit))
  }
}
