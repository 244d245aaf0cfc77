import Glibc

/// The terminal modes that a full-screen program changes, and has to put back.
package struct TerminalModes: Sendable, Equatable {
  /// Keys are shown as they are typed (ECHO).
  package var echoes: Bool
  /// Input comes line by line (ICANON).
  package var isLineByLine: Bool
  /// Ctrl-C, Ctrl-Z and Ctrl-\ send signals (ISIG).
  package var hasSignalKeys: Bool
  /// Ctrl-S and Ctrl-Q stop and go on with output (IXON).
  package var hasFlowControl: Bool
  /// Return is read as a line feed (ICRNL).
  package var mapsReturn: Bool

  /// As a terminal is before any program has changed it.
  package static let cooked = TerminalModes(
    echoes: true,
    isLineByLine: true,
    hasSignalKeys: true,
    hasFlowControl: true,
    mapsReturn: true
  )

  init(echoes: Bool, isLineByLine: Bool, hasSignalKeys: Bool, hasFlowControl: Bool, mapsReturn: Bool) {
    self.echoes = echoes
    self.isLineByLine = isLineByLine
    self.hasSignalKeys = hasSignalKeys
    self.hasFlowControl = hasFlowControl
    self.mapsReturn = mapsReturn
  }

  init(of descriptor: CInt) throws {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { throw TestingError("tcgetattr: \(systemMessage())") }
    self.init(
      echoes: modes.c_lflag & tcflag_t(ECHO) != 0,
      isLineByLine: modes.c_lflag & tcflag_t(ICANON) != 0,
      hasSignalKeys: modes.c_lflag & tcflag_t(ISIG) != 0,
      hasFlowControl: modes.c_iflag & tcflag_t(IXON) != 0,
      mapsReturn: modes.c_iflag & tcflag_t(ICRNL) != 0
    )
  }

  func apply(to descriptor: CInt) throws {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { throw TestingError("tcgetattr: \(systemMessage())") }
    modes.c_lflag.set(tcflag_t(ECHO), to: echoes)
    modes.c_lflag.set(tcflag_t(ICANON), to: isLineByLine)
    modes.c_lflag.set(tcflag_t(ISIG), to: hasSignalKeys)
    modes.c_iflag.set(tcflag_t(IXON), to: hasFlowControl)
    modes.c_iflag.set(tcflag_t(ICRNL), to: mapsReturn)
    guard tcsetattr(descriptor, TCSANOW, &modes) == 0 else { throw TestingError("tcsetattr: \(systemMessage())") }
  }
}

extension tcflag_t {
  fileprivate mutating func set(_ flag: tcflag_t, to isOn: Bool) {
    self = isOn ? self | flag : self & ~flag
  }
}
