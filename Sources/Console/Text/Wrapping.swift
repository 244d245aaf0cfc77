import PlainText
import Screen

extension Line {
  /// The line in lines of at most `columns` columns, broken between words, and inside words that are too long.
  func wrapped(to columns: Int) -> [Line] {
    text.wrapped(to: columns).map { Line($0) }
  }

  /// The end of the line in at most `columns` columns.
  func endingIn(_ columns: Int) -> Line {
    var end = text[...]
    while DisplayWidth.of(String(end)) > columns { end = end.dropFirst() }
    return Line(end)
  }
}

extension String {
  fileprivate func wrapped(to columns: Int) -> [String] {
    let columns = max(1, columns)
    if DisplayWidth.of(self) <= columns { return [self] }
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= columns {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, DisplayWidth.of(line) + DisplayWidth.of(character) > columns {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }
}
