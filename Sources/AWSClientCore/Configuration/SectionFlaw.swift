public import PlainText

/// Why a section of AWS's files cannot be used although every line of the file can be read.
///
/// botocore refuses a file with a section or a key that comes twice, other SDKs merge the two, and what stands behind a
/// header's bracket makes another name of it there; whoever uses such a section would be somebody else than its writer
/// meant. A section that nobody uses does no harm.
public enum SectionFlaw: Sendable, Equatable, SentenceConvertible {
  /// The header comes more than once in one file.
  case headerRepeated(header: String, path: String, lines: [Int])
  /// A key comes more than once in the section, with different values.
  case keyRepeated(key: String, header: String, path: String, lines: [Int])
  /// Text with a bracket follows the header.
  case textBehindHeader(header: String, path: String, line: Int)

  init?(_ section: ConfigFile.Section, path: String) {
    let header = "[\(section.ownName)]"
    if section.ownName != section.name {
      self = .textBehindHeader(header: header, path: path, line: section.line)
    } else if section.headerLines.count > 1 {
      self = .headerRepeated(header: header, path: path, lines: section.headerLines)
    } else if let repetition = section.repetitions.first(where: { !$0.earlier.hasValue(of: $0.later) }) {
      let lines = [repetition.earlier.line, repetition.later.line]
      self = .keyRepeated(key: repetition.later.key, header: header, path: path, lines: lines)
    } else {
      return nil
    }
  }

  /// What happened, to what, and what to do next.
  public var sentence: Line {
    switch self {
    case .headerRepeated(let header, let path, let lines):
      "\(header) comes more than once in \(path), in lines \(Self.list(lines)). Make one section of them: "
        + "AWS's own tools do not agree on what counts."
    case .keyRepeated(let key, let header, let path, let lines):
      "\(key) comes more than once in \(header) of \(path), in lines \(Self.list(lines)), with different "
        + "values. Remove all but one."
    case .textBehindHeader(let header, let path, let line):
      "Line \(line) of \(path) cannot be read: text with ] stands behind the header \(header). Correct that line."
    }
  }

  private static func list(_ lines: [Int]) -> String {
    let texts = lines.map(String.init)
    return texts.dropLast().joined(separator: ", ") + " and " + (texts.last ?? "")
  }
}

extension ConfigFile.Section {
  /// The name up to the first closing bracket, which is all of it unless text with one follows the header.
  var ownName: String { String(name.prefix { $0 != "]" }) }
}

extension ConfigFile.Entry {
  fileprivate func hasValue(of other: ConfigFile.Entry) -> Bool {
    text == other.text && nested == other.nested
  }
}
