/// What became of text that was to go to the clipboard of the terminal's user.
package enum CopyAnswer: Sendable, Equatable {
  /// It was sent. No terminal says whether it took it: many ask their user, or refuse.
  case sent
  /// It was not sent, because terminals drop what is so long without a word.
  case tooLong
  /// It was not sent, because a terminal of this type is not known to take it.
  case notKnownToTakeIt
}
