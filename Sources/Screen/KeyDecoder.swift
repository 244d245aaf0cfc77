/// Turns the bytes a terminal sends into keys, however the reads divide them.
///
/// Sequences it does not know (focus, most function keys, Alt with a letter, the mouse in its older forms) are
/// swallowed whole, so that no part of them is taken for letters somebody typed. Sequences follow ECMA-48, xterm's
/// ctlseqs page, kitty's keyboard protocol and win32-input-mode. Ctrl-C counts in the middle of anything. It reads no
/// clock: the moments come with the bytes.
package struct KeyDecoder: Sendable {
  /// How many bytes of one paste are kept; the rest is swallowed.
  package static let pasteLimit = 1 << 20

  package typealias Instant = ContinuousClock.Instant

  var state = DecoderState.ground
  /// Whether what is held back is swallowed once it is complete.
  var isDiscarding = false
  /// Whether an ESC came right before the sequence: it makes an Alt form of a key, but an answer has none, so that it
  /// was the key then.
  var isAfterEscape = false
  /// Kept apart from the state: a payload would be copied for every byte of a long paste.
  var paste = Paste()
  var reads = ReadTimes()
  var burst = Burst()
  /// What was given up, and until when its rest is taken for one.
  private var late: (state: DecoderState, until: Instant)?
  /// Whether the rest of what was given up is coming.
  private var isLate = false

  package init() {}

  /// When what is held back is to be let go, by ``timeout(at:)``, unless more of it comes; `nil` if nothing is.
  package var deadline: Instant? {
    guard let wait = state.wait, let last = reads.last else { return nil }
    return last + wait
  }

  /// What `bytes`, the whole of one read, complete.
  ///
  /// - Parameters:
  ///   - moment: When they were read.
  ///   - arrival: When the first of them had come, where that is known to be earlier.
  package mutating func decode(_ bytes: [UInt8], at moment: Instant, arrival: Instant? = nil) -> [Received] {
    let arrival = min(arrival ?? moment, moment)
    let earlier = timeout(at: arrival)
    reads.begin(at: moment, arrival: arrival)
    var received: [Received] = beginsInPaste(bytes) ? [beginTail()] : []
    for byte in bytes {
      if state.isGround {
        reads.beginUnit()
        isAfterEscape = false
        resume(with: byte, at: arrival)
      }
      for sign in take(byte) {
        switch sign {
        case .key(let key):
          let isAlone = key == .escape && isAfterEscape && reads.wasUnitAlone
          received.append(.key(KeyPress(key: key, isAlone: isAlone, quiet: reads.quiet)))
        case .report(let report): received.append(.report(report))
        case .mouse(let event): received.append(.mouse(event))
        }
      }
      if state.isGround { reads.endUnit() }
    }
    markTheOnlyKey(of: &received)
    burst.mark(&received)
    return earlier + received
  }

  /// What the bytes held back mean, if at `moment` nothing has followed them for long enough.
  ///
  /// An ESC is then the key, an unfinished sequence is swallowed, and a paste is over without its text.
  package mutating func timeout(at moment: Instant) -> [Received] {
    guard let deadline, deadline <= moment else { return [] }
    let keys = isDiscarding ? [] : keysGivenUp
    // Whatever loses the end of a paste may lose the beginning of one.
    if case .paste(isTail: false) = state { burst.isPasteMarked = false }
    let press = KeyPress(key: .escape, isAlone: keys.count == 1 && reads.isUnitAlone, quiet: reads.quiet)
    // The rest of a rest is not waited for, so that no noise can hold up the keyboard.
    late = isLate ? nil : state.lateWait.map { (state, deadline + $0) }
    (state, isDiscarding, isLate) = (.ground, false, false)
    reads.endUnit()
    var received = keys.map { key in
      Received.key(KeyPress(key: key, isAlone: press.isAlone && !key.isPaste, quiet: press.quiet))
    }
    burst.mark(&received)
    return received
  }

  /// Throws away what has come of an unfinished key or paste, and what is still to come of it.
  ///
  /// The bytes to come are still recognised as that sequence's, so that they are not taken for keys.
  package mutating func discard() {
    isDiscarding = !state.isGround
    if case .paste = state { paste.discard() }
  }

  /// A key is alone where it is the only one, and nothing but answers came with it.
  private func markTheOnlyKey(of received: inout [Received]) {
    guard reads.hadOneUnit, state.isGround else { return }
    let keys = received.indices.filter { if case .key = received[$0] { true } else { false } }
    guard keys.count == 1, case .key(var press) = received[keys[0]], !press.key.isPaste else { return }
    press.isAlone = true
    received[keys[0]] = .key(press)
  }

  private mutating func take(_ byte: UInt8) -> [Sign] {
    let signs = advance(byte)
    let isDiscarded = isDiscarding
    if state.isGround { (isDiscarding, isLate) = (false, false) }
    return isDiscarded ? signs.filter(\.isNeverDiscarded) : signs
  }

  /// Takes up what was given up, if `byte` comes in time to be its rest.
  private mutating func resume(with byte: UInt8, at moment: Instant) {
    guard let late else { return }
    self.late = nil
    guard moment < late.until, late.state.goesOn(with: byte) else { return }
    (state, isDiscarding, isLate) = (late.state, true, true)
  }

  /// Whether a paste ends in `bytes` whose beginning never came, or was given up.
  private func beginsInPaste(_ bytes: [UInt8]) -> Bool {
    guard state.isGround, late == nil, let end = bytes.firstRange(of: Paste.endMark)?.lowerBound else { return false }
    return end > 0 && !bytes[..<end].contains(Paste.beginMark)
  }

  private mutating func beginTail() -> Received {
    reads.beginUnit()
    state = .paste(isTail: true)
    paste = Paste()
    paste.discard()
    return .key(KeyPress(key: .brokenPaste, isAlone: false, quiet: reads.quiet))
  }

  /// What is held back, as the keys that it is when nothing follows.
  private var keysGivenUp: [Key] {
    switch state {
    case .escape: [.escape]
    case .doubleEscape: [.escape, .escape]
    case .paste(isTail: false): [.brokenPaste]
    default: []
    }
  }
}

/// What a byte completes.
enum Sign {
  case key(Key)
  case report(TerminalReport)
  case mouse(MouseEvent)

  /// Whether it counts even where everything that was typed is thrown away: an answer was not typed, and Ctrl-C always
  /// works.
  var isNeverDiscarded: Bool {
    switch self {
    case .key(let key): key == .control("c")
    case .report: true
    case .mouse: false
    }
  }
}
