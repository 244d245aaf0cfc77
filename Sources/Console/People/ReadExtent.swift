import AppStream
import PlainText

/// How much had been read of an account when people were looked for in it.
///
/// Whoever is looked for is looked for again when it is another; a reading that is under way says nothing yet.
package struct ReadExtent: Sendable, Equatable {
  private let stackList: Reading
  private let stacks: [Reading]
  private let pool: Reading

  init(_ estate: Estate) {
    stackList = estate.stackList.ended
    stacks = estate.stacks.map { (estate.readings[$0.name] ?? .waiting).ended }
    pool = estate.userList.ended
  }

  private var all: [Reading] { [stackList, pool] + stacks }

  /// Whether everything was read, so that nobody else can have a name.
  var isWhole: Bool { all.allSatisfy(\.isComplete) }

  /// Whether more is being read, or is about to be.
  var isUnderWay: Bool { all.contains(.waiting) }

  /// `9 of 12 stacks read so far`, and what else is missing.
  var text: Line {
    let soFar: Line = stacks.contains(.waiting) ? " so far" : ""
    var parts: [Line] = ["\(stacks.count(where: \.isComplete)) of \(stacks.count.of("stack")) read\(soFar)"]
    if let missing = Self.missing("the list of stacks", stackList) { parts.append(missing) }
    if let missing = Self.missing("the user pool", pool) { parts.append(missing) }
    return parts.joined(separator: "; ")
  }

  private static func missing(_ name: Line, _ reading: Reading) -> Line? {
    if reading.isComplete { return nil }
    return reading == .waiting ? "\(name) is still being read" : "\(name) could not be read to its end"
  }
}

extension Reading {
  fileprivate var ended: Reading {
    switch self {
    case .waiting, .reading: .waiting
    case .complete, .partial: self
    }
  }
}
