import FoundationEssentials
import PlainText

/// The users of the pool, by the numbers of their names, as columns over words that are kept once.
struct UserTable: Sendable, Equatable {
  /// What the pool says of one user; texts are numbers of ``words``, and ``none`` where nothing is said.
  private struct Entry: Sendable, Equatable {
    var name: UInt32
    var firstName: UInt32
    var lastName: UInt32
    var status: UInt32
    var type: UInt32
    var enabled: Bool?
    var created: Date?
    var arn: ARN?
  }

  /// An ARN without what those of all users of a pool have in common.
  private enum ARN: Sendable, Equatable {
    /// The number of what stands before a UUID, and the UUID: `arn:…:user/userpool/<uuid>`.
    case uuid(UInt32, UUID)
    /// The number of the whole.
    case whole(UInt32)
  }

  private static let none = UInt32.max

  private var words = NameTable()
  private var entries = PiecewiseArray<Entry>()
  /// The entry of each user's name, by the name's number; ``none`` for a name that the pool does not have.
  private var entryOfName = PiecewiseArray<UInt32>()

  /// How many users there are.
  var count: Int { entries.count }

  /// The number of the name of the user at `place`, in the order in which they came.
  func name(at place: Int) -> UInt32 { entries[place].name }

  /// The numbers of the names of all users.
  var names: some Sequence<UInt32> { (0..<count).lazy.map { name(at: $0) } }

  /// Whether there is a user whose name has this number.
  func contains(_ name: UInt32) -> Bool { place(of: name) != nil }

  /// What is known of the user whose name has this number.
  func user(_ name: UInt32, called userName: String) -> User? {
    guard let place = place(of: name) else { return nil }
    let entry = entries[place]
    return User(
      arn: entry.arn.map { text(of: $0) },
      userName: userName,
      enabled: entry.enabled,
      status: word(entry.status),
      firstName: word(entry.firstName),
      lastName: word(entry.lastName),
      createdTime: entry.created,
      authenticationType: AuthenticationType(rawValue: word(entry.type) ?? "")
    )
  }

  /// What is known of the user whose name has this number, of that which a list shows.
  func words(of name: UInt32) -> UserWords? {
    guard let place = place(of: name) else { return nil }
    let entry = entries[place]
    return UserWords(
      firstName: optional(entry.firstName),
      lastName: optional(entry.lastName),
      status: optional(entry.status),
      enabled: entry.enabled
    )
  }

  /// The text of a word.
  func text(ofWord word: UInt32) -> String { words[word] }

  /// How many characters a word of printable ASCII has; `nil` for others.
  func lengthOfPrintableASCII(ofWord word: UInt32) -> Int? { words.lengthOfPrintableASCII(word) }

  /// The number of a word, if it is there.
  func number(of word: String) -> UInt32? { words.number(of: word) }

  /// How many words there are; their numbers are those below.
  var wordCount: Int { words.count }

  /// Takes in what the pool says of the user whose name has this number.
  mutating func set(_ user: User, name: UInt32) {
    let entry = Entry(
      name: name,
      firstName: insert(user.firstName),
      lastName: insert(user.lastName),
      status: insert(user.status),
      type: words.insert(user.authenticationType.rawValue),
      enabled: user.enabled,
      created: user.createdTime,
      arn: user.arn.map { insert(arn: $0) }
    )
    if let place = place(of: name) {
      entries[place] = entry
      return
    }
    while entryOfName.count <= Int(name) { entryOfName.append(Self.none) }
    entryOfName[Int(name)] = UInt32(entries.count)
    entries.append(entry)
  }

  private func place(of name: UInt32) -> Int? {
    guard Int(name) < entryOfName.count else { return nil }
    return optional(entryOfName[Int(name)]).map { Int($0) }
  }

  private func optional(_ number: UInt32) -> UInt32? { number == Self.none ? nil : number }

  private func word(_ number: UInt32) -> String? { optional(number).map { words[$0] } }

  private mutating func insert(_ text: String?) -> UInt32 { text.map { words.insert($0) } ?? Self.none }

  private mutating func insert(arn: String) -> ARN {
    let start = arn.utf8.count - PlainUUID.length
    let bytes = arn.utf8
    guard start > 0, bytes[bytes.index(bytes.startIndex, offsetBy: start - 1)] == UInt8(ascii: "/"),
      let uuid = PlainUUID.read(bytes.suffix(PlainUUID.length))
    else { return .whole(words.insert(arn)) }
    return .uuid(words.insert(String(decoding: bytes.prefix(start), as: UTF8.self)), uuid)
  }

  private func text(of arn: ARN) -> String {
    switch arn {
    case .uuid(let start, let uuid): words[start] + PlainUUID.text(of: uuid)
    case .whole(let number): words[number]
    }
  }
}

/// What a list shows of a user of the pool, as numbers of words; `nil` where nothing is said.
package struct UserWords: Sendable, Hashable {
  /// The first name.
  package var firstName: UInt32?
  /// The last name.
  package var lastName: UInt32?
  /// The service's word, such as `CONFIRMED`.
  package var status: UInt32?
  /// Whether the user may sign in.
  package var enabled: Bool?
}
