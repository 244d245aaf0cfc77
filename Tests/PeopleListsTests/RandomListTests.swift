import PeopleLists
import SeededNumbers
import Testing

/// Lists at random: what is read is what was written, and what was damaged is never somebody else.
struct RandomListTests {
  @Test(.timeLimit(.minutes(10)))
  func `twenty thousand lists are read as they were written`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for number in 0..<20_000 {
      let list = RandomList(using: &random)
      var wanted: [[UInt8]] = []
      for person in list.people where !wanted.contains(Array(person.utf8)) { wanted.append(Array(person.utf8)) }
      do throws(ListRefusal) {
        let read = try PeopleList(list.bytes, name: "list")
        #expect(read.people.map { Array($0.address.utf8) } == wanted, "seed \(seed), list \(number), \(list.lines)")
        let account = read.account
        let counted = LineAccount.Fate.allCases.reduce(0) { $0 + account[$1] }
        #expect(counted == account.total, "seed \(seed), list \(number), \(list.lines)")
      } catch {
        Issue.record("seed \(seed), list \(number), \(list.lines): \(error)")
      }
    }
  }

  /// Whoever is taken stands in the damaged list as a whole address, with nothing of an address beside it; and whoever
  /// was in the list and stands there still is taken, or the list is refused.
  @Test(.timeLimit(.minutes(10)))
  func `a damaged list names nobody who is not in it, and loses nobody without a word`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    for number in 0..<20_000 {
      let list = RandomList(using: &random)
      let damaged = Self.damaged(list.bytes, using: &random)
      // Without its mark, UTF-16 is told by zeros, and this test does not tell it.
      if damaged.contains(0), !damaged.starts(with: [0xFF, 0xFE]), !damaged.starts(with: [0xFE, 0xFF]) { continue }
      do throws(ListRefusal) {
        let read = try PeopleList(damaged, name: "list")
        let words = Self.addresses(in: damaged)
        let taken = read.people.map(\.address)
        for person in taken {
          #expect(words.contains(person), "seed \(seed), list \(number): \(person) in \(Self.shown(damaged))")
        }
        let managers: Set = ["jane.roe@contr.example"]
        // Where a column may hold other people, damage that keeps the width of a row can put a cell there, and nothing
        // in the list tells.
        if Self.shown(list.bytes).contains("Manager") { continue }
        let lines = Self.shown(damaged).split(whereSeparator: \.isNewline)
        for word in words where !managers.contains(word) && list.people.contains(word) {
          // A row that names somebody in its column may have whatever it likes in a column of notes, or in one that is
          // called after users and is not the one.
          let isBesideAnother = lines.contains { line in
            line.contains(word) && taken.contains { $0 != word && line.contains($0) }
          }
          if isBesideAnother { continue }
          #expect(taken.contains(word), "seed \(seed), list \(number): \(word) lost in \(Self.shown(damaged))")
        }
      } catch {
        #expect(!error.sentences.isEmpty)
        if case .unaccounted = error.cause { Issue.record("seed \(seed), list \(number), \(Self.shown(damaged))") }
      }
    }
  }

  /// Lines as most lists have them are read by a shorter way, which a no-break space keeps them from.
  @Test func `names are read alike whichever blanks divide them`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    let words = [
      "Abe", "Zoë", "Ödön", "Жанна", "GROß", "O'Brien", "Jean-Luc", "van", "der", "X", "Olsen2", "McDonald", "Keep",
      "NICHT", "Ohne", "Manager", "Führungskraft", "Для", "Не", "To", "Do", "DoNotRemove", "Æ", "İ", "ǅor", "不要",
      "(IT)", "olsen",
    ]
    for _ in 0..<20_000 {
      var name = (0..<Int.random(in: 1...3, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      if Bool.random(using: &random) { name[Int.random(in: name.indices, using: &random)] += "," }
      let quote = ["", "", "\"", "'", "“"].randomElement(using: &random) ?? ""
      let text = quote + name.joined(separator: " ") + (quote == "“" ? "”" : quote)
      let end = ["", ";", ",", ";;"].randomElement(using: &random) ?? ""
      let readings = [" ", "\u{A0}"].map { blank in
        Reading(Array("\(text) <abe.olsen@contr.example>\(end)\n".replacing(" ", with: blank).utf8))
      }
      #expect(readings[0] == readings[1], "seed \(seed): \(text)")
    }
  }

  private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var damaged = bytes
    let telling = Array("\"'<>@,;\t\r\n#|. -:=a".utf8)
    for _ in 0...Int.random(in: 0...2, using: &random) where !damaged.isEmpty {
      let place = Int.random(in: damaged.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: damaged.remove(at: place)
      case 1: damaged.insert(telling.randomElement(using: &random) ?? 0, at: place)
      case 2: damaged[place] = telling.randomElement(using: &random) ?? 0
      case 3: damaged.insert(contentsOf: damaged[place...].prefix(Int.random(in: 1...30, using: &random)), at: place)
      default: damaged.removeSubrange(place..<min(damaged.count, place + Int.random(in: 1...20, using: &random)))
      }
    }
    return damaged
  }

  /// The text that the bytes are, whatever their encoding, as far as it can be told.
  private static func shown(_ bytes: [UInt8]) -> String {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isUTF16 else { return String(decoding: bytes, as: UTF8.self) }
    let isBig = bytes[0] == 0xFE
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (one, two) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBig ? one << 8 | two : two << 8 | one
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The whole addresses in a text, outside of comments: what stands between characters that no address has.
  private static func addresses(in bytes: [UInt8]) -> Set<String> {
    let lines = shown(bytes).unicodeScalars.filter { $0 != "\u{FEFF}" }.split { $0 == "\n" || $0 == "\r" }
      .map { String($0) }.filter { !$0.drop { $0 == " " || $0 == "\t" }.hasPrefix("# ") }
    let words = lines.flatMap { line in
      line.unicodeScalars.split { scalar in
        if "\"'<>()[],;|:\t \u{1A}".unicodeScalars.contains(scalar) { return scalar != "'" }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return false
        default: return !scalar.isASCII && !scalar.properties.isAlphabetic
        }
      }.map { String($0) }
    }
    return Set(
      words.flatMap { word in
        let inner =
          word.hasPrefix("'") && word.hasSuffix("'") && word.count > 2 ? String(word.dropFirst().dropLast()) : word
        let marked = [
          word.hasPrefix("'") ? String(word.dropFirst()) : word, word.hasSuffix("'") ? String(word.dropLast()) : word,
        ]
        return [word, inner] + marked
      }
    )
  }
}
