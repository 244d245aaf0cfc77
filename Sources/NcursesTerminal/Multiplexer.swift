/// What stands between the program and the terminal that its user sees, and hands on only what is wrapped for it.
enum Multiplexer: Sendable, Equatable {
  case tmux, screen

  /// The one that the program runs in, by its terminal's name (`TERM`) and what each sets for its programs.
  ///
  /// Of one on the other side of a connection only the name is known, and `screen` may be either's.
  init?(terminal name: String, environment: [String: String]) {
    let isSet = { (variable: String) in environment[variable]?.isEmpty == false }
    if isSet("TMUX") || name.hasPrefix("tmux") {
      self = .tmux
    } else if isSet("STY"), name.hasPrefix("screen") {
      self = .screen
    } else {
      return nil
    }
  }
}
