import PlainText

/// What a heading says of its column.
struct Heading: Sendable {
  /// The heading as it stands there, without white space around it.
  let text: String
  /// The heading as headings are compared.
  let plain: String

  init(_ text: some StringProtocol) {
    self.text = Undecorated(text).text.description
    plain = Self.tokens(of: self.text).joined()
  }

  /// Whether the column holds the addresses that name the users.
  var namesUser: Bool { Self.isAddress(text, plain) }

  /// Whether the heading speaks of mail; of the others that name the user, a column may hold logins.
  var isOfMail: Bool {
    ["mail", "post", "courriel", "correo", "smtp", "mejl", "mel"].contains { plain.contains($0) }
  }

  /// Whether the column may hold addresses of whomever.
  var mayHoldAddresses: Bool {
    let tokens = Self.tokens(of: text, withBrackets: true)
    return namesUser || tokens.contains(where: AddressHeadings.never.contains)
      || tokens.contains { token in Self.wordsForAddresses.contains { token.contains($0) } }
  }

  /// Parts of words by which columns with addresses are called, the user's or somebody else's.
  private static let wordsForAddresses = [
    "mail", "mel", "mejl", "post", "address", "adres", "direccion", "indirizzo", "upn", "login", "user", "benutzer",
    "utilis", "usuari", "gebruiker", "bruger", "bruker", "anvand", "account", "smtp", "courriel", "correo", "sip",
    "principal",
    "logon", "sign", "identity",
  ]

  /// Whether the column tells who stays, as `Keep` and `Do not remove` do.
  var saysWhoStays: Bool {
    let tokens = Self.tokens(of: text, withBrackets: true)
    return tokens.contains(where: NameWords.contrary.contains)
      && tokens.allSatisfy { NameWords.contrary.contains($0) || Self.beside.contains($0) }
  }

  /// Words that a heading which tells who stays has besides.
  private static let beside: Set<String> = [
    "do", "to", "be", "should", "must", "remove", "removed", "delete", "deleted", "user", "users", "account", "person",
    "access", "soll", "entfernen", "loschen",
  ]

  /// Whether it is the service's own name for the user.
  var isOwn: Bool { plain == Self.ownPlain }

  /// Whether it is the heading that somebody asked for.
  func isCalled(_ name: String) -> Bool {
    text.lowercased() == Undecorated(name).text.lowercased()
  }

  private static let ownPlain = tokens(of: AddressHeadings.own).joined()
  private static let known = Set(
    AddressHeadings.sources.flatMap(\.headings).map { tokens(of: $0).joined() }
  )
  /// What is left of a heading for an address once the words beside it are gone.
  private static let cores: Set<String> = [
    "email", "emailaddress", "mail", "mailaddress", "smtpaddress", "userprincipalname", "upn", "emailid", "mailid",
    "emailadresse", "mailadresse", "adresseemail", "adressemail", "courriel", "adressecourriel", "correo",
    "correoelectronico", "emailadres", "mailadres", "epost", "epostadresse", "epostadress", "mejladress", "username",
    "sahkoposti", "sahkopostiosoite",
  ]

  private static func isAddress(_ text: String, _ plain: String) -> Bool {
    if plain.isEmpty || text.utf8.count > 120 { return false }
    // `Email (Manager)`: what stands in brackets can make the address somebody else's, or say that people stay.
    let everyWord = self.tokens(of: text, withBrackets: true)
    let isContrary = everyWord.contains(where: NameWords.contrary.contains)
    let bracketed = everyWord.count > self.tokens(of: text).count
    if isContrary || bracketed && everyWord.contains(where: AddressHeadings.never.contains) { return false }
    if known.contains(plain) { return true }
    let tokens = tokens(of: text)
    if tokens.contains(where: AddressHeadings.never.contains) { return false }
    // `Primary Work Email`: words that may stand at either end.
    for start in tokens.indices {
      for end in (start + 1)...tokens.count where cores.contains(tokens[start..<end].joined()) {
        let others = tokens[..<start] + tokens[end...]
        if others.allSatisfy(AddressHeadings.qualifiers.contains) { return true }
      }
    }
    return false
  }

  /// The words of a heading in small letters without accents: `user`, `principal`, `name` of `userPrincipalName`.
  ///
  /// What stands in brackets is left out unless it is asked for, and so is a last `Required`.
  static func tokens(of text: String, withBrackets: Bool = false) -> [String] {
    var tokens: [String] = []
    var token = ""
    var last: Unicode.Scalar?
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "(" { depth += 1 }
      if scalar == "]" || scalar == ")" { depth -= 1 }
      let isTaken = withBrackets || depth <= 0
      let isWord = isTaken && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      let beginsWord = scalar.properties.isUppercase && last?.properties.isLowercase == true
      if !token.isEmpty, !isWord && scalar.properties.generalCategory != .nonspacingMark || beginsWord {
        tokens.append(token)
        token = ""
      }
      if isWord { token += Folding.plain(scalar) }
      last = scalar
    }
    if !token.isEmpty { tokens.append(token) }
    if tokens.count > 1, tokens.last == "required" { tokens.removeLast() }
    return tokens
  }
}
