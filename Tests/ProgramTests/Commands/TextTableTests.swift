import FoundationEssentials
import PlainText
import Testing

@testable import Program

/// Tables for people.
@Suite struct TextTableTests {
  private let table = TextTable(
    [
      .init(text: "STACK", rank: 1, least: 8, tellsApart: true),
      .init(text: "USER", rank: 0, least: 8, tellsApart: true), .init(text: "MESSAGE", rank: 2, least: 8),
    ],
    [
      ["biology-2026a", "abe.olsen@contr.example", "User name not found."],
      ["lab", "山田太郎@campus.example", "-"],
    ]
  )

  @Test func `in a pipe it is as wide as it has to be`() {
    #expect(
      table.text(in: nil) == """
        STACK          USER                     MESSAGE
        biology-2026a  abe.olsen@contr.example  User name not found.
        lab            山田太郎@campus.example  -

        """
    )
  }

  @Test func `on a terminal the last in rank is cut, and then left out`() {
    #expect(
      table.text(in: 52) == """
        STACK          USER                     MESSAGE
        biology-2026a  abe.olsen@contr.example  User name ..
        lab            山田太郎@campus.example  -

        """
    )
    #expect(
      table.text(in: 45) == """
        STACK          USER
        biology-2026a  abe.olsen@contr.example
        lab            山田太郎@campus.example

        """
    )
  }

  @Test func `names that would look alike are not cut, and others are`() {
    let alike = ["a.very.long.name.one.indeed@contr.example", "a.very.long.name.two.indeed@contr.example"]
    let names = alike + ["somebody.with.another.name@contr.example"]
    let table = TextTable([.init(text: "USER", rank: 0, least: 8, tellsApart: true)], names.map { [Line($0)] })
    #expect(
      table.text(in: 30) == """
        USER
        a.very.long.name.one.indeed@contr.example
        a.very.long.name.two.indeed@contr.example
        somebody.with...@contr.example

        """
    )
  }

  @Test func `one long name costs no other column its room`() {
    let table = TextTable(
      [
        .init(text: "STACK", rank: 1, least: 8, tellsApart: true),
        .init(text: "USER", rank: 0, least: 8, tellsApart: true), .init(text: "RESULT", rank: 2, least: 6),
      ],
      [
        ["lab", Line(String(repeating: "a", count: 100)) + "@x.example", "failed"],
        ["lab", "ada@x.example", "removed"],
      ]
    )
    #expect(
      table.text(in: 40) == """
        STACK  USER                      RESULT
        lab    aaaaaaaaaaaa..@x.example  failed
        lab    ada@x.example             removed

        """
    )
  }

  @Test func `what became of a row and its code are there before its names are whole`() {
    let table = TextTable(
      [
        .init(text: "STACK", rank: 2, least: 10, tellsApart: true),
        .init(text: "USER", rank: 1, least: 16, tellsApart: true),
        .init(text: "RESULT", rank: 0, least: 8, isEssential: true),
        .init(text: "CODE", rank: 3, least: 20, isEssential: true), .init(text: "MESSAGE", rank: 4, least: 12),
      ],
      [
        [
          Line(String(repeating: "s", count: 30)), Line(String(repeating: "u", count: 30)) + "@contr.example", "failed",
          "USER_NAME_NOT_FOUND", "User name not found.",
        ]
      ]
    )
    let lines = table.text(in: 80).components(separatedBy: "\n")
    #expect(lines[0].hasSuffix("RESULT  CODE"))
    #expect(lines[1].hasSuffix("failed  USER_NAME_NOT_FOUND"))
    #expect(lines[1].count <= 80)
  }
}
