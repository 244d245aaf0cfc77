/// Random numbers that a seed brings back, by SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  /// Scalars from all over Unicode, with those that matter to cleaning and to tables more often than chance has them.
  static func randomScalars(count: Int, using random: inout SeededGenerator) -> String {
    let telling = Array("'\"=+-@,;\t\r\n a<>é\u{301}\u{200D}\u{202E}\u{FE0F}❤\u{1B}\u{9B}\u{FEFF}".unicodeScalars)
    var text = ""
    while text.unicodeScalars.count < count {
      if Bool.random(using: &random), let scalar = telling.randomElement(using: &random) {
        text.unicodeScalars.append(scalar)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
