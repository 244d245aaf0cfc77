import SeededNumbers

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
