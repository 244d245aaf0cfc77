import AppStream

/// What an e-mail address may be made of, as a list has it.
///
/// A mailbox, `@` and a domain: the atoms of RFC 5322, section 3.2.3, with the letters of all scripts that RFC 6531
/// adds. Left out is what RFC 5322 allows and people use to mark addresses: quotes, `|`, and a mark at the begin.
enum AddressText {
  /// Whether `bytes` are an address in ASCII that begins with a letter, a digit or `_`.
  ///
  /// Nearly every line of a list is one, so this looks at each byte once and makes no text of them.
  static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count <= UserName.longest else { return false }
    var form = AddressForm()
    return bytes.allSatisfy { form.take(AddressForm.kinds[Int($0)]) } && form.isWhole
  }

  /// Whether `text` is an address of letters of any script that begins with a letter, a digit or `_`.
  static func isPlain(_ text: String.UnicodeScalarView.SubSequence) -> Bool {
    var form = AddressForm()
    var count = 0
    for scalar in text {
      count += 1
      guard count <= UserName.longest, form.take(AddressForm.Kind(scalar)) else { return false }
      // A mark without a letter before it.
      if count == 1, !scalar.canBegin { return false }
    }
    return form.isWhole
  }

  /// What is wrong with `text` as an address; `nil` for an address.
  ///
  /// - Parameter isMarked: Whether a writer of tables or JSON, and no person, wrote it, so that a first `#`, `=`, `+`
  ///   or `-` is no mark of a list.
  static func fault(in text: some StringProtocol, isMarked: Bool = false) -> LineFault? {
    let text = Substring(text)
    let scalars = text.unicodeScalars
    if isPlain(text.utf8) || isPlain(scalars) { return nil }
    let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
    if parts.count < 2 { return .noAddress }
    if let stray = scalars.first(where: { $0.isWhite }) {
      return parts.count > 2 ? .severalAddresses : stray == " " ? .severalColumns : .strayCharacter(stray)
    }
    if parts.count > 2 { return .severalAddresses }
    if let stray = parts[0].first(where: { !$0.isInMailbox }) { return .strayCharacter(stray) }
    if let stray = parts[1].first(where: { !$0.isInDomain }) { return .strayCharacter(stray) }
    guard let first = parts[0].first else { return .badMailbox }
    if !first.canBegin, !(isMarked && marks.contains(first)) {
      return first == "#" ? .numberSign : .unclearStart(first)
    }
    if parts[0].last == "." && parts[0].count == 1 { return .badMailbox }
    if let label = label(of: parts[0]) { return .label(label) }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isDomain = labels.allSatisfy { !$0.isEmpty } && parts[1].last.map { $0 != "-" && $0 != "_" } ?? false
    if !isDomain { return .badDomain }
    do throws(UserNameError) {
      try UserName.validate(String(text))
    } catch {
      return .badUserName(error)
    }
    return nil
  }

  /// What an export writes before an address, and no mailbox begins with.
  private static func label(of mailbox: Substring.UnicodeScalarView) -> String? {
    guard let sign = mailbox.firstIndex(of: "=") else { return nil }
    let word = String(mailbox[..<sign]).lowercased()
    return labels.contains(word) ? word + "=" : nil
  }

  private static let labels: Set<String> = [
    "user", "username", "user-name", "user_name", "upn", "mail", "email", "e-mail", "address", "to", "cc", "bcc",
    "from",
    "login", "name", "id", "uid", "account", "smtp", "sip", "mailto", "utilisateur", "benutzer", "usuario", "adresse",
  ]

  private static let marks: Set<Unicode.Scalar> = ["#", "=", "+", "-"]

  fileprivate static let mailboxMarks = Set("!#$%&'*+/=?^`{}~".utf8)
}

/// What has been seen of an address that is looked at once, from its begin.
private struct AddressForm {
  /// What a character may be in an address.
  enum Kind: UInt8 {
    /// None of the others. `=` is none, because `user=abe@x.example` has a label and is looked at more closely.
    case none
    /// A letter, a mark on one or a digit.
    case letter
    case underscore, dash, dot, at
    /// What only a mailbox may have.
    case mark
  }

  private var last: Kind?
  private var isInDomain = false

  /// Takes the next character, and says whether it may stand there.
  mutating func take(_ kind: Kind) -> Bool {
    defer { last = kind }
    switch kind {
    case .none: return false
    case .letter, .underscore: return true
    case .dash: return last != nil
    // A domain has no empty part.
    case .dot: return isInDomain ? last != .dot && last != .at : last != nil
    case .mark: return !isInDomain && last != nil
    case .at:
      defer { isInDomain = true }
      return !isInDomain && last != nil
    }
  }

  /// Whether what was taken is an address.
  var isWhole: Bool { isInDomain && last == .letter }

  /// The kind of each ASCII character.
  static let kinds: [Kind] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      .letter
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "="): .none
    default: AddressText.mailboxMarks.contains(byte) ? .mark : .none
    }
  }
}

extension AddressForm.Kind {
  fileprivate init(_ scalar: Unicode.Scalar) {
    self = scalar.isASCII ? AddressForm.kinds[Int(scalar.value)] : scalar.isLetterMarkOrDigit ? .letter : .none
  }
}

extension Unicode.Scalar {
  fileprivate var isInDomain: Bool {
    self == "." || self == "-" || self == "_" || isLetterMarkOrDigit
  }

  fileprivate var isInMailbox: Bool {
    isInDomain || isASCII && AddressText.mailboxMarks.contains(UInt8(value))
  }

  /// Whether it is no mark of a list at the begin of an address.
  fileprivate var canBegin: Bool {
    self == "_" || isLetterMarkOrDigit && properties.generalCategory != .nonspacingMark
  }
}
