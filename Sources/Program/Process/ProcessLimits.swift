import Glibc
import PlainText

/// What the system lets this process have, which has to be enough for its threads before they are started: a library
/// that gets none ends the program, or waits for ever.
struct ProcessLimits {
  /// One of the limits of getrlimit(2).
  private struct Limit {
    var resource: __rlimit_resource
    /// What it limits, in a sentence.
    var name: String
    /// The option of ulimit that sets it, and the bytes or numbers that it counts by.
    var option: String
    var unit: rlim_t
    /// The least that will do.
    var least: rlim_t
  }

  /// How many processors there are: each has threads of its own, with a stack each, and their files.
  let processors: Int

  /// As measured on the release binary, with room to spare.
  private var limits: [Limit] {
    let processors = rlim_t(processors)
    let kibibyte: rlim_t = 1024
    return [
      Limit(
        resource: RLIMIT_AS,
        name: "address space",
        option: "-v",
        unit: kibibyte,
        least: (160 << 20) + (16 << 20) * processors
      ),
      Limit(
        resource: RLIMIT_DATA,
        name: "memory for data",
        option: "-d",
        unit: kibibyte,
        least: (80 << 20) + (16 << 20) * processors
      ),
      Limit(resource: RLIMIT_NOFILE, name: "open files", option: "-n", unit: 1, least: 32 + 8 * processors),
    ]
  }

  /// Checks the limits of this process.
  ///
  /// - Throws: ``CommandFailure`` when one is too small.
  func check() throws {
    for limit in limits {
      var set = rlimit()
      guard getrlimit(__rlimit_resource_t(limit.resource.rawValue), &set) == 0, set.rlim_cur < limit.least else {
        continue
      }
      let (has, needs) = (set.rlim_cur / limit.unit, limit.least / limit.unit)
      throw CommandFailure(
        .refused,
        "The limit on this program's \(limit.name) is too small: ulimit \(limit.option) is \(has), and has to be at "
          + "least \(needs) here. Raise it and try again."
      )
    }
  }
}
