import AppStream
import BitCollections
import SeededNumbers
import Testing

@testable import Console

@Suite struct MarksTests {
  private var table: AssociationTable
  private let ada, bo, eve: AssociationID

  init() {
    table = AssociationTable()
    ada = table.insert(Association(stackName: "design", userName: "ada@x.example"))
    bo = table.insert(Association(stackName: "design", userName: "bo@x.example"))
    eve = table.insert(Association(stackName: "maths", userName: "eve@x.example"))
  }

  private func set(_ rows: AssociationID...) -> BitSet { BitSet(rows.map(\.index)) }

  private func counts(_ marks: Marks) -> [Int] { ["design", "maths"].map { marks.count(on: $0, in: table) } }

  @Test func `marks are counted in all and by stack`() {
    var marks = Marks()
    marks.change(adding: set(ada, bo, eve), in: table)
    #expect(marks.count == 3)
    #expect(counts(marks) == [2, 1])
    marks.toggle(bo, in: table)
    #expect(counts(marks) == [1, 1])
    marks.toggle(eve, in: table)
    #expect(counts(marks) == [1, 0])
  }

  @Test func `the authentication type belongs to the identity of a row`() {
    var marks = Marks()
    marks.toggle(ada, in: table)
    let other = Association(stackName: "design", userName: "ada@x.example", authenticationType: .saml)
    #expect(!marks.contains(other, in: table))
    #expect(marks.contains(ada) && marks.contains(table[ada], in: table))
  }

  @Test func `changes are taken back one by one, as they were made`() {
    var marks = Marks()
    marks.toggle(ada, in: table)
    marks.change(adding: set(ada, bo, eve), in: table)
    marks.clear(in: table)
    var change = marks.undo(in: table)
    #expect(change?.marked == 3)
    #expect(marks.rows == set(ada, bo, eve))
    // ada was marked before, so that change did not mark it.
    change = marks.undo(in: table)
    #expect(change?.unmarked == 2)
    #expect(marks.rows == set(ada))
    change = marks.undo(in: table)
    #expect(change?.unmarked == 1)
    change = marks.undo(in: table)
    #expect(change == nil)
    #expect(marks.isEmpty)
  }

  @Test func `what changes nothing is no change to take back`() {
    var marks = Marks()
    marks.change(adding: set(ada), in: table)
    let isMarkedAgain = marks.change(adding: set(ada), in: table)
    let isUnmarkedAgain = marks.change(removing: set(bo), in: table)
    #expect(isMarkedAgain == (0, 0) && isUnmarkedAgain == (0, 0))
    let undone = marks.undo(in: table)
    #expect(undone?.unmarked == 1)
    let nothing = marks.undo(in: table)
    #expect(nothing == nil)
  }

  @Test func `a row that is no more does not come back`() {
    var marks = Marks()
    marks.change(adding: set(ada, bo), in: table)
    marks.clear(in: table)
    marks.forget([ada], in: table)
    let change = marks.undo(in: table)
    #expect(change?.marked == 1)
    #expect(marks.rows == set(bo))
    #expect(counts(marks) == [1, 0])
  }

  @Test func `a row that came back and was marked again is taken back like any other`() {
    var marks = Marks()
    marks.change(adding: set(ada, bo), in: table)
    marks.forget([ada], in: table)
    marks.change(adding: set(ada), in: table)
    var change = marks.undo(in: table)
    #expect(change?.unmarked == 1)
    // ada was gone after this change, so only bo is left of it.
    change = marks.undo(in: table)
    #expect(change?.unmarked == 1)
    #expect(marks.isEmpty)
  }

  @Test func `to forget says how many of the rows were marked`() {
    var marks = Marks()
    marks.change(adding: set(ada, bo), in: table)
    let forgotten = marks.forget([ada, eve], in: table)
    #expect(forgotten == 1)
    #expect(marks.rows == set(bo))
  }

  @Test func `the oldest changes are dropped where there is no room for all, and that is known`() {
    var many = table
    for number in 0..<2000 { _ = many.insert(Association(stackName: "art", userName: "user-\(number)")) }
    let marked = BitSet(0..<many.count)
    // Room for about ten changes of all rows, as sets of bits.
    var marks = Marks(history: MarkHistory(room: many.count / 8 * 10))
    for _ in 0..<10 {
      marks.change(adding: marked, in: many)
      marks.clear(in: many)
    }
    #expect(marks.isHistoryCut)
    var undone = 0
    while let change = marks.undo(in: many) {
      #expect(change.marked + change.unmarked == many.count)
      undone += 1
    }
    #expect((5..<10).contains(undone))
  }

  @Test func `one change is kept however many rows it holds`() {
    var marks = Marks()
    marks.toggle(ada, in: table)
    var many = table
    for number in 0..<5000 { _ = many.insert(Association(stackName: "maths", userName: "user-\(number)")) }
    marks.change(adding: BitSet(0..<many.count), in: many)
    let change = marks.undo(in: many)
    #expect(change?.unmarked == many.count - 1)
    #expect(marks.rows == set(ada))
  }

  @Test func `marks are as if every row that is gone were taken out of every change at once`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    var table = AssociationTable()
    let rows = (0..<12).map { table.insert(Association(stackName: "stack-\($0 % 3)", userName: "user-\($0)")) }
    var (marks, model) = (Marks(), EagerMarks())
    for _ in 0..<2_000 {
      let some = rows.filter { _ in Bool.random(using: &random) }
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3:
        marks.change(adding: BitSet(some.map(\.index)), in: table)
        model.change(adding: Set(some), removing: [])
      case 3:
        marks.change(removing: BitSet(some.map(\.index)), in: table)
        model.change(adding: [], removing: Set(some))
      case 4..<6:
        marks.forget(some.prefix(2), in: table)
        model.forget(Set(some.prefix(2)))
      default:
        _ = marks.undo(in: table)
        model.undo()
      }
      #expect(marks.rows == BitSet(model.rows.map(\.index)), "seed \(seed)")
      #expect(marks.count == model.rows.count, "seed \(seed)")
    }
  }
}

/// Marks and their history told in the plainest way.
private struct EagerMarks {
  var rows: Set<AssociationID> = []
  private var changes: [(added: Set<AssociationID>, removed: Set<AssociationID>)] = []

  mutating func change(adding: Set<AssociationID>, removing: Set<AssociationID>) {
    let change = (added: adding.subtracting(rows), removed: removing.intersection(rows))
    guard !change.added.isEmpty || !change.removed.isEmpty else { return }
    changes.append(change)
    rows = rows.subtracting(change.removed).union(change.added)
  }

  mutating func forget(_ gone: Set<AssociationID>) {
    rows.subtract(gone)
    changes = changes.map { ($0.added.subtracting(gone), $0.removed.subtracting(gone)) }
      .filter { !$0.0.isEmpty || !$0.1.isEmpty }
  }

  mutating func undo() {
    guard let change = changes.popLast() else { return }
    rows = rows.subtracting(change.added).union(change.removed)
  }
}
