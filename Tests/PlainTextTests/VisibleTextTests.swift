import SeededNumbers
import TestSupport
import Testing

@testable import PlainText

struct VisibleTextTests {
  @Test(arguments: [
    ("", ""),
    ("ada.byron@contr.example", "ada.byron@contr.example"),
    ("Zoë Åström 山田 Ωmega ß", "Zoë Åström 山田 Ωmega ß"),
    ("Zoe\u{308} A\u{30A}", "Zoe\u{308} A\u{30A}"),
    ("हिन्दी ไทย עברית العربية", "हिन्दी ไทย עברית العربية"),
    ("€ — “quoted” ½ ✓ 🎓 👍🏽 🇸🇪", "€ — “quoted” ½ ✓ 🎓 👍🏽 🇸🇪"),
    ("❤\u{FE0F} ❤\u{FE0E}", "❤\u{FE0F} ❤\u{FE0E}"),
    ("a\u{A0}b", "a\u{A0}b"),
  ])
  func `ordinary text stays as it is`(text: String, expected: String) {
    #expect(text.visible.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}]0;owned\u{7}", "<U+001B>]0;owned<U+0007>"),
    ("a\u{0}b\tc\r\nd\u{7F}", "a<U+0000>b<U+0009>c<U+000D><U+000A>d<U+007F>"),
    ("\u{9B}31m\u{80}\u{9F}", "<U+009B>31m<U+0080><U+009F>"),
    ("\u{61C}\u{200E}\u{200F}", "<U+061C><U+200E><U+200F>"),
    ("moc\u{202E}elpmaxe", "moc<U+202E>elpmaxe"),
    ("\u{202A}\u{202B}\u{202C}\u{202D}", "<U+202A><U+202B><U+202C><U+202D>"),
    ("\u{2066}\u{2067}\u{2068}\u{2069}", "<U+2066><U+2067><U+2068><U+2069>"),
    ("ad\u{200B}a\u{200C}\u{2060}\u{FEFF}\u{AD}", "ad<U+200B>a<U+200C><U+2060><U+FEFF><U+00AD>"),
    ("👩\u{200D}🎓", "👩<U+200D>🎓"),
    ("\u{E0041}", "<U+E0041>"),
    ("\u{2028}\u{2029}", "<U+2028><U+2029>"),
    ("\u{E000}\u{F0000}\u{10FFFD}", "<U+E000><U+F0000><U+10FFFD>"),
    ("\u{378}\u{FFFE}\u{1FFFF}", "<U+0378><U+FFFE><U+1FFFF>"),
    ("a\u{34F}\u{3164}\u{115F}", "a<U+034F><U+3164><U+115F>"),
  ])
  func `what cannot be seen, or acts on the terminal, becomes a mark`(text: String, expected: String) {
    #expect(text.visible == expected)
  }

  @Test(arguments: [
    ("\u{301}a", "<U+0301>a"),
    ("a \u{301}", "a <U+0301>"),
    ("a\u{A0}\u{301}", "a\u{A0}<U+0301>"),
    ("a\u{200B}\u{301}", "a<U+200B><U+0301>"),
    ("a\u{7}\u{20DD}\u{903}", "a<U+0007><U+20DD><U+0903>"),
    ("a\u{301}\u{323}", "a\u{301}\u{323}"),
  ])
  func `a combining mark stays where it has something to combine with`(text: String, expected: String) {
    #expect(text.visible.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("ana\u{FE0F}@x", "ana<U+FE0F>@x"),
    ("1\u{FE0F}", "1<U+FE0F>"),
    ("\u{FE0F}", "<U+FE0F>"),
    ("字\u{E0100}", "字<U+E0100>"),
    ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}<U+FE0F>"),
  ])
  func `a variation selector stays only after an emoji`(text: String, expected: String) {
    #expect(text.visible == expected)
  }

  @Test func `cleaning random text twice is cleaning it once, and leaves nothing that acts`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for _ in 0..<2_000 {
      let text = String.randomScalars(count: .random(in: 0...12, using: &random), using: &random)
      let cleaned = text.visible
      #expect(cleaned.visible.utf8.elementsEqual(cleaned.utf8), "seed \(seed), text \(text.debugDescription)")
      let acting = cleaned.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      }
      #expect(acting.isEmpty, "seed \(seed), text \(text.debugDescription)")
    }
  }

  @Test func `the letters of Western and Central Europe stay, without the hyphen that nobody sees`() {
    for value in UInt32(0x80)..<0x300 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isSeen = !scalar.properties.isDefaultIgnorableCodePoint && scalar.properties.generalCategory != .control
      #expect(String(scalar).visible == (isSeen ? String(scalar) : scalar.codePointMark))
    }
  }

  @Test func `a mark has four digits at least`() {
    #expect((Unicode.Scalar("\u{7}") as Unicode.Scalar).codePointMark == "<U+0007>")
    #expect((Unicode.Scalar("\u{10FFFD}") as Unicode.Scalar).codePointMark == "<U+10FFFD>")
  }
}
