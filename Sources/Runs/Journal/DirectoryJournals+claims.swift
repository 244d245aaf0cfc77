public import FoundationEssentials
import Glibc
import LocalIO
import PlainText
import SystemPackage

/// Claims on plans, beside the journals: `<plan's number>.claim` each, so for one user on one host.
extension DirectoryJournals {
  /// So often, and after so many microseconds each time, a claim is looked at again that somebody is just writing.
  private static let (looks, pause) = (25, UInt32(20_000))

  /// Uses a plan up: the claim's file is created exclusively, and on disk before this returns.
  public func take(_ claim: PlanClaim) throws(JournalError) {
    guard let directory = try directory.open(makesMissing: true) else {
      throw .unwritable(path: self.directory.path, reason: "it went away while it was opened")
    }
    let path = path(of: claim.plan)
    let file: Descriptor
    do throws(Errno) {
      file = try directory.open(claim.plan.claimName, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    } catch {
      guard error.rawValue == EEXIST else { throw .unwritable(path: path, reason: error.reason) }
      // Given back between the two looks: whoever had it has sent nothing.
      guard let earlier = try self.claim(on: claim.plan) else { return try take(claim) }
      throw .usedUp(earlier)
    }
    do throws(Errno) {
      try file.write(Array(claim.json), with: write)
      try file.synchronize()
      try directory.synchronize()
    } catch {
      // Nothing was sent; a claim that cannot be taken away either says later that it names no run.
      _ = unlinkat(directory.number, claim.plan.claimName, 0)
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  /// The claim on a plan; one that is there and cannot be read is an error, since the plan is used up all the same.
  public func claim(on plan: PlanNumber) throws(JournalError) -> PlanClaim? {
    for _ in 0..<Self.looks {
      guard let bytes = try claimBytes(of: plan) else { return nil }
      if let claim = PlanClaim(json: bytes), claim.plan == plan { return claim }
      usleep(Self.pause)
    }
    throw .usedUpUnknown(plan, path: path(of: plan))
  }

  /// Gives back a claim.
  public func giveBack(_ claim: PlanClaim) throws(JournalError) {
    guard let directory = try directory.open(makesMissing: false) else { return }
    do throws(Errno) {
      try directory.unlink(claim.plan.claimName)
      try directory.synchronize()
    } catch {
      guard error.rawValue == ENOENT else { throw .unwritable(path: path(of: claim.plan), reason: error.reason) }
    }
  }

  /// Throws the claims away on plans that can no longer be sent; one that cannot be read is kept.
  public func discardClaims(expiredBy moment: Date) throws(JournalError) {
    guard let directory = try directory.open(makesMissing: false) else { return }
    let names: [String]
    do throws(Errno) { names = try directory.names() } catch {
      throw .unreadable(path: self.directory.path, reason: error.reason)
    }
    for plan in names.compactMap(PlanNumber.init(claimName:)) {
      // Whatever else has the name of a claim is left alone: it keeps its plan from being sent.
      guard let bytes = try? claimBytes(of: plan), let claim = PlanClaim(json: bytes), claim.expiry < moment else {
        continue
      }
      try giveBack(claim)
    }
  }

  private func path(of plan: PlanNumber) -> String { "\(directory.path)/\(plan.claimName)" }

  /// What a claim's file holds; `nil` when there is none.
  private func claimBytes(of plan: PlanNumber) throws(JournalError) -> [UInt8]? {
    guard let directory = try directory.open(makesMissing: false) else { return nil }
    do throws(Errno) {
      return try directory.open(plan.claimName, O_RDONLY | O_NONBLOCK).content()
    } catch {
      if error.rawValue == ENOENT { return nil }
      throw .unreadable(path: path(of: plan), reason: error.reason)
    }
  }
}

extension PlanNumber {
  private static let suffix = ".claim"

  /// The name of its claim's file.
  fileprivate var claimName: String { text + Self.suffix }

  /// The plan whose claim's file is called `claimName`.
  fileprivate init?(claimName: String) {
    guard claimName.hasSuffix(Self.suffix) else { return nil }
    self.init(String(claimName.dropLast(Self.suffix.count)))
  }
}

extension PlanClaim {
  /// What its file holds: one line.
  fileprivate var json: Data {
    // A claim holds texts and dates only, all of which JSON can carry.
    guard let bytes = try? JSONEncoder.ofPlans.encode(self) else {
      preconditionFailure("a claim is always writable as JSON")
    }
    return bytes + Data([.newline])
  }

  /// Reads what a file holds; `nil` for anything else, such as the beginning of a claim.
  fileprivate init?(json bytes: [UInt8]) {
    guard bytes.last == .newline, let claim = try? JSONDecoder.ofPlans.decodeForeign(Self.self, from: bytes) else {
      return nil
    }
    self = claim
  }
}
