import Screen
import Testing

@testable import Console

/// Keys that came as pasted text does, on a terminal that does not mark it.
struct PastedKeysTests {
  @Test func `a burst in the list does nothing, which is said, and the next key works`() {
    var session = Session.reading()
    let before = session.lines.dropLast(2)
    session.burst("da yx\r\u{20}")
    #expect(session.effects == [])
    #expect(session.state.plan == nil)
    #expect(session.lines.dropLast(2) == before)
    #expect(session.messageLine.contains("Keys came all at once, as a paste does, and did nothing"))
    session.press(.character(" "))
    #expect(session.screen.contains("1 marked"))
  }

  @Test func `a burst that opens a prompt on its way types nothing into it`() {
    var session = Session.reading()
    session.burst("/abe\r:quit\r")
    #expect(session.state.list.filter.text == "")
    #expect(session.state.prompt == nil)
    #expect(session.effects == [])
  }

  @Test func `a burst in a prompt is its text, and what follows its end does nothing`() {
    var session = Session.reading()
    session.press(.character("/"))
    session.burst("abe\rdyx")
    #expect(session.state.list.filter.text == "abe")
    #expect(session.state.plan == nil)
    session.press(.character(":"))
    session.burst("sort stack")
    #expect(session.state.screen == .commandPrompt && session.typed == "sort stack")
  }

  @Test func `a burst that begins with a digit is the phrase of a plan, and any other is not`() {
    var session = Session.reading()
    session.press(.character("a"), .character("d"))
    session.burst("remove 60 from 3 stacks")
    #expect(session.state.plan?.typed == "")
    let plan = session.state.plan
    session.burst("twn+H")
    #expect(session.state.plan == plan)
    #expect(session.state.prompt == nil)
  }

  @Test func `Ctrl-C works in the middle of a burst, which goes on doing nothing`() {
    var session = Session.reading()
    session.press(.character("d"))
    #expect(session.state.plan != nil)
    session.burst("yxa\u{3}dyx")
    #expect(session.state.plan == nil)
    #expect(session.effects == [])
  }

  @Test(arguments: ["/", ":", "e"])
  func `a prompt holds no more than somebody can mean, however much comes`(key: Character) {
    var session = Session.reading()
    session.press(.character(key))
    session.burst(String(repeating: "ab cd ", count: 2000))
    session.press(.paste(String(repeating: "x", count: KeyDecoder.pasteLimit)))
    #expect(session.typed?.count == (key == "/" ? 200 : 1024))
    if key == "/" { #expect(session.state.list.filter.text == session.typed) }
  }

  @Test func `a paste that came without an end is said, and does nothing`() {
    var session = Session.reading()
    session.press(.character("/"), .brokenPaste)
    #expect(session.state.list.filter.text == "")
    #expect(session.messageLine.contains("its text was dropped"))
  }
}

extension Session {
  /// Sends keys as a read has them that holds all of `text`.
  fileprivate mutating func burst(_ text: String) {
    var decoder = KeyDecoder()
    var all: [Effect] = []
    for case .key(let press) in decoder.decode(Array(text.utf8), at: .now) {
      #expect(press.isInBurst)
      send(.key(press, at: moment))
      all += effects
    }
    effects = all
  }
}
