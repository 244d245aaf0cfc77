/// A setting of the section `[console]`; its raw value is its name in the file.
enum ConsoleSetting: String, CaseIterable {
  case readOnly = "read_only"
  case requireReason = "require_reason"
  case syslog
  case ascii

  /// What it does when it is `true`, as the manual page and the example file say it.
  var meaning: String {
    switch self {
    case .readOnly: "send nothing that changes anything"
    case .requireReason: "send a plan only with a reason or ticket"
    case .syslog: "leave a line in the machine's log at the end of each run, with the journal's last hash"
    case .ascii: "draw with ASCII characters only"
    }
  }
}
