import AppStream
import PlainText
import Runs
import Screen
import Testing

@testable import Console

/// What the list of runs says of each, and how it is filtered and sorted.
@Suite struct RunsListTests {
  private let finished: JournalContents
  private let retry: JournalContents
  private let undo: JournalContents

  init() throws {
    finished = try EarlierRun.contents()
    retry = try EarlierRun.contents(.retry(of: finished.machine), following: finished)
    undo = try EarlierRun.contents(.undo(of: finished.machine), following: finished)
  }

  private func rows(_ session: Session) -> [String] {
    session.lines[3..<19].filter { !$0.isEmpty }.map { String($0.dropFirst(2)) }
  }

  @Test func `it says when, who, what, why and what became of it, and which run did it again`() {
    var session = Session.listing([ListedRun(retry), ListedRun(finished)])
    #expect(
      rows(session) == [
        "2026-11-22 13:32Z  7f3a  jkeller  retry   CHG-8   3 removed",
        "2026-11-22 13:02Z  0b1e  jkeller  remove  CHG-7   57 removed, 3 failed; trie..",
      ]
    )
    session.press(.down)
    #expect(session.messageLine == "It was tried again by run 20261122T133211Z-7f3a.")
    #expect(session.lines[23].contains("U undo 57") && !session.lines[23].contains("R retry"))
    session.send(.resized(.large))
    #expect(session.screen.contains("111122223333  57 removed, 3 failed; tried again by run 7f3a"))
  }

  @Test func `what was undone is not advised to be undone again`() {
    var session = Session.listing([ListedRun(undo), ListedRun(finished)], size: .large)
    #expect(session.lines[3].contains("undo    CHG-8   111122223333  57 restored"))
    #expect(session.lines[29].contains("U undo 57"))
    session.press(.down)
    #expect(session.lines[4].hasSuffix("57 removed, 3 failed; undone by run 7f3a"))
    #expect(session.lines[29].contains("R retry 3") && !session.lines[29].contains("U undo"))
  }

  @Test func `the run under the cursor is told whole, at any width`() {
    for columns in [60, 80, 120, 200] {
      let session = Session.listing([ListedRun(finished)], size: Size(rows: 24, columns: columns))
      let text = session.lines[19...21].joined(separator: "  ")
      for part in ["20261122T130211Z-0b1e", "57 removed, 3 failed", "CHG-7", "jkeller on bastion-2"] {
        #expect(text.contains(part), "\(columns)")
      }
    }
  }

  @Test(arguments: [
    ("reason:chg-8", 1), ("what:retry", 1), ("!retry", 1), ("jkeller", 2), ("state:finished", 2), ("finished", 0),
    ("failed", 1), ("when:13:3", 1), ("20261122T133211Z-7f3a", 1), ("account:1111", 2), ("who:keller reason:7|8", 2),
  ])
  func `it is filtered by the words of its columns`(filter: String, count: Int) {
    var session = Session.listing([ListedRun(retry), ListedRun(finished)])
    session.press(.character("/"))
    session.type(filter)
    #expect(session.lines[1].hasPrefix("\(count) of 2 runs") && session.lines[1].hasSuffix("/\(filter)"))
    session.press(.enter)
    #expect(session.state.runs.shown.count == count)
    session.press(.escape)
    #expect(session.state.screen == .runs && rows(session).count == 2)
    session.press(.escape)
    #expect(session.state.screen == .list)
  }

  @Test func `where no run is let through there is none to do anything with`() {
    var session = Session.listing([ListedRun(finished)])
    session.press(.character("/"))
    session.type("x")
    session.press(.enter)
    #expect(session.screen.contains("No run matches /x. Esc clears the filter."))
    session.press(.character("U"))
    #expect(session.effects.isEmpty && session.messageLine == "There is no run here.")
  }

  @Test func `the cursor stays on its run through sort, filter and reading again`() {
    var session = Session.listing([ListedRun(retry), ListedRun(finished)])
    session.press(.down)
    #expect(session.state.runs.current?.id == finished.id)
    session.press(.character("S"))
    #expect(session.state.runs.current?.id == finished.id && session.state.runs.cursor.index == 0)
    #expect(session.lines[2].hasPrefix("  WHEN ^ "))
    session.press(.character("/"))
    session.type("remove")
    session.press(.enter, .escape)
    session.send(.journal(.listed([ListedRun(undo), ListedRun(retry), ListedRun(finished)])))
    #expect(session.state.runs.current?.id == finished.id)
  }

  @Test func `it is sorted by any column, and by name`() {
    var session = Session.listing([ListedRun(retry), ListedRun(finished)])
    session.press(.character(":"))
    session.type("sort entries")
    session.press(.enter)
    #expect(session.messageLine == "Sorted by entries.")
    #expect(rows(session)[0].contains("3 removed"))
    session.press(.character("S"))
    #expect(rows(session)[0].contains("57 removed"))
    for column in RunColumn.sorted {
      session.state.sortRuns(by: ColumnSort(column: column))
      #expect(rows(session).count == 2)
    }
    session.press(.character(":"))
    session.type("sort colour")
    session.press(.enter)
    #expect(session.screen.contains("There is no column \"colour\" to sort by; when, who, what"))
  }
}
