package import AppStream
package import FoundationEssentials
package import PlainText
package import Runs

/// Something to be done outside the state, as data; what comes of it arrives as an ``Event``.
package enum Effect: Sendable, Equatable {
  /// Read the list of stacks.
  case readStacks
  /// Read the list of user-pool users.
  case readUsers
  /// Read the associations of one stack; rows that are marked or went wrong are looked for singly where its pages do
  /// not show them, before they count as gone.
  case readAssociations(stack: String, provingGone: [Association] = [])
  /// Ask STS who is calling, with the keys of this generation or later ones.
  case identify(generation: Int)
  /// Have newer keys, where there are any, before the present ones end.
  case renewCredentials
  /// Tell when the keys that end then have less than so many seconds left.
  case awaitCredentials(ending: Date, left: TimeInterval)
  /// Hand over the code that was asked for; `nil` where the person gives none.
  case answerCode(CodeRequest, Secret?)
  /// Open a session with another profile or Region and have its keys, while the present one goes on.
  case openSession(SessionChoice)
  /// Let go of a session that is opened, or being opened, and not wanted any more.
  case abandonSession(Int)
  /// Go over to a session: what follows is done there, and whatever was asked for before is answered to nobody.
  ///
  /// A number that no session was opened with stands for the present session, from now on.
  case enterSession(Int)
  /// Read a plan's stacks again, and ask again who is calling.
  case check(Plan)
  /// Perform a run that may be performed; it asks for no further confirmation.
  case startRun(RunStart)
  /// Begin no call of the run until it is to go on; what is on its way is awaited.
  case pauseRun
  /// Let a run go on that was paused.
  case continueRun
  /// Send nothing more, await what is on its way, and end the run.
  case stopRun(reason: String)
  /// List the runs that have a journal.
  case listRuns
  /// Read one run's journal.
  case readRun(RunID)
  /// End the process that holds a run, as its operator asked for, and read the journal that it leaves.
  case endHolder(RunHolder, of: RunID)
  /// Write a file, whose name says its form where it has more than one; one that is there already is written over only
  /// with `replacing`.
  case write(OutputFile, path: String, replacing: Bool)
  /// Tell with ``Event/frameSeen(_:)`` of this number once the frame that this event makes has been seen, or a later
  /// one.
  ///
  /// Only the number asked for last is told of. Keys that were pressed before arrive before.
  case awaitSight(Int)
  /// Give the terminal back and stop, as a shell expects of Ctrl-Z.
  case suspend
  /// Draw the whole screen anew, whatever the terminal is thought to show.
  case redraw
  /// Give the terminal back and end the program.
  case leave

  /// Whether it asks the service for something, for which keys are needed.
  var needsCredentials: Bool {
    switch self {
    case .readStacks, .readUsers, .readAssociations, .identify, .renewCredentials, .check, .startRun,
      .write(.receipt, _, _):
      true
    default: false
    }
  }
}
