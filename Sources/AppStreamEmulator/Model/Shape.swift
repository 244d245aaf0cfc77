/// What the service's model says about a value in a request.
indirect enum Shape: Sendable {
  case text(TextRule)
  case boolean
  /// A whole number, within a range where the model gives one.
  case integer(ClosedRange<Int>? = nil)
  /// A list and how long it may be.
  case list(of: Shape, ClosedRange<Int> = 0...Int.max)
  /// A map of texts and how many it may hold.
  case map(keys: TextRule, values: TextRule, ClosedRange<Int>)
  case structure([Member])

  /// One member of a structure.
  struct Member: Sendable {
    let name: String
    let shape: Shape
    let isRequired: Bool

    /// A member that may be left out.
    static func optional(_ name: String, _ shape: Shape) -> Member {
      Member(name: name, shape: shape, isRequired: false)
    }

    /// A member that has to be there.
    static func required(_ name: String, _ shape: Shape) -> Member {
      Member(name: name, shape: shape, isRequired: true)
    }
  }
}
