import Glibc
import Screen
import Testing

// Glibc's module leaves it out without _XOPEN_SOURCE, although the library always has it.
@_silgen_name("wcwidth") private func wcwidth(_ scalar: wchar_t) -> CInt

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("界", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2),
    ("❤\u{FE0F}", 1), ("👨\u{200D}👩\u{200D}👧", 6), ("🇸🇪", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("a\u{200B}b", 2),
  ])
  func `a text is as wide as its scalars together`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: ["\0", "\u{1B}", "\n", "\u{7F}", "\u{85}", "\u{2028}", "\u{378}", "\u{FFFF}", "\u{2FFFE}"])
  func `what cannot be printed is as wide as the sign that stands for it`(scalar: Unicode.Scalar) {
    #expect(DisplayWidth.of(scalar) == 1)
  }

  @Test func `a character is as wide as its scalars together`() {
    #expect(DisplayWidth.of("e\u{301}" as Character) == 1)
    #expect(DisplayWidth.of("\r\n" as Character) == 2)
    #expect(DisplayWidth.of("界" as Character) == 2)
  }

  /// The library's Unicode tables are older or newer than ours, so only what it has a width for is compared.
  @Test func `every scalar that libc can print has libc's width, except NUL`() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    var compared = 0
    var different: [String] = []
    for scalar in allScalars where scalar != "\0" {
      let (libc, ours) = (Int(wcwidth(wchar_t(bitPattern: scalar.value))), DisplayWidth.of(scalar))
      guard libc >= 0 else { continue }
      compared += 1
      if ours != libc { different.append("U+\(String(scalar.value, radix: 16)) libc \(libc) ours \(ours)") }
    }
    #expect(compared > 270_000)
    #expect(different == [])
  }

  private var allScalars: some Sequence<Unicode.Scalar> {
    (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
  }
}
