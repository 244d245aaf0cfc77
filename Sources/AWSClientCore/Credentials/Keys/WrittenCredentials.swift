import PlainText

/// Checks the parts of credentials as a person or a program has written them down.
struct WrittenCredentials {
  /// What a person calls the place where they stand.
  let source: String

  /// One part: what it is called there, and its value.
  struct Part {
    let name: String
    let value: String?
  }

  /// Credentials of those parts, or `nil` when neither key is there; a session token alone is nothing.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when the access key id or the secret access key is missing,
  ///   or when a part holds a character that must not go into a header.
  func credentials(
    id: Part,
    secret: Part,
    token: Part?
  ) throws(CredentialError) -> Credentials? {
    let accessKeyID = try checked(id)
    let secretAccessKey = try checked(secret)
    guard accessKeyID != nil || secretAccessKey != nil else { return nil }
    guard let accessKeyID else { throw unusable("\(secret.name) is set without \(id.name); set both") }
    guard let secretAccessKey else { throw unusable("\(id.name) is set without \(secret.name); set both") }
    return Credentials(
      accessKeyID: accessKeyID,
      secretAccessKey: Secret(secretAccessKey),
      sessionToken: try token.flatMap(checked).map(Secret.init)
    )
  }

  private func checked(_ part: Part) throws(CredentialError) -> String? {
    guard let value = part.value, !value.isEmpty else { return nil }
    guard Self.canBeInHeader(value) else {
      throw unusable("\(part.name) holds a blank, a line break or another character that no key has; set it anew")
    }
    return value
  }

  /// Whether `text` is of visible ASCII characters only.
  ///
  /// A line break would let whoever set the key write headers of their own.
  static func canBeInHeader(_ text: String) -> Bool {
    text.utf8.allSatisfy((UInt8(ascii: "!")...UInt8(ascii: "~")).contains)
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: source, reason: reason)
  }
}
