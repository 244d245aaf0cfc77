extension Int {
  /// The number with its noun: `1 stack`, `3 stacks`.
  ///
  /// - Parameter plural: The noun for all numbers but 1, where there is more to it than an s.
  package func of(_ noun: Line, plural: Line? = nil) -> Line {
    "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}
