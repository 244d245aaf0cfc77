/// A kind of file that is no list, known by its first bytes.
///
/// The signatures are those of file(1), https://github.com/file/file/tree/master/magic/Magdir.
public enum FileKind: Sendable, Equatable {
  /// A workbook or document of an office program; `noun` is what it is called.
  case workbook(noun: String)
  /// A compressed file or an archive.
  case archive(noun: String)
  /// A page, a picture, a program … from which no list can be read.
  case document(noun: String)

  /// What it is, with its article.
  public var noun: String {
    switch self {
    case .workbook(let noun), .archive(let noun), .document(let noun): noun
    }
  }

  /// What to do, as a sentence.
  public var remedy: String {
    switch self {
    case .workbook: "Open it and save the sheet as CSV UTF-8."
    case .archive: "Unpack it and give the list in it."
    case .document: "Copy the addresses out of it, one a line, or export them as CSV UTF-8."
    }
  }

  /// The kind of a file with these bytes and this name; `nil` for what may be text.
  init?(of bytes: [UInt8], name: String) {
    let known = Self.signatures.first { bytes.starts(with: $0.signature) }?.kind
    if let known, case .archive(Self.zip) = known {
      self = Self.workbook(inZIP: bytes, name: name) ?? known
    } else if let known {
      self = known
    } else if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      self = .archive(noun: "a tar archive")
    } else if let kind = Self.markup(bytes) {
      self = kind
    } else {
      return nil
    }
  }

  private static let zip = "a ZIP archive"

  private static let signatures: [(signature: [UInt8], kind: FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .archive(noun: zip)),
    ([0x50, 0x4B, 0x05, 0x06], .archive(noun: zip)),
    ([0xD0, 0xCF, 0x11, 0xE0], .workbook(noun: "an old Excel workbook or another Office file")),
    ([0x1F, 0x8B], .archive(noun: "a gzip file")),
    (Array("BZh".utf8), .archive(noun: "a bzip2 file")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .archive(noun: "an xz file")),
    ([0x28, 0xB5, 0x2F, 0xFD], .archive(noun: "a Zstandard file")),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive(noun: "a 7-Zip archive")),
    (Array("Rar!".utf8), .archive(noun: "a RAR archive")),
    (Array("%PDF-".utf8), .document(noun: "a PDF")),
    ([0x89, 0x50, 0x4E, 0x47], .document(noun: "a PNG picture")),
    ([0xFF, 0xD8, 0xFF], .document(noun: "a JPEG picture")),
    (Array("GIF8".utf8), .document(noun: "a GIF picture")),
    (Array("RIFF".utf8), .document(noun: "a picture or a recording")),
    (Array("{\\rtf".utf8), .document(noun: "an RTF document")),
    (Array("PAR1".utf8), .document(noun: "a Parquet file")),
    (Array("SQLite format 3".utf8), .document(noun: "an SQLite database")),
    (Array("bplist".utf8), .document(noun: "a property list")),
    ([0x7F, 0x45, 0x4C, 0x46], .document(noun: "a program")),
    ([0xFF, 0xFE, 0x00, 0x00], .document(noun: "UTF-32 text")),
    ([0x00, 0x00, 0xFE, 0xFF], .document(noun: "UTF-32 text")),
  ]

  /// Office files are ZIP archives; the names in them, or that of the file, tell which.
  private static func workbook(inZIP bytes: [UInt8], name: String) -> FileKind? {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let lowered = name.lowercased()
    let kinds: [(ending: String, part: String, noun: String)] = [
      (".xlsx", "xl/", "an Excel workbook"), (".xlsm", "xl/", "an Excel workbook"),
      (".ods", "opendocument.spreadsheet", "a LibreOffice workbook"),
      (".docx", "word/", "a Word document"), (".odt", "opendocument.text", "a LibreOffice document"),
      (".numbers", "Index/Document.iwa", "a Numbers workbook"),
    ]
    let kind = kinds.first { start.contains($0.part) } ?? kinds.first { lowered.hasSuffix($0.ending) }
    return kind.map { .workbook(noun: $0.noun) }
  }

  /// Text of a markup whose words stand between marks that no list has.
  private static func markup(_ bytes: [UInt8]) -> FileKind? {
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    let text = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let kinds: [(start: String, noun: String)] = [
      ("<!doctype html", "a web page"), ("<html", "a web page"), ("<head", "a web page"), ("<table", "a web page"),
      ("<meta", "a web page"), ("<body", "a web page"), ("<?xml", "an XML file"),
      ("begin:vcard", "a file of contacts (vCard)"),
      ("begin:vcalendar", "a calendar"), ("-----begin", "a key, a certificate or an encrypted message"),
    ]
    return kinds.first { text.hasPrefix($0.start) }.map { .document(noun: $0.noun) }
  }
}
