import FoundationEssentials
import Testing

@testable import NcursesTerminal

@Suite struct ClipboardTests {
  private static let plain = "\u{1B}]52;c;YWRhCWxhYg==\u{7}"

  @Test func `a text goes as base64`() throws {
    let request = try #require(ClipboardRequest("ada\tlab"))
    #expect(request.sequence(through: nil) == Self.plain)
  }

  @Test func `tmux gets it twice, once wrapped, since its settings say which it takes`() throws {
    let request = try #require(ClipboardRequest("ada\tlab"))
    #expect(
      request.sequence(through: .tmux) == Self.plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YWRhCWxhYg==\u{7}\u{1B}\\"
    )
  }

  @Test(arguments: [1, 165, 166, 2000, 8192])
  func `screen gets it in parts that it has room for`(length: Int) throws {
    let request = try #require(ClipboardRequest(String(repeating: "x", count: length)))
    let parts = request.sequence(through: .screen).components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(parts.allSatisfy { $0.utf8.count <= 240 })
    #expect(parts.joined() == request.sequence(through: nil))
  }

  @Test(arguments: [nil, .tmux, .screen] as [Multiplexer?])
  func `nothing in the text gets out of the sequence`(multiplexer: Multiplexer?) throws {
    let hostile = "\u{1B}\\\u{7}\u{9C}\u{1B}]0;x\u{7}\u{1B}[2J;\n"
    let request = try #require(ClipboardRequest(hostile))
    let harmless = try #require(ClipboardRequest(String(repeating: "x", count: hostile.utf8.count)))
    let controls = { (text: String) in text.unicodeScalars.filter { !(" "..."~").contains($0) }.map(\.value) }
    #expect(controls(request.sequence(through: multiplexer)) == controls(harmless.sequence(through: multiplexer)))
  }

  @Test func `a longer text than terminals take is not sent`() {
    #expect(ClipboardRequest(String(repeating: "x", count: 8193)) == nil)
    #expect(ClipboardRequest(String(repeating: "é", count: 4097)) == nil)
  }

  @Test(
    arguments: [
      ("xterm-256color", [:], nil), ("tmux-256color", [:], .tmux), ("screen-256color", [:], nil),
      ("screen-256color", ["TMUX": "/tmp/tmux-1000/default,1,0"], .tmux),
      ("screen", ["STY": "1.pts-0.bastion"], .screen),
      ("screen", ["STY": "", "TMUX": ""], nil), ("xterm-256color", ["STY": "1.pts-0.bastion"], nil),
    ] as [(String, [String: String], Multiplexer?)]
  )
  func `a multiplexer is known by what it sets`(name: String, environment: [String: String], found: Multiplexer?) {
    #expect(Multiplexer(terminal: name, environment: environment) == found)
  }
}

extension String {
  /// The parts that stand between `start` and `end`, where the whole is made of such parts.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: end).map { part in part.hasPrefix(start) ? String(part.dropFirst(start.count)) : "not wrapped" }
  }
}
