import CProcess
import Glibc

/// The modes of a terminal while somebody is asked in plain lines: keys come one by one, and are not echoed.
///
/// They are given back with this value, and by every signal that ends or stops the program before that. What was typed
/// before is not thrown away. There can be one at a time.
struct AskingModes: ~Copyable {
  /// What came from the terminal.
  enum Finding {
    case bytes([UInt8])
    /// Nothing is there now.
    case nothing
    /// The program was stopped, and goes on: what is asked has to be said again.
    case resumed
    /// Nothing will ever come again.
    case ended
  }

  private let terminal: Int32
  /// Becomes readable when the program was stopped and goes on.
  private let resumption: Int32

  /// Changes the modes of the terminal behind `descriptor`; `nil` where there is none, or somebody is asked already.
  ///
  /// - Parameter sendsSignals: Whether Ctrl-C, Ctrl-Z and the like do what they do elsewhere.
  init?(_ descriptor: Int32, sendsSignals: Bool) {
    let off = ECHO | ICANON | (sendsSignals ? 0 : ISIG)
    resumption = asking_modes_take(descriptor, UInt32(off))
    guard resumption >= 0 else { return nil }
    terminal = descriptor
  }

  deinit {
    asking_modes_give_back()
  }

  /// Whether `bytes` hold one that ends the input, where the terminal keeps lines: the one that its owner chose,
  /// Ctrl-D, or the NUL that the driver keeps in place of either when lines are not kept any more.
  func endInput(_ bytes: [UInt8]) -> Bool {
    bytes.contains { [0x00, 0x04, asking_modes_end_of_input()].contains($0) }
  }

  /// Takes one look at the terminal, and waits so many milliseconds for something to come, or for ever if they are
  /// negative.
  func look(within milliseconds: Int32) -> Finding {
    Self.look(terminal, resumption, within: milliseconds)
  }

  /// Takes one look at the terminal behind `descriptor` as its modes are, and waits for nothing.
  static func look(at descriptor: Int32) -> Finding {
    look(descriptor, -1, within: 0)
  }

  private static func look(_ terminal: Int32, _ resumption: Int32, within milliseconds: Int32) -> Finding {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      // One that is negative is passed over (poll(2)).
      var sources = [
        pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
        pollfd(fd: resumption, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&sources, 2, milliseconds)
      if ready == 0 { return .nothing }
      if ready > 0, sources[1].revents != 0 {
        _ = read(resumption, &bytes, bytes.count)
        return .resumed
      }
      let count = ready > 0 ? read(terminal, &bytes, bytes.count) : -1
      if count > 0 { return .bytes(Array(bytes.prefix(count))) }
      guard count < 0, errno == EINTR || errno == EAGAIN else { return .ended }
    }
  }
}
