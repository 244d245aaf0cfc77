/// The screens that are open, each with its own state, and what is asked over them.
///
/// The list is always at the bottom. The one that keys go to is ``front``.
struct ScreenStack: Sendable {
  /// From the list up; never empty.
  private(set) var open: [any StackedScreen] = [ListScreen()]
  /// What is typed or asked in a line over them.
  var prompt: Prompt?

  /// The highest of them.
  var top: any StackedScreen { open.last ?? ListScreen() }

  /// What keys go to: what is asked, or else the highest screen.
  ///
  /// The help is of what is asked, and so before it.
  var front: any ConsoleScreen {
    if let help = top as? HelpScreen { return help.typed ?? help }
    return prompt?.screen ?? top
  }

  /// What is drawn, one over the other: the highest screen that hides those below it, and what is in front of it.
  var shown: [any ConsoleScreen] {
    let hiding = open.last { !type(of: $0).isTransparent } ?? ListScreen()
    return type(of: front).kind == type(of: hiding).kind ? [hiding] : [hiding, front]
  }

  /// Whether a screen of this type is open, over others or under them.
  func isOpen(_ type: (some StackedScreen).Type) -> Bool { place(of: type.kind) != nil }

  /// The state of the open screen of this type: `nil` closes it, and anything else opens it or takes its place.
  subscript<Shown: StackedScreen>(type: Shown.Type) -> Shown? {
    get { place(of: type.kind).flatMap { open[$0] as? Shown } }
    _modify {
      // The state leaves the stack meanwhile, so that it has one owner and changing it copies nothing of it.
      var (screen, place) = take(type)
      defer { put(screen, at: place) }
      yield &screen
    }
  }

  /// Closes everything over the list.
  mutating func closeAll() {
    open.removeAll { type(of: $0).kind != .list }
  }

  private func place(of kind: ScreenKind) -> Int? { open.firstIndex { type(of: $0).kind == kind } }

  /// Takes the screen of this type out, and says where it was.
  private mutating func take<Shown: StackedScreen>(_ type: Shown.Type) -> (Shown?, Int?) {
    guard let place = place(of: type.kind) else { return (nil, nil) }
    return (open.remove(at: place) as? Shown, place)
  }

  /// Puts a screen where it was, or over all that are not of a higher layer; the list cannot be taken away.
  private mutating func put<Shown: StackedScreen>(_ screen: Shown?, at place: Int?) {
    guard let screen = screen ?? ListScreen() as? Shown else { return }
    let highest = open.lastIndex { type(of: $0).layer <= Shown.layer } ?? -1
    open.insert(screen, at: place ?? highest + 1)
  }
}

extension ScreenStack: Equatable {
  static func == (one: ScreenStack, other: ScreenStack) -> Bool {
    one.prompt == other.prompt && one.open.count == other.open.count
      && zip(one.open, other.open).allSatisfy { $0.isEqual(to: $1) }
  }
}

/// The screens that others ask for by their type.
extension ConsoleState {
  /// The plan that is shown, if one is.
  var plan: PlanState? {
    get { screens[PlanState.self] }
    _modify { yield &screens[PlanState.self] }
  }

  /// The run that is shown: from its start until its summary is dismissed, or an earlier one.
  var run: RunState? {
    get { screens[RunState.self] }
    _modify { yield &screens[RunState.self] }
  }

  /// The details that are read.
  var details: DetailsScreen? {
    get { screens[DetailsScreen.self] }
    _modify { yield &screens[DetailsScreen.self] }
  }

  /// The help, if it is open.
  var help: HelpScreen? {
    get { screens[HelpScreen.self] }
    _modify { yield &screens[HelpScreen.self] }
  }

  /// The session that is being opened.
  var opening: SessionChoice? {
    get { screens[OpeningScreen.self]?.choice }
    set { screens[OpeningScreen.self] = newValue.map { OpeningScreen(choice: $0) } }
  }

  /// What is asked over the screens.
  var prompt: Prompt? {
    get { screens.prompt }
    set { screens.prompt = newValue }
  }

  /// Whether the list of runs is open, perhaps under a run or a plan.
  var areRunsOpen: Bool {
    get { screens.isOpen(RunsScreen.self) }
    set { screens[RunsScreen.self] = newValue ? RunsScreen() : nil }
  }

  /// The filter that is being typed.
  var typedFilter: FilterPrompt? { if case .filter(let filter) = prompt { filter } else { nil } }
}
