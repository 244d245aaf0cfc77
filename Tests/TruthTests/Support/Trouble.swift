import AppStream
import AppStreamEmulator
import SeededNumbers
import TestSupport

/// What goes wrong in a run, and how often.
struct Trouble: Sendable {
  /// What may become of a write call, and how likely it is that something does.
  var writes: [Fault.Kind] = []
  var writeRate = 0.0
  /// The same for reads.
  var reads: [Fault.Kind] = []
  var readRate = 0.0
  /// Entries that the service says no to, each time.
  var failing: [Association: ItemFailure] = [:]
  /// How likely it is that a call has an entry that fails just this once.
  var passingFailures = 0.0
  /// How likely it is that an answer speaks of an association that was not sent.
  var strayErrors = 0.0
  /// Stacks that the caller may not change.
  var forbidden: [String] = []
  /// How likely it is that somebody else changes something before a call arrives.
  var meddling = 0.0
  /// How likely it is that somebody else takes a person off a stack between two pages of its list.
  var meddlingBetweenPages = 0.0
  /// How likely it is that the answer to a read is an object of JSON without its list.
  var bareAnswers = 0.0
  /// Whether they throw away stacks and users, too.
  var isVandalism = false

  private static let writeFaults: [Fault.Kind] = [
    throttled,
    .serverError(status: 500, isApplied: false), .serverError(status: 503, isApplied: true),
    .drop(isApplied: false), .drop(isApplied: true),
    .truncate,
    .html(status: 502, isApplied: true), .html(status: 403, isApplied: false), .html(status: 200, isApplied: true),
    .refuse(EmulatedRefusal(code: "OperationNotPermittedException", message: "Not now.")),
    .refuse(EmulatedRefusal(code: "SomeNewException", message: "Nobody knows it.")),
    .expiredKey(nil),
  ]
  private static let readFaults: [Fault.Kind] = [
    throttled, .serverError(status: 500, isApplied: false), .drop(isApplied: false), .truncate,
    .html(status: 502, isApplied: false), .html(status: 200, isApplied: false),
    .refuse(EmulatedRefusal(code: "AccessDeniedException", message: "No.", layer: .frontDoor)),
    .expiredKey(nil),
  ]
  /// A bucket that is always empty.
  private static let throttled = Fault.Kind.throttle(rate: 0, burst: 0)
  static let codes = ["USER_NAME_NOT_FOUND", "DIRECTORY_NOT_FOUND", "STACK_NOT_FOUND", "INTERNAL_ERROR", "NEW_CODE"]

  /// A random mixture for a run of `entries`.
  ///
  /// - Parameter isLagging: Whether reads show changes late. Then nothing is done that the service denies: an error for
  ///   an entry that a read still shows is all that anybody can know.
  init(_ random: inout SeededGenerator, _ entries: [Association], isLagging: Bool) {
    writes = Self.writeFaults.filter { _ in random.happens(0.5) }
    writeRate = writes.isEmpty ? 0 : random.pick([0, 0.05, 0.2, 0.5])
    reads = Self.readFaults.filter { _ in random.happens(0.5) }
    readRate = reads.isEmpty ? 0 : random.pick([0, 0, 0.1, 0.4])
    let failureRate = random.pick([0, 0, 0.03, 0.3])
    for entry in entries where random.happens(failureRate) { failing[entry] = Self.failure(&random, isLagging) }
    passingFailures = random.pick([0, 0, 0.3])
    strayErrors = random.pick([0, 0, 0.2])
    if random.happens(0.25) { forbidden = Set(entries.map(\.stackName)).sorted().filter { _ in random.happens(0.3) } }
    meddling = random.pick([0, 0, 0.1, 0.4])
    isVandalism = random.happens(0.3)
    meddlingBetweenPages = random.pick([0, 0, 0.3])
    bareAnswers = random.pick([0, 0, 0.1])
  }

  static func failure(_ random: inout SeededGenerator, _ isLagging: Bool) -> ItemFailure {
    ItemFailure(code: random.pick(codes), isApplied: !isLagging && random.happens(0.2))
  }
}
