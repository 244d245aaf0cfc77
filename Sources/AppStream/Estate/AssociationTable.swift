import PlainText

/// Every association that was ever seen in an account, as columns of numbers over names that are kept once.
///
/// What is there now, ``Estate`` knows; an association keeps its number when it goes and when it comes back, so that
/// marks and results are sets of numbers.
package struct AssociationTable: Sendable {
  /// The names of users, of the pool and of associations.
  package internal(set) var userNames = NameTable()
  /// The names of stacks, which are never taken out either.
  package private(set) var stackNames = NameTable()

  /// What beside user and stack an association consists of; few are ever different.
  private struct Form: Sendable, Hashable {
    var type: AuthenticationType
    var sendsEmail: Bool?
  }

  /// No number at all.
  private static let none = UInt32.max

  private var users = PiecewiseArray<UInt32>()
  private var stacks = PiecewiseArray<UInt32>()
  private var forms = PiecewiseArray<UInt32>()
  private var knownForms: [Form] = []
  private var formNumbers: [Form: UInt32] = [:]
  private var typeNumbers: [AuthenticationType: UInt32] = [:]
  /// The number of each form's type.
  private var formTypes: [UInt32] = []
  /// The association of the same user that came before; ``none`` for the first.
  private var earlier = PiecewiseArray<UInt32>()
  /// The latest association of each user; ``none`` where there is none.
  private var latest = PiecewiseArray<UInt32>()
  /// The associations of each stack, by the number of its name.
  private var byStack: [[AssociationID]] = []
  private var index = NumberIndex()

  package init() {}

  /// How many associations there are.
  package var count: Int { users.count }

  /// The association as it is in plans and journals.
  package subscript(id: AssociationID) -> Association {
    Association(stackName: stackName(of: id), userName: userName(of: id), authenticationType: type(of: id))
  }

  /// The association as the service listed it last.
  package func listed(_ id: AssociationID) -> UserStackAssociation {
    UserStackAssociation(self[id], sendEmailNotification: form(of: id).sendsEmail)
  }

  /// The number of the association's user in ``userNames``.
  package func user(of id: AssociationID) -> UInt32 { users[id.index] }

  /// The number of the association's stack in ``stackNames``.
  package func stack(of id: AssociationID) -> UInt32 { stacks[id.index] }

  /// The name of the association's user.
  package func userName(of id: AssociationID) -> String { userNames[user(of: id)] }

  /// The name of the association's stack.
  package func stackName(of id: AssociationID) -> String { stackNames[stack(of: id)] }

  /// How the association's user signs in.
  package func type(of id: AssociationID) -> AuthenticationType { form(of: id).type }

  /// Whether users sign in in more than one way.
  package var hasSeveralTypes: Bool { typeNumbers.count > 1 }

  /// The number of an association, if it was ever seen.
  package func id(of association: Association) -> AssociationID? {
    guard let user = userNames.number(of: association.userName),
      let stack = stackNames.number(of: association.stackName)
    else { return nil }
    return typeNumbers[association.authenticationType].flatMap { find(user, stack, $0) }
  }

  /// The associations of the user with this number, whether they are there or not, the latest first.
  package func associations(ofUser user: UInt32) -> [AssociationID] {
    var found: [AssociationID] = []
    var next = Int(user) < latest.count ? latest[Int(user)] : Self.none
    while next != Self.none {
      found.append(AssociationID(next))
      next = earlier[Int(next)]
    }
    return found
  }

  /// The associations of the stack with this number, whether they are there or not.
  package func associations(onStack stack: UInt32) -> [AssociationID] {
    Int(stack) < byStack.count ? byStack[Int(stack)] : []
  }

  /// The number of a stack, which is added where it is not there.
  package mutating func insert(stack name: String) -> UInt32 { stackNames.insert(name) }

  /// The number of an association, which is added where it is not there.
  package mutating func insert(_ association: Association) -> AssociationID {
    insert(UserStackAssociation(association), isListed: false)
  }

  /// The number of an association that the service lists, which is added where it is not there.
  mutating func insert(listed association: UserStackAssociation) -> AssociationID {
    insert(association, isListed: true)
  }

  private mutating func insert(_ association: UserStackAssociation, isListed: Bool) -> AssociationID {
    // Rows come stack by stack, and in one form.
    let before = count > 0 ? AssociationID(UInt32(count - 1)) : nil
    let stack = stackNames.insert(association.stackName, likely: before.map { self.stack(of: $0) })
    let user = userNames.insert(association.userName)
    let form = Form(type: association.authenticationType, sendsEmail: association.sendEmailNotification)
    let likely = before.map { forms[$0.index] }
    let knownForm = likely.flatMap { knownForms[Int($0)] == form ? $0 : nil } ?? formNumbers[form]
    let type = knownForm.map { formTypes[Int($0)] } ?? typeNumbers[form.type]
    if let type, let known = find(user, stack, type) {
      if isListed, forms[known.index] != knownForm { forms[known.index] = knownForm ?? add(form) }
      return known
    }
    let number = UInt32(count)
    users.append(user)
    stacks.append(stack)
    forms.append(knownForm ?? add(form))
    while latest.count <= Int(user) { latest.append(Self.none) }
    earlier.append(latest[Int(user)])
    latest[Int(user)] = number
    while byStack.count <= Int(stack) { byStack.append([]) }
    byStack[Int(stack)].append(AssociationID(number))
    let hash = Self.hash(user, stack, formTypes[Int(forms[Int(number)])])
    if !index.hasRoom(hash: hash) {
      let (users, stacks, forms, types) = (users, stacks, forms, formTypes)
      index.makeRoom(hash: hash) { other in
        Self.hash(users[Int(other)], stacks[Int(other)], types[Int(forms[Int(other)])])
      }
    }
    index.insert(number, hash: hash)
    return AssociationID(number)
  }

  private func form(of id: AssociationID) -> Form { knownForms[Int(forms[id.index])] }

  private mutating func add(_ form: Form) -> UInt32 {
    let type = typeNumbers[form.type] ?? UInt32(typeNumbers.count)
    typeNumbers[form.type] = type
    let number = UInt32(knownForms.count)
    knownForms.append(form)
    formTypes.append(type)
    formNumbers[form] = number
    return number
  }

  private func find(_ user: UInt32, _ stack: UInt32, _ type: UInt32) -> AssociationID? {
    let found = index.number(hash: Self.hash(user, stack, type)) { number in
      users[Int(number)] == user && stacks[Int(number)] == stack && formTypes[Int(forms[Int(number)])] == type
    }
    return found.map { AssociationID($0) }
  }

  /// Mixes as Fibonacci hashing does (Knuth, The Art of Computer Programming, 6.4), but for the bits that choose one of
  /// the index's small tables.
  ///
  /// Those are the stack's: rows come stack by stack, and so find themselves in a table that the processor holds. The
  /// rest of very many users go elsewhere, so that no table grows large. All three are numbers that count from 0, so
  /// nobody can choose them to fall into one place.
  private static func hash(_ user: UInt32, _ stack: UInt32, _ type: UInt32) -> UInt64 {
    let association = (UInt64(stack) << 32 | UInt64(user)) &* 0x9E37_79B9_7F4A_7C15
    let product = (association ^ UInt64(type)) &* 0x9E37_79B9_7F4A_7C15
    return NumberIndex.hash(product ^ product >> 32, table: stack &+ (user >> 15) &* 41)
  }
}

extension AssociationTable: Equatable {
  /// The same associations with the same numbers.
  package static func == (one: Self, other: Self) -> Bool {
    one.users == other.users && one.stacks == other.stacks && one.forms == other.forms
      && one.knownForms == other.knownForms && one.userNames == other.userNames && one.stackNames == other.stackNames
  }
}
