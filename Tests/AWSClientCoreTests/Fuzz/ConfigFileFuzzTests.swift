import TestSupport
import Testing

@testable import AWSClientCore

@Suite(.timeLimit(.minutes(2))) struct ConfigFileFuzzTests {
  private static let samples = [
    "[default]\nregion = eu-west-1\naws_secret_access_key = a/b+c==\n",
    "\u{FEFF}# x\r\n[profile \"night shift\"]\r\nrole_arn = r\r\nsource_profile: default\r\n",
    "[services dev]\nappstream =\n  endpoint_url = https://a\n\n  # x\nsts =\n\tendpoint_url = https://b",
    "[sso-session corp]\nscopes = one\n  two\n[profile a]\nsso_session = corp\ncredential_process = x #7\n",
    "[DEFAULT]\na = 1\n[profile é日]\nb = \u{301}2\n  [x]\n",
  ]
  private static let tokens = [
    "[", "]", "[default]", "[profile x]", "=", ":", "#", ";", "\n", "\r", "\r\n", " ", "\t", "\"", "'", "\\",
    "\u{FEFF}",
    "\u{301}", "\u{A0}", "\0", "  a = b\n", "DEFAULT", "services", "profile ",
  ]

  @Test func `any bytes are a file or give a sentence that names a line`() {
    var fuzzer = Fuzzer("config files")
    var refused = 0
    for _ in 0..<50_000 {
      let bytes = fuzzer.input(from: Self.samples, tokens: Self.tokens)
      do throws(ConfigFileError) {
        let named = NamedSections(try ConfigFile(parsing: bytes, path: "config"))
        if Set(named.profileNames).count != named.profiles.count { Issue.record("\(fuzzer.note): \(bytes)") }
      } catch {
        refused += 1
        let isSentence = "\(error)".utf8.starts(with: "Line \(error.line) of config cannot be read: ".utf8)
        if !isSentence || error.line < 1 { Issue.record("\(fuzzer.note): \(bytes)") }
      }
    }
    #expect((5_000..<45_000).contains(refused), "\(fuzzer.note)")
  }

  @Test func `any value of a proxy variable is a proxy or gives a sentence without it`() {
    var fuzzer = Fuzzer("proxies")
    let samples = ["http://ana:hunter2@proxy.example.com:3128", "socks5://hunter2@p", "https://p", "[fd00::1]:80"]
    for _ in 0..<5_000 {
      let bytes = fuzzer.input(from: samples, tokens: ["://", "@", ":", "[", "]", "%", "%41", "/", "http", "https"])
      let value = String(decoding: bytes, as: UTF8.self)
      do throws(ProxyError) {
        let settings = ProxySettings(environment: ProcessEnvironment(variables: ["HTTPS_PROXY": value]))
        _ = try settings.proxy(for: Endpoint(scheme: .https, host: "example.com"))
      } catch {
        let text = "\(error)"
        if text.contains("hunter2") || !text.hasSuffix(".") { Issue.record("\(fuzzer.note): \(value)") }
      }
    }
  }
}
