import PlainText

/// A file in the syntax of AWS's own `config` and `credentials` files: sections, keys, and one level of nesting.
///
/// ```
/// # A comment, which has a line of its own.
/// [profile "night shift"]
/// region = eu-west-1
/// s3 =
///   addressing_style = path
/// ```
///
/// Rules: botocore's `configloader.py`, and Python's `configparser` below it. In one thing it goes further than they
/// do: a byte order mark is passed over, and a section or a key may come twice, as in other SDKs
/// (https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html), where botocore refuses the file. A section that
/// is used is another matter: see ``SectionFlaw``. Values are kept out of descriptions and dumps, since such files hold
/// secrets.
public struct ConfigFile: Sendable, Equatable {
  /// One key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key, in lower case.
    public let key: String
    /// The line of the key, counted from 1.
    public let line: Int
    private let hidden: Secret
    private let hiddenNested: [String: Secret]

    init(key: String, line: Int, text: String = "", nested: [String: String] = [:]) {
      self.key = key
      self.line = line
      hidden = Secret(text)
      hiddenNested = nested.mapValues(Secret.init)
    }

    /// The value; empty where there are only nested keys.
    public var text: String { hidden.exposed }
    /// The values of the keys nested under this one.
    public var nested: [String: String] { hiddenNested.mapValues(\.exposed) }
  }

  /// One section: what stands between its header and the next one.
  public struct Section: Sendable, Equatable {
    /// The text between the brackets, blanks included, such as `profile "night shift"`.
    public let name: String
    /// The lines of its headers, counted from 1: several where the section comes again.
    public internal(set) var headerLines: [Int]
    /// Its keys, in the order in which they came first.
    public private(set) var entries: [Entry] = []
    /// The entries that came again, each with the one that took its place.
    public private(set) var repetitions: [Repetition] = []

    /// One key that came again.
    public struct Repetition: Sendable, Equatable {
      /// The entry that counted until then.
      public let earlier: Entry
      /// The entry that has counted since.
      public let later: Entry
    }

    init(name: String, line: Int) {
      self.name = name
      headerLines = [line]
    }

    /// The line of its first header.
    public var line: Int { headerLines.first ?? 0 }
    /// The line of its last header; the same unless the section comes again.
    public var lastLine: Int { headerLines.last ?? 0 }

    /// The words of the name, split and unquoted as a shell does it; `nil` when a quotation mark is not closed.
    public var words: [String]? { ShellWords.split(name) }

    /// The entry of `key`, which is matched without case.
    public subscript(key: String) -> Entry? {
      let key = key.lowercased()
      return entries.first { $0.key == key }
    }

    /// Takes the place of an entry of the same key, or goes to the end.
    mutating func set(_ entry: Entry) {
      if let index = entries.firstIndex(where: { $0.key == entry.key }) {
        repetitions.append(Repetition(earlier: entries[index], later: entry))
        entries[index] = entry
      } else {
        entries.append(entry)
      }
    }
  }

  /// Where the file is, for messages.
  public let path: String
  /// Its sections, in the order in which they came first; a section that comes again adds to the first.
  public let sections: [Section]

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content: UTF-8, with or without a byte order mark, with any kind of line end.
  ///   - path: Where the content came from, for messages.
  /// - Throws: ``ConfigFileError`` naming the first line that cannot be read.
  public init(parsing bytes: [UInt8], path: String) throws(ConfigFileError) {
    var reader = ConfigFileReader(path: path)
    try reader.read(bytes)
    self.path = path
    sections = reader.sections
  }

  /// The section whose name is `name`, exactly.
  public func section(named name: String) -> Section? {
    sections.first { $0.name == name }
  }

  /// Its sections as botocore has them: what is set in `[DEFAULT]`, in capitals, is set in every other one.
  var sectionsWithDefaults: [Section] {
    let name = "DEFAULT"
    guard let defaults = section(named: name) else { return sections }
    return sections.filter { $0.name != name }.map { section in
      var section = section
      for entry in defaults.entries where section[entry.key] == nil { section.set(entry) }
      return section
    }
  }
}
