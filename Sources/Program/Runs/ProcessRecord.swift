import FoundationEssentials
import Glibc

/// What the operating system tells of a process of this machine (proc(5), `/proc/PID/stat` and `/proc/PID/status`).
struct ProcessRecord: Equatable {
  /// The number of the user whose process it is (the real one).
  let userID: Int
  /// When it was started, by the clock of now.
  let start: Date
  /// Whether it was stopped, as by SIGSTOP, and takes no signal until it is continued.
  let isSuspended: Bool

  /// Reads the texts of the two files.
  ///
  /// - Parameters:
  ///   - ticks: How many clock ticks a second has.
  ///   - uptime: How long ago the machine was started, in seconds.
  /// - Returns: `nil` for texts that are of other files.
  init?(stat: String, status: String, ticks: Double, uptime: Double, now: Date) {
    // The name before it may hold blanks and brackets; state and start are fields 3 and 22 of all.
    guard let name = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: name)...].split(separator: " ")
    guard fields.count > 19, let started = Double(fields[19]), ticks > 0,
      let users = status.split(separator: "\n").first(where: { $0.hasPrefix("Uid:") }),
      let user = users.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    userID = user
    start = now.addingTimeInterval(started / ticks - uptime)
    isSuspended = fields[0] == "T"
  }

  /// The process with this number as it is now; `nil` when it is not there or cannot be seen.
  init?(of process: Int) {
    var uptime = timespec()
    guard clock_gettime(CLOCK_BOOTTIME, &uptime) == 0 else { return nil }
    let texts = ["stat", "status"].compactMap { name -> String? in
      do {
        return String(decoding: try Data(contentsOf: URL(filePath: "/proc/\(process)/\(name)")), as: UTF8.self)
      } catch {
        // Ended meanwhile, or hidden from others by the mount option hidepid.
        return nil
      }
    }
    guard texts.count == 2 else { return nil }
    self.init(
      stat: texts[0],
      status: texts[1],
      ticks: Double(sysconf(Int32(_SC_CLK_TCK))),
      uptime: Double(uptime.tv_sec) + Double(uptime.tv_nsec) / 1e9,
      now: Date()
    )
  }
}
