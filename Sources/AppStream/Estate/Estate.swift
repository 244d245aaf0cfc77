import AWSClientCore
package import BitCollections
import FoundationEssentials
import PlainText

/// What has been read of an account in one Region: stacks, their associations, and the user pool.
///
/// A value that grows by ``apply(_:)``, page by page; what could not be read is marked as such and never taken for
/// empty.
public struct Estate: Sendable, Equatable {
  /// The stacks, sorted by name.
  public private(set) var stacks: [Stack] = []
  /// How far the list of stacks has been read.
  public private(set) var stackList = Reading.waiting
  /// How far each stack's associations have been read, by the stack's name.
  public private(set) var readings: [String: Reading] = [:]
  /// How far the list of users has been read.
  public private(set) var userList = Reading.waiting
  /// Every association that was ever seen here.
  package private(set) var table = AssociationTable()
  /// The associations that are there, as far as they have been read.
  package private(set) var present = BitSet()
  /// The associations of each stack that are there, in the service's order, by the number of the stack's name.
  private var listed: [UInt32: [AssociationID]] = [:]
  private var pool = UserTable()
  /// The users of the pool when it was last read as a whole, by the numbers of their names.
  private var lastPool = BitSet()

  /// Nothing has been read.
  public init() {}

  /// The users of the pool that have been read so far, in the service's order.
  public var users: some Collection<User> {
    (0..<pool.count).lazy.map { place in
      let name = pool.name(at: place)
      // There is a user of every name that an entry of the pool has.
      return pool.user(name, called: table.userNames[name]) ?? User(userName: table.userNames[name])
    }
  }

  /// The associations of the stack called `name` that have been read so far, in the service's order.
  public func associations(of name: String) -> [UserStackAssociation] {
    ids(of: name).map { table.listed($0) }
  }

  /// All associations that have been read so far, stack by stack.
  public var associations: [UserStackAssociation] {
    stacks.flatMap { associations(of: $0.name) }
  }

  /// All associations that have been read so far, of the users that `isIncluded` takes, sorted by identity.
  ///
  /// - Parameter isIncluded: Is asked once for each name.
  public func sortedAssociations(
    where isIncluded: (_ userName: String) -> Bool = { _ in true }
  ) -> SortedAssociations {
    let included = table.userNames.numbers.map { isIncluded(table.userNames[$0]) }
    let ids = stacks.flatMap { self.ids(of: $0.name) }
    return SortedAssociations(ids.filter { included[Int(table.user(of: $0))] }, in: table)
  }

  /// The associations of the stack called `name` that have been read so far, in the service's order.
  package func ids(of name: String) -> [AssociationID] {
    table.stackNames.number(of: name).map { ids(onStack: $0) } ?? []
  }

  /// The associations of the stack with this number that have been read so far, in the service's order.
  package func ids(onStack stack: UInt32) -> [AssociationID] { listed[stack] ?? [] }

  /// How many associations have been read so far and are there.
  package var count: Int { listed.values.reduce(0) { $0 + $1.count } }

  /// The associations that are there of the user with this number, as far as they have been read.
  package func associations(ofUser user: UInt32) -> [AssociationID] {
    table.associations(ofUser: user).filter { present.contains($0.index) }
  }

  /// The associations that are there of the user called `name`, as far as they have been read, in order.
  package func associations(ofUser name: String) -> [Association] {
    let ids = table.userNames.number(of: name).map { associations(ofUser: $0) } ?? []
    return ids.map { table[$0] }.sorted()
  }

  /// Whether somebody has the name with this number: in the pool, or on a stack.
  ///
  /// While the pool is read again, those who were in it count until it is known that they are not.
  package func isKnown(user: UInt32) -> Bool {
    pool.contains(user) || lastPool.contains(Int(user)) && !userList.isComplete
      || table.associations(ofUser: user).contains { present.contains($0.index) }
  }

  /// Whether somebody is called `name`, byte for byte: in the pool, or on a stack.
  package func isKnown(_ name: String) -> Bool {
    table.userNames.number(of: name).map { isKnown(user: $0) } ?? false
  }

  /// The user of the pool called `name`, byte for byte; `nil` when it is not among those read.
  public func user(named name: String) -> User? {
    table.userNames.number(of: name).flatMap { pool.user($0, called: name) }
  }

  /// What a list shows of the user with this number; `nil` when the pool does not have it, as far as it has been read.
  package func words(ofUser user: UInt32) -> UserWords? { pool.words(of: user) }

  /// A word of ``words(ofUser:)``.
  package func text(ofWord word: UInt32) -> String { pool.text(ofWord: word) }

  /// How many characters a word of printable ASCII has; `nil` for others.
  package func lengthOfPrintableASCII(ofWord word: UInt32) -> Int? { pool.lengthOfPrintableASCII(ofWord: word) }

  /// The number of a word, if any user has it.
  package func number(ofWord word: String) -> UInt32? { pool.number(of: word) }

  /// How many words there are in ``words(ofUser:)``; their numbers are those below.
  package var wordCount: Int { pool.wordCount }

  /// The number of an association, which is remembered from now on where it was never seen, and is not there for that.
  package mutating func id(of association: Association) -> AssociationID { table.insert(association) }

  /// Whether every stack and every association is here.
  public var isComplete: Bool { stackList.isComplete && stacksNotRead.isEmpty }

  /// The names of the listed stacks whose associations are not all here.
  ///
  /// A list of stacks that is not complete itself cannot name them all; see ``isComplete``.
  public var stacksNotRead: [String] {
    stacks.map(\.name).filter { readings[$0]?.isComplete != true }
  }

  /// Takes in what was read.
  public mutating func apply(_ event: EstateEvent) {
    switch event {
    case .stackListStarted:
      stackList = .reading(pages: 0)
    case .stacks(let page):
      if stackList.pages == 0 { stacks = [] }
      // A stack may move to a later page while pages are read; it is still one stack.
      let known = Set(stacks.map(\.name))
      stacks = (stacks + page.filter { !known.contains($0.name) }).sorted { $0.name < $1.name }
      stackList = .reading(pages: stackList.pages + 1)
    case .stackListEnded(let failure, let moment):
      stackList = ended(stackList, failure, moment)
      if failure == nil { forgetVanishedStacks() }
    case .associationsStarted(let stack):
      readings[stack] = .reading(pages: 0)
    case .associations(let stack, let page):
      let pages = readings[stack]?.pages ?? 0
      let number = table.insert(stack: stack)
      if pages == 0 { forgetRows(of: number) }
      add(page, to: number)
      readings[stack] = .reading(pages: pages + 1)
    case .associationsEnded(let stack, let failure, let moment):
      readings[stack] = ended(readings[stack] ?? .waiting, failure, moment)
    case .userListStarted:
      userList = .reading(pages: 0)
    case .users(let page):
      if userList.pages == 0 { pool = UserTable() }
      for user in page {
        if let name = user.userName { pool.set(user, name: table.userNames.insert(name)) }
      }
      userList = .reading(pages: userList.pages + 1)
    case .userListEnded(let failure, let moment):
      userList = ended(userList, failure, moment)
      if failure == nil { lastPool = BitSet(pool.names.lazy.map { Int($0) }) }
    }
  }

  private func ended(_ reading: Reading, _ failure: ServiceError?, _ moment: Date) -> Reading {
    guard let failure else { return .complete(at: moment) }
    return .partial(pages: reading.pages, failure)
  }

  private mutating func forgetVanishedStacks() {
    let names = Set(stacks.map(\.name))
    for (number, _) in listed where !names.contains(table.stackNames[number]) { forgetRows(of: number) }
    readings = readings.filter { names.contains($0.key) }
  }

  private mutating func forgetRows(of stack: UInt32) {
    for id in listed.removeValue(forKey: stack) ?? [] { present.remove(id.index) }
  }

  /// Rows may repeat, across pages too while the list changes under the reader; a row is one row.
  private mutating func add(_ page: [UserStackAssociation], to stack: UInt32) {
    var ids = listed.removeValue(forKey: stack) ?? []
    for row in page {
      let id = table.insert(listed: row)
      if present.insert(id.index).inserted { ids.append(id) }
    }
    if !ids.isEmpty { listed[stack] = ids }
  }
}
