import CProcess
import Glibc
import LocalIO
import PlainText
import Screen

/// Asks the person at the terminal for something that nobody else may see.
enum TerminalPrompt {
  /// How often to look whether anybody still waits for the answer, in milliseconds.
  private static let watch: Int32 = 100

  /// The line that the person types after `question`, which is not shown; `nil` without a terminal, without a line, and
  /// once nobody waits for it any more.
  ///
  /// It goes past standard input and output, which may be files. Ctrl-C does what it does elsewhere, but only once the
  /// terminal shows again what is typed. What was typed before the question is thrown away.
  ///
  /// - Parameter isGivenUp: Whether nobody waits.
  static func secret(_ question: String, isGivenUp: () -> Bool) -> Secret? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    let line = read(from: terminal, question, isGivenUp: isGivenUp)
    if line.ending == .interrupted { kill(getpid(), SIGINT) }
    return line.ending == .entered && !line.text.exposed.isEmpty ? line.text : nil
  }

  /// Gives the terminal's modes back where somebody is still asked; to be called right before the program ends.
  static func abandon() {
    asking_modes_give_back()
  }

  private static func read(from terminal: Int32, _ question: String, isGivenUp: () -> Bool) -> TypedLine {
    var line = TypedLine()
    guard AskingModes.discardLines(at: terminal), let modes = AskingModes(terminal, sendsSignals: false),
      modes.discardTypedAhead({ _ in }), write(question, to: terminal)
    else { return line }
    var decoder = KeyDecoder()
    while line.ending == nil {
      var received = decoder.timeout(at: .now)
      switch modes.look(within: watch) {
      case .bytes(let bytes):
        received += decoder.decode(bytes, at: .now)
        if modes.endInput(bytes) { line.giveUp() }
      case .resumed: _ = write("\n\(question)", to: terminal)
      case .nothing: if isGivenUp() { line.giveUp() }
      case .ended: line.giveUp()
      }
      for case .key(let press) in received { line.take(press.key) }
    }
    _ = write("\n", to: terminal)
    return line
  }

  private static func write(_ text: String, to terminal: Int32) -> Bool {
    do throws(WriteError) {
      try FileDescriptorWriter.write(
        OutputRepertoire.current.spelling(text),
        to: terminal,
        awaitingRoom: EndRequest.awaitRoom
      )
      return true
    } catch {
      // A terminal that takes nothing is as none.
      return false
    }
  }
}

/// What a person types up to Enter, on a terminal that leaves editing to us.
private struct TypedLine {
  enum Ending {
    case entered
    case interrupted
    /// The terminal, the person's wish to answer, or anybody's to know came to an end.
    case givenUp
  }

  private var typed = ""
  private(set) var ending: Ending?

  /// The visible characters; blanks are no part of a code and come easily with copying one.
  var text: Secret { Secret(typed.filter { !$0.isWhitespace }) }

  mutating func giveUp() {
    if ending == nil { ending = .givenUp }
  }

  /// Takes a key, unless one before it has ended the line.
  mutating func take(_ key: Key) {
    guard ending == nil else { return }
    switch key {
    case .enter: ending = .entered
    case .control("c"): ending = .interrupted
    case .control("d"): ending = .givenUp
    case .backspace, .delete: _ = typed.popLast()
    case .control("u"): typed = ""
    case .character(let character): append(String(character))
    case .paste(let text): append(text)
    default: break
    }
  }

  /// Far more than a code has.
  private static let longest = 256

  private mutating func append(_ text: String) {
    typed = String((typed + text).prefix(Self.longest))
  }
}
