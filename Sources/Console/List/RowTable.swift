import AppStream

/// One row by its place: the slot of its stack, and its position among that stack's associations.
///
/// Eight bytes, so that a million rows can be sorted and filtered without a copy of what they hold.
struct RowID: Sendable, Hashable {
  var slot: UInt32
  var position: UInt32
}

/// The associations that have been read, stack by stack, as rows that stay where they are while more arrive.
struct RowTable: Sendable, Equatable {
  /// The names of the stacks by slot; a slot is never given to another stack.
  private(set) var stacks: [String] = []
  private(set) var rows: [[UserStackAssociation]] = []
  /// The keys of each slot's rows, or nothing where every name is its own key.
  private var keys: [[String]] = []
  private var slots: [String: Int] = [:]

  subscript(id: RowID) -> UserStackAssociation {
    rows[Int(id.slot)][Int(id.position)]
  }

  /// The slot of the stack called `name`, if it ever had rows.
  func slot(of name: String) -> Int? { slots[name] }

  /// The rows of the stack called `name`.
  func rows(of name: String) -> [UserStackAssociation] {
    slots[name].map { rows[$0] } ?? []
  }

  /// What the row at `id` is ordered by: its user's name in lower case.
  func key(of id: RowID) -> String {
    let slot = Int(id.slot)
    return keys[slot].isEmpty ? rows[slot][Int(id.position)].userName : keys[slot][Int(id.position)]
  }

  /// Takes what is now known of the stack called `name`, of which the first `unchanged` rows are those it had.
  ///
  /// - Returns: The stack's slot.
  @discardableResult
  mutating func set(_ associations: [UserStackAssociation], of name: String, unchanged: Int = 0) -> Int {
    let slot = slots[name] ?? addSlot(name)
    rows[slot] = associations
    setKeys(of: slot, from: unchanged)
    return slot
  }

  private mutating func addSlot(_ name: String) -> Int {
    slots[name] = stacks.count
    stacks.append(name)
    rows.append([])
    keys.append([])
    return stacks.count - 1
  }

  /// Most names are in lower case already, and most stacks have no other: those need no second copy of their names.
  private mutating func setKeys(of slot: Int, from first: Int) {
    let arrived = rows[slot][first...].lazy.map(\.userName)
    if first == 0 { keys[slot] = [] }
    if keys[slot].isEmpty {
      guard arrived.contains(where: { !$0.isLowercaseASCII }) else { return }
      keys[slot] = rows[slot][..<first].map(\.userName)
    }
    keys[slot] += arrived.map { $0.isLowercaseASCII ? $0 : $0.lowercased() }
  }
}

extension String {
  /// Whether this is ASCII without capital letters, and so its own lower-case form.
  fileprivate var isLowercaseASCII: Bool {
    utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
