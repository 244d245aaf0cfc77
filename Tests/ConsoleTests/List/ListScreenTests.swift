import Runs
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct ListScreenTests {
  @Test func `the rows on 80x24`() {
    let session = Scenes.list(.small)
    #expect(session.screen == rowsOn80Columns)
  }

  @Test func `the stacks on 80x24`() {
    var session = Scenes.list(.small)
    session.press(.tab)
    #expect(session.screen == stacksOn80Columns)
  }

  @Test func `both panes on 120x30`() {
    let session = Scenes.list(.large)
    #expect(session.screen == bothPanesOn120Columns)
  }

  @Test func `a protected account has another frame, and says so at both ends of the header`() {
    var session = Scenes.list(.large, .sample { $0.rules.protectedAccounts = ["111122223333"] })
    let header = "PROTECTED  appstream-console  prod-admin 111122223333  eu-west-1"
    let frame = bothPanesOn120Columns.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("---") ? line.replacing("-", with: "=").replacing("|", with: "#") : line.replacing("|", with: "#")
    }
    #expect(session.lines[0] == header + String(repeating: " ", count: 22) + "credentials till 14:49Z  PROTECTED")
    #expect(session.lines.dropFirst() == frame.dropFirst().map(String.init)[...])
    session.send(.resized(.small))
    #expect(session.lines[1] == String(repeating: "=", count: 80))
    #expect(session.lines[20] == String(repeating: "=", count: 80))
  }

  @Test func `the row under the cursor is reversed as far as its name goes, in the pane that has the keys`() {
    var session = Scenes.list(.large)
    #expect(reversedColumns(session, row: 6) == Array(43..<66))
    #expect(reversedColumns(session, row: 4) == [])
    session.press(.tab)
    #expect(reversedColumns(session, row: 6) == [])
    #expect(reversedColumns(session, row: 4) == Array(2..<12))
  }

  @Test func `moving the cursor changes few cells`() {
    var session = Session.reading(.of(stacks: 3, usersEach: 40), size: Size(rows: 40, columns: 120))
    let before = render(session.state)
    session.press(.down)
    let after = render(session.state)
    var changed = 0
    for row in 0..<40 {
      for column in 0..<120 where before[row, column] != after[row, column] { changed += 1 }
    }
    // Two signs, two names reversed, and the number in the line that says the row whole.
    #expect(changed == 2 + 2 * "user-00-0000@contr.example".count + 1)
  }

  @Test(arguments: [
    (Size(rows: 14, columns: 80), "The terminal has 80x14; at least 60x15 is needed."),
    (Size(rows: 24, columns: 59), "The terminal has 59x24; at least 60x15 is needed."),
    (Size(rows: 1, columns: 1), "T"),
  ])
  func `a screen too small for the list says what is needed`(size: Size, line: String) {
    var session = Session.reading()
    session.send(.resized(size))
    #expect(session.lines[0] == line)
    session.send(.resized(Size(rows: 15, columns: 60)))
    #expect(session.lines[2].hasPrefix("    USER ^"))
  }

  private func reversedColumns(_ session: Session, row: Int) -> [Int] {
    let frame = render(session.state)
    return (0..<frame.size.columns).filter { frame[row, $0].reversed }
  }
}

// swift-format-ignore
private let rowsOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
All stacks   8 of 10 shown   9 marked (2 hidden)                   /contr !weiss
    USER ^                               STACK                STATUS
 *  abe.olsen@contr.example              biology-2026a        CONFIRMED
 *  abe.olsen@contr.example              chemistry-lab        CONFIRMED
> ~ Ada.Byron@contr.example              biology-2026a        CONFIRMED
 *~ ada.byron@contr.example              maths-open           UNCONFIRMED
 *  bo.diaz@contr.example                biology-2026a        disabled
 *  chris.okafor@contr.example           maths-open           CONFIRMED
 *  emma.lindqvist-hansen@contr.example  maths-open           FORCE_CHANGE_PAS..
 *  hana.sato@contr.example              design-studio-2026b  -










3 of 6 stacks read. design-studio-2026b is partial: page 2 failed, r reads it
~ Ada.Byron@contr.example  biology-2026a: another differs only in case
Space mark  t people  m from a list  / filter  d remove  L runs  ? help  q quit
"""

// swift-format-ignore
private let stacksOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
6 stacks, 3 read   9 marked (2 hidden)
  STACK                                                        ROWS MARK READ
> All stacks                                                     10    9
  biology-2026a                                                   3    2 14:02Z
  chemistry-lab                                                   2    2 14:02Z
  design-studio-2026b                                             2    2 part
  maths-open                                                      3    3 14:02Z
  staff-tools                                                     -    0 reads
  visitors                                                        -    0 waits











3 of 6 stacks read. design-studio-2026b is partial: page 2 failed, r reads it

Space mark  t people  m from a list  / filter  d remove  L runs  ? help  q quit
"""

// swift-format-ignore
private let bothPanesOn120Columns = """
appstream-console  prod-admin 111122223333  eu-west-1                                            credentials till 14:49Z
-------------------------------------|----------------------------------------------------------------------------------
6 stacks, 3 read                     | All stacks   8 of 10 shown   9 marked (2 hidden)   /contr !weiss
  STACK             ROWS MARK READ   |     USER ^                               STACK                STATUS
> All stacks          10    9        |  *  abe.olsen@contr.example              biology-2026a        CONFIRMED
  biology-2026a        3    2 14:02Z |  *  abe.olsen@contr.example              chemistry-lab        CONFIRMED
  chemistry-lab        2    2 14:02Z | > ~ Ada.Byron@contr.example              biology-2026a        CONFIRMED
  design-stud..026b    2    2 part   |  *~ ada.byron@contr.example              maths-open           UNCONFIRMED
  maths-open           3    3 14:02Z |  *  bo.diaz@contr.example                biology-2026a        disabled
  staff-tools          -    0 reads  |  *  chris.okafor@contr.example           maths-open           CONFIRMED
  visitors             -    0 waits  |  *  emma.lindqvist-hansen@contr.example  maths-open           FORCE_CHANGE_PASS..
                                     |  *  hana.sato@contr.example              design-studio-2026b  -
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
                                     |
-------------------------------------|----------------------------------------------------------------------------------
design-studio-2026b is partial: page 2 failed, r reads it.   staff-tools is being read, visitors waits
~ Ada.Byron@contr.example  biology-2026a  Ada Byron: another differs only in case
Space mark  v range  s sort  t people  m from a list  / filter  r reload  d remove  L runs  : command  ? help  q quit
"""
