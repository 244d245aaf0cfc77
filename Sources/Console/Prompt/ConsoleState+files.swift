import AppStream
import PlainText
import Runs

/// What became of files that were to be written.
extension ConsoleState {
  /// Takes in what became of one.
  mutating func take(_ event: FileEvent) {
    switch event {
    case .written(let file, let path): message = written(file, path)
    case .exists(let file, let path): askToReplace(file, path)
    case .refused(let sentence): message = .warning(sentence)
    }
  }

  /// Rows that were not all read are written as they are, which whoever reads the file cannot see.
  private func written(_ file: OutputFile, _ path: String) -> Message {
    let text: Line = "Written: \(path)"
    // What keeps a plan from being sent twice is kept beside this user's journals.
    if case .plan(let plan) = file {
      return .done("\(text); once, by one user on one host, for \(plan.validity ?? .standard)")
    }
    guard case .rows = file, !estate.isComplete else { return .done(text) }
    return .warning("\(text); not every stack was read, so rows may be missing in it.")
  }

  /// Asks before a file that is there is written over, unless a run is in progress or something else is being typed.
  ///
  /// The question holds what it would write, so that it is about this file whatever is written later.
  private mutating func askToReplace(_ file: OutputFile, _ path: String) {
    guard !isRunning, !isTyping, opening == nil else {
      message = .warning("\(path) is there already; nothing was written.")
      return
    }
    prompt = .question(
      Question(
        "\(path) is there already, and the \(file.name) would be written over it.",
        phrase: "replace",
        .effects([.task(.write(file, path: path, replacing: true))], meanwhile: "Replacing \(path)."),
        declined: "\(path) was left as it is."
      )
    )
  }
}
