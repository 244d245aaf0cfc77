import PeopleLists
import PlainText

/// What reading a list comes to.
enum Reading: Equatable, CustomStringConvertible {
  /// These addresses.
  case people([String])
  /// These lines are refused.
  case refusedLines([Int])
  /// The list is refused as a whole, in a sentence with these words.
  case refused(String)

  init(_ bytes: [UInt8], name: String = "leavers.csv", column: String? = nil, words: String = "") {
    do throws(ListRefusal) {
      self = .people(try PeopleList(bytes, name: name, column: column).people.map(\.address))
    } catch {
      if case .lines(let refused, _) = error.cause {
        self = .refusedLines(refused.map(\.line))
      } else {
        let description = error.description
        self = .refused(description.contains(words) ? words : description)
      }
    }
  }

  /// Reads `text` as UTF-8; a refusal is looked at for the words that `expected` has.
  init(_ text: String, column: String? = nil, like expected: Reading) {
    guard case .refused(let words) = expected else {
      self.init(Array(text.utf8), column: column)
      return
    }
    self.init(Array(text.utf8), column: column, words: words)
  }

  var description: String {
    switch self {
    case .people(let people): "people \(people)"
    case .refusedLines(let lines): "lines \(lines)"
    case .refused(let words): "refused \(words)"
    }
  }

  static let abe = Reading.people(["abe.olsen@contr.example"])
  static let both = Reading.people(["abe.olsen@contr.example", "bo.diaz@contr.example"])
}
