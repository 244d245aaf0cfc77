import Algorithms
import AppStream
import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

struct JournalReadingTests {
  @Test func `a journal gives the run that was written`() throws {
    let reading = try SampleJournal.reading(SampleJournal.bytes())
    let contents = reading.contents
    #expect(contents.id == SampleJournal.id)
    #expect(contents.plan == SampleJournal.plan)
    #expect(contents.started == Sample.moment)
    #expect(contents.lines.map(\.record) == SampleJournal.records)
    #expect(contents.lines.first?.time == Sample.moment.addingTimeInterval(0.5))
    #expect(contents.lastHash == SampleJournal.lines().last.map(JournalLine.hash(of:)))
    #expect(contents.holder?.holder == SampleJournal.holder)
    #expect(contents.machine.isFinished)
    #expect(contents.machine.entries[0].outcome == .removed)
    #expect(reading.wholeLength == SampleJournal.bytes().count)
  }

  @Test func `every line repeats the hash of the one before`() throws {
    let lines = SampleJournal.lines()
    for (line, next) in lines.adjacentPairs() {
      let text = String(decoding: next, as: UTF8.self)
      #expect(text.contains("\"previous\":\"\(JournalLine.hash(of: line))\""))
    }
    #expect(String(decoding: lines[0], as: UTF8.self).contains("\"previous\":null"))
  }

  @Test func `a journal cut off anywhere holds its whole lines, or says that nothing was sent`() throws {
    let bytes = SampleJournal.bytes()
    let ends = bytes.indices.filter { bytes[$0] == .newline }.map { $0 + 1 }
    for length in 0...bytes.count {
      let whole = ends.last { $0 <= length } ?? 0
      do throws(JournalError) {
        let reading = try SampleJournal.reading(Array(bytes.prefix(length)))
        #expect(reading.wholeLength == whole)
        #expect(reading.contents.lines.count == ends.count { $0 <= length } - 1)
      } catch {
        #expect(whole == 0, "\(length): \(error)")
        #expect(error == .unbegun(SampleJournal.id))
      }
    }
  }

  @Test func `a changed byte anywhere is refused`() {
    let bytes = SampleJournal.bytes()
    for index in bytes.indices {
      // By turns a neighbour, the other case of a letter, and a byte that is no ASCII.
      let change: UInt8 = [0x01, 0x20, 0x80][index % 3]
      var changed = bytes
      changed[index] ^= change
      #expect(throws: JournalError.self, "byte \(index) ^ \(change)") { try SampleJournal.reading(changed) }
    }
  }

  @Test func `a changed byte in a line that a crash cut off changes nothing, or is refused`() throws {
    let whole = SampleJournal.bytes()
    let torn = Array(
      SampleJournal.lines(SampleJournal.records + [.opened(SampleJournal.holder)]).last?.dropLast(9) ?? []
    )
    let contents = try SampleJournal.reading(whole).contents
    #expect(try SampleJournal.reading(whole + torn).contents == contents)
    for index in torn.indices {
      var changed = torn
      changed[index] ^= 0x01
      let read = try? SampleJournal.reading(whole + changed).contents
      #expect(read == nil || read == contents)
    }
  }

  @Test func `a line left out, doubled or exchanged is refused by its number`() {
    let lines = SampleJournal.lines()
    for index in 1..<lines.count - 1 {
      var (shorter, doubled, exchanged) = (lines, lines, lines)
      shorter.remove(at: index)
      doubled.insert(lines[index], at: index)
      exchanged.swapAt(index, index + 1)
      let cases = [(shorter, index + 1), (doubled, index + 2), (exchanged, index + 1)]
      for (lines, number) in cases {
        let reason = "it does not follow the line before it"
        #expect(throws: JournalError.broken(path: "j", line: number, reason: reason)) {
          try SampleJournal.reading(Array(lines.map { $0 + [.newline] }.joined()))
        }
      }
    }
  }

  @Test func `records that cannot follow each other are refused though their hashes fit`() {
    let bytes = SampleJournal.bytes([.confirmed(how: "y"), .sending(batch: 1, attempt: 1, entries: [3])])
    let reason = "it names entry 3, which the plan does not have"
    #expect(throws: JournalError.broken(path: "j", line: 3, reason: reason)) { try SampleJournal.reading(bytes) }
  }

  @Test func `a journal has one plan, and it comes first`() {
    let lines = SampleJournal.lines([])
    let second = JournalLine(
      time: Sample.moment,
      previous: JournalLine.hash(of: lines[0]),
      content: .plan(SampleJournal.plan)
    )
    #expect(throws: JournalError.broken(path: "j", line: 2, reason: "there is a plan already")) {
      try SampleJournal.reading(lines[0] + [.newline] + second.bytes() + [.newline])
    }
    let first = JournalLine(time: Sample.moment, previous: nil, content: .record(.confirmed(how: "y")))
    #expect(throws: JournalError.broken(path: "j", line: 1, reason: "the plan has to come first")) {
      try SampleJournal.reading(first.bytes() + [.newline])
    }
  }

  @Test func `a later version is named`() {
    let text = String(decoding: SampleJournal.lines([])[0], as: UTF8.self).replacing(#""v":1}"#, with: #""v":7}"#)
    #expect(throws: JournalError.newer(path: "j", version: 7)) { try SampleJournal.reading(Array("\(text)\n".utf8)) }
    #expect(
      "\(JournalError.newer(path: "j", version: 7))"
        == "The journal j has format 7, which a later version of this program wrote. Use that version."
    )
  }

  @Test(arguments: ["[", "{\"a\":", "[[[{"])
  func `deep nesting is refused and does no harm`(opening: String) {
    let bytes = Array(String(repeating: opening, count: 100_000).utf8) + [.newline]
    #expect(throws: JournalError.self) { try SampleJournal.reading(bytes) }
  }
}
