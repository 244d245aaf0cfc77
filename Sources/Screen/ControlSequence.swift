/// A sequence that began with `ESC [` (CSI) or `ESC O` (SS3), as far as it has come.
struct ControlSequence: Sendable {
  enum Introducer: Sendable { case csi, ss3 }

  enum Step: Equatable {
    /// More bytes of the sequence are to come.
    case unfinished
    /// The sequence is complete, and `nil` if it is no key of ours.
    case finished(Key?)
    /// The sequence is complete, and an answer to a query.
    case report(TerminalReport)
    /// A paste follows, up to its own end mark.
    case pasteBegins
    /// This many bytes follow that belong to the sequence but not to its grammar.
    case followed(by: Int)
    /// The byte cannot belong to the sequence.
    case broken
  }

  private let introducer: Introducer
  private var parameters: [UInt8] = []

  init(_ introducer: Introducer) {
    self.introducer = introducer
  }

  mutating func take(_ byte: UInt8) -> Step {
    switch byte {
    case UInt8(ascii: "$") where endsWithDollar: return .finished(editingKey)
    case 0x20...0x3F:
      if parameters.count <= Self.longestKnown { parameters.append(byte) }
      return .unfinished
    case 0x40...0x7E: return finish(Unicode.Scalar(byte))
    default: return .broken
    }
  }

  /// Longer parameters than any key's are not kept; what has lost some is still longer than any, so it stays unknown.
  private static let longestKnown = 16

  private func finish(_ final: Unicode.Scalar) -> Step {
    if let report = report(final) { return .report(report) }
    return switch (introducer, final, String(decoding: parameters, as: UTF8.self)) {
    case (.csi, "~", "200"): .pasteBegins
    // X10 mouse reports and the Linux console's function keys come from before the grammar, and do not keep to it.
    case (.csi, "M", ""): .followed(by: 3)
    case (.csi, "[", ""): .followed(by: 1)
    case (.ss3, "M", ""): .finished(.enter)
    case (.ss3, "p"..."y", ""): .finished(keypadDigit(final))
    // rxvt's arrows with Shift (CSI) and with Ctrl (SS3).
    case (_, "a"..."d", ""): .finished(cursorKey(Unicode.Scalar(UInt8(ascii: final) - 0x20)))
    // rxvt ends a key with ^ for Ctrl and @ for Ctrl with Shift where others add a parameter.
    case (.csi, "~", _), (.csi, "^", _), (.csi, "@", _): .finished(editingKey)
    default: .finished(numbers == nil ? nil : cursorKey(final))
    }
  }

  /// The parameters' numbers, with 0 for one left out; `nil` if they hold anything else.
  private var numbers: [Int]? {
    guard parameters.count <= Self.longestKnown else { return nil }
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.map { $0.isEmpty ? 0 : Int(String(decoding: $0, as: UTF8.self)) }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }

  /// The answer to a query that the sequence is, if it is one: of these finals, none with a parameter is a key's.
  private func report(_ final: Unicode.Scalar) -> TerminalReport? {
    guard introducer == .csi, let first = parameters.first else { return nil }
    switch final {
    case "n" where parameters == [UInt8(ascii: "0")]: return .isReady
    case "y" where first == UInt8(ascii: "?") && parameters.last == UInt8(ascii: "$"):
      let fields = parameters.dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
      let numbers = fields.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      return fields.count == 2 && numbers.count == 2 ? .mode(numbers[0], setting: numbers[1]) : .other
    // What the terminal is, where its cursor is, how its window is.
    case "n", "c", "R", "t", "x", "y": return .other
    default: return nil
    }
  }

  private func cursorKey(_ final: Unicode.Scalar) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    default: nil
    }
  }

  /// The key of the block over the arrows that the first parameter numbers; a second one tells its modifiers.
  private var editingKey: Key? {
    switch numbers?.first {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  private func keypadDigit(_ final: Unicode.Scalar) -> Key {
    .character(Character(Unicode.Scalar(UInt8(ascii: final) - UInt8(ascii: "p") + UInt8(ascii: "0"))))
  }

  /// Whether `$` ends the sequence, as rxvt has it for a key with Shift.
  ///
  /// Elsewhere it is an intermediate byte of a report, which has more parameters.
  private var endsWithDollar: Bool {
    introducer == .csi && parameters.count == 1 && editingKey != nil
  }
}
