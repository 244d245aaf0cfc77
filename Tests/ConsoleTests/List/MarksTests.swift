import AppStream
import SeededNumbers
import Testing

@testable import Console

@Suite struct MarksTests {
  private let ada = Association(stackName: "design", userName: "ada@x.example")
  private let bo = Association(stackName: "design", userName: "bo@x.example")
  private let eve = Association(stackName: "maths", userName: "eve@x.example")

  @Test func `marks are counted in all and by stack`() {
    var marks = Marks()
    marks.change(adding: [ada, bo, eve])
    #expect(marks.count == 3)
    #expect(marks.countByStack == ["design": 2, "maths": 1])
    marks.toggle(bo)
    #expect(marks.countByStack == ["design": 1, "maths": 1])
    marks.toggle(eve)
    #expect(marks.countByStack == ["design": 1])
  }

  @Test func `the authentication type belongs to the identity of a row`() {
    var marks = Marks()
    marks.toggle(ada)
    #expect(!marks.contains(Association(stackName: "design", userName: "ada@x.example", authenticationType: .saml)))
    #expect(marks.contains(ada))
  }

  @Test func `changes are taken back one by one, as they were made`() {
    var marks = Marks()
    marks.toggle(ada)
    marks.change(adding: [ada, bo, eve])
    marks.clear()
    var change = marks.undo()
    #expect(change?.marked == 3)
    #expect(marks.rows == [ada, bo, eve])
    // ada was marked before, so that change did not mark it.
    change = marks.undo()
    #expect(change?.unmarked == 2)
    #expect(marks.rows == [ada])
    change = marks.undo()
    #expect(change?.unmarked == 1)
    change = marks.undo()
    #expect(change == nil)
    #expect(marks.isEmpty)
  }

  @Test func `what changes nothing is no change to take back`() {
    var marks = Marks()
    marks.change(adding: [ada])
    let isMarkedAgain = marks.change(adding: [ada])
    let isUnmarkedAgain = marks.change(removing: [bo])
    #expect(!isMarkedAgain && !isUnmarkedAgain)
    let undone = marks.undo()
    #expect(undone?.unmarked == 1)
    let nothing = marks.undo()
    #expect(nothing == nil)
  }

  @Test func `a row that is no more does not come back`() {
    var marks = Marks()
    marks.change(adding: [ada, bo])
    marks.clear()
    marks.forget([ada])
    let change = marks.undo()
    #expect(change?.marked == 1)
    #expect(marks.rows == [bo])
    #expect(marks.countByStack == ["design": 1])
  }

  @Test func `a row that came back and was marked again is taken back like any other`() {
    var marks = Marks()
    marks.change(adding: [ada, bo])
    marks.forget([ada])
    marks.change(adding: [ada])
    var change = marks.undo()
    #expect(change?.unmarked == 1)
    // ada was gone after this change, so only bo is left of it.
    change = marks.undo()
    #expect(change?.unmarked == 1)
    #expect(marks.isEmpty)
  }

  @Test func `to forget says how many of the rows were marked`() {
    var marks = Marks()
    marks.change(adding: [ada, bo])
    let forgotten = marks.forget([ada, eve])
    #expect(forgotten == 1)
    #expect(marks.rows == [bo])
  }

  @Test func `the oldest changes are dropped where there is no room for all, and that is known`() {
    let rows = (0..<MarkHistory.room / 4).map { Association(stackName: "design", userName: "user-\($0)") }
    var marks = Marks()
    for _ in 0..<3 {
      marks.change(adding: rows)
      marks.clear()
    }
    #expect(marks.isHistoryCut)
    for _ in 0..<4 {
      let change = marks.undo()
      #expect(change.map { $0.marked + $0.unmarked } == rows.count)
    }
    let nothing = marks.undo()
    #expect(nothing == nil)
  }

  @Test func `one change is kept however many rows it holds`() {
    var marks = Marks()
    marks.toggle(ada)
    marks.change(adding: (0...MarkHistory.room).map { Association(stackName: "maths", userName: "user-\($0)") })
    let change = marks.undo()
    #expect(change?.unmarked == MarkHistory.room + 1)
    #expect(marks.rows == [ada])
  }

  @Test func `marks are as if every row that is gone were taken out of every change at once`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    let rows = (0..<12).map { Association(stackName: "stack-\($0 % 3)", userName: "user-\($0)") }
    var (marks, model) = (Marks(), EagerMarks())
    for _ in 0..<2_000 {
      let some = rows.filter { _ in Bool.random(using: &random) }
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3:
        marks.change(adding: some)
        model.change(adding: Set(some), removing: [])
      case 3:
        marks.change(removing: some)
        model.change(adding: [], removing: Set(some))
      case 4..<6:
        marks.forget(some.prefix(2))
        model.forget(Set(some.prefix(2)))
      default:
        _ = marks.undo()
        model.undo()
      }
      #expect(marks.rows == model.rows, "seed \(seed)")
      #expect(marks.count == model.rows.count, "seed \(seed)")
    }
  }
}

/// Marks and their history told in the plainest way.
private struct EagerMarks {
  var rows: Set<Association> = []
  private var changes: [(added: Set<Association>, removed: Set<Association>)] = []

  mutating func change(adding: Set<Association>, removing: Set<Association>) {
    let change = (added: adding.subtracting(rows), removed: removing.intersection(rows))
    guard !change.added.isEmpty || !change.removed.isEmpty else { return }
    changes.append(change)
    rows = rows.subtracting(change.removed).union(change.added)
  }

  mutating func forget(_ gone: Set<Association>) {
    rows.subtract(gone)
    changes = changes.map { ($0.added.subtracting(gone), $0.removed.subtracting(gone)) }
      .filter { !$0.0.isEmpty || !$0.1.isEmpty }
  }

  mutating func undo() {
    guard let change = changes.popLast() else { return }
    rows = rows.subtracting(change.added).union(change.removed)
  }
}
