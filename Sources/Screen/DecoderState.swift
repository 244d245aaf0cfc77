/// What has come of a key that is not complete.
enum DecoderState: Sendable {
  case ground
  /// Some bytes of a UTF-8 character have come.
  case character([UInt8])
  /// An ESC has come. Only time can tell the key from the beginning of a sequence.
  case escape
  /// Two ESC have come: twice the key, or the Alt form of a key as PuTTY and rxvt send it.
  case doubleEscape
  case sequence(ControlSequence)
  /// Bytes to be swallowed unread.
  case swallowing(SwallowedBytes)
  /// Inside an OSC, DCS, APC, PM or SOS string; `ending` says that its last byte was ESC.
  case string(ending: Bool)
  /// Inside a paste. A tail is what still comes of one that Ctrl-C has ended.
  case paste(isTail: Bool)

  var isGround: Bool {
    if case .ground = self { true } else { false }
  }

  /// How long nothing may follow before it is given up; `nil` where nothing is held back.
  ///
  /// An ESC is most often the key, for which nobody wants to wait. Once a sequence has begun it comes from the
  /// terminal, and a slow link may pause in it.
  var wait: Duration? {
    switch self {
    case .ground: nil
    case .escape, .doubleEscape: .milliseconds(100)
    case .character, .sequence, .swallowing, .string: .seconds(1)
    case .paste(isTail: false): .seconds(2)
    case .paste(isTail: true): KeyPress.pause
    }
  }

  /// For how long after it was given up its rest is still taken for one.
  var lateWait: Duration? {
    switch self {
    case .escape, .doubleEscape: .milliseconds(900)
    case .sequence, .swallowing, .string: .seconds(2)
    case .ground, .character, .paste: nil
    }
  }

  /// Whether `byte` can be the first of the rest of what was given up.
  func goesOn(with byte: UInt8) -> Bool {
    switch self {
    case .escape, .doubleEscape: "[OP]_^X".utf8.contains(byte)
    case .sequence, .swallowing: byte >= 0x20
    case .string: byte >= 0x20 || byte == 0x07
    case .ground, .character, .paste: false
    }
  }
}

/// Characters that belong to a sequence but not to its grammar, such as the coordinates of a mouse report.
///
/// A coordinate is a byte, or with mode 1005 a character of UTF-8 that may be two.
struct SwallowedBytes: Sendable {
  private var count: Int
  private var isAfterLead = false

  init(_ count: Int) {
    self.count = count
  }

  enum Step {
    case unfinished, finished
    /// The byte cannot belong to it.
    case broken
  }

  mutating func take(_ byte: UInt8) -> Step {
    if isAfterLead, (0x80...0xBF).contains(byte) {
      isAfterLead = false
      return count == 0 ? .finished : .unfinished
    }
    guard count > 0, byte >= 0x20 else { return .broken }
    count -= 1
    isAfterLead = (0xC2...0xDF).contains(byte)
    return count == 0 && !isAfterLead ? .finished : .unfinished
  }
}
