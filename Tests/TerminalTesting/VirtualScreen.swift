import CVTerm
import Screen

/// A terminal emulator without a window: libvterm, which takes what a program writes and says what that looks like.
final class VirtualScreen {
  private let emulator: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
  private let properties = Properties()
  private(set) var size: Size
  /// What is shown, until that changes: a test that waits looks at it again and again.
  private var shown: ScreenText?

  /// What the emulator tells only when it changes.
  private final class Properties {
    var isAlternate = false
    var isCursorVisible = true
  }

  init(size: Size) throws {
    guard let emulator = vterm_new(CInt(size.rows), CInt(size.columns)), let screen = vterm_obtain_screen(emulator)
    else {
      throw TestingError("libvterm has no memory for a terminal of \(size.rows) rows and \(size.columns) columns")
    }
    self.emulator = emulator
    self.screen = screen
    self.size = size
    vterm_set_utf8(emulator, 1)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let isOn = value?.pointee.boolean else { return 0 }
      let properties = Unmanaged<Properties>.fromOpaque(user).takeUnretainedValue()
      switch property {
      case VTERM_PROP_ALTSCREEN: properties.isAlternate = isOn != 0
      case VTERM_PROP_CURSORVISIBLE: properties.isCursorVisible = isOn != 0
      default: break
      }
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(properties).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(emulator)
    callbacks.deallocate()
  }

  /// Takes bytes that a program has written, and returns what the terminal answers.
  func take(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    shown = nil
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(emulator, buffer.assumingMemoryBound(to: CChar.self).baseAddress, buffer.count)
    }
    return output()
  }

  func resize(to size: Size) {
    shown = nil
    self.size = size
    vterm_set_size(emulator, CInt(size.rows), CInt(size.columns))
  }

  /// What the terminal sends for a key, in the modes that the program has set.
  func bytes(for key: Key) -> [UInt8] {
    switch key {
    case .character(let character):
      character.unicodeScalars.forEach { vterm_keyboard_unichar(emulator, $0.value, VTERM_MOD_NONE) }
    case .control(let letter): return letter.asciiValue.map { [$0 & 0x1F] } ?? []
    case .paste(let text):
      vterm_keyboard_start_paste(emulator)
      let start = output()
      vterm_keyboard_end_paste(emulator)
      return start + Array(text.utf8) + output()
    default: vterm_keyboard_key(emulator, Self.key(for: key), VTERM_MOD_NONE)
    }
    return output()
  }

  var text: ScreenText {
    if let shown { return shown }
    let text = current
    shown = text
    return text
  }

  private var current: ScreenText {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &cursor)
    return ScreenText(
      rows: (0..<size.rows).map { row in (0..<size.columns).map { cell(row: row, column: $0) } },
      cursor: Position(row: Int(cursor.row), column: Int(cursor.col)),
      isCursorVisible: properties.isCursorVisible,
      isAlternate: properties.isAlternate
    )
  }

  private func output() -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: vterm_output_get_buffer_current(emulator))
    let count = vterm_output_read(emulator, &bytes, bytes.count)
    return bytes.prefix(count).map(UInt8.init(bitPattern:))
  }

  private func cell(row: Int, column: Int) -> ScreenText.Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: CInt(row), col: CInt(column)), &cell)
    let look = ScreenText.Look(
      isBold: cell.attrs.bold != 0,
      isUnderlined: cell.attrs.underline != 0,
      isReversed: cell.attrs.reverse != 0,
      foreground: ScreenText.Colour(cell.fg, isDefault: VTERM_COLOR_DEFAULT_FG),
      background: ScreenText.Colour(cell.bg, isDefault: VTERM_COLOR_DEFAULT_BG)
    )
    return ScreenText.Cell(text: Self.text(of: cell), look: look)
  }

  private static func text(of cell: VTermScreenCell) -> String {
    // A tuple in Swift; the array it is in C ends with zero. All bits set mark the right half of a wide character.
    let scalars = withUnsafeBytes(of: cell.chars) { Array($0.assumingMemoryBound(to: UInt32.self)) }
    guard scalars[0] != 0 else { return " " }
    return String(String.UnicodeScalarView(scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)))
  }

  private static func key(for key: Key) -> VTermKey {
    switch key {
    case .enter: VTERM_KEY_ENTER
    case .escape: VTERM_KEY_ESCAPE
    case .tab: VTERM_KEY_TAB
    case .backspace: VTERM_KEY_BACKSPACE
    case .delete: VTERM_KEY_DEL
    case .insert: VTERM_KEY_INS
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    // libvterm numbers function keys from 0 on.
    case .f1: VTermKey(VTERM_KEY_FUNCTION_0.rawValue + 1)
    case .character, .control, .paste, .brokenPaste: VTERM_KEY_NONE
    }
  }
}

extension ScreenText.Colour {
  fileprivate init(_ colour: VTermColor, isDefault: VTermColorType) {
    let type = UInt32(colour.type)
    if type & isDefault.rawValue != 0 {
      self = .ofTerminal
    } else if type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .indexed(colour.indexed.idx)
    } else {
      self = .exact(red: colour.rgb.red, green: colour.rgb.green, blue: colour.rgb.blue)
    }
  }
}
