import Algorithms
import AppStream
import FoundationEssentials
import Runs

extension Estate {
  /// The entries of a run as rows, numbered as they are in it.
  ///
  /// - Parameter account: What is known of their users there; `nil` where the run is of another account, of whose users
  ///   nothing is known.
  init(of entries: [RunEntry], knowing account: Estate? = nil) {
    self.init()
    for stack in entries.map(\.association).chunked(on: \.stackName) {
      apply(.associations(stack: stack.0, stack.1.map { UserStackAssociation($0) }))
    }
    guard let account else { return }
    apply(.userListStarted)
    let people = Set(entries.map(\.association.userName))
    apply(.users(people.compactMap { account.user(named: $0) }))
    switch account.userList {
    case .waiting, .reading: break
    case .complete(let moment): apply(.userListEnded(nil, at: moment))
    case .partial(_, let error): apply(.userListEnded(error, at: .distantPast))
    }
  }
}
