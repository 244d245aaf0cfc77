import PlainText
import Runs
import Screen

/// Something that is asked, and that takes keys for its answer only after it has been seen.
enum Asked: Sendable, Equatable {
  /// To confirm a plan by typing this.
  case plan(Confirmation)
  /// To agree to this.
  case question(Line)
  /// For the code of this request.
  case code(Int)
}

/// Whether what is asked on the screen has been seen there, and then whether what was typed for it has been.
///
/// A frame that was drawn has not been seen: it may wait in a queue for as long as the terminal takes nothing. Whatever
/// is typed meanwhile was meant for something else.
struct Sight: Sendable, Equatable {
  /// What is asked on the screen as it is drawn now.
  private(set) var asked: Asked?
  /// Whether the terminal has shown it.
  private(set) var isSeen = false
  /// Whether the text that is asked for was typed, and the terminal has shown that.
  private(set) var isTextSeen = false
  /// Tells the frame that is to be seen next from all others.
  private(set) var number = 0
  /// Whether the text that is asked for was typed.
  private var isTextTyped = false

  /// Whether a frame is to be seen.
  var isAwaited: Bool { asked != nil && (!isSeen || isTextTyped && !isTextSeen) }

  /// Takes in what is asked now, and whether it was typed; what was hidden in between has to be seen again.
  ///
  /// - Returns: Whether a frame is to be seen that was not before.
  fileprivate mutating func look(at now: Asked?, isTextTyped: Bool) -> Bool {
    let isOther = now != asked
    if isOther { (asked, isSeen) = (now, false) }
    let isComplete = isTextTyped && isSeen && !isOther
    guard isOther || isComplete != self.isTextTyped else { return false }
    (self.isTextTyped, isTextSeen) = (isComplete, false)
    guard isAwaited else { return false }
    number += 1
    return true
  }

  /// Takes in that the frame of this number has been seen.
  fileprivate mutating func see(_ number: Int) {
    guard number == self.number, isAwaited else { return }
    if isSeen { isTextSeen = true } else { isSeen = true }
  }
}

extension ConsoleState {
  /// What is asked on the screen as it is drawn now.
  private var asked: Asked? {
    size.isUsable ? screens.front.asked : nil
  }

  /// Has what is asked now for the first time shown, and told when it has been seen; the same for what was typed.
  mutating func awaitSight() -> [Effect] {
    sight.look(at: asked, isTextTyped: screens.front.isAnswerTyped) ? [.terminal(.awaitSight(sight.number))] : []
  }

  /// Takes in that a frame has been seen: from the first one on keys are an answer, and from the second on Enter is.
  mutating func takeSight(of number: Int) {
    let wasSeen = sight.isSeen
    sight.see(number)
    guard sight.isSeen, !wasSeen else { return }
    strayText = nil
    if message == .unchecked || message == .unseen || message == .drawnAgain { message = nil }
  }

  /// Takes in that the terminal has not said for a while that it shows what is asked: it is drawn and asked for again.
  mutating func takeNoSight(of number: Int) -> [Effect] {
    guard number == sight.number, sight.isAwaited else { return [] }
    message = .drawnAgain
    return [.terminal(.redraw), .terminal(.awaitSight(number))]
  }
}
