import Algorithms
import PlainText

/// Reads the lines of a ``ConfigFile`` one after the other.
struct ConfigFileReader {
  private(set) var sections: [ConfigFile.Section] = []
  private let path: String
  private var current: Int?
  /// The key that a more indented line goes on with.
  private var open: OpenKey?

  private struct OpenKey {
    let name: String
    let line: ConfigFileLine
    var values: [ConfigFileLine]
  }

  init(path: String) {
    self.path = path
  }

  mutating func read(_ bytes: [UInt8]) throws(ConfigFileError) {
    guard !InputText.isUTF16(bytes) else { throw error(.utf16, 1) }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var rest = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    var number = 1
    while !rest.isEmpty {
      let line = Self.takeLine(&rest)
      guard let text = String(validating: line, as: UTF8.self) else { throw error(.notText, number) }
      try read(ConfigFileLine(text, number: number))
      number += 1
    }
    try close()
  }

  private mutating func read(_ line: ConfigFileLine) throws(ConfigFileError) {
    // A comment is a line of its own: elsewhere `#` is a part of the value, as in the URL of a sign-in page.
    guard !line.text.hasPrefix("#"), !line.text.hasPrefix(";") else { return }
    if let key = open, line.text.isEmpty || line.indentation > key.line.indentation {
      open?.values.append(line)
      return
    }
    guard !line.text.isEmpty else { return }
    try close()
    if let name = line.sectionName {
      begin(name, line.number)
    } else {
      try begin(key: line)
    }
  }

  private mutating func begin(_ name: String, _ line: Int) {
    current = sections.firstIndex { $0.name == name }
    if let current {
      sections[current].headerLines.append(line)
    } else {
      current = sections.endIndex
      sections.append(ConfigFile.Section(name: name, line: line))
    }
  }

  private mutating func begin(key line: ConfigFileLine) throws(ConfigFileError) {
    let isHeader = line.text.hasPrefix("[")
    guard current != nil else { throw error(isHeader ? .badHeader : .outsideSection, line.number) }
    // Either sign separates; the first one counts.
    guard let (key, value) = line.pair(separatedBy: "=:") else {
      throw error(isHeader ? .badHeader : .noEqualsSign, line.number)
    }
    guard !key.isEmpty else { throw error(.noKey, line.number) }
    open = OpenKey(name: key.lowercased(), line: line, values: [ConfigFileLine(value, number: line.number)])
  }

  /// Ends the key that is open: a value that begins with an empty line holds nested keys.
  private mutating func close() throws(ConfigFileError) {
    guard var key = open, let current else { return }
    open = nil
    key.values = Array(key.values.trimmingSuffix(while: \.text.isEmpty))
    var nested: [String: String] = [:]
    if key.values.first?.text.isEmpty == true {
      for line in key.values where !line.text.isEmpty {
        guard let (name, value) = line.pair(separatedBy: "=") else { throw error(.noEqualsSign, line.number) }
        nested[name] = value
      }
      key.values = []
    }
    let text = key.values.map(\.text).joined(separator: "\n")
    sections[current].set(ConfigFile.Entry(key: key.name, line: key.line.number, text: text, nested: nested))
  }

  private func error(_ problem: ConfigFileError.Problem, _ line: Int) -> ConfigFileError {
    ConfigFileError(path: path, line: line, problem: problem)
  }

  /// Takes a line without its end, which is a line feed, a carriage return, or both.
  private static func takeLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = rest.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    rest = rest[line.endIndex...]
    if rest.starts(with: "\r\n".utf8) { rest.removeFirst() }
    rest = rest.dropFirst()
    return line
  }
}
