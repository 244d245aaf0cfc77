import AppStream
import PlainText

/// Goes through the addresses of a request, one a step, and keeps account of each.
struct Matching {
  private let scope: [ExactText: [Association]]
  private let sources: [ExactText: Unmatched.Source]
  private let names: [String]
  private let usersOnStacks: Set<ExactText>
  private let isAccountRead: Bool
  private lazy var near = NearNames(names)
  private let users: LookAlikes
  private let ignoresCase: Bool

  private var addresses: Set<ExactText> = []
  private var matchedAddresses = 0
  private var matchedUsers: Set<ExactText> = []
  private var nothingLeft = 0
  private var onNoStack = 0
  private var unmatched: [Unmatched] = []
  private var linesOnCase: [Line] = []

  /// - Parameters:
  ///   - scope: The associations that may be taken.
  ///   - associations: All that were read.
  ///   - isAccountRead: Whether these are all that the people concerned have.
  ///   - knownUsers: The names of the user pool, as far as they are known.
  init(
    scope: [Association],
    associations: [Association],
    isAccountRead: Bool,
    knownUsers: [String],
    request: SelectionRequest
  ) {
    let names = associations.map(\.userName) + knownUsers
    self.isAccountRead = isAccountRead
    usersOnStacks = Set(associations.map { ExactText($0.userName) })
    self.scope = Dictionary(grouping: scope) { ExactText($0.userName) }
    self.names = names
    users = LookAlikes(names)
    sources = request.sources
    ignoresCase = request.ignoresCase
  }

  /// Takes the user who is meant by `address`; an address given twice counts once.
  mutating func take(_ address: String) {
    guard addresses.insert(ExactText(address)).inserted else { return }
    if users.contains(address) { return take(user: address) }

    let inAnotherCase = users.othersInCase(of: address)
    if inAnotherCase.isEmpty {
      let nearest = near.nearest(to: address)
      add(
        Unmatched(userName: address, reason: .notFound, candidates: nearest?.names ?? [], likeness: nearest?.likeness)
      )
    } else if ignoresCase, let only = inAnotherCase.first, inAnotherCase.count == 1 {
      linesOnCase.append("\(address) is taken for \(only), which differs only in case.")
      take(user: only)
    } else {
      add(Unmatched(userName: address, reason: .caseDiffers, candidates: inAnotherCase))
    }
  }

  private mutating func add(_ address: Unmatched) {
    var address = address
    address.source = sources[ExactText(address.userName)]
    unmatched.append(address)
  }

  private mutating func take(user name: String) {
    let user = ExactText(name)
    if scope[user] == nil {
      nothingLeft += 1
      if !usersOnStacks.contains(user) { onNoStack += 1 }
    } else {
      matchedAddresses += 1
      matchedUsers.insert(user)
    }
  }

  /// All that was taken, and what is to be said about it.
  func selection(isPoolRead: Bool) -> Selection {
    let rows = matchedUsers.map { scope[$0, default: []] }
    let associations = Selection.sortedOnce(rows.flatMap { $0 })
    var report = SelectionReport()
    report.matched = matchedAddresses
    report.notFound = unmatched.count { $0.reason == .notFound }
    report.caseDiffers = unmatched.count { $0.reason == .caseDiffers }
    report.inSeveralStacks = rows.count { Set($0.map(\.stackName)).count > 1 }
    report.nothingLeft = nothingLeft
    report.onNoStack = isAccountRead ? onNoStack : nil
    report.lines = lines(report, associationCount: associations.count, isPoolRead: isPoolRead)
    return Selection(associations: associations, unmatched: unmatched, report: report)
  }

  private func lines(_ report: SelectionReport, associationCount: Int, isPoolRead: Bool) -> [Line] {
    var lines: [Line] = [
      "\(report.matched) of \(addresses.count.of("address matches", plural: "addresses match")) "
        + associationCount.of("association.", plural: "associations.")
    ]
    if report.inSeveralStacks > 0 {
      lines.append(report.inSeveralStacks.of("user is", plural: "users are") + " on several of the stacks.")
    }
    if report.nothingLeft > 0 {
      lines.append(
        report.nothingLeft.of("address is", plural: "addresses are") + " known, with nothing left to take off."
      )
    }
    if let count = report.onNoStack, count > 0 {
      lines.append("\(count) of them \(count == 1 ? "is" : "are") in the user pool and on no stack.")
    }
    lines += linesOnCase + unmatched.map(\.sentence)
    if report.notFound > 0, !isPoolRead {
      lines.append("The user pool was not read: who is not found may be a user without any stack.")
    }
    return lines
  }
}
