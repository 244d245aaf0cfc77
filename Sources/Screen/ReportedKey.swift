/// A key as newer terminals report it: the character that it types, and what is held down with it.
///
/// kitty's protocol and xterm's two forms of modifyOtherKeys differ in what they put in; all are read here. What Alt or
/// Super makes of a key is no key, as where it comes as ESC and a letter.
struct ReportedKey: Sendable {
  /// The character's scalar, or a number of kitty's for a key that types none.
  var code: Int
  /// What the key types with Shift, where the terminal says so.
  var shifted: Int?
  /// What a key at this place types on a US keyboard, where the terminal says so.
  var base: Int?
  var modifiers: KeyModifiers = []
  /// What the key has typed, where the terminal says so.
  var text: [Int] = []
  /// Whether `code` is what Shift has made of the key already.
  var isShiftedAlready = false

  /// The key that this is; `nil` where it is none of ours.
  var key: Key? {
    guard modifiers.isDisjoint(with: [.alt, .others]) else { return nil }
    switch code {
    case 8, 127: return .backspace
    case 9: return modifiers.contains(.shift) ? nil : .tab
    case 13: return .enter
    case 27: return .escape
    default: break
    }
    if let key = Self.functional(code) { return key }
    return modifiers.contains(.control) ? controlKey : character.map { .character($0) }
  }

  /// Ctrl with a letter, or with the sign that is Escape; on a keyboard without them the US keyboard's count.
  private var controlKey: Key? {
    let letters = [code, base].compactMap(\.self).compactMap(UInt8.init(exactly:))
    guard let letter = letters.first(where: { (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "[") }) else {
      return nil
    }
    return letter == UInt8(ascii: "[") ? .escape : Key(letter & 0x1F)
  }

  private var character: Character? {
    guard text.isEmpty else {
      let scalars = text.compactMap { Unicode.Scalar(UInt32(clamping: $0)) }
      let typed = String(String.UnicodeScalarView(scalars))
      return scalars.count == text.count && typed.count == 1 ? typed.first?.ifPrintable : nil
    }
    let typed = Unicode.Scalar(UInt32(clamping: code)).map(Character.init)?.ifPrintable
    guard modifiers.contains(.shift), !isShiftedAlready, let typed else { return typed }
    if let shifted { return Unicode.Scalar(UInt32(clamping: shifted)).map(Character.init)?.ifPrintable }
    if typed.isLetter { return typed.uppercased().count == 1 ? typed.uppercased().first : nil }
    // What Shift makes of any other sign depends on the keyboard; xterm sends what it has made.
    return Self.shiftedSigns.contains(typed) ? typed : nil
  }

  private static let shiftedSigns: Set<Character> = Set("~!@#$%^&*()_+{}|:\"<>?")

  /// The numbers that kitty's protocol has for the keypad ("Functional key definitions").
  private static func functional(_ code: Int) -> Key? {
    switch code {
    case 57399...57408: Unicode.Scalar(UInt32(code - 57399 + 0x30)).map { .character(Character($0)) }
    case 57409...57413, 57415, 57416: signs[code].map { .character($0) }
    case 57414: .enter
    case 57417: .left
    case 57418: .right
    case 57419: .up
    case 57420: .down
    case 57421: .pageUp
    case 57422: .pageDown
    case 57423: .home
    case 57424: .end
    case 57425: .insert
    case 57426: .delete
    default: nil
    }
  }

  private static let signs: [Int: Character] = [
    57409: ".", 57410: "/", 57411: "*", 57412: "-", 57413: "+", 57415: "=", 57416: ",",
  ]
}

extension Character {
  /// The same, unless it is a control, one of the private characters that stand for keys, or none at all.
  fileprivate var ifPrintable: Character? {
    let isPrintable = unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .privateUse, .surrogate, .unassigned: false
      default: true
      }
    }
    return isPrintable ? self : nil
  }
}
