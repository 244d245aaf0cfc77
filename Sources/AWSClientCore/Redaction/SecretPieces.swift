import FoundationEssentials
import PlainText
import Synchronization

/// Everything by which some secrets are known again: each eight symbols in a row, of each form they may be sent back
/// in.
struct SecretPieces: Sendable {
  /// How many symbols a piece has: as many as fit into a word.
  static let length = 8
  /// Fewer symbols of a secret than this are no secret, and could be a part of any name.
  static let shortestRun = 16

  /// A quick look before the exact one.
  private(set) var marks = SecretMarks()
  private var pieces: Set<UInt64> = []

  /// The pieces of `secrets`: of the texts themselves, and of their base64 and hexadecimal forms.
  init(_ secrets: [Secret]) {
    let forms = secrets.lazy.map(\.exposed).filter { $0.utf8.count >= Self.shortestRun }.flatMap(Self.forms)
    pieces.reserveCapacity(forms.reduce(0) { $0 + $1.count })
    for form in forms { insert(form) }
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { pieces.isEmpty }

  /// Whether `word` is a piece; its first symbol stands in its highest byte.
  func contains(_ word: UInt64) -> Bool { pieces.contains(word) }

  private mutating func insert(_ form: [UInt8]) {
    var word: UInt64 = 0
    for (index, symbol) in BareSymbols(form).enumerated() {
      word = word << 8 | UInt64(symbol.byte)
      guard index + 1 >= Self.length else { continue }
      pieces.insert(word)
      marks.insert(word)
    }
  }

  private static func forms(_ secret: String) -> [[UInt8]] {
    let bytes = Array(secret.utf8)
    let hexadecimal = Array(bytes.hexadecimal.utf8)
    // In the middle of a longer text the secret may begin at each of the three places in a group of base64; what shares
    // a group with a neighbour is left out.
    let base64 = (0..<3).map { offset in
      let text = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString().utf8
      return Array(text.dropFirst(offset == 0 ? 0 : 4).dropLast(4))
    }
    return [bytes, hexadecimal] + base64
  }
}

/// A bit for each of the values that pieces have when they are mixed, which tells almost all other words from them.
struct SecretMarks: Sendable {
  private static let valueBits = 16

  /// Nothing, or a bit for each value.
  private var bits: [UInt64] = []

  /// Whether `word` may be among the pieces.
  func mayContain(_ word: UInt64) -> Bool {
    guard !bits.isEmpty else { return false }
    let value = Self.value(word)
    return bits[value >> 6] & (1 << UInt64(value & 63)) != 0
  }

  /// Adds a piece.
  mutating func insert(_ word: UInt64) {
    if bits.isEmpty { bits = Array(repeating: 0, count: 1 << (Self.valueBits - 6)) }
    let value = Self.value(word)
    bits[value >> 6] |= 1 << UInt64(value & 63)
  }

  /// Adds all pieces of `other`.
  mutating func formUnion(_ other: Self) {
    if bits.isEmpty { return bits = other.bits }
    for (place, word) in other.bits.enumerated() { bits[place] |= word }
  }

  private static func value(_ word: UInt64) -> Int {
    // Fibonacci hashing: the product's high bits depend on every bit of the word.
    Int((word &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - valueBits))
  }
}

/// The secrets of signed calls: those of the credentials, which stay for many calls, and the signature of one.
final class SentSecrets: Sendable {
  private let last = Mutex<(credentials: Credentials, pieces: SecretPieces)?>(nil)

  /// What to take out of the response to `request`, which was signed with `credentials`.
  func redaction(of request: HTTPRequest, with credentials: Credentials) -> Redaction {
    let pieces = last.withLock { last in
      if let last, last.credentials == credentials { return last.pieces }
      let secrets = [credentials.secretAccessKey, credentials.sessionToken].compactMap(\.self)
      let pieces = SecretPieces(secrets)
      last = (credentials, pieces)
      return pieces
    }
    let signature = request.headers["Authorization"].flatMap(SigV4Signer.signature).map { Secret($0) }
    return Redaction([pieces, SecretPieces([signature].compactMap(\.self))])
  }
}
