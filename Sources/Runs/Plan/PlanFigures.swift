public import AppStream
import PlainText

/// What it takes to send entries, in numbers.
public struct PlanFigures: Sendable, Equatable {
  /// How many entries there are.
  public let entries: Int
  /// How many people they are of.
  public let users: Int
  /// The stacks that they are on; each is read back, once where nothing has to be read again.
  public let stackNames: Set<String>
  /// How many entries each write call has: as few calls as there can be.
  public let batchSizes: [Int]

  /// Counts `entries`.
  public init(_ entries: some Collection<Association>) {
    self.entries = entries.count
    users = Set(entries.lazy.map { ExactText($0.userName) }).count
    stackNames = Set(entries.lazy.map(\.stackName))
    batchSizes = stride(from: 0, to: entries.count, by: AssociationBatch.limit)
      .map { min(AssociationBatch.limit, entries.count - $0) }
  }

  /// How many stacks they are on.
  public var stacks: Int { stackNames.count }

  /// How many seconds the run should take, at a little under one for a call, as a service on another continent needs.
  public var seconds: Double { (Double(batchSizes.count + stacks) * 0.8).rounded(.up) }

  /// The sizes of the write calls: `25+25+10`.
  public var sizesText: String { batchSizes.map(String.init).joined(separator: "+") }

  /// The same in few columns, however many they are: `39x25+10` for more than four.
  public var shortSizesText: String {
    guard batchSizes.count > 4 else { return sizesText }
    let (full, rest) = entries.quotientAndRemainder(dividingBy: AssociationBatch.limit)
    return "\(full)x\(AssociationBatch.limit)\(rest == 0 ? "" : "+\(rest)")"
  }
}
