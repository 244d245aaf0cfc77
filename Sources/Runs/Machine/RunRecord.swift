public import AppStream

/// One step of a run, as it happened; a run is the sum of its records, in order.
public enum RunRecord: Sendable, Equatable {
  /// A process took the run up, for the first time or after another had left it.
  case opened(RunHolder)
  /// The operator agreed; how, such as `typed "60 from 3 stacks"` or `--yes`.
  case confirmed(how: String)
  /// A write call is about to be sent with the entries at these indices.
  case sending(batch: Int, attempt: Int, entries: [Int])
  /// The call was answered with 200; `errors` are the items that were not done.
  case answered(batch: Int, attempt: Int, requestID: String?, errors: [UserStackAssociationError])
  /// The call was refused as a whole, and nothing of it was applied.
  case refused(batch: Int, attempt: Int, refusal: CallRefusal)
  /// The call was throttled, and nothing of it was applied.
  case throttled(batch: Int, attempt: Int)
  /// No answer that can be read arrived; the call may or may not have been applied.
  case lost(batch: Int, attempt: Int, reason: String)
  /// A stack was read, and these entries are there, gone, or could not be seen; why not, as far as that is known.
  case observed(stack: String, present: [Int], gone: [Int], unreadable: [Int], failure: EntryError? = nil)
  /// Nothing is asked of the service for now; the reason is the text of a ``PauseCause``.
  case paused(reason: String)
  /// No further write is sent.
  case stopping(reason: String)
  /// The run is over.
  case finished(RunCounts)
}

/// The process that works on a run.
public struct RunHolder: Sendable, Hashable {
  /// Its number on its host.
  public var processID: Int
  /// The name of the machine.
  public var host: String
  /// The version of the program.
  public var version: String

  /// Makes a holder.
  public init(processID: Int, host: String, version: String) {
    self.processID = processID
    self.host = host
    self.version = version
  }
}

/// Why a call was refused as a whole.
public struct CallRefusal: Sendable, Equatable {
  /// What a refusal means for the rest of the run.
  public enum Kind: String, Sendable, Equatable {
    /// This call's entries are at fault.
    case entries
    /// The caller may not do it on a stack of this call.
    case accessDenied
    /// The caller's credentials are not accepted, so no call will be.
    case credentials
  }

  /// The service's code.
  public var code: String
  /// The service's words.
  public var message: String
  /// The request id.
  public var requestID: String?
  /// What it means for the rest of the run.
  public var kind: Kind

  /// Makes a refusal.
  public init(code: String, message: String, requestID: String?, kind: Kind) {
    self.code = code
    self.message = message
    self.requestID = requestID
    self.kind = kind
  }
}
