/// The screens that keys belong to.
enum ScreenKind: Sendable, Equatable, CaseIterable {
  case list, filterPrompt, plan, run, overlay

  /// What the help calls it.
  var title: String {
    switch self {
    case .list: "The list"
    case .filterPrompt: "While a filter is typed"
    case .plan: "The plan"
    case .run: "The run"
    case .overlay: "This help, and the details of a row"
    }
  }

  var keyHelp: [KeyHelp] {
    switch self {
    case .list: listKeys.help
    case .filterPrompt: filterPromptKeys.help
    case .plan: planKeys.help
    case .run: runKeys.help
    case .overlay: overlayKeys.help
    }
  }
}

extension ConsoleState {
  /// The screen that a key goes to.
  var screen: ScreenKind {
    if overlay != nil { return .overlay }
    if plan != nil { return .plan }
    if run != nil { return .run }
    return list.filterBeforePrompt == nil ? .list : .filterPrompt
  }
}
