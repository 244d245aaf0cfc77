import SeededNumbers
import Testing

@testable import PlainText

struct LineTests {
  @Test(arguments: [
    ("ada.byron@contr.example", "ada.byron@contr.example"),
    ("Zoë Åström 山田", "Zoë Åström 山田"),
    ("\u{1B}[2J", "<U+001B>[2J"),
    ("a\nb\r\u{85}", "a<U+000A>b<U+000D><U+0085>"),
    ("moc\u{202E}elpmaxe", "moc<U+202E>elpmaxe"),
    ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"),
    ("ad\u{200B}a", "ad<U+200B>a"),
    ("", ""),
  ])
  func `text from outside is made visible, whole or put into a sentence`(outside: String, shown: String) {
    #expect(Line(outside).text == shown)
    #expect(Line(outside[...]).text == shown)
    let sentence: Line = "\(outside) has \(outside)."
    #expect(sentence.text == "\(shown) has \(shown).")
  }

  @Test func `literals are trusted`() {
    let line: Line = "a\tb\u{202E}"
    #expect(line.text == "a\tb\u{202E}")
    #expect(("\u{1B}[m\("\u{1B}[m" as String)" as Line).text == "\u{1B}[m<U+001B>[m")
  }

  @Test func `numbers and other values are described`() {
    let missing: [String] = ["a\u{7}"]
    let line: Line = "\(3) of \(-1.5), \(true), \(UInt8(7)), \(Character("\u{AD}")), \(missing.joined()[...])"
    #expect(line.text == "3 of -1.5, true, 7, <U+00AD>, a<U+0007>")
  }

  @Test func `a line in a line is taken in as it is`() {
    let inner: Line = "\t\("\t" as String)"
    #expect(("(\(inner))" as Line).text == "(\t<U+0009>)")
    #expect(("(\([inner, inner].joined(separator: ", ")))" as Line).text == "(\t<U+0009>, \t<U+0009>)")
  }

  @Test func `lines are put one behind the other`() {
    var line = Line("a\u{7}" as String) + "b"
    line += ""
    line += Line("\u{301}c" as String)
    #expect(line == "a<U+0007>b<U+0301>c")
    #expect(String(describing: line) == line.text)
    #expect([Line]().joined(separator: ", ").isEmpty && Line().isEmpty && Line("").isEmpty)
    #expect(["a", "b", "c"].joined(separator: ", ") == ("a, b, c" as Line))
  }

  @Test func `a combining mark from outside does not change the literal before it`() {
    #expect(("stack\("\u{301}a" as String)" as Line).text == "stack<U+0301>a")
  }

  @Test func `errors are made visible, and those that have a sentence say it`() {
    struct Plain: Error, CustomStringConvertible { var description = "a\u{1B}b" }
    struct Spoken: Error, SentenceConvertible { var sentence: Line { "\tnot \("\u{1B}" as String)." } }
    let plain: any Error = Plain()
    #expect(("\(Plain()) \(plain)" as Line).text == "a<U+001B>b a<U+001B>b")
    #expect(("\(Spoken())" as Line).text == "\tnot <U+001B>.")
    let spoken: any Error = Spoken()
    #expect(("\(spoken)" as Line).text == "\tnot <U+001B>.")
    #expect(Spoken().description == "\tnot <U+001B>.")
  }

  @Test func `however a line is made from text from outside, nothing in it acts`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    struct Described: Error, CustomStringConvertible { var description: String }
    for _ in 0..<2_000 {
      let text = String.randomScalars(count: .random(in: 0...12, using: &random), using: &random)
      let other = String.randomScalars(count: .random(in: 0...4, using: &random), using: &random)
      let error: any Error = Described(description: text)
      let lines: [Line] = [
        Line(text), Line(text[...]), "\(text)\(other)", "a\(text)é\(other[...])", "\([text, other])",
        "\(Described(description: text))", "\(error)", Line(text) + Line(other), [Line(text), Line(other)].joined(),
      ]
      for line in lines {
        #expect(line.text.visible.utf8.elementsEqual(line.text.utf8), "seed \(seed), text \(text.debugDescription)")
      }
    }
  }
}
