import Glibc
import PlainText
import Screen

/// Asks on a terminal in plain lines, without moving the cursor but behind what is typed.
///
/// The rule is the console's, in the same value: nothing but the phrase is a yes, what was typed before it was asked
/// for is read and thrown away, and its Enter counts only by itself. The terminal therefore keeps no lines meanwhile,
/// and what is typed is echoed from here.
struct LinePrompt: ~Copyable {
  /// Whether there is somebody to ask.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks for `phrase`, after a line that says what it does; nothing else is a yes.
  static func confirms(_ phrase: String, _ lead: Line) -> Bool {
    // An end of file that came before is told as one only while the terminal keeps lines.
    guard AskingModes.discardLines(at: STDIN_FILENO), let modes = AskingModes(STDIN_FILENO, sendsSignals: true) else {
      return false
    }
    var prompt = LinePrompt(phrase, modes)
    guard prompt.discardTypedAhead() else { return false }
    StandardError.line(lead)
    return prompt.ask()
  }

  private let modes: AskingModes
  private var entry: PhraseEntry
  private var decoder = KeyDecoder()

  private init(_ phrase: String, _ modes: consuming AskingModes) {
    self.modes = modes
    entry = PhraseEntry(phrase)
  }

  /// - Returns: Whether more can come.
  private mutating func discardTypedAhead() -> Bool {
    var decoder = decoder
    defer {
      decoder.discard()
      self.decoder = decoder
    }
    return modes.discardTypedAhead { _ = decoder.decode($0, at: .now) }
  }

  private mutating func ask() -> Bool {
    StandardError.prompt(entry.question)
    defer { StandardError.prompt("\n") }
    while true {
      var isOver = false
      var received: [Received] = []
      switch modes.look(within: patience) {
      case .bytes(let bytes):
        isOver = modes.endInput(bytes)
        received = decoder.decode(bytes, at: .now)
      case .nothing: received = decoder.timeout(at: .now)
      case .resumed: askAgain()
      case .ended: isOver = true
      }
      for case .key(let press) in received {
        guard let answer = take(press) else { continue }
        // What came in one piece with a no was not meant for the shell either.
        if !answer { _ = discardTypedAhead() }
        return answer
      }
      if isOver { return false }
    }
  }

  /// For how many milliseconds more may come of what is held back; for ever where nothing is.
  private var patience: Int32 {
    guard let deadline = decoder.deadline else { return -1 }
    return Int32(max(0, (deadline - .now) / .milliseconds(1))) + 1
  }

  /// Says what is asked, and what was typed, on a line of its own.
  private func askAgain(_ remark: Line? = nil) {
    let lines = remark.map { "\n\($0)\n" as Line } ?? "\n"
    StandardError.prompt("\(lines)\(entry.question)\(entry.typed)")
  }

  /// Takes a key, and echoes what it types; gives the answer once there is one.
  private mutating func take(_ press: KeyPress) -> Bool? {
    let before = echoed
    // What is echoed is written before the next key is read.
    let step = entry.take(press, isShown: true)
    switch step {
    case .confirmed: return true
    case .wrong, .enterAlone: return false
    case .enterOnceMore, .pasted: askAgain(entry.remark(on: step))
    case .edited: echo(from: before)
    case .notTaken where press.key == .escape || press.key == .control("c"): return false
    case .notTaken: break
    }
    return nil
  }

  private var echoed: String { OutputRepertoire.current.spelling(Line(entry.typed).text) }

  /// Writes what was added behind what stands there, or takes off what is there no more.
  private func echo(from before: String) {
    let now = echoed
    if now.hasPrefix(before) {
      StandardError.prompt(Line(now.dropFirst(before.count)))
    } else {
      let width = DisplayWidth.of(before) - DisplayWidth.of(now)
      StandardError.prompt(repeatElement("\u{8} \u{8}", count: max(0, width)).joined())
    }
  }
}
