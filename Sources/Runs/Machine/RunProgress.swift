import PlainText

/// A run in progress, and how far it has come of what it was begun with.
public struct RunProgress: Sendable, Equatable {
  /// The run.
  public private(set) var machine: RunMachine
  /// How many entries were there at the check or were sent before, and so are to be sent in all.
  public let toSend: Int

  /// Takes a run up where it begins, or goes on.
  public init(_ machine: RunMachine) {
    self.machine = machine
    // Of a run that goes on, what was sent before counts as sent.
    toSend = machine.entries.count { $0.outcome == nil || $0.sends > 0 }
  }

  /// Takes in what happened.
  public mutating func apply(_ record: RunRecord) { machine.apply(record) }

  /// How many of the entries were sent.
  public var sent: Int { machine.entriesSent }

  /// The same in words: `50 of 60 sent`.
  public var sentText: String { "\(sent) of \(toSend) sent" }
}

extension RunMachine {
  /// What slows it, in words; `nil` while nothing does.
  public var slownessText: String? {
    throttledCalls == 0 ? nil : "slowed by the service (throttled \(throttledCalls.of("time")))"
  }

  /// Why no further write was sent, as a sentence; `nil` where nobody stopped it.
  public var stopSentence: String? { stopReason.map { "Stopped: \($0)." } }
}
