import PlainText
import Screen
import Testing

struct FrameTests {
  @Test func `a new frame is blank and hides its caret`() {
    let frame = Frame(size: Size(rows: 2, columns: 3))
    #expect(frame.lines == ["", ""])
    #expect(frame.caret == nil)
    #expect(frame[1, 2] == .blank)
  }

  @Test func `a text stands where it is put, in its style`() {
    var frame = Frame(size: Size(rows: 2, columns: 8))
    frame.put("ab", row: 1, column: 2, style: .danger, reversed: true)
    #expect(frame.lines == ["", "  ab"])
    #expect(frame[1, 2] == Cell(character: "a", style: .danger, reversed: true))
    #expect(frame[1, 4] == .blank)
  }

  @Test(
    arguments: [
      (0, "abcdef", nil, "abcdef"),
      (4, "abcdef", nil, "    ab"),
      (0, "abcdef", 3, "abc"),
      (4, "abcdef", 5, "    ab"),
      (-2, "abcdefghij", nil, "cdefgh"),
      (-2, "abcdef", 3, "c"),
      (0, "abc", 0, ""),
      (0, "abc", -1, ""),
      (6, "abc", nil, ""),
      (0, "a界界b", nil, "a界界b"),
      (0, "a界界b", 4, "a界"),
      (3, "a界", nil, "   a界"),
      (4, "a界", nil, "    a"),
      (-1, "界a", nil, " a"),
    ] as [(Int, String, Int?, String)]
  )
  func `a text is cut at the frame and at its width`(column: Int, text: String, width: Int?, line: String) {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.put(Line(stringLiteral: text), row: 0, column: column, width: width)
    #expect(frame.lines == [line])
  }

  @Test(arguments: [-1, 2, 100])
  func `a text outside the frame's rows is left out`(row: Int) {
    var frame = Frame(size: Size(rows: 2, columns: 6))
    frame.put("abc", row: row, column: 0)
    frame.fill(row: row, column: 0, width: 6, with: "-")
    frame.reverse(row: row, column: 0, width: 6)
    #expect(frame == Frame(size: Size(rows: 2, columns: 6)))
  }

  @Test(arguments: [Size(rows: 0, columns: 0), Size(rows: 1, columns: 0), Size(rows: -1, columns: -4)])
  func `a frame without cells takes any drawing`(size: Size) {
    var frame = Frame(size: size)
    frame.put("界a", row: 0, column: 0)
    frame.fill(row: 0, column: 0, width: 4, with: "=")
    frame.reverse(row: 0, column: 0, width: 4)
    #expect(frame.lines.joined() == "")
  }

  @Test func `a wide character takes its cell and the next`() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.put("界b", row: 0, column: 0, style: .warning)
    #expect(frame[0, 0].character == "界")
    #expect(frame[0, 1].isContinuation)
    #expect(frame[0, 1].style == .warning)
    #expect(frame[0, 2].character == "b")
    #expect(!frame[0, 0].isContinuation)
  }

  @Test(arguments: [(0, "x 界界"), (1, " x界界"), (2, "界x 界"), (3, "界 x界"), (5, "界界 x")])
  func `overwriting half of a wide character blanks the other half`(column: Int, line: String) {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.put("界界界", row: 0, column: 0)
    frame.put("x", row: 0, column: column)
    #expect(frame.lines == [line])
  }

  @Test func `a wide character put between two others blanks the halves of both`() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.put("界界", row: 0, column: 0)
    frame.put("家", row: 0, column: 1)
    #expect(frame.lines == [" 家"])
    #expect(!frame[0, 3].isContinuation)
  }

  @Test func `marks share the cell of the letter before them`() {
    var frame = Frame(size: Size(rows: 1, columns: 4))
    frame.put("e\u{301}x", row: 0, column: 0)
    #expect(frame[0, 0].character == "e\u{301}")
    #expect(frame[0, 1].character == "x")
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb", "a?[2Jb"), ("a\r\nb", "a??b"), ("\u{9B}31m", "?31m"), ("\0", "?"), ("a\u{2028}b", "a?b"),
    ("a\u{202E}b", "ab"), ("a\u{200D}b", "ab"), ("❤\u{FE0F}b", "❤b"), ("\u{301}b", "b"), ("a\u{1161}b", "ab"),
    ("👨\u{200D}👩", "👨👩"),
  ])
  func `nothing that could move the terminal's cursor gets into a cell`(text: String, line: String) {
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame.put(Line(stringLiteral: text), row: 0, column: 0)
    #expect(frame.lines == [line])
  }

  @Test func `a line is filled within the frame`() {
    var frame = Frame(size: Size(rows: 3, columns: 6))
    frame.fill(row: 0, column: 1, width: 3, with: "-", style: .frame)
    frame.fill(row: 1, column: 4, width: 9, with: "=")
    frame.fill(row: 2, column: -2, width: 4, with: "─")
    #expect(frame.lines == [" ---", "    ==", "──"])
    #expect(frame[0, 1].style == .frame)
  }

  @Test func `filling with a wide character never leaves half of one`() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.fill(row: 0, column: 0, width: 5, with: "界")
    #expect(frame.lines == ["界界"])
  }

  @Test func `reversing keeps text and style, and wide characters whole`() {
    var frame = Frame(size: Size(rows: 1, columns: 6))
    frame.put("a界界b", row: 0, column: 0, style: .marked)
    frame.reverse(row: 0, column: 0, width: 2)
    #expect((0..<6).map { frame[0, $0].reversed } == [true, true, true, false, false, false])
    #expect(frame[0, 0] == Cell(character: "a", style: .marked, reversed: true))
    #expect(frame.lines == ["a界界b"])
  }

  @Test func `reversing stops at the frame's edges`() {
    var frame = Frame(size: Size(rows: 1, columns: 3))
    frame.reverse(row: 0, column: 2, width: 50)
    frame.reverse(row: 0, column: -4, width: 5)
    #expect((0..<3).map { frame[0, $0].reversed } == [true, false, true])
  }

  @Test func `frames with the same cells and caret are equal`() {
    var one = Frame(size: Size(rows: 1, columns: 3))
    var other = one
    one.put("a", row: 0, column: 0)
    #expect(one != other)
    other.put("a", row: 0, column: 0)
    #expect(one == other)
    other.caret = Position(row: 0, column: 1)
    #expect(one != other)
  }

  @Test func `blanks inside a line are kept and those after it are not`() {
    var frame = Frame(size: Size(rows: 1, columns: 8))
    frame.put("  a  b  ", row: 0, column: 0)
    #expect(frame.lines == ["  a  b"])
  }
}
