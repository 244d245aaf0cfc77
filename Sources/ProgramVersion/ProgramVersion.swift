/// The version of both programs.
package enum ProgramVersion {
  /// The number, as plans and the `User-Agent` give it.
  package static let number = "0.1.0"

  /// The number and the commit, as `--version` gives them: "0.1.0 (commit 70b41580ef7c)".
  ///
  /// Where files differed from the commit it says so; where git could not tell, the commit is "unknown". `CommitPlugin`
  /// writes the file that has it.
  package static let numberAndCommit = "\(number) (commit \(commit))"
}
