/// What a run's loop wakes up for.
enum RunInput: Sendable {
  /// A call was answered, or was not.
  case record(RunRecord)
  /// A stack was read, in so many calls where all of it was asked for.
  case read(ReadOrder, StackReadBack.Answer)
  /// A read has not begun, because the run is paused.
  case readPutOff(ReadOrder)
  /// Credentials were asked for anew.
  case renewal(Renewal)
  /// Whose the credentials are was asked for the check of this number, which follows a long pause.
  case callerOfCheck(Int, Renewal)
  /// A stack was read for that check.
  case readOfCheck(Int, ReadOrder, StackReadBack.Answer)
  /// Writes may have to wait no longer.
  case writesMayGoOn
  /// The time of a stopped run is over.
  case deadline
  /// Somebody asked it to stop, or it begins.
  case wakeUp
}
