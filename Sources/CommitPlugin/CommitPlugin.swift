import PackagePlugin

/// Writes the commit that the package is at into a Swift file, before each build.
///
/// `Context.gitInformation` in Package.swift would be shorter, but SwiftPM keeps what a manifest said until the
/// manifest changes, so a program would name the commit of an earlier build.
@main
struct CommitPlugin: BuildToolPlugin {
  /// Without git, or outside a checkout, the commit is unknown.
  ///
  /// A file that would stay the same is left alone, so that nothing is built again for it.
  private static let script = #"""
    commit=$(git -C "$1" rev-parse --short=12 HEAD 2>/dev/null) || commit=unknown
    [ -z "$(git -C "$1" status --porcelain --untracked-files=no 2>/dev/null)" ] || commit="$commit with changes"
    line="let commit = \"$commit\""
    [ "$(cat "$2" 2>/dev/null)" = "$line" ] || printf '%s\n' "$line" >"$2"
    """#

  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let directory = context.pluginWorkDirectoryURL
    return [
      .prebuildCommand(
        displayName: "Reading the commit",
        executable: .init(filePath: "/bin/sh"),
        arguments: [
          "-c", Self.script, "sh", context.package.directoryURL.path(),
          directory.appending(path: "Commit.swift").path(),
        ],
        outputFilesDirectory: directory
      )
    ]
  }
}
