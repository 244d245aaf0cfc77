package import Runs

/// Something to be done outside the state, as data; what comes of it arrives as an ``Event``.
package enum Effect: Sendable, Equatable {
  /// Read the list of stacks.
  case readStacks
  /// Read the list of user-pool users.
  case readUsers
  /// Read the associations of one stack.
  case readAssociations(stack: String)
  /// Ask STS who is calling.
  case identify
  /// Read a plan's stacks again, and ask again who is calling.
  case check(Plan)
  /// Perform a run that was confirmed; it asks for no further confirmation.
  case startRun(RunMachine)
  /// Send nothing more, await what is on its way, and end the run.
  case stopRun(reason: String)
  /// Throw away what was typed up to now, once the frame that this event made stands on the screen.
  ///
  /// Whatever was typed before the plan could be seen was meant for something else.
  case discardTypedAhead
  /// Give the terminal back and stop, as a shell expects of Ctrl-Z.
  case suspend
  /// Draw the whole screen anew, whatever the terminal is thought to show.
  case redraw
  /// Give the terminal back and end the program.
  case leave
}
