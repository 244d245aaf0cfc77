import SeededNumbers
import Testing

@testable import AppStream

@Suite struct NameTableTests {
  @Test func `a name is kept once, byte for byte`() {
    var table = NameTable()
    let names = ["ada", "Ada", "ren\u{E9}", "rene\u{301}", ""]
    let numbers = names.map { table.insert($0) }
    #expect(numbers == [0, 1, 2, 3, 4])
    #expect(names.map { table.insert($0) } == numbers)
    #expect(names.map { table.number(of: $0) } == numbers)
    #expect(numbers.map { Array(table[$0].utf8) } == names.map { Array($0.utf8) })
    #expect(table.number(of: "eve") == nil)
  }

  @Test func `a number that a name is likely to have is taken only where it is the name's, byte for byte`() {
    var table = NameTable()
    let names = ["ren\u{E9}", "rene\u{301}", "ada", "", "ada "]
    let numbers = names.map { table.insert($0) }
    for likely in numbers { #expect(names.map { table.insert($0, likely: likely) } == numbers) }
    #expect(table.insert("eve", likely: 2) == 5)
    #expect(table.count == 6)
  }

  @Test func `names of any length find a place, at the end of a chunk and beyond one`() {
    var table = NameTable()
    let lengths = [65_535, 1, 0, 65_536, 0, 1, 65_537, 200_000, 1]
    let names = lengths.enumerated().map {
      String(repeating: Character(UnicodeScalar(97 + $0.offset)!), count: $0.element)
    }
    let numbers = names.map { table.insert($0) }
    #expect(numbers.map { table[$0] } == names)
    #expect(names.map { table.number(of: $0) } == numbers)
  }

  @Test func `a copy is not changed by what is added to the table that it was taken of`() {
    var table = NameTable()
    for number in 0..<20_000 { _ = table.insert("user-\(number)") }
    let copy = table
    for number in 20_000..<30_000 { _ = table.insert("user-\(number)") }
    #expect(copy.count == 20_000 && table.count == 30_000)
    #expect(copy.number(of: "user-19999") == 19_999 && copy.number(of: "user-20000") == nil)
    #expect(copy != table)
  }

  @Test func `any names keep their numbers, in any order and however often they come`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    var (table, model) = (NameTable(), [[UInt8]: UInt32]())
    for _ in 0..<50_000 {
      let name = String(UInt64.random(in: 0..<20_000, using: &random), radix: 36)
      let expected = model[Array(name.utf8)] ?? UInt32(model.count)
      model[Array(name.utf8)] = expected
      #expect(table.insert(name) == expected, "seed \(seed)")
    }
    #expect(model.allSatisfy { Array(table[$0.value].utf8) == $0.key }, "seed \(seed)")
  }
}
