import AppStream
import TestSupport
import Testing

@testable import Runs

struct OutcomeTests {
  @Test(arguments: [
    (Outcome.removed, "removed", true), (.absent, "absent", true), (.restored, "restored", true),
    (.present, "present", true), (.failed, "failed", false), (.stopped, "stopped", false),
    (.unknown, "unknown", false),
  ])
  func `an outcome has a word, and either is done or is not`(outcome: Outcome, word: String, isDone: Bool) {
    #expect(outcome.rawValue == word)
    #expect(outcome.isDone == isDone)
  }

  private func entries(_ states: [RunEntry.State]) -> [RunEntry] {
    states.enumerated().map { number, state in
      var entry = RunEntry(Association(stackName: "biology", userName: Sample.user(number)))
      entry.state = state
      return entry
    }
  }

  @Test(
    arguments: [
      ([], ""),
      ([.queued, .sending], ""),
      ([.settled(.removed)], "1 removed"),
      ([.settled(.failed), .settled(.removed), .settled(.removed), .queued], "2 removed, 1 failed"),
      (
        [
          .settled(.unknown), .settled(.stopped), .settled(.failed), .settled(.present), .settled(.restored),
          .settled(.absent), .settled(.removed),
        ],
        "1 removed, 1 absent, 1 restored, 1 present, 1 failed, 1 stopped, 1 unknown"
      ),
    ] as [([RunEntry.State], String)]
  )
  func `counts are said in words, but for those that are zero`(states: [RunEntry.State], text: String) {
    #expect(RunCounts(entries(states)).text == text)
  }

  @Test func `what is not settled is counted as queued or sent`() {
    let refused = RunEntry.LastAnswer.refused(batch: 1, entries: 2, stacks: 1, isAccessDenied: false)
    let counts = RunCounts(
      entries([.queued, .sending, .answered(.clean), .answered(.lost), .answered(refused), .settled(.removed)])
    )
    #expect(counts.queued == 1)
    #expect(counts.sent == 4)
    #expect(counts[.removed] == 1)
    #expect(counts[.unknown] == 0)
  }

  @Test(
    arguments: [
      (RunEntry.State.queued, "queued", nil), (.sending, "sent", nil), (.answered(.failed), "sent", nil),
      (.settled(.failed), "failed", .failed),
    ] as [(RunEntry.State, String, Outcome?)]
  )
  func `an entry has one word all the way`(state: RunEntry.State, word: String, outcome: Outcome?) throws {
    let entry = try #require(entries([state]).first)
    #expect(entry.word == word)
    #expect(entry.outcome == outcome)
  }
}
