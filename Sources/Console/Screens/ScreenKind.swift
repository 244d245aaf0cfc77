/// The screens and prompts that keys belong to, in the order of the help.
enum ScreenKind: Sendable, Equatable, CaseIterable {
  case list, filterPrompt, people, peopleUsePrompt, peoplePathPrompt, peopleLinesPrompt
  case plan, run, runs, commandPrompt, pathPrompt, reasonPrompt, question, codePrompt, opening,
    details, help, searchPrompt

  /// What is known of all screens of this kind.
  private var type: any ConsoleScreen.Type {
    switch self {
    case .list: ListScreen.self
    case .filterPrompt: FilterPrompt.self
    case .people: PeopleReport.self
    case .peopleUsePrompt: PeopleUsePrompt.self
    case .peoplePathPrompt: PeoplePathPrompt.self
    case .peopleLinesPrompt: PeopleLinesPrompt.self
    case .plan: PlanState.self
    case .run: RunState.self
    case .runs: RunsScreen.self
    case .commandPrompt: CommandPrompt.self
    case .pathPrompt: PathPrompt.self
    case .reasonPrompt: ReasonPrompt.self
    case .question: Question.self
    case .codePrompt: CodePrompt.self
    case .opening: OpeningScreen.self
    case .details: DetailsScreen.self
    case .help: HelpScreen.self
    case .searchPrompt: SearchPrompt.self
    }
  }

  var title: String { type.title }
  func keyHelp(_ keys: KeyTables) -> [KeyHelp] { type.keyHelp(keys) }
  /// Whether a line is edited there as in a shell.
  var isLinePrompt: Bool { type is any LinePrompt.Type }
  /// Whether rows are filtered there.
  var hasFilter: Bool {
    self == .filterPrompt || keyHelp(.standard).contains { $0.name == rowsKeys.binding(of: .filter)?.name }
  }
}
