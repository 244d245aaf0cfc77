import FoundationEssentials

/// A configuration directory with the console's settings file in it.
struct SettingsHome {
  /// What `XDG_CONFIG_HOME` is set to.
  let path: String

  init(_ settings: String) throws {
    let place = try TemporaryFile("")
    place.remove()
    path = place.path
    let directory = "\(path)/appstream-console"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: URL(filePath: "\(directory)/config"))
  }

  /// Removes it.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
