import Algorithms
import PlainText

/// Whether what stands beside an address can be the name of the person who has it, and nothing else.
enum PersonName {
  /// Why `text`, which stands before `<address>`, cannot be a name, as a clause; `nil` for one that can.
  static func fault(in text: some StringProtocol, of address: String) -> Line? {
    if isPlain(Substring(text).utf8) { return nil }
    let undecorated = Undecorated(text)
    // Within quotes, `Byron; Ada` is one name, as programs write it whose commas divide people.
    let isOne = undecorated.removed.contains(.quotes)
    let name = isOne ? Substring(undecorated.text.replacing(";", with: ",")) : undecorated.text
    if name.isEmpty || name.unicodeScalars.elementsEqual(address.unicodeScalars) { return nil }
    if name.unicodeScalars.contains("@") { return "there is another address in it" }
    guard let (outside, inside) = divided(name) else { return "its brackets do not come out even" }
    if let stray = outside.unicodeScalars.first(where: { !$0.isInName }) {
      return "there is \"\(String(stray))\" in it"
    }
    let pieces = pieces(of: address)
    for word in words(of: outside + " " + inside) {
      let (folded, parts) = (folded(word), parts(of: word))
      if NameWords.negations.contains(folded) || parts.contains(where: NameWords.negations.contains)
        || NameWords.isUndivided(folded, holding: NameWords.negations)
      {
        return "\"\(word)\" may say that somebody stays"
      }
      // Anh To <anh.to@x.example> is called so.
      let isOwn = pieces.contains(folded) && isCapitalised(word)
      let hasRole = parts.contains { $0.count > 3 && !pieces.contains($0) && NameWords.roles.contains($0) }
      if NameWords.roles.contains(folded) && !isOwn || hasRole
        || NameWords.isUndivided(folded, holding: NameWords.roles)
      {
        return "\"\(word)\" is no part of a name"
      }
    }
    if let word = words(of: outside).first(where: { !canBeInName($0, pieces) }) {
      return "\"\(word)\" is not written like a part of a name"
    }
    return faultOfCommas(outside, pieces)
  }

  /// Whether `bytes` are a name of words in small letters, each with a capital first, without a word that says more.
  ///
  /// It may stand in quotes, and one word after a comma, as in `"Groß, Jürgen"`. Lists of names are as long as others,
  /// so this makes no text but of single words.
  static func isPlain(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    let blank = UInt8(ascii: " ")
    var rest = bytes.trimming { $0 == blank }
    if let first = rest.first, first == .quote, rest.last == .quote {
      // A quote alone is none of a pair.
      guard rest.dropFirst().last == .quote else { return false }
      rest = rest.dropFirst().dropLast()
      // Nor is nothing in quotes a name.
      if rest.isEmpty { return false }
    }
    var isAfterComma = false
    while !rest.isEmpty {
      let end = rest.firstIndex(of: blank) ?? rest.endIndex
      var word = rest[..<end]
      rest = rest[end...].trimmingPrefix { $0 == blank }
      if isAfterComma, !rest.isEmpty { return false }
      if word.last == UInt8(ascii: ",") {
        guard !rest.isEmpty else { return false }
        isAfterComma = true
        word = word.dropLast()
      }
      guard isPlainWord(word) else { return false }
    }
    return true
  }

  private static func isPlainWord(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, word.count < 30 else { return false }
    if first < 0x80, word.dropFirst().allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      return isCapital && !NameWords.telling.contains(String(decoding: word.lazy.map { $0 | 0x20 }, as: UTF8.self))
    }
    let text = String(decoding: word, as: UTF8.self)
    // A capital in the middle may begin a word of its own, as in DoNotRemove.
    guard text.unicodeScalars.first?.isCapitalLetter == true,
      text.unicodeScalars.dropFirst().allSatisfy({ $0.isSmallLetter })
    else { return false }
    return !NameWords.telling.contains(text.lowercased())
  }

  /// What is outside of brackets and what is in them; `nil` where they do not come out even.
  private static func divided(_ name: Substring) -> (outside: String, inside: String)? {
    var (outside, inside) = ("", "")
    var open: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      if let closing = ["(": ")", "[": "]", "（": "）", "【": "】"][scalar] as Unicode.Scalar? {
        open.append(closing)
        outside += " "
      } else if let last = open.last, scalar == last {
        open.removeLast()
        inside += " "
      } else if open.isEmpty {
        outside.unicodeScalars.append(scalar)
      } else {
        inside.unicodeScalars.append(scalar)
      }
    }
    return open.isEmpty ? (outside, inside) : nil
  }

  private static func words(of text: some StringProtocol) -> [Substring] {
    Substring(text).unicodeScalars
      .split { $0.isWhite || $0 == "," || $0 == "，" || $0 == ";" || $0 == ":" }
      .map { Substring($0) }
  }

  /// The word in small letters without marks at its ends.
  private static func folded(_ word: Substring) -> String {
    String(word.unicodeScalars.trimming { !$0.properties.isAlphabetic }).lowercased().replacing("’", with: "'")
  }

  /// The parts of a word that is put together, in small letters: `do`, `not`, `remove` of `Do-Not-Remove` and
  /// `DoNotRemove`.
  private static func parts(of word: Substring) -> [String] {
    let parts = Heading.tokens(of: String(word), withBrackets: true)
    return parts.count > 1 ? parts : []
  }

  /// The parts of the address's name, in small letters: `abe` and `olsen` of `abe.olsen2@x`.
  private static func pieces(of address: String) -> [String] {
    let mailbox = address.prefix { $0 != "@" }.lowercased()
    return mailbox.split { !$0.isLetter }.map(String.init)
  }

  private static func canBeInName(_ word: Substring, _ pieces: [String]) -> Bool {
    guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
    switch first.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter:
      return isWithoutSlash(word)
    default:
      let folded = folded(word)
      if NameWords.particles.contains(folded) || pieces.contains(folded) { return true }
      // `olsen` of aolsen@x.example
      if folded.count > 2, pieces.contains(where: { $0.contains(folded) }) { return true }
      // d'Arcy, l'Hôpital, al-Amin
      let parts = folded.split { $0 == "'" || $0 == "-" }
      guard parts.count > 1, let start = parts.first, NameWords.particles.contains(String(start)) else {
        return parts.count > 1 && parts.allSatisfy { pieces.contains(String($0)) }
      }
      return word.unicodeScalars.contains { $0.properties.isUppercase }
    }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.first?.properties.isUppercase == true && !letters.dropFirst().contains { $0.properties.isUppercase }
  }

  /// A slash within a word is that of a department, `Olsen/IT`, and not between two people.
  private static func isWithoutSlash(_ word: Substring) -> Bool {
    word.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
      .allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "-" } }
  }

  /// `Olsen, Abe` is one person, and `Abe Olsen, Jane Roe` is two.
  private static func faultOfCommas(_ name: String, _ pieces: [String]) -> Line? {
    let parts = name.split { $0 == "," || $0 == "，" }.map(words).filter { !$0.isEmpty }
    let proper = parts.enumerated().filter { place, words in
      place == 0 || !words.allSatisfy { NameWords.suffixes.contains($0.filter(\.isLetter).lowercased()) }
    }.map(\.element)
    if proper.count > 2 { return "there is more than one comma in it" }
    guard proper.count == 2, proper[1].count > 1, pieces.count > 1 else { return nil }
    let before = proper[0].map(folded)
    let after = Set(proper[1].map(folded))
    let isOnlyOfTheSecond = pieces.allSatisfy(after.contains) && !before.contains(where: pieces.contains)
    return isOnlyOfTheSecond ? "it may be two people" : nil
  }
}

extension Unicode.Scalar {
  /// Letters, and the marks that names have; digits stand in words such as `Abe2`, never alone.
  fileprivate var isInName: Bool {
    if isWhite { return value != 0x0A && value != 0x0D }
    return isLetterMarkOrDigit || Self.marksInNames.contains(self)
  }

  /// Ranges for Latin-1, since most names need no more and a look into Unicode's tables takes far longer.
  fileprivate var isSmallLetter: Bool {
    switch value {
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: true
    case ..<0x100: false
    default: properties.generalCategory == .lowercaseLetter
    }
  }

  fileprivate var isCapitalLetter: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case ..<0x100: false
    default: properties.generalCategory == .uppercaseLetter
    }
  }

  private static let marksInNames = Set(",.'’-‐‑·/，\u{200C}\u{200D}・´`".unicodeScalars)
}
