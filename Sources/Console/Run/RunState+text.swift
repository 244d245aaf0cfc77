import AppStream
import FoundationEssentials
import PlainText
import Runs
import Screen

/// What a run says of itself, under its rows and when the console is left.
extension RunState {
  /// The bar and the counts while it is running: `[####--] 50 of 60 sent   38 removed, 1 failed`.
  ///
  /// The counts matter more than the bar, which takes what room they leave.
  func progressText(columns: Int) -> Line {
    let figures = [progress.sentText, counts.text].filter { !$0.isEmpty }.joined(separator: "   ")
    let width = min(30, columns - figures.count - 3)
    guard width > 0 else { return Line(figures) }
    let done = progress.toSend == 0 ? width : width * sent / progress.toSend
    return "[\(String(repeating: "#", count: done))\(String(repeating: "-", count: width - done))] \(figures)"
  }

  /// How fast it goes, what slows it, and how long it may still take.
  ///
  /// - Parameters:
  ///   - keys: What keys do in a run.
  ///   - loginCommand: What begins the session anew from which the credentials come.
  func paceText(_ keys: KeyTable<RunAction> = KeyTables.standard.run, loginCommand: String? = nil) -> Line {
    if isStopping { return "stopping: nothing more is sent; what was sent is read back, for 10 s at most" }
    let (goOn, stop) = (keys.name(of: .pause), keys.name(of: .stop))
    switch pauseCause {
    case .credentials(let reason):
      return "paused: the credentials are refused (\(reason.firstWord)) - "
        + "\(loginCommand.map { "run \"\($0)\"" } ?? "renew them") in another shell, "
        + "the run goes on by itself; \(stop) stops it"
    case .operatorAsked: return "paused: nothing is sent or read; \(goOn) goes on, \(stop) stops the run"
    case .checkFailed(let reason):
      return "paused: the check after the pause failed, \(reason) - \(goOn) tries again, \(stop) stops the run"
    case nil: break
    }
    var parts: [Line] = []
    if let callsPerSecond = meter.callsPerSecond {
      let tenths = Int((callsPerSecond * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10) calls/s")
    }
    if let slowness = machine.slownessText { parts.append(Line(slowness)) }
    if let secondsLeft { parts.append("\(durationText(seconds: secondsLeft)) left") }
    return parts.joined(separator: "   ")
  }

  /// What became of everything, once it is over: where there is no room, when it was read goes before the codes do.
  func summaryText(columns: Int) -> Line {
    let isStopped = machine.stopReason != nil
    let word = status?.rawValue ?? (isStopped ? "stopped" : "finished")
    let unread = counts[.unknown]
    let short = unread > 0 ? "\(word), \(unread) not read back" : word
    let ending = unread > 0 ? short : lastReadBack.map { "\(word), read back \($0.secondText)" } ?? word
    let calls = "\(machine.writeCalls) write, \(machine.reads) read"
    // That something is not known matters more than the number of calls.
    let endings = [[ending, calls], [short, calls]] + (unread > 0 ? [[short], [calls]] : [[calls], [short]])
    let figures = codeTexts.map { "\(counts.wholeText) (\($0))" }
    let lines = (figures.isEmpty ? [counts.wholeText] : figures).flatMap { figures in
      endings.map { Line(([figures] + $0).joined(separator: "   ")) }
    }
    return lines.first { DisplayWidth.of($0) <= columns } ?? "\(counts.wholeText)   \(ending)   \(calls)"
  }

  /// How many entries have which code, the most frequent first, in ever less room:
  /// `2 INTERNAL_ERROR, 1 USER_NAME_NOT_FOUND`, `2 INTERNAL_ERROR, 1 other`.
  private var codeTexts: [String] {
    let codes = machine.entries.lazy.filter { $0.outcome?.isDone == false }.compactMap { $0.finding?.code }
    let counted = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return counted.indices.reversed().map { last in
      let others = counted[(last + 1)...].reduce(0) { $0 + $1.value }
      let named = counted[...last].map { "\($0.value) \($0.key)" }
      return (named + (others > 0 ? ["\(others) other"] : [])).joined(separator: ", ")
    }
  }

  /// What the counts do not tell: why it was stopped, and errors in answers that fit no entry.
  var remarks: [Line] {
    [machine.stopSentence.map { Line($0) }, journalProblem].compactMap(\.self)
      + machine.strayErrorSentences.map { Line($0) }
  }

  /// What is to be said of it on the normal screen when the program is left.
  var farewell: [Line] {
    let name: Line = id.map { "Run \($0): " } ?? "The run: "
    guard machine.isFinished else { return ["\(name)not finished, \(counts.wholeText)."] }
    let journal: Line = journalHash.map { " (\(JournalContents.text(ofHash: $0)))" } ?? ""
    return ["\(name)\(counts.text)\(journal)."] + remarks
  }

  /// How long what is open takes at the measured pace.
  private var secondsLeft: Double? {
    guard let callsPerSecond = meter.callsPerSecond else { return nil }
    // One write for each full call, and one read for each stack.
    let writes = (counts.queued + AssociationBatch.limit - 1) / AssociationBatch.limit
    return Double(writes + machine.openStacks) / callsPerSecond
  }
}

extension String {
  /// The service's code at the beginning of a reason such as `ExpiredTokenException: The token has expired`.
  fileprivate var firstWord: String {
    String(prefix { !$0.isWhitespace && $0 != ":" })
  }
}
