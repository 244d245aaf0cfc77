/// What bytes from a terminal turned out to be.
package enum Received: Sendable, Equatable {
  case key(KeyPress)
  /// The terminal answers a query; nobody typed this.
  case report(TerminalReport)
  /// Something was done with the mouse, on a terminal that was asked to tell.
  case mouse(MouseEvent)
}

/// An answer of the terminal to a query.
package enum TerminalReport: Sendable, Equatable {
  /// It is in order (`CSI 0 n`), and has taken everything that was sent before the question.
  case isReady
  /// Where its cursor is (`CSI row ; column R`), which is also how Shift with F3 looks in the first row.
  case cursor(row: Int, column: Int)
  /// How a private mode is set (`CSI ? mode ; setting $ y`): 1 on, 2 off, 3 and 4 for ever on and off, 0 unknown.
  case mode(Int, setting: Int)
  /// An answer that nothing here depends on, such as what the terminal is.
  case other
}
