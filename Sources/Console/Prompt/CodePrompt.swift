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

/// The keys of the prompt for a code that do not type.
enum CodePromptAction: Sendable, Equatable {
  case give, decline, erase
}

let codePromptKeys = KeyTable<CodePromptAction>(kept: [
  KeyBinding([.enter], "give the code", .give, "give the code", footer: FooterPlace()),
  KeyBinding([.escape], "give none", .decline, "give none", footer: FooterPlace()),
  KeyBinding([.backspace, .delete], "erase", .erase, "take back a digit"),
])

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
  var masked: Line { Line(String(repeating: "*", count: typed.exposed.count)) }

  /// Whether it can be a code.
  var isComplete: Bool { typed.exposed.count >= Self.digits }

  /// What is asked for, or what was wrong.
  var question: Line {
    let device: Line = "MFA device \(request.serial)"
    return switch mistake {
    case .tooShort: "A code of \(device) has at least \(Self.digits) digits."
    case .noDigit: "A code of \(device) has digits only."
    case nil: "The credentials need a code of \(device)."
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

extension CodePrompt: PromptScreen {
  static var kind: ScreenKind { .codePrompt }
  static var title: String { "While a code is asked for" }
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp] { codePromptKeys.help }

  var asked: Asked? { .code(request.id) }

  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect] {
    if console.isRunning, console.keys.run.action(for: press.key) == .stop {
      let effects = interrupt(&console) + console.stopRun()
      // What stopping means has more to say than that no code was given.
      console.message = nil
      return effects
    }
    // What was typed before it could be seen was meant for something else.
    guard console.sight.isSeen else { return [] }
    var edited = self
    edited.mistake = nil
    switch codePromptKeys.action(for: press.key) {
    case .give:
      guard isComplete else {
        edited.mistake = .tooShort
        break
      }
      console.prompt = nil
      console.codeRequests.removeAll { $0 == request }
      return [.session(.answerCode(request, typed))]
    case .decline: return interrupt(&console)
    case .erase: edited.erase()
    case nil:
      switch press.key {
      case .character(let character): edited.append(String(character))
      case .paste(let text): edited.append(text)
      default: break
      }
    }
    console.prompt = .code(edited)
    return []
  }

  /// Gives no code; it was asked for in between, so that what was under way goes on.
  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    console.prompt = nil
    return console.decline(request)
  }

  func draw(_ console: ConsoleState, on frame: inout Frame) {
    let label: Line = "Code: "
    let row = console.size.rows - 2
    frame.putNote(Message(line: question, style: .prompt), lastRow: row - 1)
    frame.put((label + masked).fitted(to: console.size.columns), row: row, column: 0, style: .prompt)
    frame.caret = Position(row: row, column: DisplayWidth.of(label) + DisplayWidth.of(masked))
    let stop =
      console.isRunning
      ? console.keys.run.bindings.filter { $0.action == .stop }.compactMap { console.keys.run.hint(of: $0) } : []
    frame.replaceFooter(codePromptKeys.hints + stop)
  }
}
