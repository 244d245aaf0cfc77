import LocalIO
import PlainText
import Runs

/// Writes plans to files.
enum PlanOutput {
  /// Writes `plan` to a new file at `path` that only its owner can read.
  ///
  /// - Throws: ``CommandFailure`` when there is one already, or it cannot be written. Nothing was sent.
  static func write(_ plan: Plan, to path: String, _ process: ProcessContext) throws {
    do throws(PrivateFileError) {
      try PrivateFile.write(PlanFile.bytes(of: plan), to: path, replacing: false)
    } catch {
      throw CommandFailure.unsent(.usage, "\(error)")
    }
    let validity = PlanText.validity(of: plan, within: nil)
    process.say("Plan \(plan.number) is in \(path), with the hash \(plan.sha256), \(validity).")
  }
}
