import AppStream
import FoundationEssentials
package import Runs
package import Screen

/// Everything the console knows, as one value: ``update(_:_:)`` changes it, ``render(_:)`` draws it.
package struct ConsoleState: Sendable, Equatable {
  /// Whose account, where, and which rules hold.
  package internal(set) var context: ConsoleContext
  /// The terminal's size.
  package internal(set) var size: Size
  /// When the last key was pressed; before any, when the state was made.
  var now: Moment

  /// In whose account everything was read that is shown.
  var gate = AccountGate()
  /// Whether newer credentials are being looked for.
  var isRenewing = false
  /// The reason or ticket that goes with the next plan.
  var reason: String?
  /// Until when the credentials are good, where that is known.
  var credentialsEnd: Date?
  /// How much time they had left when that was last looked at.
  var credentialStage = CredentialStage.long
  /// The codes that are needed, the one that is asked for first.
  var codeRequests: [CodeRequest] = []
  /// Whether somebody gave no code, and so is not asked again before asking for something.
  var areCodesDeclined = false
  /// How many numbers were given to sessions after the first.
  var sessionsAsked = 0
  var estate = Estate()
  var reads = ReadQueue()
  /// The rows of the list.
  var list = RowList()
  /// The people whom no key marks.
  var kept = KeptPeople()
  /// How many lists of people were asked for.
  var listsAsked = 0
  /// What the last run made of rows, until they are read again.
  var results = RowResults()
  var panes = ListPanes()
  /// How often rows were to be found, in the list and in runs.
  var arrangementCount = 0
  /// The screens that are open, and what is asked over them.
  var screens = ScreenStack()
  /// What was entered in prompts.
  var history = PromptHistory()
  /// What is shown again if the run that was asked for cannot begin.
  var beforeRun: RunState?
  /// The runs that have a journal.
  var runs = RunsState()
  /// What is to be done with a run as soon as its journal has been read.
  var runRequest: RunRequest?
  /// Whether what is asked has been seen.
  var sight = Sight()
  /// What is typed as an answer where nothing is asked.
  var strayText: StrayText?
  /// How often the key that is being taken moves.
  var times = 1
  var message: Message?
  /// Whether the burst that keys come in began where they do nothing.
  var isBurstDropped = false
  /// Whether the last key was a `q` that asked whether marks may be lost; so it still is while the next one is taken.
  var isLeaveAsked = false
  /// Whether the program is to leave when the journals of all its runs are closed.
  var leavesWhenClosed = false

  /// The state before anything is known; ``Event/started`` sets it going.
  package init(context: ConsoleContext, size: Size, now: Moment) {
    self.context = context
    reason = context.reason
    self.size = size
    self.now = now
  }

  /// The runs that ended in this console, the first that began first.
  private(set) var endings: [RunState] = []

  /// The runs that were made here, so that there is something to say of them afterwards.
  package var runsMade: Set<RunID> {
    let shown = run.flatMap { $0.hasBegun ? $0.id : nil }
    return Set((endings.map(\.id) + [shown]).compactMap(\.self))
  }

  /// What became of runs in earlier sessions is said as well.
  mutating func keepEndings(of earlier: ConsoleState) { endings = earlier.endings }

  /// What keys do.
  var keys: KeyTables { context.keys }

  var caller: Caller { gate.caller }

  /// The number of the account that is shown, once STS has said it.
  var account: String? { gate.account }

  /// Whether the account is one of the protected ones, or may be for all that STS has said.
  var isAccountProtected: Bool {
    let protected = context.rules.protectedAccounts
    // It stays so while STS is silent for once.
    if let account, protected.contains(account) { return true }
    return caller == .unknown && !protected.isEmpty
  }

  /// Where everything is read and sent, as far as it is known by now.
  var place: Place { context.destination.place(in: account) }

  /// Whether a run is in progress.
  var isRunning: Bool { run?.isLive ?? false }

  /// Whether a run of this process is in progress or has yet to close its journal, which only this session is told of.
  var isRunOpen: Bool {
    if let run, run.status == nil, run.journalHash == nil { return true }
    return endings.contains { $0.journalHash == nil }
  }

  /// The latest of what became of a run of this process.
  func ending(of id: RunID) -> RunState? { endings.last { $0.id == id } }

  /// Leaves, as soon as every run of this process has closed its journal: whether that could be done, and the hash of
  /// its last line, belong to what is said of the run afterwards.
  mutating func leaveOnceClosed() -> [Effect] {
    leavesWhenClosed = endings.contains { $0.journalHash == nil }
    return leavesWhenClosed ? [] : [.leave]
  }

  /// Keeps what became of a run, to say it after the terminal is given back; of a run that went on, only the latest.
  mutating func remember(_ run: RunState) {
    guard let place = endings.lastIndex(where: { $0.id == run.id }) else { return endings.append(run) }
    endings[place] = run
  }
}
