import AppStream
import FoundationEssentials

/// The state file as it is written.
struct StateRecords: Codable {
  var v: Int
  var stacks: [StackRecord]?
  var users: [UserRecord]?
  var associations: [AssociationRecord]?
  var changes: [ChangeRecord]?

  /// What is wrong with a file that is not one of these, as a clause.
  static func problem(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is not JSON" }
    switch error {
    case .keyNotFound(let key, let context): return "\(place(context)) has no \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context)) is not of the right type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      return "\(place(context)) is not right: \(context.debugDescription)"
    default: return "it is not JSON"
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    guard !context.codingPath.isEmpty else { return "the file" }
    return context.codingPath.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
      .trimmingPrefix(".").description
  }
}

extension StateRecords {
  /// When something was created that does not say when: 2026-01-07T08:00:00Z.
  static let unknownTime = Date(timeIntervalSince1970: 1_767_772_800)
}
