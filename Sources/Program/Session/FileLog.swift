import FoundationEssentials
import Glibc
import LocalIO
import Logging
import PlainText
import Runs

/// A log in a file of the operator's own; without one nothing is logged, since the screen is not the place.
struct FileLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let descriptor: Int32

  /// The logger that the options ask for.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be opened; or is not the operator's alone.
  static func logger(_ options: GlobalOptions) throws -> Logger {
    guard let path = options.logFile else { return Logger(label: "none") { _ in SwiftLogNoOpLogHandler() } }
    let descriptor: Int32
    do throws(PrivateFileError) {
      descriptor = try PrivateFile.openForAppending(path)
    } catch {
      throw CommandFailure(.usage, "--log-file: \(error)")
    }
    let level = Logger.Level(rawValue: options.logLevel.rawValue) ?? .notice
    return Logger(label: "appstream-console") { _ in FileLog(logLevel: level, descriptor: descriptor) }
  }

  private init(logLevel: Logger.Level, descriptor: Int32) {
    self.logLevel = logLevel
    self.descriptor = descriptor
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let merged = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = merged.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    // One line an event, whatever is in it.
    let line = Line("\(Date().formatted(.iso8601)) \(event.level) \(event.message)\(details)" as String) + "\n"
    do throws(WriteError) {
      try FileDescriptorWriter.write(line.text, to: descriptor, awaitingRoom: EndRequest.awaitRoom)
    } catch {
      // A full disk must not stop a run, and the log is no part of what it promises.
    }
  }
}
