/// Reads the lines of a ``ConfigFile`` one after the other.
struct ConfigFileReader {
  private(set) var sections: [ConfigFile.Section] = []
  private let path: String
  private var current: Int?
  /// The entry that a more indented line goes on with.
  private var open: (entry: ConfigFile.Entry, indentation: Int)?

  init(path: String) {
    self.path = path
  }

  mutating func read(_ bytes: [UInt8]) throws(ConfigFileError) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else { throw error(.notText, index + 1) }
      try read(text, line: index + 1)
    }
    close()
  }

  private mutating func read(_ line: String, line number: Int) throws(ConfigFileError) {
    let text = Self.trimmed(Self.withoutComment(line))
    guard !text.isEmpty else { return }
    let indentation = line.prefix(while: Self.isBlank).count
    if let open, indentation > open.indentation {
      try go(on: text, line: number)
      return
    }
    close()
    if text.hasPrefix("[") {
      try begin(header: text, line: number)
    } else {
      guard current != nil else { throw error(.outsideSection, number) }
      // botocore's parser takes either sign; the first one counts.
      let (key, value) = try pair(text, separatedBy: "=:", line: number)
      open = (ConfigFile.Entry(key: key.lowercased(), text: value, line: number), indentation)
    }
  }

  private mutating func begin(header: Substring, line: Int) throws(ConfigFileError) {
    let name = Self.trimmed(header.dropFirst().dropLast())
    guard header.hasSuffix("]"), !name.isEmpty else { throw error(.badHeader, line) }
    current = sections.firstIndex { $0.name == name }
    if current == nil {
      current = sections.endIndex
      sections.append(ConfigFile.Section(name: String(name), line: line))
    }
  }

  private mutating func go(on text: Substring, line: Int) throws(ConfigFileError) {
    if open?.entry.text.isEmpty == true {
      let (key, value) = try pair(text, separatedBy: "=", line: line)
      open?.entry.nest(key, value)
    } else {
      open?.entry.append(continuation: String(text))
    }
  }

  private mutating func close() {
    if let open, let current { sections[current].set(open.entry) }
    open = nil
  }

  private func pair(
    _ text: Substring,
    separatedBy separators: String,
    line: Int
  ) throws(ConfigFileError) -> (key: String, value: String) {
    guard let separator = text.firstIndex(where: separators.contains) else { throw error(.noEqualsSign, line) }
    let key = Self.trimmed(text[..<separator])
    guard !key.isEmpty else { throw error(.noKey, line) }
    return (String(key), String(Self.trimmed(text[text.index(after: separator)...])))
  }

  private func error(_ problem: ConfigFileError.Problem, _ line: Int) -> ConfigFileError {
    ConfigFileError(path: path, line: line, problem: problem)
  }

  /// A comment begins with `#` or `;` at the start of a line or after white space.
  private static func withoutComment(_ line: String) -> Substring {
    var afterBlank = true
    for index in line.indices {
      if afterBlank, line[index] == "#" || line[index] == ";" { return line[..<index] }
      afterBlank = isBlank(line[index])
    }
    return line[...]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    guard let last = text.lastIndex(where: { !isBlank($0) }) else { return "" }
    return text[...last].drop(while: isBlank)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\r"
  }
}
