import Algorithms
import PlainText

/// Which of an account's user names a person may take for one another.
///
/// Two names look alike when they differ only in case, or only in how the same letters are written in Unicode (its
/// normal forms), or in both. To the service each is a user of its own.
public struct LookAlikes: Sendable, Equatable {
  /// Swift's strings are equal across normal forms, so a key without case gathers all that look alike.
  private var names: [String: [ExactText]] = [:]

  /// Gathers `names`, in which a name may occur more than once; takes time in proportion to their number.
  public init(_ names: some Sequence<String>) {
    for name in names.lazy.map({ ExactText($0) }).uniqued() {
      self.names[name.text.lowercased(), default: []].append(name)
    }
  }

  /// The names that look like `name` and are not it, in order; `name` itself need not be one of them.
  public func others(like name: String) -> [String] {
    let own = ExactText(name)
    return names[name.lowercased(), default: []].filter { $0 != own }.sorted().map(\.text)
  }

  /// Those of the others that are written with the same letters, in another case.
  public func othersInCase(of name: String) -> [String] {
    let folded = ExactText(name.lowercased())
    return others(like: name).filter { ExactText($0.lowercased()) == folded }
  }

  /// Whether `name` itself, byte for byte, is among the names.
  public func contains(_ name: String) -> Bool {
    names[name.lowercased(), default: []].contains(ExactText(name))
  }
}
