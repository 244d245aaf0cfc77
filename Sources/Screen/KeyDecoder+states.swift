/// From one state to the next, a byte at a time.
extension KeyDecoder {
  /// Leaves one state for the next, and returns what `byte` completes.
  mutating func advance(_ byte: UInt8) -> [Sign] {
    if byte == Self.controlC, !state.isGround { return interrupt() }
    switch state {
    case .ground: return begin(byte)
    case .character(let bytes): return continueCharacter(bytes + [byte])
    case .escape: return continueEscape(byte)
    case .doubleEscape: return continueDoubleEscape(byte)
    case .sequence(let sequence): return continueSequence(sequence, byte)
    case .swallowing(let bytes): return continueSwallowing(bytes, byte)
    case .string(let ending): return continueString(ending: ending, byte)
    case .paste: return continuePaste(byte)
    }
  }

  private static let controlC: UInt8 = 0x03

  /// Takes Ctrl-C, which ends whatever is unfinished.
  ///
  /// What still comes of a paste is swallowed: it was not typed.
  private mutating func interrupt() -> [Sign] {
    guard case .paste(let isTail) = state else {
      (state, isDiscarding) = (.ground, false)
      reads.breakUnit()
      return [.key(.control("c"))]
    }
    state = .paste(isTail: true)
    paste.discard()
    return (isTail ? [] : [.key(.brokenPaste)]) + [.key(.control("c"))]
  }

  private mutating func begin(_ byte: UInt8) -> [Sign] {
    switch byte {
    case 0x1B: state = .escape
    // ECMA-48's controls of 8 bits, as a terminal sends them that is not told UTF-8.
    case 0x80...0x9F: beginControl(byte)
    case 0xC2...0xF4: state = .character([byte])
    default: return Key(byte).map { [.key($0)] } ?? []
    }
    return []
  }

  /// Drops what had come of a sequence that `byte` cannot belong to.
  private mutating func beginAnew(_ byte: UInt8) -> [Sign] {
    (state, isDiscarding) = (.ground, false)
    reads.breakUnit()
    return begin(byte)
  }

  /// A control of 8 bits is the same as ESC and a letter; those that begin nothing end at once.
  private mutating func beginControl(_ byte: UInt8) {
    state = .ground
    if "[OP]_^X".utf8.contains(byte - 0x40) { _ = continueEscape(byte - 0x40) }
  }

  private mutating func continueCharacter(_ bytes: [UInt8]) -> [Sign] {
    guard let last = bytes.last, (0x80...0xBF).contains(last) else { return beginAnew(bytes.last ?? 0) }
    let length =
      switch bytes[0] {
      case ..<0xE0: 2
      case ..<0xF0: 3
      default: 4
      }
    guard bytes.count == length else {
      state = .character(bytes)
      return []
    }
    state = .ground
    guard let character = String(validating: bytes, as: UTF8.self)?.first else { return [] }
    guard !character.isC1Control else {
      beginControl(last)
      return []
    }
    return [.key(.character(character))]
  }

  private mutating func continueEscape(_ byte: UInt8) -> [Sign] {
    switch Unicode.Scalar(byte) {
    case "\u{1B}": state = .doubleEscape
    case "[": state = .sequence(ControlSequence(.csi))
    case "O": state = .sequence(ControlSequence(.ss3))
    case "P", "]", "_", "^", "X": state = .string(ending: false)
    case "\u{C2}"..."\u{F4}": (state, isDiscarding) = (.character([byte]), true)
    default: state = .ground
    }
    return []
  }

  private mutating func continueDoubleEscape(_ byte: UInt8) -> [Sign] {
    switch Unicode.Scalar(byte) {
    case "[", "O":
      isAfterEscape = true
      return continueEscape(byte)
    case "\u{1B}": return [.key(.escape)]
    default: return [.key(.escape)] + continueEscape(byte)
    }
  }

  private mutating func continueSequence(_ sequence: ControlSequence, _ byte: UInt8) -> [Sign] {
    var sequence = sequence
    let step = sequence.take(byte)
    switch step {
    case .unfinished:
      state = .sequence(sequence)
      return []
    case .broken: return beginAnew(byte)
    case .pasteBegins:
      (state, paste, burst.isPasteMarked) = (.paste(isTail: false), Paste(), true)
      if isDiscarding { paste.discard() }
      return []
    case .followed(let count):
      state = .swallowing(SwallowedBytes(count))
      return []
    case .finished, .released, .report, .mouse: state = .ground
    }
    switch step {
    case .finished(let key?): return [.key(key)]
    case .report(let report):
      if [.mode(2004, setting: 1), .mode(2004, setting: 3)].contains(report) { burst.isPasteMarked = true }
      guard !isAfterEscape else { return [.key(.escape), .report(report)] }
      reads.unitIsNoTyping()
      return [.report(report)]
    // As with an answer, an ESC before it was the key.
    case .mouse(let event): return (isAfterEscape ? [.key(.escape)] : []) + [.mouse(event)]
    case .released: reads.unitIsNoTyping()
    default: break
    }
    return []
  }

  private mutating func continueSwallowing(_ bytes: SwallowedBytes, _ byte: UInt8) -> [Sign] {
    var bytes = bytes
    switch bytes.take(byte) {
    case .unfinished: state = .swallowing(bytes)
    case .finished: state = .ground
    case .broken: return beginAnew(byte)
    }
    return []
  }

  private mutating func continueString(ending: Bool, _ byte: UInt8) -> [Sign] {
    switch Unicode.Scalar(byte) {
    case "\u{07}", "\u{18}", "\u{1A}": state = .ground
    case "\\" where ending: state = .ground
    case "\u{1B}": state = .string(ending: true)
    default:
      // An ESC that no backslash follows ends the string, and begins something else.
      if ending { return continueEscape(byte) }
    }
    return []
  }

  private mutating func continuePaste(_ byte: UInt8) -> [Sign] {
    switch paste.take(byte) {
    case .unfinished: return []
    case .report(let report): return [.report(report)]
    case .discarded:
      state = .ground
      return []
    case .finished(let text):
      (state, paste) = (.ground, Paste())
      return [.key(.paste(text))]
    }
  }
}
