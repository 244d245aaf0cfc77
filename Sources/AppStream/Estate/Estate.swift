import AWSClientCore
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
  /// The users of the pool that have been read so far, in no order.
  public var users: some Collection<User> { usersByName.values }
  /// How far the list of users has been read.
  public private(set) var userList = Reading.waiting
  private var usersByName: [ExactText: User] = [:]
  private var associationsByStack: [String: [UserStackAssociation]] = [:]
  /// The rows of stacks that are being read, to tell those that repeat.
  private var rowsSeen: [String: Set<Association>] = [:]

  /// Nothing has been read.
  public init() {}

  /// The associations of the stack called `name` that have been read so far, in the service's order.
  public func associations(of name: String) -> [UserStackAssociation] {
    associationsByStack[name] ?? []
  }

  /// All associations that have been read so far, stack by stack.
  public var associations: [UserStackAssociation] {
    stacks.flatMap { associations(of: $0.name) }
  }

  /// The user of the pool called `name`, byte for byte; `nil` when it is not among those read.
  public func user(named name: String) -> User? { usersByName[ExactText(name)] }

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
      if pages == 0 {
        associationsByStack[stack] = []
        rowsSeen[stack] = []
      }
      add(page, to: stack)
      readings[stack] = .reading(pages: pages + 1)
    case .associationsEnded(let stack, let failure, let moment):
      rowsSeen[stack] = nil
      readings[stack] = ended(readings[stack] ?? .waiting, failure, moment)
    case .userListStarted:
      userList = .reading(pages: 0)
    case .users(let page):
      if userList.pages == 0 { usersByName = [:] }
      for user in page {
        if let name = user.userName { usersByName[ExactText(name)] = user }
      }
      userList = .reading(pages: userList.pages + 1)
    case .userListEnded(let failure, let moment):
      userList = ended(userList, failure, moment)
    }
  }

  private func ended(_ reading: Reading, _ failure: ServiceError?, _ moment: Date) -> Reading {
    guard let failure else { return .complete(at: moment) }
    return .partial(pages: reading.pages, failure)
  }

  private mutating func forgetVanishedStacks() {
    let names = Set(stacks.map(\.name))
    associationsByStack = associationsByStack.filter { names.contains($0.key) }
    readings = readings.filter { names.contains($0.key) }
  }

  /// Rows may repeat, across pages too while the list changes under the reader; a row is one row.
  private mutating func add(_ page: [UserStackAssociation], to stack: String) {
    for row in page where rowsSeen[stack, default: []].insert(row.identity).inserted {
      associationsByStack[stack, default: []].append(row)
    }
  }
}
