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

  private var pieces: Set<UInt64> = []
  /// A quick look before the exact one: a bit for each of the values that the pieces have when they are mixed.
  private var marks: [UInt64] = []

  private static let markBits = 16

  /// The pieces of `secrets`: of the texts themselves, and of their base64 and hexadecimal forms.
  init(_ secrets: [Secret]) {
    for secret in secrets where secret.exposed.utf8.count >= Self.shortestRun {
      for form in Self.forms(secret.exposed) { insert(form) }
    }
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { pieces.isEmpty }

  /// Whether `word` is a piece; its first symbol stands in its highest byte.
  func contains(_ word: UInt64) -> Bool {
    guard !isEmpty else { return false }
    let mark = Self.mark(word)
    return marks[mark >> 6] & (1 << UInt64(mark & 63)) != 0 && pieces.contains(word)
  }

  private mutating func insert(_ form: [UInt8]) {
    if marks.isEmpty { marks = Array(repeating: 0, count: 1 << (Self.markBits - 6)) }
    var word: UInt64 = 0
    for (index, symbol) in BareSymbols(form).enumerated() {
      word = word << 8 | UInt64(symbol.byte)
      guard index + 1 >= Self.length else { continue }
      pieces.insert(word)
      let mark = Self.mark(word)
      marks[mark >> 6] |= 1 << UInt64(mark & 63)
    }
  }

  private static func mark(_ word: UInt64) -> Int {
    // Fibonacci hashing: the product's high bits depend on every bit of the word.
    Int((word &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - markBits))
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

/// The secrets of signed calls: those of the credentials, which stay for many calls, and the signature of one.
final class SentSecrets: Sendable {
  private let last = Mutex<(credentials: Credentials, pieces: SecretPieces)?>(nil)

  /// What to take out of the answer to `request`, which was signed with `credentials`.
  func redaction(of request: HTTPRequest, with credentials: Credentials) -> Redaction {
    let pieces = last.withLock { last in
      if let last, last.credentials == credentials { return last.pieces }
      let secrets = [credentials.secretAccessKey, credentials.sessionToken].compactMap(\.self)
      let pieces = SecretPieces(secrets)
      last = (credentials, pieces)
      return pieces
    }
    let signature = request.headers["Authorization"].flatMap { value in
      value.firstRange(of: "Signature=").map { Secret(String(value[$0.upperBound...])) }
    }
    return Redaction([pieces, SecretPieces([signature].compactMap(\.self))])
  }
}
