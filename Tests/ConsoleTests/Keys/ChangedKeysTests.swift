import AppStream
import PlainText
import Runs
import Screen
import SeededNumbers
import Testing

@testable import Console

/// The console with keys from settings.
@Suite struct ChangedKeysTests {
  private func tables(_ changes: [String: String]) throws -> KeyTables {
    var parsed: [String: KeyChange] = [:]
    for (action, keys) in changes { parsed[action] = try KeyChange(of: action, to: keys) }
    return try KeyTables(parsed)
  }

  /// Every action that can be changed on a key of its own, none of which is a standard one.
  private func strangeTables() throws -> KeyTables {
    var changes: [String: String] = [:]
    for (number, action) in KeyTables.names.sorted().enumerated() {
      changes[action] = Unicode.Scalar(0x410 + UInt32(number)).map { String(Character($0)) }
    }
    return try tables(changes)
  }

  @Test func `footer and help have the keys as they are bound now`() throws {
    let keys = try tables(["remove": "D", "mark": "+ Space", "help": "!", "page-down": "Ctrl-F", "down": "J"])
    var session = Session.reading(.init(), .sample { $0.keys = keys })
    let footer = try #require(session.lines.last)
    #expect(footer.hasPrefix("+ mark") && footer.contains("  D remove  L runs  ! help"))
    session.press(.character("!"))
    #expect(session.state.screen == .help)
    #expect(session.screen.contains("act      Enter open") && session.screen.contains("D remove"))
    #expect(session.screen.contains("+ Space mark") && session.screen.contains("! F1 help"))
    #expect(session.lines.last?.hasPrefix("J/k scroll") == true)
    session.press(.character("/"))
    session.type("plan for the marked")
    #expect(session.lines.contains("D               remove: plan for the marked rows"))
    session.press(.enter, .escape, .character("!"))
    #expect(session.state.screen == .list)
    session.press(.character("d"))
    #expect(session.messageLine == "d does nothing here; ! lists the keys.")
    session.press(.character("+"), .character("D"))
    #expect(session.state.plan != nil)
  }

  @Test func `sentences name the keys as they are bound now`() throws {
    let keys = try tables([
      "undo-marks": "z", "range": "V", "reload": "F", "pause": "P", "go-on": "A", "runs": "B", "next-warning": "W",
      "down": "J", "reason": "Z",
    ])
    var session = Session.reading(.init(), .sample { $0.keys = keys })
    session.press(.character("a"), .character("c"))
    #expect(session.messageLine.hasSuffix("cleared; z takes that back."))
    session.press(.character("V"))
    #expect(session.messageLine.contains("V marks it, Esc gives it up."))
    session.press(.escape, .character("5"))
    #expect(session.messageLine == "5 times: a key that moves, such as J or PgDn, is to follow.")
    session.send(.estate(.associationsEnded(stack: "biology-2026a", .refusal("InternalError"), at: noon)))
    #expect(session.screen.contains("failed, F reads it"))
    let context = ConsoleContext.sample { ($0.keys, $0.rules.requiresReason, $0.reason) = (keys, true, nil) }
    #expect(Session.planning(2, on: 1, context).screen.contains("Nothing can be sent without a reason: Z types one."))
    var run = Session.running(60, on: 3)
    run.state.context.keys = keys
    run.press(.character("P"))
    #expect(run.stateLine == "paused: nothing is sent or read; P goes on, x stops the run")
    #expect(run.lines.last?.contains("P go on") == true)
    let cutOff = try EarlierRun.contents(60, on: 3) { EarlierRun.cutOff($0) }
    let list = Session.listing([ListedRun(cutOff)], .sample { $0.keys = keys })
    #expect(list.screen.contains("open: A goes on."))
  }

  /// What is bound to nothing any more is named nowhere.
  @Test func `no screen names a key that does nothing, whatever is pressed`() throws {
    let keys = try strangeTables()
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    let standard = [listKeys.help, planKeys.help, runKeys.help, runsKeys.help, detailsKeys.help, helpKeys.help]
    let freed = Set(standard.flatMap(\.self).filter { $0.setting != nil }.flatMap { $0.typed.split(separator: " ") })
      // Prompts have these, and some stand in sentences as words or in a frame as signs.
      .subtracting([
        "Enter", "Tab", "Left", "Right", "Up", "Down", "Home", "End", "a", "i", "k", "m", "s", "v", "+", "/", ":", "?",
      ])
      .subtracting(["Ctrl-U", "Ctrl-F", "Ctrl-B", "Ctrl-D"])
    let pressed = KeyTables.names.count
    for start in try starts(keys) {
      var session = start
      for _ in 0..<150 {
        let number = UInt32.random(in: 0..<UInt32(pressed), using: &random)
        let key = Unicode.Scalar(0x410 + number).map { Key.character(Character($0)) } ?? .escape
        session.press(
          Bool.random(using: &random) ? key : [.escape, .enter, .character("1")].randomElement(using: &random) ?? key
        )
        guard session.state.help == nil else {
          session.press(.escape, .escape)
          continue
        }
        for line in session.lines.dropFirst() {
          // What is cut ends with two dots, and may be a word's beginning.
          let words = line.split { " /,;:".contains($0) }.filter { !$0.hasSuffix("..") }
            .map { String($0.hasSuffix(".") ? $0.dropLast() : $0) }
          #expect(freed.isDisjoint(with: words.map { Substring($0) }), "seed \(seed): \(line)")
        }
      }
    }
  }

  /// Sessions on every screen, which then have these keys.
  private func starts(_ keys: KeyTables) throws -> [Session] {
    let cutOff = try EarlierRun.contents(60, on: 3) { EarlierRun.cutOff($0) }
    var details = Session.reading()
    details.press(.enter)
    var finished = Session.running(60, on: 3)
    finished.runToTheEnd()
    let starts = [
      Scenes.list(.small), Session.planning(60, on: 3), Session.running(60, on: 3), finished, details,
      Session.listing([ListedRun(cutOff)]),
    ]
    return starts.map { start in
      var session = start
      session.state.context.keys = keys
      return session
    }
  }

  @Test func `with any keys that settings can have, every screen can be left and a run be stopped`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed)
    let names = KeyTables.names.sorted()
    let pool =
      (0x21...0x7E).compactMap { Unicode.Scalar($0) }.map { String(Character($0)) }
      + ["Space", "Enter", "Tab", "Backspace", "Esc", "PgDn", "Up", "Ctrl-A", "Ctrl-C", "Ctrl-T", "F1"]
    var (permitted, refused) = (0, 0)
    while permitted < 60 {
      var changes: [String: String] = [:]
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changes[names.randomElement(using: &random) ?? ""] = pool.randomElement(using: &random)
      }
      guard let keys = try? tables(changes) else {
        refused += 1
        continue
      }
      permitted += 1
      for start in try starts(keys) {
        for key in [Key.escape, .character("q")] {
          var session = start
          if session.state.isRunning {
            session.press(.f1, .character("x"))
            #expect(session.effects.contains { if case .run(.stop) = $0 { true } else { false } }, "\(changes)")
            session = start
            session.press(.control("c"))
            #expect(session.effects.contains { if case .run(.stop) = $0 { true } else { false } }, "\(changes)")
            continue
          }
          session.press(.f1)
          for _ in 0..<12 where session.state.screen != .list { session.press(key) }
          #expect(session.state.screen == .list, "\(changes) \(key)")
        }
      }
    }
    #expect(refused > 0)
  }
}
