import AppStream
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
    #expect(!marks.canUndo)
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
}
