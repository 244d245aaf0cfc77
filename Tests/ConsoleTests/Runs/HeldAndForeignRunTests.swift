import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct HeldAndForeignRunTests {
  private let cutOff: JournalContents

  init() throws {
    cutOff = try EarlierRun.contents { EarlierRun.cutOff($0) }
  }

  @Test func `the process that holds a run is ended only after that was typed, and then the run goes on`() {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held])
    session.press(.character("R"))
    session.answerReading(held)
    #expect(session.screen.contains("Process 815 on this host works on the run, since 2026-11-22 13:02:11Z"))
    #expect(session.messageLine == "Type  end 815  and Enter:")
    session.confirm()
    #expect(
      session.effects == [.task(.endHolder(RunHolder(processID: 815, host: "bastion-2", version: "1.0"), of: held.id))]
    )
    #expect(session.messageLine == "Ending process 815, which may take 11 s.")
    session.send(.journal(.read(ListedRun(cutOff))))
    #expect(session.state.screen == .plan)
  }

  @Test(arguments: [Key.escape, .control("c")])
  func `it is left alone after Esc and Ctrl-C`(key: Key) {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held])
    session.press(.character("R"))
    session.answerReading(held)
    session.press(key)
    #expect(session.effects.isEmpty)
    #expect(session.messageLine == "Process 815 was left alone.")
  }

  @Test(arguments: ["y", "yes", "end", "end 816", "END 815", "815", ""])
  func `it is left alone whatever else is typed, which is said and cleared`(typed: String) {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held])
    session.press(.character("R"))
    session.answerReading(held)
    session.type(typed)
    session.press(.enter)
    #expect(session.effects.isEmpty)
    #expect(session.state.screen == .question)
    #expect(session.messageLine == "Type  end 815  and Enter:")
    #expect(session.screen.contains(typed.isEmpty ? "Enter alone confirms nothing" : "What was typed is not  end 815"))
    session.confirm()
    #expect(
      session.effects == [.task(.endHolder(RunHolder(processID: 815, host: "bastion-2", version: "1.0"), of: held.id))]
    )
  }

  @Test func `it is not asked about over something that is being typed`() {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held])
    session.press(.character("R"))
    let reading = session.effects
    session.press(.character(":"))
    session.type("st")
    session.effects = reading
    session.answerReading(held)
    #expect(session.state.screen == .commandPrompt && session.typed == "st")
  }

  @Test func `a process on another host is not ended from here`() throws {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held], .sample { $0.holder.host = "bastion-9" })
    session.press(.character("R"))
    session.answerReading(held)
    #expect(session.state.prompt == nil)
    #expect(session.screen.contains("is held by process 815 on bastion-2"))
  }

  @Test func `a process that does not end is told, and not asked about again`() {
    let held = ListedRun(cutOff, isHeld: true)
    var session = Session.listing([held])
    session.press(.character("R"))
    session.answerReading(held)
    session.confirm()
    session.send(.journal(.unread(held.id, "Process 815 was asked to end and still works.")))
    #expect(session.screen.contains("Process 815 was asked to end and still works."))
    #expect(session.state.runRequest == nil)
  }

  @Test(arguments: [Key.character("R"), .character("U")])
  func `a run of another account, Region or endpoint is neither gone on with nor undone`(key: Key) {
    let contexts: [(ConsoleContext, String)] = [
      (.sample { $0.destination.region = "us-east-1" }, ":region eu-west-1 goes there"),
      (
        .sample { $0.destination.endpoint = "http://127.0.0.1:1" },
        "start the console with --endpoint-url https://appstream2"
      ),
    ]
    for (context, advice) in contexts {
      var session = Session.listing([ListedRun(cutOff)], context)
      session.press(key)
      #expect(session.effects.isEmpty)
      #expect(session.lines.joined(separator: " ").contains(advice))
    }
    var session = Session.listing([ListedRun(cutOff)])
    session.identify(CallerIdentity(account: "999988887777", arn: "arn:x", userID: "x"))
    session.send(.journal(.listed([ListedRun(cutOff)])))
    session.press(key)
    #expect(session.effects.isEmpty)
    #expect(session.screen.contains("It is a run in account 111122223333, and these credentials are 999988887777's:"))
    #expect(session.screen.contains(":profile with the NAME of a profile of that account goes there."))
  }

  @Test func `a run of another account names the profiles that lead there, before its Region`() {
    let other = CallerIdentity(account: "999988887777", arn: "arn:x", userID: "x")
    for (accounts, advice) in [
      (["prod-admin": "111122223333", "dev": "999988887777"], ": :profile prod-admin goes there."),
      (["prod-admin": "111122223333", "prod": "111122223333"], ": :profile prod or :profile prod-admin goes there."),
    ] {
      var session = Session.listing(
        [ListedRun(cutOff)],
        .sample {
          $0.destination.region = "us-east-1"
          $0.destination.profileNames = ["dev", "prod", "prod-admin"]
          $0.destination.accounts = accounts
        }
      )
      session.identify(other)
      session.send(.journal(.listed([ListedRun(cutOff)])))
      session.press(.character("R"))
      #expect(session.effects.isEmpty)
      #expect(session.lines.joined(separator: " ").contains(advice))
      #expect(!session.lines[23].contains("R resume") && !session.lines[23].contains("U undo"))
    }
  }

  @Test func `another account that shows only at the check is refused there`() throws {
    let finished = try EarlierRun.contents()
    var session = Session.listing([ListedRun(finished)])
    session.identify(nil)
    session.press(.character("U"))
    session.answerReading(ListedRun(finished))
    session.check { $0.caller = CallerIdentity(account: "999988887777", arn: "arn:x", userID: "x") }
    session.type("57 to 3 stacks")
    session.press(.enter)
    #expect(session.startedRun == nil)
    #expect(session.promptLine.hasPrefix("The run was in 111122223333, credentials are 999988887777's."))
  }

  @Test func `hostile text in a journal is shown with marks`() throws {
    let poison = "a\u{1B}]0;x\u{7}\u{202E}b\n\u{9B}2J"
    let hostile = try EarlierRun.contents(60, on: 3) {
      EarlierRun.cutOff($0)
    } _: { origin, caller in
      origin.loginName = poison
      origin.host = poison
      caller = CallerIdentity(account: poison, arn: "arn:aws:sts::1:\(poison)", userID: poison)
    }
    for size in [Size.small, .large, Size(rows: 15, columns: 60), Size(rows: 1, columns: 1)] {
      var session = Session.listing([ListedRun(hostile)], size: size)
      for key in [Key.down, .enter, .character("R"), .character("U"), .character("?")] {
        session.press(key)
        session.answerReading(ListedRun(hostile))
        for line in session.lines {
          #expect(line.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) })
        }
      }
    }
  }
}
