import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

/// Every screen of the console, in a state that shows much of what it can, with names that are hard to draw.
enum GoldenScene: String, CaseIterable, Sendable {
  case rows, hiddenMarks, stacks, people, range, filter, command, path, question, code, opening, plan, undo, protected
  case progress, summary, failedOnly, runs, details, help, nothingRead, refused

  func session(_ size: Size) throws -> Session {
    switch self {
    case .rows: return .reading(.hardToDraw, size: size)
    case .hiddenMarks: return Scenes.list(size)
    case .stacks: return .reading(.hardToDraw, size: size, pressing: .tab, .down, .down)
    case .people: return .reading(.hardToDraw, size: size, pressing: .character("t"), .character(" "), .down)
    case .range: return .reading(.hardToDraw, size: size, pressing: .down, .character("v"), .down, .down)
    case .filter: return .reading(.hardToDraw, size: size, pressing: .character("/"), .paste("stack:biology !ada"))
    case .command: return .reading(.hardToDraw, size: size, pressing: .character(":"), .character("r"), .tab)
    case .path: return .reading(.hardToDraw, size: size, pressing: .character("e"))
    case .question:
      var session = Session.reading(.hardToDraw, size: size, pressing: .character("a"), .character(":"))
      session.type("profile other")
      session.press(.enter)
      return session
    case .code:
      var session = Session.reading(.hardToDraw, size: size)
      session.send(
        .codeNeeded(CodeRequest(id: 1, serial: "arn:aws:iam::111122223333:mfa/j.keller", session: 0))
      )
      return session
    case .opening:
      var session = Session.reading(.hardToDraw, size: size, pressing: .character(":"))
      session.type("profile other")
      session.press(.enter)
      return session
    case .plan: return Scenes.plan(size)
    case .undo: return try Self.undo(size)
    case .protected:
      let context = ConsoleContext.sample { $0.rules.protectedAccounts = ["111122223333"] }
      return .planning(6, on: 2, context, size)
    case .progress: return Scenes.progress(size)
    case .summary: return Scenes.summary(size)
    case .failedOnly:
      var session = Scenes.summary(size)
      session.press(.character("f"))
      return session
    case .runs: return try Self.runs(size)
    case .details: return .reading(.hardToDraw, size: size, pressing: .enter)
    case .help: return .reading(.hardToDraw, size: size, pressing: .character("?"))
    case .nothingRead: return Self.nothingRead(size)
    case .refused:
      var session = Self.nothingRead(size)
      session.send(.estate(.stackListEnded(.refusal("AccessDeniedException", "DescribeStacks"), at: noon)))
      session.readUsers([], failure: .refusal("AccessDeniedException", "DescribeUsers"))
      return session
    }
  }

  private static func nothingRead(_ size: Size) -> Session {
    var session = Session(size: size)
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(47 * 60), at: noon)))
    session.send(.started)
    session.identify(keller)
    session.send(.estate(.stackListStarted))
    return session
  }

  private static func runs(_ size: Size) throws -> Session {
    let runs = [ListedRun(try EarlierRun.contents()), ListedRun(try EarlierRun.contents { EarlierRun.cutOff($0) })]
    return .listing(runs, size: size)
  }

  private static func undo(_ size: Size) throws -> Session {
    let run = ListedRun(try EarlierRun.contents(6, on: 3) { EarlierRun.finished($0, failing: [1]) })
    var session = Session.listing([run], size: size)
    session.press(.character("U"))
    session.answerReading(run)
    session.check { check in
      for index in check.stacks.indices { check.lose(check.stacks[index].present.count, of: index) }
    }
    return session
  }
}

extension Session {
  fileprivate static func reading(_ account: SampleAccount, size: Size, pressing keys: Key...) -> Session {
    var session = Session.reading(account, size: size)
    for key in keys { session.press(key) }
    return session
  }
}

extension SampleAccount {
  /// People and stacks with names that are long, wide, written from right to left, combined, alike or hostile.
  static let hardToDraw: SampleAccount = {
    var account = SampleAccount()
    account.stacks["biology-2026a"]? += [
      "\u{5C71}\u{7530}.\u{592A}\u{90CE}@contr.example", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}@contr.example",
      "e\u{301}ve@contr.example", "\u{E9}ve@contr.example", "\u{1F469}\u{200D}\u{1F4BB}@contr.example",
      "maximiliane.von-und-zu-hohenstein-wallenberg-amt-21@students.department-of-history.university.contr.example",
      "maximiliane.von-und-zu-hohenstein-wallenberg-amt-22@students.department-of-history.university.contr.example",
      "x\u{1B}[2J\u{202E}y\u{200B}@contr.example",
    ]
    account.stacks["\u{7269}\u{7406}-exam"] = ["abe.olsen@contr.example", "\u{1F469}\u{200D}\u{1F4BB}@contr.example"]
    account.stacks["stack-with-a-name-that-is-as-long-as-a-name-of-a-stack-may-be-at-all"] = ["bo.diaz@contr.example"]
    account.users += [
      .sample("\u{5C71}\u{7530}.\u{592A}\u{90CE}@contr.example", "\u{592A}\u{90CE}", "\u{5C71}\u{7530}"),
      .sample("\u{5E9}\u{5DC}\u{5D5}\u{5DD}@contr.example", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", "\u{5DB}\u{5D4}\u{5DF}"),
      .sample("nobody@contr.example", "No", "Stack\r\nAt all"),
    ]
    return account
  }()
}
