package import AppStream
package import FoundationEssentials
package import PlainText
package import Runs

/// Something to be done outside the state, as data, by where it is done; what comes of it arrives as an ``Event``.
package enum Effect: Sendable, Equatable {
  /// By a task of its own, in the session that the console is about.
  case task(TaskEffect)
  /// By the run in progress.
  case run(RunEffect)
  /// By whoever keeps the sessions.
  case session(SessionEffect)
  /// By the terminal.
  case terminal(TerminalEffect)
  /// Give the terminal back and end the program.
  case leave

  /// Whether it asks the service for something, for which credentials are needed.
  var needsCredentials: Bool {
    switch self {
    case .task(let effect): effect.needsCredentials
    case .run(.start): true
    case .run(.pause), .run(.goOn), .run(.stop), .session, .terminal, .leave: false
    }
  }
}

/// Something that takes time and ends with an answer.
package enum TaskEffect: Sendable, Equatable {
  /// Read the list of stacks.
  case readStacks
  /// Read the list of user-pool users.
  case readUsers
  /// Read the associations of one stack; rows that are marked or went wrong are looked for singly where its pages do
  /// not show them, before they count as gone.
  case readAssociations(stack: String, provingGone: [Association] = [])
  /// Find the rows that a list shows; of several, only what comes of the last matters.
  case arrange(Arrangement)
  /// Ask STS who is calling, with the credentials of this generation or later ones.
  case identify(generation: Int)
  /// Have newer credentials, where there are any, before the present ones end.
  case renewCredentials
  /// Tell when the credentials that end then have less than so many seconds left.
  case awaitCredentials(ending: Date, left: TimeInterval)
  /// Read a plan's stacks again, and ask again who is calling.
  case check(Plan)
  /// List the runs that have a journal.
  case listRuns
  /// Read one run's journal.
  case readRun(RunID)
  /// End the process that holds a run, as its operator asked for, and read the journal that it leaves.
  case endHolder(RunHolder, of: RunID)
  /// Write a file, whose name says its form where it has more than one; one that is there already is written over only
  /// with `replacing`.
  case write(OutputFile, path: String, replacing: Bool)
  /// Read a list of people.
  case readPeople(PeopleRequest)
  /// Find the people of a list in what has been read.
  case findPeople(PeopleSearch)

  fileprivate var needsCredentials: Bool {
    switch self {
    case .readStacks, .readUsers, .readAssociations, .identify, .renewCredentials, .check, .write(.receipt, _, _): true
    case .arrange, .awaitCredentials, .listRuns, .readRun, .endHolder, .readPeople, .findPeople: false
    case .write(.rows, _, _), .write(.plan, _, _), .write(.people, _, _): false
    }
  }
}

/// What is to become of a run; what became of it, ``Event/runRecorded(_:at:)`` tells step by step.
package enum RunEffect: Sendable, Equatable {
  /// Perform a run that may be performed; it asks for no further confirmation.
  case start(RunStart)
  /// Begin no call of the run until it is to go on; what is on its way is awaited.
  case pause
  /// Let a run go on that was paused.
  case goOn
  /// Send nothing more, await what is on its way, and end the run.
  case stop(reason: String)
}

/// What is to become of the session, or of another one in its place.
package enum SessionEffect: Sendable, Equatable {
  /// Hand over the code that was asked for; `nil` where the person gives none.
  case answerCode(CodeRequest, Secret?)
  /// Open a session with another profile or Region and have its credentials, while the present one goes on.
  case open(SessionChoice)
  /// Let go of a session that is opened, or being opened, and not wanted any more.
  case abandon(Int)
  /// Go over to a session: what follows is done there, and whatever was asked for before is answered to nobody.
  ///
  /// A number that no session was opened with stands for the present session, from now on.
  case enter(Int)
}

/// What the terminal is to do beside showing the state.
package enum TerminalEffect: Sendable, Equatable {
  /// Tell with ``Event/frameSeen(_:)`` of this number once the frame that this event makes has been seen, or a later
  /// one.
  ///
  /// Only the number asked for last is told of. Keys that were pressed before arrive before.
  case awaitSight(Int)
  /// Give the terminal back and stop, as a shell expects of Ctrl-Z.
  case suspend
  /// Draw the whole screen anew, whatever the terminal is thought to show.
  case redraw
  /// Ring the bell, where that is wished for.
  case ring
  /// Send a text to the clipboard of the terminal's user, and tell what became of it.
  case copy(Line)
}
