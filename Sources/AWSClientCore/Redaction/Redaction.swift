import PlainText

/// Takes the secrets that a call was made with out of what the service answers.
///
/// Some services repeat what they were sent: a signature that does not match is answered with every header that was
/// signed, the session token among them. What is shown, logged and kept comes from the response, so it is cleaned here,
/// once, before anything reads it.
struct Redaction: Sendable {
  private let pieces: [SecretPieces]
  private let marks: SecretMarks

  /// Looks for any of these.
  init(_ pieces: [SecretPieces]) {
    self.pieces = pieces.filter { !$0.isEmpty }
    marks = self.pieces.reduce(into: SecretMarks()) { $0.formUnion($1.marks) }
  }

  /// Looks for `secrets`.
  init(_ secrets: [Secret]) {
    self.init([SecretPieces(secrets)])
  }

  /// `response` with dots in the place of secrets, in the values of its headers and in its body.
  func cleaned(_ response: HTTPResponse) -> HTTPResponse {
    guard !pieces.isEmpty else { return response }
    let fields = response.headers.fields.map { HTTPHeaders.Field(name: $0.name, value: cleaned($0.value)) }
    return HTTPResponse(status: response.status, headers: HTTPHeaders(fields), body: cleaned(response.body))
  }

  /// `text` with dots in the place of secrets.
  func cleaned(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let cleaned = cleaned(bytes)
    return cleaned == bytes ? text : String(decoding: cleaned, as: UTF8.self)
  }

  private func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= SecretPieces.shortestRun, mayHoldSecret(bytes) else { return bytes }
    var cleaned: [UInt8] = []
    var end = 0
    for range in secrets(in: bytes) {
      cleaned += bytes[end..<range.lowerBound] + Array("•••".utf8)
      end = range.upperBound
    }
    return cleaned + bytes[end...]
  }

  private func isPiece(_ word: UInt64) -> Bool {
    marks.mayContain(word) && pieces.contains { $0.contains(word) }
  }

  /// Looks at every eighth place: a run that counts covers one of them whole.
  private func mayHoldSecret(_ bytes: [UInt8]) -> Bool {
    var word: UInt64 = 0
    var count = 0
    // Up to the first escape, which hardly any long response has, a symbol is a byte.
    let end = bytes.withUnsafeBufferPointer { bytes in
      BareSymbols.table.withUnsafeBufferPointer { table -> Int? in
        for (place, byte) in bytes.enumerated() {
          let symbol = table[Int(byte)]
          guard symbol != 0 else { continue }
          guard symbol != BareSymbols.escape else { return place }
          word = word << 8 | UInt64(symbol)
          count += 1
          if count % SecretPieces.length == 0, marks.mayContain(word), isPiece(word) { return nil }
        }
        return bytes.count
      }
    }
    guard let end else { return true }
    for symbol in BareSymbols(bytes, from: end) {
      word = word << 8 | UInt64(symbol.byte)
      count += 1
      if count % SecretPieces.length == 0, isPiece(word) { return true }
    }
    return false
  }

  private func secrets(in bytes: [UInt8]) -> [Range<Int>] {
    let symbols = Array(BareSymbols(bytes))
    var ranges: [Range<Int>] = []
    var word: UInt64 = 0
    var run: Range<Int>?
    for index in symbols.indices {
      word = word << 8 | UInt64(symbols[index].byte)
      let start = index + 1 - SecretPieces.length
      guard start >= 0, isPiece(word) else { continue }
      if let current = run, current.upperBound >= start {
        run = current.lowerBound..<index + 1
      } else {
        if let run { ranges.append(run) }
        run = start..<index + 1
      }
    }
    if let run { ranges.append(run) }
    return ranges.filter { $0.count >= SecretPieces.shortestRun }
      .map { symbols[$0.lowerBound].range.lowerBound..<symbols[$0.upperBound - 1].range.upperBound }
  }
}
