import CVTerm
import Glibc

/// What the session's leader tells about the program: its process, and how it fares.
struct ReportReader {
  let descriptor: CInt
  let writingEnd: CInt
  private(set) var pid: pid_t?
  private(set) var isStopped = false
  private(set) var status: ProgramEnding?
  private var partialLine: [UInt8] = []

  init() throws {
    var ends: [CInt] = [-1, -1]
    guard pipe2(&ends, CInt(O_CLOEXEC)) == 0 else { throw TestingError("pipe2: \(systemMessage())") }
    (descriptor, writingEnd) = (ends[0], ends[1])
  }

  func closeWritingEnd() {
    close(writingEnd)
  }

  /// Takes all reports that have come.
  mutating func drain() throws {
    while let bytes = PseudoTerminal.read(descriptor) {
      partialLine += bytes
      while let end = partialLine.firstIndex(of: UInt8(ascii: "\n")) {
        try take(String(decoding: partialLine[..<end], as: UTF8.self))
        partialLine.removeSubrange(...end)
      }
    }
  }

  private mutating func take(_ line: String) throws {
    let words = line.split(separator: " ")
    guard words.count == 2, let number = CInt(words[1]) else { throw TestingError("terminal-session: \(line)") }
    switch words[0] {
    case "started": pid = number
    case "stopped": isStopped = true
    case "continued": isStopped = false
    case "exited": status = .exited(number)
    case "signalled": status = .signalled(number)
    default: throw TestingError("terminal-session: \(line)")
    }
  }
}
