import PlainText

/// A text without what was put around it.
struct Undecorated {
  /// What is left.
  private(set) var text: Substring
  /// What was taken off.
  private(set) var removed = DecorationSet()

  /// Takes off `text` what is around it, from the outside inwards, until nothing is.
  init(_ text: some StringProtocol) {
    self.text = Substring(text)
    var length: Int
    var rounds = 0
    repeat {
      rounds += 1
      length = self.text.utf8.count
      trim()
      guard let first = self.text.utf8.first else { break }
      // Nearly every text begins with a letter, and nothing is taken off then but a scheme.
      if Self.isLetter(first) {
        if first | 0x20 == UInt8(ascii: "m") { takeOffLink() }
        continue
      }
      if !removed.contains(.bullet), !removed.contains(.number), takeOffListMark() { continue }
      takeOffPair()
      if self.text.utf8.first.map(Self.linkStarts.contains) == true { takeOffLink() }
    } while self.text.utf8.count < length && rounds < Self.mostRounds
  }

  /// Takes off a comma or semicolon at the end, as columns copied from a program have it.
  mutating func takeOffDelimiters() {
    while let last = text.unicodeScalars.last, last == "," || last == ";" {
      text.unicodeScalars.removeLast()
      removed.insert(.delimiter)
      self = Self(self)
    }
  }

  /// Nobody puts more around an address; a line of a million apostrophes would take hours.
  private static let mostRounds = 12

  /// What `mailto:` and the forms of Markdown and Slack begin with.
  private static let linkStarts = "Mm[<".utf8

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private init(_ earlier: Self) {
    self.init(earlier.text)
    removed.formUnion(earlier.removed)
  }

  private mutating func trim() {
    while let first = text.unicodeScalars.first, first.isBlankOrUnseen {
      if !first.isWhite { removed.insert(.invisible) }
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.isBlankOrUnseen {
      if !last.isWhite { removed.insert(.invisible) }
      text.unicodeScalars.removeLast()
    }
  }

  /// Takes off a bullet or a number at the begin, and says whether there was one.
  private mutating func takeOffListMark() -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    let rest = scalars.dropFirst()
    let hasBlank = rest.first?.isWhite == true
    if Self.isBullet(first) || hasBlank && (first == "-" || first == "*") {
      text = Substring(rest)
      removed.insert(.bullet)
      return true
    }
    let inside = first == "(" ? rest : scalars[...]
    let digits = inside.prefix { ("0"..."9").contains($0) }
    guard (1...6).contains(digits.count) else { return false }
    let after = inside.dropFirst(digits.count)
    guard let mark = after.first,
      mark == ")" || (first != "(" && mark == "." && after.dropFirst().first?.isWhite == true)
    else { return false }
    text = Substring(after.dropFirst())
    removed.insert(.number)
    return true
  }

  private mutating func takeOffPair() {
    let scalars = text.unicodeScalars
    guard !scalars.dropFirst(2).isEmpty, let first = scalars.first, let last = scalars.last else { return }
    let inside = scalars.dropFirst().dropLast()
    // An apostrophe may stand in an address, too: 'o'brien@x.example'.
    let mayHaveSame = first == "'"
    if Self.isPair(first, last), mayHaveSame || !inside.contains(where: { $0 == first || $0 == last }) {
      text = Substring(inside)
      removed.insert(.quotes)
    } else if first == "`" && last == "`" && !inside.contains("`") {
      text = Substring(inside)
      removed.insert(.markup)
    } else if first == "*" && last == "*" {
      let plain = inside.first == "*" && inside.last == "*" ? inside.dropFirst().dropLast() : inside
      guard !plain.contains("*"), !plain.isEmpty else { return }
      text = Substring(plain)
      removed.insert(.markup)
    } else if first == "=" && inside.first == "\"" && last == "\"" && !inside.dropFirst().contains("\"") {
      text = Substring(inside.dropFirst())
      removed.insert(.formula)
    }
  }

  private mutating func takeOffLink() {
    let scheme = "mailto:"
    if text.utf8.count > scheme.utf8.count, text.prefix(scheme.count).lowercased() == scheme {
      text = text.dropFirst(scheme.count)
      removed.insert(.link)
    } else if text.hasPrefix("["), text.hasSuffix(")"), let middle = text.range(ofFirst: "](") {
      let label = text[text.index(after: text.startIndex)..<middle.lowerBound]
      let target = text[middle.upperBound...].dropLast()
      takeOffLabel(Substring(label), target)
    } else if text.hasPrefix("<"), text.hasSuffix(">") {
      let inside = text.dropFirst().dropLast()
      guard !inside.contains("<"), !inside.contains(">") else { return }
      let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        takeOffLabel(parts[1], parts[0])
      } else {
        text = inside
      }
    }
  }

  /// A link is its target, where what is shown of it is the same address or the name of whoever has it.
  private mutating func takeOffLabel(_ label: Substring, _ target: Substring) {
    let (shown, meant) = (Undecorated(label).text, Undecorated(target).text)
    let isSame = ExactText(String(shown)) == ExactText(String(meant))
    guard isSame || PersonName.fault(in: shown, of: String(meant)) == nil else { return }
    text = meant
    removed.insert(.markup)
  }

  /// Whether it is a mark of lists that is part of no address; U+F0B7 is Word's, in the font Symbol.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "•", "◦", "‣", "⁃", "∙", "·", "▪", "▫", "●", "○", "■", "□", "►", "▸", "–", "—", "◆", "◇", "➢", "➤", "\u{F0B7}",
      "\u{F0A7}":
      true
    default: false
    }
  }

  /// Whether `last` closes the quote `first`, by https://en.wikipedia.org/wiki/Quotation_mark and the plain ones.
  private static func isPair(_ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
    switch (first, last) {
    case ("\"", "\""), ("'", "'"), ("“", "”"), ("”", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("’", "’"), ("‚", "‘"),
      ("‚", "’"), ("«", "»"), ("»", "«"), ("»", "»"), ("‹", "›"), ("›", "‹"), ("›", "›"), ("「", "」"), ("『", "』"),
      ("《", "》"), ("〈", "〉"), ("〝", "〞"), ("〝", "〟"), ("＂", "＂"), ("＇", "＇"), ("‟", "”"), ("‛", "’"), ("′", "′"),
      ("″", "″"), ("´", "´"):
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isBlankOrUnseen: Bool {
    isWhite || !isASCII && properties.generalCategory == .format
  }
}

extension Substring {
  fileprivate func range(ofFirst text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
