import NcursesTerminal

/// A setting of the section `[console]`; its raw value is its name in the file.
enum ConsoleSetting: String, CaseIterable {
  case readOnly = "read_only"
  case requireReason = "require_reason"
  case atMost = "at_most"
  case atMostPercent = "at_most_percent"
  case planValid = "plan_valid"
  case syslog
  case ascii
  case theme
  case mouse
  case bell
  case title

  /// What it does when it is set as ``example``, as the manual page and the example file say it.
  var meaning: String {
    switch self {
    case .readOnly: "send nothing that changes anything"
    case .requireReason: "send a plan only with a reason or ticket"
    case .atMost: "begin no run of more entries than that"
    case .atMostPercent: "begin no run that takes more of a stack's people off it, in percent, from 10 people up"
    case .planValid: "send no plan that was made longer ago: minutes (90m), hours (36h) or days (7d)"
    case .syslog: "leave a line in the machine's log at the end of each run, with the journal's last hash"
    case .ascii: "draw with ASCII characters only"
    case .theme: "draw the console in this theme: \(Theme.allCases.map(\.rawValue).joined(separator: ", "))"
    case .bell: "ring the terminal's bell when a run ends, or pauses by itself"
    case .title: "give the terminal's window the title of program and profile, while the console is open"
    case .mouse: "take the mouse in the console: a click, the wheel, and drawing over rows, which marks them"
    }
  }

  /// A value that it can have.
  var example: String {
    switch self {
    case .readOnly, .requireReason, .syslog, .ascii, .mouse, .bell, .title: "true"
    case .atMost: "500"
    case .atMostPercent: "50"
    case .planValid: "24h"
    case .theme: Theme.light.rawValue
    }
  }
}
