import FoundationEssentials
import PlainText
import TerminalTesting
import Testing

extension EndToEnd {
  @Suite struct `The emulator` {
    /// The bytes are botocore's, and it is botocore that reads the answers.
    @Test(.enabled(if: ThirdParty.python != nil, "needs boto3"))
    func `speaks RPC v2 CBOR with botocore`() throws {
      let emulator = try LiveEmulator("--seed", "1x2x2")
      let python = try #require(ThirdParty.python)
      let script = #filePath.replacing("OtherProtocolTests.swift", with: "speak_cbor.py")
      let spoken = try ThirdParty.run(python, [script], environment: emulator.environment)
      let lines = try spoken.standardOutput.split(separator: "\n").map {
        try JSONDecoder().decode(JSONValue.self, from: Data($0.utf8))
      }
      try #require(lines.count == 7, "\(spoken.standardOutput)\(spoken.standardError)")
      #expect(
        lines[0]["sent"]
          == .array([
            .string("rpc-v2-cbor"), .string("application/cbor"),
            .string("service/PhotonAdminProxyService/operation/DescribeStacks"),
          ])
      )
      #expect(lines[0]["stack"] == .string("stack-0001"))
      #expect(lines[1]["users"] == .integer(2))
      #expect(lines[2]["on"]?.elements.count == 2)
      #expect(lines[3]["errors"] == .array([.array([.string("STACK_NOT_FOUND"), .string("none")])]))
      #expect(lines[4]["on"]?.elements.count == 1)
      #expect(lines[5]["code"] == .string("ResourceNotFoundException") && lines[5]["status"] == .integer(404))
      #expect(lines[6]["code"] == .string("ValidationException") && lines[6]["status"] == .integer(400))
    }
  }
}
