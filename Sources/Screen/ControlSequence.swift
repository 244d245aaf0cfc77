/// A sequence that began with `ESC [` (CSI) or `ESC O` (SS3), as far as it has come.
struct ControlSequence: Sendable {
  enum Introducer: Sendable { case csi, ss3 }

  enum Step: Equatable {
    /// More bytes of the sequence are to come.
    case unfinished
    /// The sequence is complete, and `nil` if it is no key of ours.
    case finished(Key?)
    /// The sequence is complete, and says that a key was let go.
    case released
    /// The sequence is complete, and an answer to a query.
    case report(TerminalReport)
    /// The sequence is complete, and says what was done with the mouse.
    case mouse(MouseEvent)
    /// A paste follows, up to its own end mark.
    case pasteBegins
    /// This many characters follow that belong to the sequence but not to its grammar.
    case followed(by: Int)
    /// The byte cannot belong to the sequence.
    case broken
  }

  private let introducer: Introducer
  private var bytes: [UInt8] = []
  /// Whether it is a function key of the Linux console, `ESC [ [` and a letter: that comes from before the grammar.
  private var isOfLinuxConsole = false

  init(_ introducer: Introducer) {
    self.introducer = introducer
  }

  mutating func take(_ byte: UInt8) -> Step {
    if isOfLinuxConsole { return byte < 0x20 ? .broken : .finished(byte == UInt8(ascii: "A") ? .f1 : nil) }
    switch byte {
    case UInt8(ascii: "[") where introducer == .csi && bytes.isEmpty:
      isOfLinuxConsole = true
      return .unfinished
    case UInt8(ascii: "$") where endsWithDollar: return finish("$")
    case 0x20...0x3F:
      if bytes.count <= Self.longestKnown { bytes.append(byte) }
      return .unfinished
    case 0x40...0x7E: return finish(Unicode.Scalar(byte))
    default: return .broken
    }
  }

  /// Longer parameters than any key's are not kept; what has lost some is still longer than any, so it stays unknown.
  private static let longestKnown = 64

  private func finish(_ final: Unicode.Scalar) -> Step {
    if bytes.isEmpty { return bare(final) }
    guard bytes.count <= Self.longestKnown, let parameters = SequenceParameters(bytes) else { return .finished(nil) }
    guard introducer == .csi else { return .finished(parameters.isPlain ? Self.cursorKey(final) : nil) }
    if let report = Self.report(final, parameters) { return .report(report) }
    if let event = MouseEvent(final, parameters) { return .mouse(event) }
    guard parameters.isPlain else { return .finished(nil) }
    if final == "~", parameters.fields == [[200]] { return .pasteBegins }
    guard !Self.isRelease(final, parameters) else { return .released }
    return .finished(Self.key(final, parameters))
  }

  /// A sequence without parameters.
  private func bare(_ final: Unicode.Scalar) -> Step {
    switch (introducer, final) {
    // Mouse reports of X10 and highlight tracking come from before the grammar, and do not keep to it.
    case (.csi, "M"): .followed(by: 3)
    case (.csi, "t"): .followed(by: 2)
    case (.csi, "T"): .followed(by: 6)
    case (.ss3, "M"): .finished(.enter)
    case (.ss3, "p"..."y"): .finished(Self.keypadDigit(final))
    // rxvt's arrows with Shift (CSI) and with Ctrl (SS3).
    case (_, "a"..."d"): .finished(Self.cursorKey(Unicode.Scalar(UInt8(ascii: final) - 0x20)))
    default: .finished(Self.cursorKey(final))
    }
  }

  private static func key(_ final: Unicode.Scalar, _ parameters: SequenceParameters) -> Key? {
    let modifiers = KeyModifiers(parameter: parameters.number(1))
    switch final {
    case "u":
      let text = parameters.fields.dropFirst(2).first.map { $0.compactMap(\.self) } ?? []
      return ReportedKey(
        code: parameters.number(0) ?? 1,
        shifted: parameters.number(0, 1),
        base: parameters.number(0, 2),
        modifiers: modifiers,
        text: text
      ).key
    case "~" where parameters.number(0) == 27 && parameters.fields.count == 3:
      return ReportedKey(code: parameters.number(2) ?? 0, modifiers: modifiers, isShiftedAlready: true).key
    case "_":
      return WindowsKey(
        virtualKey: parameters.number(0) ?? 0,
        unit: parameters.number(2) ?? 0,
        state: parameters.number(4) ?? 0
      ).key
    // rxvt ends a key with ^ for Ctrl, $ for Shift and @ for both where others add a parameter.
    case "~", "^", "@", "$": return parameters.fields.count > 2 ? nil : editingKey(parameters.number(0))
    // The first parameter is always 1, and the second tells the modifiers; kitty may add what was typed.
    default: return parameters.fields.count > 3 ? nil : cursorKey(final)
    }
  }

  /// Whether the sequence says that a key was let go: kitty adds that to the modifiers, Windows says whether it is
  /// down.
  private static func isRelease(_ final: Unicode.Scalar, _ parameters: SequenceParameters) -> Bool {
    final == "_" ? parameters.number(3) ?? 0 == 0 : parameters.number(1, 1) == 3
  }

  /// The answer to a query that the sequence is, if it is one: of these finals, none with a parameter is a key's.
  private static func report(_ final: Unicode.Scalar, _ parameters: SequenceParameters) -> TerminalReport? {
    let isPrivate = parameters.marker == UInt8(ascii: "?")
    switch final {
    case "n" where parameters.isPlain && parameters.fields == [[0]]: return .isReady
    case "R" where parameters.isPlain && parameters.fields.count == 2:
      return .cursor(row: parameters.number(0) ?? 1, column: parameters.number(1) ?? 1)
    case "y" where isPrivate && parameters.intermediates == [UInt8(ascii: "$")]:
      guard let mode = parameters.number(0), let setting = parameters.number(1) else { return .other }
      return .mode(mode, setting: setting)
    // What the terminal is, where its cursor is, how its window is, which protocol its keyboard speaks.
    case "n", "c", "R", "t", "x", "y": return .other
    case "u" where isPrivate: return .other
    default: return nil
    }
  }

  /// The key that a letter stands for: an arrow, one of the block over them, or F1.
  private static func cursorKey(_ final: Unicode.Scalar) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    case "P": .f1
    default: nil
    }
  }

  /// The key that has this number: one of the block over the arrows, or F1.
  private static func editingKey(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11: .f1
    default: nil
    }
  }

  private static func keypadDigit(_ final: Unicode.Scalar) -> Key {
    .character(Character(Unicode.Scalar(UInt8(ascii: final) - UInt8(ascii: "p") + UInt8(ascii: "0"))))
  }

  /// Whether `$` ends the sequence, as rxvt has it for a key with Shift.
  ///
  /// Elsewhere it is an intermediate byte of a report, which has more parameters.
  private var endsWithDollar: Bool {
    introducer == .csi && bytes.count == 1 && Self.editingKey(Int(bytes[0]) - 0x30) != nil
  }
}
