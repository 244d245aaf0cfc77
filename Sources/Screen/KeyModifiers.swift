/// What is held down with a key, as terminals number it from 1 on (ctlseqs, "PC-Style Function Keys"; kitty's keyboard
/// protocol, "Modifiers").
///
/// Caps Lock (64) and Num Lock (128) are no modifiers here: they change no key.
struct KeyModifiers: OptionSet, Sendable {
  let rawValue: Int

  static let shift = KeyModifiers(rawValue: 1)
  static let alt = KeyModifiers(rawValue: 2)
  static let control = KeyModifiers(rawValue: 4)
  /// Super, hyper and meta.
  static let others = KeyModifiers(rawValue: 8 | 16 | 32)

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The modifiers that a parameter stands for; one that was left out is none.
  init(parameter: Int?) {
    rawValue = max(0, (parameter ?? 1) - 1) & 63
  }
}
