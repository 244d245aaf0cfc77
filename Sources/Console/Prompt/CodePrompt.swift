import PlainText
import Screen

/// A code of an MFA device that credentials need and that only a person has.
package struct CodeRequest: Sendable, Equatable {
  /// Tells it from all other requests.
  package let id: Int
  /// The device's serial number.
  package let serial: String
  /// The number of the session whose credentials they are.
  package let session: Int

  package init(id: Int, serial: String, session: Int) {
    self.id = id
    self.serial = serial
    self.session = session
  }
}

/// A code, as far as it was typed.
struct CodePrompt: Sendable, Equatable {
  /// How many digits a code has at least (https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
  static let digits = 6

  let request: CodeRequest
  private(set) var typed = Secret("")
  /// What was wrong with the last key.
  var mistake: Mistake?

  /// What a key can get wrong.
  enum Mistake: Sendable, Equatable {
    /// The code was given before it was complete.
    case tooShort
    /// It typed what is no digit.
    case noDigit
  }

  init(_ request: CodeRequest) {
    self.request = request
  }

  /// One asterisk for each digit.
  var masked: String { String(repeating: "*", count: typed.exposed.count) }

  /// Whether it can be a code.
  var isComplete: Bool { typed.exposed.count >= Self.digits }

  /// What is asked for, or what was wrong.
  var question: String {
    let device = "MFA device \(request.serial.visible)"
    return switch mistake {
    case .tooShort: "A code of \(device) has at least \(Self.digits) digits."
    case .noDigit: "A code of \(device) has digits only."
    case nil: "The keys need a code of \(device)."
    }
  }

  /// Adds the digits in `text`; other characters are no part of a code, but blanks may stand between its parts.
  mutating func append(_ text: String) {
    let digits = text.filter(\.isASCIIDigit)
    if text.contains(where: { !$0.isASCIIDigit && !$0.isWhitespace }) { mistake = .noDigit }
    // No code is longer than fits on the line.
    typed = Secret(String((typed.exposed + digits).prefix(32)))
  }

  mutating func erase() {
    typed = Secret(String(typed.exposed.dropLast()))
  }
}
