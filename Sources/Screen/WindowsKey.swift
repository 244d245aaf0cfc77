/// A key as Windows terminals report it in win32-input-mode: `CSI Vk ; Sc ; Uc ; Kd ; Cs ; Rc _`, the fields of a
/// KEY_EVENT_RECORD (microsoft/terminal, "#4999 - Improved keyboard handling in Conpty").
struct WindowsKey: Sendable {
  /// The number of the key (`Vk`).
  var virtualKey: Int
  /// The UTF-16 unit that it types (`Uc`), or 0.
  var unit: Int
  /// Which modifiers are held down, and which locks are on (`Cs`).
  var state: Int

  private var isAltHeld: Bool { state & 0x03 != 0 }
  private var isControlHeld: Bool { state & 0x0C != 0 }
  private var isShiftHeld: Bool { state & 0x10 != 0 }

  /// The key that this is; `nil` where it is none of ours.
  var key: Key? {
    guard unit != 0 else { return isAltHeld && !isControlHeld ? nil : Self.editingKey(virtualKey) }
    // AltGr is reported as Alt and Ctrl.
    guard !isAltHeld || isControlHeld && unit >= 0x20 else { return nil }
    guard let scalar = UInt16(exactly: unit).flatMap(Unicode.Scalar.init) else { return nil }
    switch scalar.value {
    case 0x09 where isShiftHeld: return nil
    case 0x1B: return .escape
    case 0x00...0x7F: return Key(UInt8(scalar.value))
    default: return Character(scalar).isC1Control ? nil : .character(Character(scalar))
    }
  }

  private static func editingKey(_ virtualKey: Int) -> Key? {
    switch virtualKey {
    case 0x21: .pageUp
    case 0x22: .pageDown
    case 0x23: .end
    case 0x24: .home
    case 0x25: .left
    case 0x26: .up
    case 0x27: .right
    case 0x28: .down
    case 0x2D: .insert
    case 0x2E: .delete
    case 0x70: .f1
    default: nil
    }
  }
}
