package import AWSClientCore
package import AppStream
package import FoundationEssentials
package import PeopleLists
package import PlainText
package import Runs
package import Screen

/// Something that happened, in the order in which it did.
package enum Event: Sendable, Equatable {
  /// The program has its terminal and its client, and nothing has been asked for yet.
  case started
  /// A key arrived.
  case key(KeyPress, at: Moment)
  /// Something was done with the mouse, where that is wanted.
  case mouse(MouseEvent, at: Moment)
  /// The frame that ``TerminalEffect/awaitSight(_:)`` of this number was about has been seen: it has left the output
  /// queue, and a terminal that answers reports has answered one that was sent after it.
  case frameSeen(Int)
  /// That frame left for a terminal that answers reports, and none of them was answered for 2 s.
  case frameUnseen(Int)
  /// The terminal has another size.
  case resized(Size)
  /// A part of the account was read, or could not be.
  case estate(EstateEvent)
  /// Rows were found that a list is to show.
  case arranged(ArrangedRows)
  /// STS said who is calling (`nil`: it did not answer in time), asked when the credentials were of this generation.
  case identified(CallerIdentity?, generation: Int)
  /// Credentials were found, the same ones or others, and are used from now on.
  case credentialsFound(FoundCredentials)
  /// The credentials that end then have less time left than was to be told, and what time it is by AWS's clock.
  case credentialsRunOut(ending: Date, at: Date)
  /// Newer credentials were looked for, and there are some that can be used; others than before were told of already.
  case credentialsUsable
  /// No newer credentials could be had; why, as a sentence.
  case credentialsUnavailable(Line)
  /// Credentials need a code that only the person has.
  case codeNeeded(CodeRequest)
  /// What became of a session that was to be opened.
  case session(SessionEvent)
  /// A plan's stacks were read again.
  case checked(Check, of: Plan)
  /// The run that was asked for has an id and a journal.
  case runStarted(RunID)
  /// The run that was asked for could not begin, and nothing was sent; why, as a sentence.
  case runRefused(Line)
  /// A step of the run is on record.
  case runRecorded(RunRecord, at: Date)
  /// The run is over, and its journal is closed; `journalHash` is the hash of its last line, and `problem` a sentence
  /// where its end could not be written.
  case runEnded(RunID, journalHash: String, problem: Line?)
  /// What the journals say, as was asked for.
  case journal(JournalEvent)
  /// What became of a file that was to be written.
  case file(FileEvent)
  /// What became of a text that was to be copied.
  case copied(CopyAnswer)
  /// What became of a list of people that was asked for.
  case people(PeopleEvent)
  /// This machine's clock differs from AWS's; by how much and what to do, as a sentence.
  case clockDiffers(Line)
  /// The program is to leave: SIGTERM, SIGHUP or a lost terminal.
  case stopRequested(reason: String)
}

/// What became of a session that was to be opened.
package enum SessionEvent: Sendable, Equatable {
  /// A session was opened and has its credentials. Nothing has been asked for in it yet.
  case opened(SessionChoice, ConsoleContext, FoundCredentials)
  /// A session could not be opened; why, as a sentence.
  case refused(SessionChoice, Line)
}

/// What the journals say.
package enum JournalEvent: Sendable, Equatable {
  /// The runs that have a journal, newest first.
  case listed([ListedRun])
  /// The runs could not be listed; why, as a sentence.
  case unlisted(Line)
  /// A run's journal was read, as was asked for or after the process that held it ended.
  case read(ListedRun)
  /// A run's journal could not be read, or its holder not be ended; why, as a sentence.
  case unread(RunID, Line)
}

/// What became of a file that was to be written.
package enum FileEvent: Sendable, Equatable {
  /// A file was written.
  case written(OutputFile, path: String)
  /// A file is there already where this one was to be written, and was left as it is.
  case exists(OutputFile, path: String)
  /// A file could not be written; why, as a sentence.
  case refused(Line)
}

/// What became of a list of people that was asked for, with the number of the request.
package enum PeopleEvent: Sendable, Equatable {
  /// A list was read.
  case read(PeopleList, of: Int)
  /// A list could not be read, or is not taken; why, in sentences.
  case refused([Line], of: Int)
  /// The people of a list were looked for.
  case found(PeopleSearch.Outcome, of: Int)
}
