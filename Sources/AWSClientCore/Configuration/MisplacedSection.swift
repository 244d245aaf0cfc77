public import PlainText

/// A section whose header means nothing in its file, and would be a profile in the other one.
///
/// In the configuration file a profile is `[profile NAME]`, in the credentials file it is `[NAME]`
/// (https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html).
public struct MisplacedSection: Sendable, Equatable, SentenceConvertible {
  /// The header as it stands in the file.
  public var header: String
  /// The header that it has to be.
  public var meant: String
  /// The file.
  public var path: String
  /// The header's line, counted from 1.
  public var line: Int

  /// Makes a description of one.
  public init(header: String, meant: String, path: String, line: Int) {
    self.header = header
    self.meant = meant
    self.path = path
    self.line = line
  }

  /// The section of `file`, the configuration file, that somebody will have meant as the profile `name`.
  init?(inConfigFile file: ConfigFile?, meaning name: String) {
    let section = file?.sections.first { section in
      guard let words = section.words, SectionName(inConfigFile: section.name) == nil else { return false }
      return words == [name] || words.count == 2 && words[1] == name && words[0].lowercased() == "profile"
    }
    guard let file, let section, name != Profiles.defaultName else { return nil }
    self.init(section, meant: "profile \(Self.quoted(name))", file.path)
  }

  /// The section of `file`, the credentials file, that somebody will have meant as the profile `name`.
  init?(inCredentialsFile file: ConfigFile?, meaning name: String) {
    let section = file?.sections.first { section in
      section.words == ["profile", name] || section.words == [name] && section.name != name
    }
    guard let file, let section else { return nil }
    self.init(section, meant: name, file.path)
  }

  private init(_ section: ConfigFile.Section, meant: String, _ path: String) {
    self.init(header: "[\(section.name)]", meant: "[\(meant)]", path: path, line: section.line)
  }

  private static func quoted(_ name: String) -> String {
    name.contains(where: \.isWhitespace) ? "\"\(name)\"" : name
  }

  /// What is wrong with it.
  public var sentence: Line {
    "Line \(line) of \(path) is \(header), which has to be \(meant) in that file."
  }
}
