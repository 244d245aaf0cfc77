import AWSClientCore
import FoundationEssentials
import Runs
package import Screen

/// Everything the console knows, as one value: ``update(_:_:)`` changes it, ``render(_:)`` draws it.
package struct ConsoleState: Sendable, Equatable {
  /// Whose account, where, and which rules hold.
  package let context: ConsoleContext
  /// The terminal's size.
  package internal(set) var size: Size

  var caller = Caller.asked
  /// Until when the keys are good, where that is known.
  var keysExpire: Date?
  var estate = Estate()
  var reads = ReadQueue()
  var list = ListState()
  /// The plan that is shown, if one is.
  var plan: PlanState?
  /// The run that is shown, from its start until its summary is dismissed.
  var run: RunState?
  /// What lies over the screen.
  var overlay: Overlay?
  var message: Message?
  /// Whether the last key was a `q` that asked whether marks may be lost.
  var isLeaveAsked = false

  /// The state before anything is known; ``Event/started`` sets it going.
  package init(context: ConsoleContext, size: Size) {
    self.context = context
    self.size = size
  }

  /// What is to be said on the normal screen once the terminal is given back: what became of the last run.
  package private(set) var farewell: [String] = []

  /// Whether the account is one of the protected ones.
  var isAccountProtected: Bool {
    caller.identity.map { context.protectedAccounts.contains($0.account) } ?? false
  }

  /// Whether a run is in progress.
  var isRunning: Bool { run.map { !$0.machine.isFinished } ?? false }

  /// Keeps what became of a run, to say it after the terminal is given back.
  mutating func remember(_ run: RunState) {
    farewell = run.farewell
  }
}
