/// Names of stacks, each once, first come first served; every step takes the same time however long the line is.
struct StackLine: Sendable, Equatable {
  private var names: [String] = []
  private var start = 0
  private var waiting: Set<String> = []

  /// The name that has waited longest.
  var first: String? { start < names.count ? names[start] : nil }

  /// Puts `name` at the end, unless it waits already.
  mutating func append(_ name: String) {
    if waiting.insert(name).inserted { names.append(name) }
  }

  /// Takes `name` out, wherever it is.
  mutating func remove(_ name: String) {
    guard waiting.remove(name) != nil else { return }
    // A name from the middle stays where it is and is passed over when its turn comes.
    while start < names.count, !waiting.contains(names[start]) { start += 1 }
    // Names that are done with are dropped half the line at a time, which costs no more than adding them did.
    if start * 2 >= names.count {
      names.removeFirst(start)
      start = 0
    }
  }
}
