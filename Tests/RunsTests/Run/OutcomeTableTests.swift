import AppStream
import TestSupport
import Testing

@testable import Runs

/// Every cell of the table of outcomes, for a single entry.
struct OutcomeTableTests {
  enum Answer: Sendable { case clean, error, lost, refused, forbidden }
  enum Sight: Sendable { case reached, missed, unreadable }

  struct Cell: Sendable, CustomTestStringConvertible {
    var answer: Answer
    var sight: Sight
    var removal: String
    var restoring: String
    var code: String?
    var requestID: String?

    init(
      _ answer: Answer,
      _ sight: Sight,
      _ removal: String,
      _ restoring: String,
      _ code: String?,
      _ requestID: String?
    ) {
      (self.answer, self.sight, self.removal, self.restoring) = (answer, sight, removal, restoring)
      (self.code, self.requestID) = (code, requestID)
    }

    var testDescription: String { "\(answer), \(sight)" }
  }

  static let cells: [Cell] = [
    Cell(.clean, .reached, "removed", "restored", nil, "q-1"),
    Cell(.clean, .missed, "sent", "sent", nil, "q-1"),
    Cell(.clean, .unreadable, "unknown", "unknown", nil, "q-1"),
    Cell(.error, .reached, "absent", "present", "USER_NAME_NOT_FOUND", "q-1"),
    Cell(.error, .missed, "failed", "failed", "USER_NAME_NOT_FOUND", "q-1"),
    Cell(.error, .unreadable, "unknown", "unknown", "USER_NAME_NOT_FOUND", "q-1"),
    Cell(.lost, .reached, "removed", "restored", nil, nil),
    Cell(.lost, .missed, "queued", "queued", nil, nil),
    Cell(.lost, .unreadable, "unknown", "unknown", nil, nil),
    Cell(.refused, .reached, "absent", "present", "InvalidParameterCombinationException", "q-refused"),
    Cell(.refused, .missed, "failed", "failed", "InvalidParameterCombinationException", "q-refused"),
    Cell(.refused, .unreadable, "unknown", "unknown", "InvalidParameterCombinationException", "q-refused"),
    Cell(.forbidden, .reached, "absent", "present", "AccessDeniedException", "q-refused"),
    Cell(.forbidden, .missed, "failed", "failed", "AccessDeniedException", "q-refused"),
    Cell(.forbidden, .unreadable, "unknown", "unknown", "AccessDeniedException", "q-refused"),
  ]

  @Test(arguments: [RunOperation.disassociate, .associate], cells)
  func `an answer and what is seen after it make the outcome`(operation: RunOperation, cell: Cell) throws {
    var player = RunPlayer(Sample.plan(["biology": 1], operation))
    let order = try player.send()
    #expect(player.words == ["sent"])
    switch cell.answer {
    case .clean: player.answered(order)
    case .error: player.answered(order, [player.error(0, "USER_NAME_NOT_FOUND")])
    case .lost: player.lost(order)
    case .refused: player.refused(order, "InvalidParameterCombinationException", .entries)
    case .forbidden: player.refused(order, "AccessDeniedException", .accessDenied)
    }
    #expect(player.words == ["sent"], "nothing is claimed before it is read back")
    let read = try player.read()
    let isExplained = operation == .disassociate && cell.answer == .clean
    #expect(
      read == ReadOrder(stack: "biology", entries: [0], unexplained: isExplained ? [] : [0], delay: .zero)
    )
    let presentWhenReached = operation == .associate
    switch cell.sight {
    case .reached: player.saw(read, present: presentWhenReached ? [0] : [])
    case .missed: player.saw(read, present: presentWhenReached ? [] : [0])
    case .unreadable: player.couldNotRead(read)
    }
    let entry = player.machine.entries[0]
    #expect(entry.word == (operation == .disassociate ? cell.removal : cell.restoring))
    #expect(entry.error?.code == cell.code)
    #expect(entry.requestID == cell.requestID)
    #expect(entry.sends == 1)
  }

  @Test(arguments: [RunOperation.disassociate, .associate])
  func `an entry that is where it should be at the check is never sent`(operation: RunOperation) throws {
    var player = RunPlayer(Sample.plan(["biology": 2], operation), isConfirmed: false)
    let (present, gone) = operation == .disassociate ? ([1], [0]) : ([0], [1])
    player.happens(.observed(stack: "biology", present: present, gone: gone, unreadable: []))
    player.happens(.confirmed(how: "y"))
    #expect(player.words == [operation == .disassociate ? "absent" : "present", "queued"])
    #expect(player.machine.entries[0].error == nil)
    #expect(try player.send().entries == [1])
    #expect(player.machine.entries[0].sends == 0)
  }

  @Test func `a run of which nothing is left after the check is finished at once`() {
    var player = RunPlayer(Sample.plan(["biology": 2]), isConfirmed: false)
    player.happens(.observed(stack: "biology", present: [], gone: [0, 1], unreadable: []))
    player.happens(.confirmed(how: "--yes"))
    #expect(player.machine.nextStep() == .finish)
    #expect(player.machine.writeCalls == 0)
  }

  @Test func `a run that is confirmed again when it is taken up queues nothing twice`() throws {
    var player = RunPlayer(Sample.plan(["biology": 30]))
    player.happens(.observed(stack: "biology", present: Array(1..<30), gone: [0], unreadable: []))
    player.happens(.confirmed(how: "--yes"))
    let sent = try [player.send(), player.send()].map(\.entries)
    #expect(sent == [Array(1..<26), Array(26..<30)])
    #expect(player.machine.nextStep() == nil)
  }
}
