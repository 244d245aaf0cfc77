import AWSClientCore
import PlainText
import Synchronization

/// Says once that this machine's clock differs from AWS's: on standard error, or where a console shows it.
///
/// A process has one, since it has one clock, whichever accounts are called.
final class ClockNotice: Sendable {
  private struct State {
    var skew: ClockSkew?
    var say: @Sendable (ClockSkew) -> Void = { StandardError.line("\($0)") }
  }

  private let state = Mutex(State())

  /// By how much the clocks were last found to differ; `nil` where that was not found.
  var skew: ClockSkew? { state.withLock { $0.skew } }

  /// Takes in by how much the clocks differ; only the first time is said.
  func report(_ skew: ClockSkew) {
    let say = state.withLock { state in
      defer { state.skew = skew }
      return state.skew == nil ? state.say : nil
    }
    say?(skew)
  }

  /// Lets `say` say it from now on.
  ///
  /// - Parameter isRepeated: Whether it also says what was said before, as where a screen has covered that.
  func redirect(repeating isRepeated: Bool = true, to say: @escaping @Sendable (ClockSkew) -> Void) {
    let skew = state.withLock { state in
      state.say = say
      return state.skew
    }
    if isRepeated, let skew { say(skew) }
  }
}
