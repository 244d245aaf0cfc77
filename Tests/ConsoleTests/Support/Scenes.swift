import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

/// The screens of the console in a state that shows most of what they can show.
enum Scenes {
  /// A filter kept, rows marked and hidden, a stack read in part and two that are still to be read.
  static func list(_ size: Size, _ context: ConsoleContext = .sample()) -> Session {
    var account = SampleAccount()
    account.stacks["design-studio-2026b"] = ["hana.sato@contr.example", "ivo.tamm@other.example"]
    account.stacks["staff-tools"] = []
    account.stacks["visitors"] = []
    var session = Session(context, size: size)
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(47 * 60), at: noon)))
    session.send(.started)
    session.identify(keller)
    session.readStacks(of: account)
    for stack in ["biology-2026a", "chemistry-lab", "maths-open"] { session.read(stack, of: account) }
    session.read("design-studio-2026b", of: account, failure: .refusal("InternalError"))
    session.send(.estate(.associationsStarted(stack: "staff-tools")))
    session.readUsers(account.users)
    session.press(.character("a"), .character("/"))
    session.type("contr !weiss")
    session.press(.enter, .down, .down, .character(" "), .up)
    return session
  }

  /// 60 marked rows of three stacks, some of them hidden, checked, and the phrase half typed.
  static func plan(_ size: Size, _ context: ConsoleContext = .sample()) -> Session {
    var account = SampleAccount.of(stacks: 3, usersEach: 21)
    account.stacks["stack-00"]?.append(contentsOf: ["Ada.Byron@contr.example", "emma.lindqvist-hansen@contr.example"])
    account.stacks["visitors"] = ["ada.byron@contr.example", "user-00-0001@contr.example"]
    account.users = SampleAccount().users
    var session = Session.reading(account, context, size: size)
    session.press(.character("a"), .character("/"))
    session.type("stack:stack !00-0000")
    session.press(.enter, .character("d"))
    session.check { check in
      check.lose(2, of: 1)
      check.stacks[0].total = 87
    }
    session.type("62 from")
    return session
  }

  /// Two of three calls answered, and the first stack read back.
  static func progress(_ size: Size, _ context: ConsoleContext = .sample()) -> Session {
    var session = Session.running(60, on: 3, context, size)
    session.sendBatch(1, 0..<25, errors: [2: ("USER_NAME_NOT_FOUND", "User not found in the user pool.")])
    session.record(.sending(batch: 2, attempt: 1, entries: Array(25..<50)))
    session.record(.throttled(batch: 2, attempt: 1))
    session.sendBatch(2, 25..<50)
    session.readBack("stack-00", present: [2])
    session.press(.pageDown, .up, .up)
    return session
  }

  /// All of it done, with three failures, the cursor on the second.
  static func summary(_ size: Size, _ context: ConsoleContext = .sample()) -> Session {
    var session = Session.running(60, on: 3, context, size)
    session.runToTheEnd()
    session.press(.character("n"), .character("n"))
    return session
  }

  /// Everything about a user with a look-alike and other stacks.
  static func details(_ size: Size) -> Session {
    var session = list(size)
    session.press(.enter)
    return session
  }
}
