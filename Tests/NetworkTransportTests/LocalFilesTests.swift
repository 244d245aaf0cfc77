import AWSClientCore
import FoundationEssentials
import NetworkTransport
import TestSupport
import Testing

@Suite struct LocalFilesTests {
  private let files = LocalFiles()

  private func withDirectory(_ body: (String) throws -> Void) throws {
    let scratch = try Scratch()
    try body(scratch.path)
  }

  @Test(arguments: [0, 1, 65_536, 200_000])
  func `a file is read whole`(count: Int) throws {
    try withDirectory { directory in
      let content = (0..<count).map { UInt8($0 % 251) }
      try Data(content).write(to: URL(filePath: "\(directory)/file"))
      #expect(try files.contents(of: "\(directory)/file") == content)
    }
  }

  @Test func `what is not there is nothing, even under a file`() throws {
    try withDirectory { directory in
      try Data("x".utf8).write(to: URL(filePath: "\(directory)/file"))
      #expect(try files.contents(of: "\(directory)/none") == nil)
      #expect(try files.contents(of: "\(directory)/file/none") == nil)
      #expect(try files.contents(of: "") == nil)
    }
  }

  @Test func `the null device is an empty file`() throws {
    #expect(try files.contents(of: "/dev/null") == [])
  }

  @Test func `a directory cannot be read`() throws {
    try withDirectory { directory in
      #expect(throws: FileError.unreadable(path: directory, reason: "it is a directory")) {
        try files.contents(of: directory)
      }
    }
  }

  @Test func `a file without an end is given up`() {
    #expect(throws: FileError.unreadable(path: "/dev/zero", reason: "it is larger than 16 MiB")) {
      try files.contents(of: "/dev/zero")
    }
  }

  @Test func `a link that leads to itself cannot be read, and the sentence says why`() throws {
    try withDirectory { directory in
      let link = "\(directory)/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
      let error = #expect(throws: FileError.self) { try files.contents(of: link) }
      #expect(
        error.map { "\($0)" }
          == "\(link) cannot be read: too many levels of symbolic links. Make it readable, or name another file."
      )
    }
  }
}
