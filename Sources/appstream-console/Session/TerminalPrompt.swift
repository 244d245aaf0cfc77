import AWSClientCore
import Glibc

/// Asks the person at the terminal for something that nobody else may see.
enum TerminalPrompt {
  /// The line that the person types after `question`, which is not shown; `nil` without a terminal, or without a line.
  ///
  /// It goes past standard input and output, which may be files. Ctrl-C does what it does elsewhere, but only once the
  /// terminal shows again what is typed.
  static func secret(_ question: String) -> Secret? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return nil }
    var silent = modes
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    let line = write(question, to: terminal) ? TypedLine.read(from: terminal) : TypedLine()
    _ = write("\n", to: terminal)
    tcsetattr(terminal, TCSAFLUSH, &modes)
    if line.ending == .interrupted { kill(getpid(), SIGINT) }
    return line.ending == .entered && !line.text.exposed.isEmpty ? line.text : nil
  }

  private static func write(_ text: String, to terminal: Int32) -> Bool {
    do throws(WriteError) {
      try FileDescriptorWriter.write(text, to: terminal)
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
    /// The terminal, or the person's wish to answer, came to an end.
    case givenUp
  }

  private var bytes: [UInt8] = []
  private(set) var ending: Ending?

  /// The visible characters; blanks are no part of a code and come easily with copying one.
  var text: Secret { Secret(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }) }

  static func read(from terminal: Int32) -> TypedLine {
    var line = TypedLine()
    var byte: UInt8 = 0
    while line.ending == nil {
      let count = Glibc.read(terminal, &byte, 1)
      if count == 1 {
        line.take(byte)
      } else if count == 0 || errno != EINTR {
        line.ending = .givenUp
      }
    }
    return line
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): ending = .entered
    case 0x03, 0x1C: ending = .interrupted
    case 0x04: ending = .givenUp
    case 0x08, 0x7F: _ = bytes.popLast()
    case 0x15: bytes = []
    case 0x20...: bytes.append(byte)
    default: break
    }
  }
}
