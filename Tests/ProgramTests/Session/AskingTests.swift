import PlainText
import TestSupport
import Testing

@testable import Program

@Suite struct AskingTests {
  @Test func `whoever draws the screen asks from then on, in place of the terminal`() async {
    let asked = Log<String>()
    let asking = Asking(
      Asking.Method(
        mfaCode: { serial in
          asked.append("terminal: \(serial)")
          return Secret("111111")
        },
        letsProgramsAsk: true
      )
    )
    #expect(await asking.mfaCode("device") == Secret("111111"))
    #expect(asking.letsProgramsAsk)
    asking.use(
      Asking.Method(
        mfaCode: { serial in
          asked.append("screen: \(serial)")
          return Secret("222222")
        },
        letsProgramsAsk: false
      )
    )
    #expect(await asking.mfaCode("device") == Secret("222222"))
    #expect(!asking.letsProgramsAsk)
    #expect(asked.elements == ["terminal: device", "screen: device"])
  }

  @Test func `where nobody is asked, nobody gives a code`() async {
    let asking = Asking(.nobody)
    #expect(await asking.mfaCode("device") == nil)
    #expect(!asking.letsProgramsAsk)
  }
}
