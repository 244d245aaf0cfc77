import AppStream
import PlainText
import Runs

/// What it takes to send entries, in numbers and words.
struct PlanFigures: Sendable, Equatable {
  let entries: Int
  let users: Int
  /// Each stack is read back once.
  let stackNames: Set<String>

  init(_ entries: [Association]) {
    self.entries = entries.count
    users = Set(entries.lazy.map { ExactText($0.userName) }).count
    stackNames = Set(entries.lazy.map(\.stackName))
  }

  var stacks: Int { stackNames.count }

  /// How long the run should take, at a little under a second for a call, as a service on another continent needs.
  var seconds: Double { (Double(Plan.batchSizes(for: entries).count + stacks) * 0.8).rounded(.up) }

  /// The write calls with their sizes, and the reads: `3 write (25+25+10), 3 read`.
  var callsText: String {
    let sizes = Plan.batchSizes(for: entries)
    let full = entries / AssociationBatch.limit
    let rest = entries % AssociationBatch.limit
    let text =
      switch sizes.count {
      case 0: ""
      case ...4: " (\(sizes.map(String.init).joined(separator: "+")))"
      default: " (\(full)x\(AssociationBatch.limit)\(rest == 0 ? "" : "+\(rest)"))"
      }
    return "\(sizes.count) write\(text), \(stacks) read"
  }

  /// How long that takes: `about 5 s`.
  var durationText: String { Console.durationText(seconds: seconds) }
}
