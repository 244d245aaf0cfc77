import Runs
import Screen
import Testing

@testable import Console

// The screens as text, without the blanks at the ends of lines. They stand in the first column and are kept there,
// because a screen of 120 columns is as wide as a line may be.

@Suite struct PlanScreenTests {
  @Test func `a plan on 80x24, with its phrase half typed`() {
    let session = Scenes.plan(.small)
    #expect(session.screen == planOn80Columns)
    #expect(render(session.state).caret == Position(row: 22, column: 43))
  }

  @Test func `a plan on 120x30`() {
    #expect(Scenes.plan(.large).screen == planOn120Columns)
  }

  @Test func `an entry that is gone says absent in place of its state`() {
    var session = Scenes.plan(.small)
    session.press(.pageDown, .pageDown, .pageDown)
    #expect(session.screen.contains("\n     user-01-0000@contr.example           -                absent\n"))
    #expect(session.screen.contains("\n     user-01-0001@contr.example           -                absent\n"))
    #expect(session.screen.contains("\n  0  user-01-0002@contr.example           -                -\n"))
    #expect(session.lines[7].hasPrefix("-- entries 23-30 of 64 ---"))
  }

  @Test func `n goes through the warnings where they do not all fit, and round again`() {
    var session = Scenes.plan(Size(rows: 15, columns: 80))
    session.press(.escape)
    let first = session.lines[11]
    #expect(session.lines[10].hasSuffix(" n next --"))
    var seen = [first]
    for _ in 0..<3 {
      session.press(.character("n"))
      seen.append(session.lines[11])
    }
    #expect(Set(seen).count == 4)
    session.press(.character("n"))
    #expect(session.lines[11] == first)
    session.send(.resized(.large))
    session.press(.character("n"))
    #expect(session.planStatus.hasPrefix("-- All warnings are shown. --"))
  }

  @Test func `a user with an association outside the plan is not left with no stack`() {
    var session = Session.reading()
    session.press(.character(" "), .character("d"))
    #expect(!session.screen.contains("left with no stack"))
    session.press(.escape, .character(" "), .character("d"))
    #expect(session.screen.contains("0 left with no stack: 1 person"))
  }

  @Test func `what is not read yet is a warning`() {
    var session = Scenes.list(.small)
    session.press(.character("d"))
    #expect(
      session.screen.contains("! design-studio-2026b and 2 more not fully read: may hold more of these people")
    )
    #expect(session.screen.contains("0 no other stack read: 6 people"))
  }

  @Test func `the frame of a protected account is drawn around its plans too`() {
    let session = Scenes.plan(.small, .sample { $0.rules.protectedAccounts = ["111122223333"] })
    #expect(session.lines[0].hasPrefix("PROTECTED  prod-admin 111122223333"))
    #expect(session.lines[1].hasPrefix("== REMOVE ===="))
    #expect(session.promptLine.hasPrefix("Type  62 from 3 stacks in 3333  and Enter:  62 from"))
  }
}

// swift-format-ignore
private let planOn80Columns = """
appstream-console  prod-admin 111122223333  eu-west-1    credentials till 14:49Z
-- REMOVE ------------------------------------------------- checked 14:02:11Z --
62 associations   62 people   3 stacks                          nobody is mailed
account  111122223333 (prod-admin)          Region eu-west-1
caller   assumed-role/StackOps/j.keller     host bastion-2, login jkeller
calls    3 write (25+25+12), 3 read         about 5 s   credentials last: yes
reason   CHG-20417                          plan   0d82-c283-88ec
-- entries 1-7 of 64 ----------------------------------------------- j/k PgDn --
stack-00                                                     22 of its 87 people
  ~0 Ada.Byron@contr.example              Ada Byron        CONFIRMED
  0  emma.lindqvist-hansen@contr.example  Emma Lindqvis..  FORCE_CHANGE_PASSWORD
     user-00-0001@contr.example           -                -
  0  user-00-0002@contr.example           -                -
  0  user-00-0003@contr.example           -                -
  0  user-00-0004@contr.example           -                -
  0  user-00-0005@contr.example           -                -
-- 6 warnings ------------------------------------------------------------------
! 1 more row of these people is not in this plan: + adds it
! 3 hidden marks are left out: H includes them
! 2 entries are gone since: absent, and not sent   ~ 1 look-alike (case) stays
0 left with no stack: 61 people   ! sessions go on up to an hour: see receipt
-- nothing has been sent -------------------------------------------------------
Type  62 from 3 stacks  and Enter:  62 from
j/k scroll  n warning  H hidden  w save plan  t reason  ? help  Esc back
"""

// swift-format-ignore
private let planOn120Columns = """
appstream-console  prod-admin 111122223333  eu-west-1                                            credentials till 14:49Z
-- REMOVE ----------------------------------------------------------------------------------------- checked 14:02:11Z --
62 associations   62 people   3 stacks                                                                  nobody is mailed
account  111122223333 (prod-admin)                              Region eu-west-1
caller   assumed-role/StackOps/j.keller                         host bastion-2, login jkeller
calls    3 write (25+25+12), 3 read                             about 5 s   credentials last: yes
reason   CHG-20417                                              plan   0d82-c283-88ec
-- entries 1-14 of 64 -------------------------------------------------------------------------------------- j/k PgDn --
stack-00                                                                                             22 of its 87 people
  ~0 Ada.Byron@contr.example              Ada Byron              CONFIRMED
  0  emma.lindqvist-hansen@contr.example  Emma Lindqvist-Hansen  FORCE_CHANGE_PASSWORD
     user-00-0001@contr.example           -                      -
  0  user-00-0002@contr.example           -                      -
  0  user-00-0003@contr.example           -                      -
  0  user-00-0004@contr.example           -                      -
  0  user-00-0005@contr.example           -                      -
  0  user-00-0006@contr.example           -                      -
  0  user-00-0007@contr.example           -                      -
  0  user-00-0008@contr.example           -                      -
  0  user-00-0009@contr.example           -                      -
  0  user-00-0010@contr.example           -                      -
  0  user-00-0011@contr.example           -                      -
  0  user-00-0012@contr.example           -                      -
-- 6 warnings ----------------------------------------------------------------------------------------------------------
! 1 more row of these people is not in this plan: + adds it   ! 3 hidden marks are left out: H includes them
! 2 entries are gone since: absent, and not sent   ~ 1 look-alike (case) stays
0 left with no stack: 61 people       ! sessions go on up to an hour: see receipt
-- nothing has been sent -----------------------------------------------------------------------------------------------
Type  62 from 3 stacks  and Enter:  62 from
j/k scroll  n warning  H hidden  + their rows  w save plan  t reason  ? help  Esc back
"""
