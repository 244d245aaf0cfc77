import PlainText
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct OverlayTests {
  @Test func `the help on 80x24 begins with the keys of the screen it was called from`() {
    var session = Scenes.list(.small)
    session.press(.character("?"))
    #expect(session.screen == helpOn80Columns)
  }

  @Test func `a row's details on 80x24`() {
    #expect(Scenes.details(.small).screen == detailsOn80Columns)
  }

  @Test func `the help names every key of every screen and the signs beside rows`() {
    let text = helpParagraphs(first: .plan)
    #expect(text.first?.text.text == "The plan")
    for screen in ScreenKind.allCases {
      #expect(text.contains { $0.style == .heading && $0.text.text == screen.title })
      for help in screen.keyHelp + generalKeys.help {
        #expect(text.contains { $0.label.text == help.name && $0.text.text == help.meaning })
      }
    }
    for help in lineEditingKeys.help {
      #expect(text.count { $0.label.text == help.name && $0.text.text == help.meaning } == 1)
    }
    for sign in [">", "*", "~", "0", "!"] { #expect(text.contains { $0.label.text == sign }) }
  }

  @Test func `the help scrolls to its end and no further`() {
    var session = Session.reading()
    session.press(.character("?"), .end)
    let end = session.screen
    #expect(end.contains("the word must occur there: user name status type stack result"))
    session.press(.down, .pageDown)
    #expect(session.screen == end)
    session.press(.home)
    #expect(session.lines[2] == "The list")
  }

  @Test(arguments: [Key.escape, .character("q"), .character("?"), .enter])
  func `the help is closed to where it was opened`(key: Key) {
    var list = Session.reading()
    list.press(.character("?"), key)
    #expect(list.state.screen == .list)
    #expect(list.effects.isEmpty)
    var plan = Session.planning(60, on: 3)
    plan.press(.character("?"), key)
    #expect(plan.state.screen == .plan)
    var run = Session.running(60, on: 3)
    run.press(.character("?"), key)
    #expect(run.state.screen == .run)
  }

  @Test func `a run goes on under the help`() {
    var session = Session.running(60, on: 3)
    session.press(.character("?"))
    session.sendBatch(1, 0..<25)
    #expect(session.lines[2] == "The run")
    session.press(.escape)
    #expect(session.progressLine.contains("25 of 60 sent"))
  }

  @Test func `details name the user's other stacks`() {
    var session = Session.reading()
    session.press(.enter)
    #expect(session.lines.contains("other stacks    chemistry-lab"))
    #expect(!session.screen.contains("not fully read"))
  }
}

// swift-format-ignore
private let helpOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
-- KEYS --------------------------------------------------- lines 1-20 of 199 --
The list
j Down          down; after a number so many times, as 10j
k Up            up
PgDn Ctrl-F     a page down
PgUp Ctrl-B     a page up
Ctrl-D          half a page down
Ctrl-U          half a page up
g Home          to the first row
G End           to the last row
Tab             other pane
h Left          to the stacks, where Space marks all rows of one
l Right         to the rows
Enter           open: a stack's users, a row's or a person's details
Space           mark or unmark, go down
v               range: mark from here to where v is pressed again
a               mark all that is shown
i               invert the marks of what is shown
u               take back the last change of marks
c               clear all marks
s               sort by the next column

j/k scroll  Esc back
"""

// swift-format-ignore
private let detailsOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
-- DETAILS ---------------------------------------------------------------------
user            Ada.Byron@contr.example
stack           biology-2026a
type            USERPOOL
name            Ada Byron
status          CONFIRMED
enabled         yes
created         -
ARN             -
other stacks    none read so far
                3 stacks not fully read
look-alike      ada.byron@contr.example, another user, differs only in case
run             earlier runs are being read









j/k scroll  Esc back
"""
