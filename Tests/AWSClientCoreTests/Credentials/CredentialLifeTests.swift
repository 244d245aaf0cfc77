import AWSClientCore
import FoundationEssentials
import PlainText
import Testing

@Suite struct CredentialLifeTests {
  private static let start = Date(timeIntervalSince1970: 1_795_356_135)

  private static func life(endsIn left: TimeInterval?, askedAgo: TimeInterval = 3600) -> CredentialLife {
    CredentialLife(
      Credentials(
        accessKeyID: "A",
        secretAccessKey: Secret("s"),
        expiration: left.map { start.addingTimeInterval($0) }
      ),
      asked: start.addingTimeInterval(-askedAgo)
    )
  }

  @Test(
    arguments: [
      (nil, .use), (3600, .use), (900, .use), (899, .tryToRenew), (600, .tryToRenew), (599, .renew), (1, .renew),
      (0, .renew), (-1, .renew),
    ] as [(TimeInterval?, CredentialLife.Decision)]
  )
  func `credentials are renewed before they end`(left: TimeInterval?, decision: CredentialLife.Decision) {
    #expect(Self.life(endsIn: left).decision(at: Self.start) == decision)
  }

  @Test(
    arguments: [
      (899, 59, .use), (899, 60, .tryToRenew), (599, 59, .use), (599, 60, .renew), (0, 0, .renew),
    ] as [(TimeInterval, TimeInterval, CredentialLife.Decision)]
  )
  func `a source that gives short-lived ones is left alone for a minute`(
    left: TimeInterval,
    asked: TimeInterval,
    decision: CredentialLife.Decision
  ) {
    #expect(Self.life(endsIn: left, askedAgo: asked).decision(at: Self.start) == decision)
  }

  @Test func `those that a service has refused are renewed at once`() {
    var life = Self.life(endsIn: nil, askedAgo: 0)
    life.isRefused = true
    #expect(life.decision(at: Self.start) == .renew)
  }
}
