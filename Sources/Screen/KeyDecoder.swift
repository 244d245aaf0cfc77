/// Turns the bytes a terminal sends into keys, however the reads divide them.
///
/// Sequences it does not know (mouse, focus, function keys, Alt with a letter) are swallowed whole, so that no part of
/// them is taken for letters somebody typed. Sequences follow ECMA-48 and xterm's ctlseqs page. It reads no clock: the
/// moments come with the bytes.
package struct KeyDecoder: Sendable {
  /// How many bytes of one paste are kept; the rest is swallowed.
  package static let pasteLimit = 1 << 20

  package typealias Instant = ContinuousClock.Instant

  private var state = State.ground
  private var isDiscarding = false
  /// When bytes came, and which key they belong to.
  private var reads = ReadTimes()

  private enum State {
    case ground
    /// Some bytes of a UTF-8 character have come.
    case character([UInt8])
    /// An ESC has come. Only time can tell the key from the beginning of a sequence.
    case escape
    /// Two ESC have come: twice the key, or the Alt form of a key as PuTTY and rxvt send it.
    case doubleEscape
    case sequence(ControlSequence)
    /// Bytes to be swallowed unread, such as the coordinates of a mouse report.
    case swallowing(Int)
    /// Inside an OSC, DCS, APC, PM or SOS string; `ending` says that its last byte was ESC.
    case string(ending: Bool)
    /// Inside a paste, whose text is in ``paste``.
    case paste
  }

  /// What a byte completes.
  private enum Sign {
    case key(Key)
    case report(TerminalReport)
  }

  /// Kept apart from the state: a payload would be copied for every byte of a long paste.
  private var paste = Paste()

  package init() {}

  /// Whether keys may be held back that ``timeout()`` would let go.
  ///
  /// A paste is not among them: it ends where the terminal says, because the rest of a slow one must not run as keys.
  package var isWaiting: Bool {
    switch state {
    case .ground, .character, .paste: false
    case .escape, .doubleEscape, .sequence, .swallowing, .string: true
    }
  }

  /// What `bytes`, the whole of one read, complete.
  ///
  /// - Parameters:
  ///   - moment: When they were read.
  ///   - arrival: When the first of them had come, where that is known to be earlier.
  package mutating func decode(_ bytes: [UInt8], at moment: Instant, arrival: Instant? = nil) -> [Received] {
    reads.begin(at: moment, arrival: min(arrival ?? moment, moment))
    var received: [Received] = []
    for byte in bytes {
      if isAtRest { reads.beginUnit() }
      for sign in take(byte) {
        switch sign {
        case .key(let key): received.append(.key(KeyPress(key: key, isAlone: false, quiet: reads.quiet)))
        case .report(let report): received.append(.report(report))
        }
      }
      if isAtRest { reads.endUnit() }
    }
    markTheOnlyKey(of: &received)
    return received
  }

  /// What the bytes held back mean once nothing has followed them for a while.
  ///
  /// An ESC is then the key; an unfinished sequence is swallowed.
  package mutating func timeout() -> [Received] {
    guard isWaiting else { return [] }
    defer {
      (state, isDiscarding) = (.ground, false)
      reads.endUnit()
    }
    let escape = KeyPress(key: .escape, isAlone: reads.isUnitAlone, quiet: reads.quiet)
    switch state {
    case _ where isDiscarding: return []
    case .escape: return [.key(escape)]
    case .doubleEscape:
      return Array(repeating: .key(KeyPress(key: .escape, isAlone: false, quiet: escape.quiet)), count: 2)
    case .ground, .character, .sequence, .swallowing, .string, .paste: return []
    }
  }

  /// Throws away what has come of an unfinished key or paste, and what is still to come of it.
  ///
  /// The bytes to come are still recognised as that sequence's, so that they are not taken for keys.
  package mutating func discard() {
    isDiscarding = !isAtRest
    if case .paste = state { paste.discard() }
  }

  private var isAtRest: Bool {
    if case .ground = state { true } else { false }
  }

  /// A key is alone where it is the only one, and nothing but answers came with it.
  private func markTheOnlyKey(of received: inout [Received]) {
    guard reads.hadOneUnit, isAtRest else { return }
    let keys = received.indices.filter { if case .key = received[$0] { true } else { false } }
    guard keys.count == 1, case .key(var press) = received[keys[0]], !press.key.isPaste else { return }
    press.isAlone = true
    received[keys[0]] = .key(press)
  }

  private mutating func take(_ byte: UInt8) -> [Sign] {
    let signs = advance(byte)
    guard isDiscarding else { return signs }
    isDiscarding = !isAtRest
    // An answer stays one: whoever waits for it did not type it.
    return signs.filter { if case .report = $0 { true } else { false } }
  }

  /// Leaves one state for the next, and returns what `byte` completes.
  private mutating func advance(_ byte: UInt8) -> [Sign] {
    switch state {
    case .ground: return begin(byte)
    case .character(let bytes): return continueCharacter(bytes + [byte])
    case .escape: return continueEscape(byte)
    case .doubleEscape: return continueDoubleEscape(byte)
    case .sequence(let sequence): return continueSequence(sequence, byte)
    case .swallowing(let count):
      guard byte >= 0x20 else { return beginAnew(byte) }
      state = count > 1 ? .swallowing(count - 1) : .ground
      return []
    case .string(let ending): return continueString(ending: ending, byte)
    case .paste: return continuePaste(byte)
    }
  }
}

extension KeyDecoder {
  private mutating func begin(_ byte: UInt8) -> [Sign] {
    switch byte {
    case 0x1B: state = .escape
    case 0xC2...0xF4: state = .character([byte])
    default: return Key(byte).map { [.key($0)] } ?? []
    }
    return []
  }

  /// Drops what had come of a sequence that `byte` cannot belong to.
  private mutating func beginAnew(_ byte: UInt8) -> [Sign] {
    state = .ground
    reads.breakUnit()
    return begin(byte)
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
    guard let character = String(validating: bytes, as: UTF8.self)?.first, !character.isC1Control else { return [] }
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
    case "[", "O": return continueEscape(byte)
    case "\u{1B}": return [.key(.escape)]
    default: return [.key(.escape)] + continueEscape(byte)
    }
  }

  private mutating func continueSequence(_ sequence: ControlSequence, _ byte: UInt8) -> [Sign] {
    var sequence = sequence
    switch sequence.take(byte) {
    case .unfinished: state = .sequence(sequence)
    case .pasteBegins: (state, paste) = (.paste, Paste())
    case .followed(let count): state = .swallowing(count)
    case .broken: return beginAnew(byte)
    case .report(let report):
      state = .ground
      reads.unitIsAnswer()
      return [.report(report)]
    case .finished(let key):
      state = .ground
      return key.map { [.key($0)] } ?? []
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
    case .discarded:
      state = .ground
      return []
    case .finished(let text):
      (state, paste) = (.ground, Paste())
      return [.key(.paste(text))]
    }
  }
}
