import AppStream
import FoundationEssentials
import PlainText

/// Who is on which stack, found by stack and by user without looking at the rest.
///
/// A row knows two things: whether the association is there, which writes go by, and whether reads show it. The two
/// differ while a change lags (``EmulatorRules/Lag``).
struct AssociationTable: Sendable {
  /// One association.
  struct Row: Sendable {
    var association: UserStackAssociation
    var isPresent: Bool
    var isShown: Bool
  }

  /// Some rows that reads show, and where the rows after them begin.
  struct Page {
    var associations: [UserStackAssociation]
    var next: Int?
  }

  private var usersOfStack: [ExactText: PagedTable<UserKey, Row>] = [:]
  private var stacksOfUser: [UserKey: PagedTable<ExactText, ExactText>] = [:]
  private var pending = PendingChanges()

  /// All associations that are there, by stack.
  var present: some Sequence<UserStackAssociation> {
    usersOfStack.values.lazy.flatMap { $0.values.filter(\.isPresent).map(\.association) }
  }

  /// Whether the association is there, whatever reads show.
  func contains(_ identity: Association) -> Bool {
    row(identity)?.isPresent == true
  }

  /// Adds an association or replaces it; reads show it when `lag` is over.
  mutating func add(_ association: UserStackAssociation, lag: EmulatorRules.Lag, at now: Date) {
    let identity = association.identity
    let wasShown = row(identity)?.isShown == true
    set(Row(association: association, isPresent: true, isShown: wasShown || lag == .none), for: identity)
    if !wasShown { pending.note(identity, lag, at: now) }
  }

  /// Removes an association; reads show it until `lag` is over.
  mutating func remove(_ identity: Association, lag: EmulatorRules.Lag, at now: Date) {
    guard var row = row(identity) else { return }
    row.isPresent = false
    set(row.isShown && lag != .none ? row : nil, for: identity)
    if row.isShown { pending.note(identity, lag, at: now) }
  }

  /// Adds an association that reads show at once.
  mutating func insert(_ association: UserStackAssociation) {
    set(Row(association: association, isPresent: true, isShown: true), for: association.identity)
  }

  /// Removes an association, and reads stop to show it at once.
  mutating func erase(_ identity: Association) {
    set(nil, for: identity)
  }

  /// The stacks of a user, whatever reads show.
  func stacks(of user: UserKey) -> [String] {
    stacksOfUser[user]?.values.map(\.text) ?? []
  }

  /// The users of a stack, whatever reads show.
  func identities(of stack: String) -> [Association] {
    usersOfStack[ExactText(stack)]?.values.map(\.association.identity) ?? []
  }

  /// Up to `limit` of the associations that `filter` asks for and reads show, beginning at `position`, which is what
  /// `tokens` says.
  mutating func page(
    _ filter: AssociationFilter,
    from position: Int,
    limit: Int,
    tokens: EmulatorRules.PageTokens = .rows,
    at now: Date
  ) -> Page {
    for identity in pending.due(filter, at: now) { show(identity) }
    switch filter {
    case .stack(let stack):
      guard let page = usersOfStack[ExactText(stack)]?.page(tokens, position, limit: limit, where: \.isShown) else {
        return Page(associations: [], next: nil)
      }
      return Page(associations: page.values.map(\.association), next: page.next)
    case .user(let user, let type):
      let key = UserKey(user, type)
      let rows = usersOfStack
      guard
        let page = stacksOfUser[key]?.page(
          tokens,
          position,
          limit: limit,
          where: { rows[$0]?[key]?.isShown == true }
        )
      else { return Page(associations: [], next: nil) }
      return Page(associations: page.values.compactMap { rows[$0]?[key]?.association }, next: page.next)
    case .association(let identity):
      return Page(associations: [row(identity)].compactMap { $0 }.filter(\.isShown).map(\.association), next: nil)
    }
  }

  /// Lets reads show `identity` as it is.
  private mutating func show(_ identity: Association) {
    guard var row = row(identity) else { return }
    row.isShown = row.isPresent
    set(row.isPresent ? row : nil, for: identity)
  }

  private func row(_ identity: Association) -> Row? {
    usersOfStack[ExactText(identity.stackName)]?[UserKey(identity.userName, identity.authenticationType)]
  }

  private mutating func set(_ row: Row?, for identity: Association) {
    let stack = ExactText(identity.stackName)
    let user = UserKey(identity.userName, identity.authenticationType)
    usersOfStack[stack, default: PagedTable()][user] = row
    stacksOfUser[user, default: PagedTable()][stack] = row == nil ? nil : stack
  }
}

extension PagedTable {
  /// The page that begins where a token of this kind says.
  fileprivate func page(
    _ tokens: EmulatorRules.PageTokens,
    _ position: Int,
    limit: Int,
    where isShown: (Value) -> Bool
  ) -> Page {
    switch tokens {
    case .rows: page(from: position, limit: limit, where: isShown)
    case .offsets: page(skipping: position, limit: limit, where: isShown)
    }
  }
}
