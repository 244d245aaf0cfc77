import Glibc
import PlainText
import Runs

/// The machine's log, where an administrator keeps what operators cannot change.
enum SystemLog {
  /// One line about a run, with the hash that proves its journal (syslog(3)).
  static func write(_ run: FinishedRun) {
    openlog("appstream-console", LOG_PID, LOG_AUTHPRIV)
    let line = "run \(run.id) \(run.machine.counts.text) journal-sha256 \(run.lastHash)"
    Line(line).text.withCString { text in
      // A format of its own: nothing in the text is taken for one.
      withVaList([text]) { vsyslog(LOG_NOTICE, "%s", $0) }
    }
    closelog()
  }
}
