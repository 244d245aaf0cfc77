package import AWSClientCore
package import AppStream
package import FoundationEssentials

/// People, stacks and refusals for tests.
package enum Sample {
  /// When it is.
  package static let moment = Date(timeIntervalSince1970: 1_795_354_935)
  /// When that is, by the clock that only goes forward.
  package static let instant = ContinuousClock.now

  /// The user with this number; names sort as their numbers do.
  package static func user(_ number: Int) -> String {
    let digits = String(number)
    return "u\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)@x.example"
  }

  /// Users 0 and up on each stack, as many as it says.
  package static func associations(_ stacks: KeyValuePairs<String, Int>) -> [Association] {
    stacks.flatMap { stack, count in (0..<count).map { Association(stackName: stack, userName: user($0)) } }
  }

  /// A refusal of a service.
  package static func refusal(
    _ code: String,
    status: Int = 400,
    message: String = "No.",
    requestID: String? = "r-1"
  ) -> ServiceError {
    .refused(Refusal(operation: "Sample", code: code, message: message, status: status, requestID: requestID))
  }
}
