import PlainText
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct DetailsTests {
  @Test func `a row's details on 80x24`() {
    #expect(Scenes.details(.small).screen == detailsOn80Columns)
  }

  @Test func `details name the user's other stacks`() {
    var session = Session.reading()
    session.press(.enter)
    #expect(session.lines.contains("other stacks    chemistry-lab"))
    #expect(!session.screen.contains("not fully read"))
  }
}

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









j/k scroll  ? help  Esc back
"""
