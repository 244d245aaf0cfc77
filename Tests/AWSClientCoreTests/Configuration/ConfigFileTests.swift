import AWSClientCore
import TestSupport
import Testing

@Suite struct ConfigFileTests {
  private func parse(_ text: String) throws -> ConfigFile {
    try ConfigFile(parsing: Array(text.utf8), path: "/home/ana/.aws/config")
  }

  /// What is in the section `default`: keys and texts in order, and `key.nested` for nested ones.
  private func settings(_ text: String) throws -> [String] {
    try (parse(text).section(named: "default")?.entries ?? []).flatMap { entry in
      ["\(entry.key)=\(entry.text)"] + entry.nested.sorted { $0.key < $1.key }.map { "\(entry.key).\($0)=\($1)" }
    }
  }

  @Test(arguments: [
    ("", []),
    ("[default]", []),
    ("[default]\nregion=eu-west-1\noutput=json\n", ["region=eu-west-1", "output=json"]),
    ("[default]\nregion = eu-west-1", ["region=eu-west-1"]),
    ("[default]\r\nregion = eu-west-1\r\ns3 =\r\n  a = b\r\n", ["region=eu-west-1", "s3=", "s3.a=b"]),
    ("\u{FEFF}[default]\nregion = x\n", ["region=x"]),
    ("  [default]  \n\tregion\t=\tx\t\n", ["region=x"]),
    ("[default]\nRegion = EU\n", ["region=EU"]),
    ("[default]\nregion: x\n", ["region=x"]),
    ("[default]\ncredential_process = a --url https://x?a=b\n", ["credential_process=a --url https://x?a=b"]),
    ("[default]\nempty =\nregion = x\n", ["empty=", "region=x"]),
    ("[default]\na = \"quoted\"\n", ["a=\"quoted\""]),
    ("[default]\n  region = x\n  output = json\n", ["region=x", "output=json"]),
    ("[default]\nregion = naïve 日本\n", ["region=naïve 日本"]),
  ])
  func `keys are read as botocore reads them`(text: String, expected: [String]) throws {
    #expect(try settings(text) == expected)
  }

  @Test(arguments: [
    ("# before\n; before\n[default]\n# within\nregion = x\n", ["region=x"]),
    ("[default] # the usual one\nregion = x\n", ["region=x"]),
    ("[default]\nregion = x # Ireland\n", ["region=x # Ireland"]),
    ("[default]\na = b#c;d\n", ["a=b#c;d"]),
    ("[default]\ns3 =\n  # one\n  a = b ; two\n", ["s3=", "s3.a=b ; two"]),
    ("[default]\n   # indented\nregion = x\n", ["region=x"]),
    (
      "[default]\ncredential_process = keys --url https://x/#/home # y\n",
      ["credential_process=keys --url https://x/#/home # y"]
    ),
  ])
  func `a comment has a line of its own, and a sign behind a value is part of it`(text: String, expected: [String])
    throws
  {
    #expect(try settings(text) == expected)
  }

  @Test(arguments: [
    ("[default]\ns3 =\n  a = b\n\n  c = d\n # note\nregion = x\n", ["s3=", "s3.a=b", "s3.c=d", "region=x"]),
    ("[default]\ns3 =\n  a = b\n    c = d=e\n", ["s3=", "s3.a=b", "s3.c=d=e"]),
    ("[default]\n  s3 =\n    a = b\n  region = x\n", ["s3=", "s3.a=b", "region=x"]),
    ("[default]\nscopes = one\n  two\n\tthree\n", ["scopes=one\ntwo\nthree"]),
    ("[default]\ns3 =\n\ta = b\n[other]\na = c\n", ["s3=", "s3.a=b"]),
  ])
  func `lines that are indented more go on with the key before`(text: String, expected: [String]) throws {
    #expect(try settings(text) == expected)
  }

  @Test(arguments: [
    ("[default]\na = 1\na = 2\n", ["a=2"]),
    ("[default]\na = 1\nb = 1\n[other]\na = 0\n[default]\nb = 2\nc = 2\n", ["a=1", "b=2", "c=2"]),
    ("[default]\ns3 =\n  a = 1\n[default]\ns3 =\n  b = 2\n", ["s3=", "s3.b=2"]),
  ])
  func `what comes again adds to what was there, and the later value wins`(text: String, expected: [String]) throws {
    #expect(try settings(text) == expected)
  }

  @Test(arguments: [
    ("region = x\n", 1, ConfigFileError.Problem.outsideSection),
    ("\n# note\nregion = x\n", 3, .outsideSection),
    ("[default]\nregion\n", 2, .noEqualsSign),
    ("[default]\r\n\r\nregion eu-west-1\r\n", 3, .noEqualsSign),
    ("[default]\n= x\n", 2, .noKey),
    ("[default]\ns3 =\n  a = b\n  nonsense\n", 4, .noEqualsSign),
    ("[default\nregion = x\n", 1, .badHeader),
    ("[]\n", 1, .badHeader),
    ("[\n", 1, .badHeader),
  ])
  func `a bad line is named with its number`(text: String, line: Int, problem: ConfigFileError.Problem) {
    #expect(throws: ConfigFileError(path: "/home/ana/.aws/config", line: line, problem: problem)) {
      try parse(text)
    }
  }

  @Test func `a line that is no UTF-8 is named with its number`() {
    let bytes = Array("[default]\na = 1\nb = ".utf8) + [0xFF, 0x0A]
    #expect(throws: ConfigFileError(path: "config", line: 3, problem: .notText)) {
      try ConfigFile(parsing: bytes, path: "config")
    }
  }

  @Test func `sections and keys know their lines`() throws {
    let file = try parse("# note\n[a]\nx = 1\n\n[b]\ny = 2\n[a]\nz = 3\n")
    #expect(file.sections.map(\.name) == ["a", "b"])
    #expect(file.sections.map(\.line) == [2, 5])
    #expect(file.section(named: "a")?.entries.map(\.line) == [3, 8])
    #expect(file.section(named: "a")?["Z"]?.text == "3")
    #expect(file.section(named: "c") == nil)
  }

  @Test func `a description or a dump shows no value`() throws {
    let file = try parse("[default]\naws_secret_access_key = hunter2\nnested =\n  inner = hunter3\n")
    var dumped = ""
    dump(file, to: &dumped)
    for text in ["\(file)", String(reflecting: file), dumped] {
      #expect(!text.contains("hunter"))
      #expect(text.contains("aws_secret_access_key"))
    }
  }

  @Test func `an error says what to do and does not repeat the line`() {
    let error = ConfigFileError(path: "/home/ana/.aws/config", line: 7, problem: .noEqualsSign)
    #expect(
      "\(error)"
        == "Line 7 of /home/ana/.aws/config cannot be read: it is not of the form key = value. Correct that line."
    )
  }
}
