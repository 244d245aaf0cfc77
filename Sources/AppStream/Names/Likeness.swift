import PlainText

/// How an address that nobody has is like one that somebody has.
public enum Likeness: String, Sendable {
  /// The same letters, in another of Unicode's normal forms.
  case normalForm = "NormalForm"
  /// Letters that look the same, such as the Cyrillic and the Latin a, or with and without an accent.
  case confusable = "Confusable"
  /// The other domain of one mail service, such as googlemail.com and gmail.com.
  case otherDomain = "OtherDomain"
  /// The domain in letters here and in Punycode there.
  case punycode = "Punycode"
  /// One letter more, less, changed or swapped.
  case oneEdit = "OneEdit"

  /// The end of a sentence whose subject is the user that may be meant.
  package var clause: String {
    switch self {
    case .normalForm: "looks like it and is made of other Unicode characters: copy the name from the service."
    case .confusable: "looks like it and is written with other letters: copy the name from the service."
    case .otherDomain: "is the same mailbox at the service's other domain: write it so if that is who is meant."
    case .punycode: "has the same domain in another form: write it so if that is who is meant."
    case .oneEdit: "differs in one character: write it so if that is who is meant."
    }
  }
}

/// An address as people see and mean it, for finding the user that a mistyped one may stand for.
struct AddressShape: Hashable {
  /// The address without case, accents, letters of other alphabets that look Latin, and the ways to write a domain.
  let key: String
  /// The address in small letters.
  let plain: String
  /// The address in small letters with its domain in Unicode.
  let readable: String
  /// The same with one domain for all that a mail service has.
  let canonical: String

  init(_ address: String) {
    let plain = address.lowercased()
    let at = plain.lastIndex(of: "@")
    let mailbox = at.map { String(plain[..<$0]) } ?? plain
    let domain = at.map { String(plain[plain.index(after: $0)...]) } ?? ""
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
      .map { Punycode.decoded(label: $0) ?? String($0) }
    let unicode = labels.joined(separator: ".")
    let service = Self.services.first { $0.contains(unicode) }?[0] ?? unicode
    self.plain = plain
    readable = at == nil ? plain : mailbox + "@" + unicode
    canonical = at == nil ? plain : mailbox + "@" + service
    key = Confusables.skeleton(of: canonical)
  }

  /// How this address is like `other`, where their keys are the same.
  func likeness(to other: AddressShape) -> Likeness {
    if plain == other.plain { return .normalForm }
    if readable == other.readable { return .punycode }
    return canonical == other.canonical ? .otherDomain : .confusable
  }

  /// The domains at which one mailbox has its mail.
  ///
  /// https://support.google.com/mail/answer/10313, https://support.apple.com/102540, https://proton.me/support/pm-me
  private static let services = [
    ["gmail.com", "googlemail.com"], ["icloud.com", "me.com", "mac.com"], ["proton.me", "protonmail.com", "pm.me"],
  ]
}

/// Letters that people take for one another.
enum Confusables {
  /// From https://www.unicode.org/Public/security/latest/confusables.txt, those that are like a Latin letter.
  private static let pairs: [(plain: String, others: String)] = [
    ("a", "аαɑ"), ("b", "вЬь"), ("c", "сϲ"), ("d", "ԁ"), ("e", "еёε"), ("g", "ɡ"), ("h", "һн"), ("i", "іιıї"),
    ("j", "јϳ"), ("k", "кκ"), ("l", "1ӏ|"), ("m", "м"), ("n", "ո"), ("o", "0оοσօ"), ("p", "рρ"), ("q", "ԛ"),
    ("r", "г"), ("s", "ѕ"), ("t", "тτ"), ("u", "υս"), ("v", "ν"), ("w", "ԝω"), ("x", "хχ"), ("y", "уүγ"),
    ("-", "‐‑–"), (".", "．"), ("@", "＠"), ("'", "’‘ʼ"),
  ]
  private static let plain: [Unicode.Scalar: String] = pairs.reduce(into: [:]) { table, pair in
    for scalar in pair.others.unicodeScalars { table[scalar] = pair.plain }
  }

  /// What `text` looks like, in small Latin letters.
  static func skeleton(of text: String) -> String {
    var skeleton = ""
    for scalar in text.unicodeScalars {
      // Full-width forms stand in the order of ASCII, U+FEE0 above it.
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      skeleton += plain[narrow] ?? (narrow.isASCII ? String(narrow).lowercased() : Folding.plain(narrow))
    }
    return skeleton.replacing("rn", with: "m").replacing("vv", with: "w")
  }
}
