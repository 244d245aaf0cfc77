import AppStream
import TestSupport
import Testing

@testable import Runs

/// Plays a run record by record, and keeps the records.
struct RunPlayer {
  private(set) var machine: RunMachine
  private(set) var records: [RunRecord] = []

  /// A run of `plan`, confirmed unless the test says otherwise.
  init(_ plan: Plan, isConfirmed: Bool = true) {
    machine = RunMachine(plan)
    if isConfirmed { happens(.confirmed(how: "--yes")) }
  }

  /// What the journal of the run holds.
  func contents() throws -> JournalContents {
    try JournalContents(
      id: RunID(at: Sample.moment, random: 0x7f3a),
      plan: machine.plan,
      started: Sample.moment,
      lines: records.map { JournalContents.Line(time: Sample.moment, record: $0) },
      lastHash: "00"
    )
  }

  mutating func happens(_ record: RunRecord) {
    machine.apply(record)
    records.append(record)
  }

  /// Takes up the next step, which has to be a write call.
  mutating func send(_ location: SourceLocation = #_sourceLocation) throws -> SendOrder {
    let order = try #require(machine.nextStep()?.sendOrder, sourceLocation: location)
    happens(machine.record(of: order))
    return order
  }

  /// Takes up the next step, which has to be a read.
  mutating func read(_ location: SourceLocation = #_sourceLocation) throws -> ReadOrder {
    let order = try #require(machine.nextStep()?.readOrder, sourceLocation: location)
    machine.readStarted(order)
    return order
  }

  mutating func started(_ order: ReadOrder) {
    machine.readStarted(order)
  }

  mutating func answered(_ order: SendOrder, requestID: String? = "q-1", _ errors: [UserStackAssociationError] = []) {
    happens(.answered(batch: order.batch, attempt: order.attempt, requestID: requestID, errors: errors))
  }

  mutating func lost(_ order: SendOrder) {
    happens(.lost(batch: order.batch, attempt: order.attempt, reason: "time limit"))
  }

  mutating func throttled(_ order: SendOrder) {
    happens(.throttled(batch: order.batch, attempt: order.attempt))
  }

  mutating func refused(_ order: SendOrder, _ code: String, _ kind: CallRefusal.Kind) {
    let refusal = CallRefusal(code: code, message: "No.", requestID: "q-refused", kind: kind)
    happens(.refused(batch: order.batch, attempt: order.attempt, refusal: refusal))
  }

  /// The read found `present` of its entries; the others are gone.
  mutating func saw(_ order: ReadOrder, present: [Int] = []) {
    let gone = order.entries.filter { !present.contains($0) }
    happens(.observed(stack: order.stack, present: present, gone: gone, unreadable: []))
  }

  mutating func couldNotRead(_ order: ReadOrder) {
    happens(.observed(stack: order.stack, present: [], gone: [], unreadable: order.entries))
  }

  /// Takes up the next read, which finds every one of its entries, or none.
  mutating func readBack(allPresent: Bool = false, _ location: SourceLocation = #_sourceLocation) throws {
    let order = try read(location)
    saw(order, present: allPresent ? order.entries : [])
  }

  func error(_ index: Int, _ code: String?, message: String? = "Said so.") -> UserStackAssociationError {
    UserStackAssociationError(
      userStackAssociation: PartialAssociation(machine.plan.entries[index]),
      errorCode: code,
      errorMessage: message
    )
  }

  /// The RESULT words, in the plan's order.
  var words: [String] { machine.entries.map(\.word) }
}

extension RunStep {
  var sendOrder: SendOrder? { if case .send(let order) = self { order } else { nil } }
  var readOrder: ReadOrder? { if case .read(let order) = self { order } else { nil } }
}
