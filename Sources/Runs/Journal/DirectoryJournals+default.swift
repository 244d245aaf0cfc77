public import AWSClientCore

extension DirectoryJournals {
  /// Where journals are kept unless somebody says otherwise: `$XDG_STATE_HOME/appstream-console/runs`, and
  /// `~/.local/state/appstream-console/runs` without that.
  ///
  /// A relative `XDG_STATE_HOME` is ignored, as the XDG Base Directory Specification asks
  /// (https://specifications.freedesktop.org/basedir-spec/latest/). Without a `HOME` the password database is asked.
  ///
  /// - Throws: ``JournalError/noDirectory``.
  public static func defaultDirectory(_ environment: ProcessEnvironment) throws(JournalError) -> String {
    let own = "appstream-console/runs"
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return "\(state)/\(own)" }
    guard let home = [environment.home, PasswordDatabase.home].compactMap({ $0 }).first(where: { $0.hasPrefix("/") })
    else {
      throw .noDirectory
    }
    return "\(home)/.local/state/\(own)"
  }
}
