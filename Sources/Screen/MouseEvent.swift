/// Something that was done with the mouse, and on which cell of the screen.
///
/// It is no key, so that it answers nothing that asks for one.
package struct MouseEvent: Sendable, Equatable {
  package enum Action: Sendable, Equatable, CaseIterable {
    /// The left button was pressed.
    case press
    /// The mouse was moved while that was held down.
    case drag
    /// That was let go.
    case release
    /// The wheel was turned.
    case wheelUp, wheelDown
  }

  package var action: Action
  package var position: Position

  package init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}

extension MouseEvent {
  /// What a report says: `CSI < button ; column ; row M`, with `m` where a button was let go (ctlseqs, "Extended
  /// coordinates", 1006).
  ///
  /// Other buttons are nothing here, and what is done while Shift, Alt or Ctrl is held down is the terminal's.
  init?(_ final: Unicode.Scalar, _ parameters: SequenceParameters) {
    guard parameters.marker == UInt8(ascii: "<"), parameters.intermediates.isEmpty, parameters.fields.count == 3,
      let button = parameters.number(0), let column = parameters.number(1), let row = parameters.number(2),
      column > 0, row > 0
    else { return nil }
    switch (button, final) {
    case (0, "M"): action = .press
    case (32, "M"): action = .drag
    case (0, "m"): action = .release
    case (64, "M"): action = .wheelUp
    case (65, "M"): action = .wheelDown
    default: return nil
    }
    position = Position(row: row - 1, column: column - 1)
  }
}
