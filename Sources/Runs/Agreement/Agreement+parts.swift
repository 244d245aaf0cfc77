public import AWSClientCore
public import AppStream
import PlainText

extension Agreement {
  /// Where a plan came from.
  public enum Source: Sendable, Equatable {
    /// It was chosen here and now.
    case selection
    /// It was read from a file; whom that names as the caller is the file's word, and nobody else's. The claim is of
    /// the run that the plan was begun as before, if it was.
    case file(says: CallerIdentity?, claim: PlanClaim? = nil)
    /// It does again or undoes what the run of this plan did.
    case run(Plan)
    /// It is what is left to do of a run, which goes on.
    case resumption(Resumption)
  }

  /// Who confirms.
  public enum Consent: Sendable, Equatable {
    /// A person, who is asked.
    case asked
    /// Somebody has, beforehand and in other words, such as `--yes`.
    case given(how: String)
  }

  /// What is to be done next.
  public enum Step: Sendable, Equatable {
    /// Check this plan.
    case check(Plan)
    /// Show what would be sent, and ask for this confirmation of it.
    case ask(Confirmation, Facts)
    /// Send nothing.
    case refuse(Obstacle)
    /// Send it.
    case send(RunStart)
  }

  /// What a check left of a plan.
  public struct Facts: Sendable, Equatable {
    /// The entries that would be sent.
    public let toSend: [Association]
    /// The indices of those that need not be sent: gone already, or for an undo there.
    public let settled: Set<Int>
    /// The stacks of which something would be sent.
    public let stackNames: Set<String>
    /// How many of each stack's people would be sent for, by the stacks' names.
    public let shares: [StackShare]
    /// Whether a confirmation was given that this is not what was confirmed any more.
    public internal(set) var hasChanged = false

    init(_ plan: Plan, _ check: Check?) {
      let isRemoval = plan.operation == .disassociate
      let read = check?.stacks.filter { $0.failure == nil } ?? []
      let settled = Set(read.flatMap { isRemoval ? $0.gone : $0.present })
      self.settled = settled
      toSend = plan.entries.indices.filter { !settled.contains($0) }.map { plan.entries[$0] }
      let people = Dictionary(grouping: toSend, by: \.stackName)
        .mapValues { Set($0.map { ExactText($0.userName) }).count }
      let sizes = Dictionary(read.map { ($0.name, $0.size) }) { first, _ in first }
      stackNames = Set(people.keys)
      shares = people.sorted { $0.key < $1.key }.map { name, count in
        StackShare(stackName: name, people: count, size: sizes[name] ?? .unknown)
      }
    }
  }
}
