import StepCounter

/// Counts what work costs in instructions, which does not depend on what else the machine does.
package enum Steps {
  /// Whether this machine can count them.
  package static var canBeCounted: Bool { step_counter_is_there() }

  /// How many instructions `work` takes.
  ///
  /// Counting one takes some 10 µs, so it should be little work.
  package static func of(_ work: () -> Void) -> Int {
    step_counter_begin()
    work()
    return Int(step_counter_end())
  }
}
