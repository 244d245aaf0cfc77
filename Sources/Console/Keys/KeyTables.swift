import Screen

/// The keys of every screen as they are bound now: the standard ones, or what settings made of them.
///
/// Where something is typed keys are always the same, and so are those that do the same everywhere: they are in none of
/// these.
package struct KeyTables: Sendable, Equatable {
  var movement = movementKeys
  var rows = rowsKeys
  var list = listKeys
  var people = peopleKeys
  var plan = planKeys
  var run = runKeys
  var runs = runsKeys
  var details = detailsKeys
  var help = helpKeys

  /// The keys that the program comes with.
  package static let standard = KeyTables()

  private init() {}

  /// The standard keys with others for some actions.
  ///
  /// - Parameter changes: The keys of actions, by the names that ``KeyChange`` knows.
  /// - Throws: ``KeyChangeError/conflict(_:)`` where an action of a screen would have the key of another.
  package init(_ changes: [String: KeyChange]) throws(KeyChangeError) {
    movement.apply(changes)
    rows.apply(changes)
    list.apply(changes)
    people.apply(changes)
    plan.apply(changes)
    run.apply(changes)
    runs.apply(changes)
    details.apply(changes)
    help.apply(changes)
    for (screen, keys) in screens {
      if let conflict = keys.conflict { throw .conflict(conflict.on(screen.title)) }
    }
  }

  /// All that can be changed, screen by screen.
  private var screens: [(ScreenKind, [BoundKeys])] {
    [
      (.list, list.boundKeys), (.people, people.boundKeys), (.plan, plan.boundKeys), (.run, run.boundKeys),
      (.runs, runs.boundKeys),
      (.details, details.boundKeys), (.help, help.boundKeys),
    ]
  }

  /// The names of the actions whose keys can be changed.
  package static var names: Set<String> { Set(standard.screens.flatMap { $0.1.compactMap(\.setting) }) }

  /// The names of the actions that keep their keys.
  static var heldNames: Set<String> {
    let held = standard.screens.flatMap { $0.1.filter { $0.setting == nil } } + generalKeys.boundKeys
    return Set(held.map { $0.name.replacing(" ", with: "-") }).subtracting(names)
  }

  /// The keys that no action can be given.
  static var reservedKeys: Set<Key> {
    Set((standard.screens.flatMap(\.1) + generalKeys.boundKeys).filter { $0.hold == .reserved }.flatMap(\.keys))
  }
}

/// What a binding of any screen has to do with keys alone.
struct BoundKeys: Sendable, Equatable {
  let name: String
  let setting: String?
  let hold: KeyHold
  let keys: [Key]
}

extension [BoundKeys] {
  /// A key that two of them have, if there is one.
  var conflict: KeyConflict? {
    var holders: [Key: String] = [:]
    for binding in self {
      for key in binding.keys {
        if let other = holders[key] { return KeyConflict(key: key.name ?? "", actions: [other, binding.name]) }
        holders[key] = binding.name
      }
    }
    return nil
  }
}

extension KeyTable {
  fileprivate var boundKeys: [BoundKeys] {
    bindings.map { BoundKeys(name: $0.name, setting: $0.setting, hold: $0.hold, keys: $0.keys) }
  }

  fileprivate mutating func apply(_ changes: [String: KeyChange]) {
    self = KeyTable(
      bindings.map { binding in
        guard let change = binding.setting.flatMap({ changes[$0] }) else { return binding }
        var changed = binding
        changed.keys = change.keys
        return changed
      }
    )
  }
}
