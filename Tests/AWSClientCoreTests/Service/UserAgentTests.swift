import AWSClientCore
import Testing

@Suite struct UserAgentTests {
  private let agent = UserAgent(
    product: "appstream-console",
    version: "1.2.3",
    system: "linux",
    systemRelease: "6.1.0-18 (x)",
    architecture: "x86_64",
    languageVersion: "6.3",
    retryMode: .adaptive
  )

  @Test func `a call says what sent it, in AWS's form`() {
    #expect(
      agent.text()
        == "appstream-console/1.2.3 ua/2.1 os/linux#6.1.0-18--x- md/arch#x86_64 lang/swift#6.3 cfg/retry-mode#adaptive"
    )
  }

  @Test func `a run's id is in it`() {
    #expect(agent.text(run: "20261122T140211Z-7f3a").hasSuffix(" cfg/retry-mode#adaptive run/20261122T140211Z-7f3a"))
  }
}
