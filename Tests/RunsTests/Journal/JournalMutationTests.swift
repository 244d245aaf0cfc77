import AppStream
import FoundationEssentials
import SeededNumbers
import TestSupport
import Testing

@testable import Runs

/// Whatever is done to a journal, reading it gives a run or a sentence.
struct JournalMutationTests {
  @Test func `random changes of bytes give the beginning of the run or a sentence`() throws {
    let seed = Fuzzer.seed()
    var random = SeededGenerator(seed)
    let bytes = SampleJournal.bytes(Array(SampleJournal.records.prefix(5)))
    var refused = 0
    for _ in 0..<10_000 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&changed, &random) }
      do throws(JournalError) {
        let records = try SampleJournal.reading(changed).contents.lines.map(\.record)
        #expect(Array(SampleJournal.records.prefix(records.count)) == records, "FUZZ_SEED=\(seed)")
      } catch {
        refused += 1
        #expect("\(error)".hasSuffix("."), "FUZZ_SEED=\(seed)")
      }
    }
    #expect(refused > 5_000, "FUZZ_SEED=\(seed)")
  }

  @Test func `random records whose hashes fit give a run or a sentence`() {
    let seed = Fuzzer.seed()
    var random = SeededGenerator(seed)
    let numbers = [-1, 0, 1, 2, 3, 4, Int(Int32.max), .max, .min]
    var taken = 0
    for _ in 0..<2_000 {
      let records = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let number = { (random: inout SeededGenerator) in numbers.randomElement(using: &random) ?? 0 }
        let indices = (0..<Int.random(in: 0...3, using: &random)).map { _ in number(&random) }
        return switch Int.random(in: 0..<8, using: &random) {
        case 0: RunRecord.opened(RunHolder(processID: number(&random), host: "", version: ""))
        case 1: RunRecord.confirmed(how: "")
        case 2: RunRecord.sending(batch: number(&random), attempt: number(&random), entries: indices)
        case 3: RunRecord.throttled(batch: number(&random), attempt: number(&random))
        case 4: RunRecord.lost(batch: number(&random), attempt: number(&random), reason: "")
        case 5: RunRecord.answered(batch: number(&random), attempt: 1, requestID: nil, errors: [])
        case 6: RunRecord.observed(stack: "biology", present: indices, gone: [], unreadable: [])
        default: RunRecord.finished(RunCounts(byOutcome: [.removed: number(&random)], queued: 0, sent: 0))
        }
      }
      do throws(JournalError) {
        let contents = try SampleJournal.reading(SampleJournal.bytes(records)).contents
        #expect(contents.lines.map(\.record) == records, "FUZZ_SEED=\(seed)")
        taken += 1
      } catch {
        #expect("\(error)".contains("Nothing is sent on its word"), "FUZZ_SEED=\(seed): \(error)")
      }
    }
    #expect(taken > 0, "FUZZ_SEED=\(seed)")
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard let index = bytes.indices.randomElement(using: &random) else { return }
    let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[index] = .random(in: .min ... .max, using: &random)
    case 1: bytes.remove(at: index)
    case 2: bytes.insert(.random(in: .min ... .max, using: &random), at: index)
    case 3: bytes.removeSubrange(index..<end)
    case 4: bytes.insert(contentsOf: bytes[index..<end], at: bytes.indices.randomElement(using: &random) ?? 0)
    default: bytes.removeSubrange(index...)
    }
  }
}
