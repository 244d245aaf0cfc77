import Testing

@testable import Screen

struct FittingTests {
  @Test(arguments: [
    ("Emma Lindqvist-Hansen", 14, "Emma Lindqvi.."),
    ("FORCE_CHANGE_PASSWORD", 12, "FORCE_CHAN.."),
    ("Bo Diaz", 14, "Bo Diaz       "),
    ("Bo Diaz", 7, "Bo Diaz"),
    ("Bo Diaz", 6, "Bo D.."),
    ("Bo Diaz", 3, "B.."),
    ("Bo Diaz", 2, ".."),
    ("Bo Diaz", 1, "."),
    ("Bo Diaz", 0, ""),
    ("Bo Diaz", -1, ""),
    ("", 3, "   "),
  ])
  func `a text is cut or filled to its columns`(text: String, columns: Int, expected: String) {
    #expect(text.fitted(to: columns) == expected)
  }

  @Test(arguments: [
    ("emma.lindqvist-hansen@contr.example", 30, "emma.lindqvist..@contr.example"),
    ("emma.lindqvist-hansen@contr.example", 27, "emma.lindqv..@contr.example"),
    ("bo@contr.example", 30, "bo@contr.example              "),
    ("ab@a-very-long-domain-name.example", 20, "ab@a-very..e.example"),
    ("design-studio-2026b", 17, "design-stud..026b"),
    ("design-studio-2026b", 16, "design-stu..026b"),
    ("design-studio-2026b", 3, "d.."),
    ("design-studio-2026b", 2, ".."),
  ])
  func `a name cut in the middle keeps both its ends`(name: String, columns: Int, expected: String) {
    #expect(name.fitted(to: columns, cut: .middle) == expected)
  }

  @Test func `addresses that differ in their domain stay different`() {
    let domains = ["contr.example", "contr-2.example"]
    let shown = domains.map { "emma.lindqvist-hansen@\($0)".fitted(to: 26, cut: .middle) }
    #expect(shown == ["emma.lindq..@contr.example", "emma.lin..@contr-2.example"])
  }

  @Test(arguments: [
    ("界界界", 6, "界界界"),
    ("界界界", 5, "界.. "),
    ("界界界", 4, "界.."),
    ("界界界", 3, ".. "),
    ("a界b", 4, "a界b"),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", 3, "e\u{301}.."),
    ("😀😀😀", 5, "😀.. "),
    ("한국어 이름", 8, "한국어.."),
    ("\u{301}abc", 3, "abc"),
  ])
  func `wide characters and marks are kept whole`(text: String, columns: Int, expected: String) {
    #expect(text.fitted(to: columns) == expected)
  }

  @Test func `wide characters are not halved at the end a cut in the middle keeps`() {
    #expect("界界界界界界@界界".fitted(to: 12, cut: .middle) == "界界..@界界 ")
    #expect("界界界界界界界界".fitted(to: 11, cut: .middle) == "界界界..界 ")
  }

  @Test(arguments: 0...40, [Cut.end, .middle])
  func `a fitted text is exactly as wide as asked`(columns: Int, cut: Cut) {
    for text in [
      "", "plain text", "emma@contr.example", "界@界界界界", "👨\u{200D}👩\u{200D}👧 家族", "a\u{1B}[2Jb", "e\u{301}\u{302}x",
    ] {
      #expect(DisplayWidth.of(text.fitted(to: columns, cut: cut)) == columns)
    }
  }

  @Test func `a shortened text is not filled`() {
    #expect("Bo Diaz".shortened(to: 14) == "Bo Diaz")
    #expect("Bo Diaz".shortened(to: 5) == "Bo ..")
    #expect("design-studio-2026b".shortened(to: 17, cut: .middle) == "design-stud..026b")
    #expect("界界界".shortened(to: 5) == "界..")
  }

  @Test func `controls become a plain sign and invisible characters are left out`() {
    #expect("a\u{1B}[31mb".fitted(to: 8) == "a?[31mb ")
    #expect("a\u{202E}b\u{200D}c\u{FE0F}".fitted(to: 4) == "abc ")
  }
}
