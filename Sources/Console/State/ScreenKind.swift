/// The screens that keys belong to.
enum ScreenKind: Sendable, Equatable, CaseIterable {
  case list, filterPrompt, plan, run, runs, commandPrompt, pathPrompt, question, codePrompt, opening, overlay

  /// What the help calls it.
  var title: String {
    switch self {
    case .list: "The list"
    case .filterPrompt: "While a filter is typed"
    case .plan: "The plan"
    case .run: "The run"
    case .runs: "The runs"
    case .commandPrompt: "While a command is typed"
    case .pathPrompt: "While a file's name is typed"
    case .question: "While something is asked"
    case .codePrompt: "While a code is asked for"
    case .opening: "While another profile or Region is opened"
    case .overlay: "This help, and the details of a row"
    }
  }

  var keyHelp: [KeyHelp] {
    switch self {
    case .list: listKeys.help
    case .filterPrompt: filterPromptKeys.help
    case .plan: planKeys.help
    case .run: runKeys.help
    case .runs: runsKeys.help
    case .commandPrompt: commandPromptKeys.help
    case .pathPrompt: pathPromptKeys.help
    case .question: questionKeys.help
    case .codePrompt: codePromptKeys.help
    case .opening: openingKeys.help
    case .overlay: overlayKeys.help
    }
  }
}

extension ConsoleState {
  /// The screen that a key goes to: what is asked, what lies over the others, or the one below.
  var screen: ScreenKind {
    switch prompt {
    case .command: return .commandPrompt
    case .path: return .pathPrompt
    case .question: return .question
    case .code: return .codePrompt
    case nil: break
    }
    if opening != nil { return .opening }
    return shownScreen
  }

  /// The screen that is drawn, below whatever is asked.
  var shownScreen: ScreenKind { overlay == nil ? baseScreen : .overlay }

  /// The screen below everything that lies over it.
  var baseScreen: ScreenKind {
    if plan != nil { return .plan }
    if run != nil { return .run }
    if runs.isOpen { return .runs }
    return list.filterBeforePrompt == nil ? .list : .filterPrompt
  }
}
