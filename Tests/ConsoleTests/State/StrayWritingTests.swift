import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// Feeds what was meant for something else to every screen, key by key and slowly, as somebody types who does not look.
@Suite struct StrayWritingTests {
  @Test func `nothing that people write elsewhere removes anybody, ends anything or writes over a file`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var writing = StrayWriting(seed: seed)
    let screens = try Screens()
    for index in 0..<10_000 {
      let text = writing.next()
      var session = screens.all[index % screens.all.count]
      for character in text {
        session.press(character == "\n" ? .enter : .character(character))
        let effects = session.effects
        #expect(!effects.contains { $0.isHarm }, "seed \(seed), text \(text), screen \(index % screens.all.count)")
        screens.answer(&session)
      }
    }
  }

  /// Every screen that keys can go to, with as much as possible to lose.
  private struct Screens {
    let all: [Session]
    private let finished: ListedRun
    private let cutOff: ListedRun

    init() throws {
      let finished = ListedRun(try EarlierRun.contents(9, on: 3) { EarlierRun.finished($0, failing: [1]) })
      let cutOff = ListedRun(try EarlierRun.contents(30, on: 3) { EarlierRun.cutOff($0) })
      (self.finished, self.cutOff) = (finished, cutOff)
      func following(_ run: ListedRun, _ key: Key, undone: Bool = false) -> Session {
        var session = Session.listing([run])
        session.press(key)
        session.answerReading(run)
        session.check { check in
          guard undone else { return }
          for index in check.stacks.indices {
            (check.stacks[index].gone, check.stacks[index].present) = (check.stacks[index].present, [])
          }
        }
        return session
      }
      func pressing(_ session: Session, _ keys: Key...) -> Session {
        var session = session
        for key in keys { session.press(key) }
        return session
      }
      func asking(_ session: Session, _ event: Event) -> Session {
        var session = session
        session.send(event)
        return session
      }
      let marking = Session.marking(6, on: 2)
      var ended = Session.running(60, on: 3)
      ended.runToTheEnd()
      let rows = ShownRows(marking.state.list, marking.state.source(of: .list))
      var leaving = pressing(marking, .character(":"))
      leaving.type("profile dev")
      let held = ListedRun(try EarlierRun.contents { EarlierRun.cutOff($0) }, isHeld: true)
      all = [
        marking, .reading(), pressing(marking, .tab), pressing(marking, .character("d")), .planning(1, on: 1),
        .planning(7, on: 1), .planning(60, on: 3),
        .planning(2, on: 2, .sample { $0.rules.protectedStacks = ["stack-01"] }),
        .planning(6, on: 2) { $0.caller = nil }, following(finished, .character("R")),
        following(finished, .character("U"), undone: true), following(cutOff, .character("R")), ended,
        .listing([finished, cutOff]), following(held, .character("R")), pressing(marking, .character("/")),
        pressing(marking, .character(":")), pressing(marking, .character("e")), pressing(marking, .character("?")),
        pressing(marking, .enter), pressing(leaving, .enter),
        asking(marking, .file(.exists(.rows(rows), path: "rows.csv"))),
        asking(marking, .codeNeeded(CodeRequest(id: 7, serial: "mfa", session: 0))),
      ]
    }

    /// Answers what the last key asked for, so that whatever it leads to comes.
    func answer(_ session: inout Session) {
      for effect in session.effects {
        switch effect {
        case .task(.check): session.check()
        case .task(.readRun(let id)):
          session.send(id == finished.id ? .journal(.read(finished)) : .journal(.unread(id, "It is gone.")))
        case .task(.listRuns): session.send(.journal(.listed([finished, cutOff])))
        case .task(.write(let file, let path, false)): session.send(.file(.exists(file, path: path)))
        case .session(.open(let choice)): session.send(.session(.refused(choice, "No.")))
        default: break
        }
      }
    }
  }
}

extension Effect {
  /// Whether it changes something that cannot be taken back.
  fileprivate var isHarm: Bool {
    switch self {
    case .run(.start(let start)):
      // What was sent before may be read without asking.
      start.resumed == nil || start.machine.isConfirmed
    case .task(.endHolder), .task(.write(_, _, replacing: true)), .session(.enter): true
    default: false
    }
  }
}
