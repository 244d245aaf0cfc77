import Dispatch
import FoundationEssentials
import PlainText
import TerminalTesting

/// Runs the program without a terminal, against `emulator` or as the environment says.
func console(
  _ arguments: [String],
  on emulator: LiveEmulator? = nil,
  environment: [String: String] = [:],
  standardInput: String = ""
) throws -> ProgramUnderTest.Result {
  try ProgramUnderTest.run(
    "appstream-console",
    arguments: arguments,
    environment: (emulator?.environment ?? [:]).merging(environment) { $1 },
    standardInput: standardInput,
    timeout: .seconds(120)
  )
}

/// Waits for `work` without holding one of the threads that all tests share; for waits of more than a few seconds.
func onThreadOfItsOwn<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "test").async { continuation.resume(with: Result { try work() }) }
  }
}

extension ProgramUnderTest.Result {
  /// Standard output as JSON.
  var json: JSONValue {
    get throws { try JSONDecoder().decode(JSONValue.self, from: Data(standardOutput.utf8)) }
  }
}

extension JSONValue {
  /// The elements, where this is a list.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}
