import FoundationEssentials
import Glibc
import Testing

@testable import Runs

struct PrivateFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: [false, true])
  func `a new file has the bytes and is its owner's alone`(replacing: Bool) throws {
    try PrivateFile.write([1, 2, 3], to: scratch["file"], replacing: replacing)
    #expect(try scratch.bytes(of: "file") == [1, 2, 3])
    #expect(scratch.mode(of: "file") == 0o600)
    #expect(try scratch.names() == ["file"])
  }

  @Test func `a file that is there stays unless it may be replaced`() throws {
    try scratch.write([9], to: "file")
    #expect(chmod(scratch["file"], 0o644) == 0)
    #expect(throws: PrivateFileError.exists(path: scratch["file"])) {
      try PrivateFile.write([1], to: scratch["file"], replacing: false)
    }
    #expect(try scratch.bytes(of: "file") == [9])
    try PrivateFile.write([1], to: scratch["file"], replacing: true)
    #expect(try scratch.bytes(of: "file") == [1])
    #expect(scratch.mode(of: "file") == 0o600)
    #expect(try scratch.names() == ["file"])
  }

  @Test(arguments: [false, true], ["target", "nowhere"])
  func `nothing is written through a link`(replacing: Bool, target: String) throws {
    try scratch.write([9], to: "target")
    scratch.link("file", to: scratch[target])
    #expect(throws: PrivateFileError.link(path: scratch["file"])) {
      try PrivateFile.write([1], to: scratch["file"], replacing: replacing)
    }
    #expect(try scratch.bytes(of: "target") == [9])
    #expect(try scratch.names() == ["file", "target"])
  }

  @Test(arguments: [false, true])
  func `a linked directory on the way is ordinary`(replacing: Bool) throws {
    scratch.makeDirectory("real")
    scratch.link("linked", to: scratch["real"])
    try PrivateFile.write([1], to: scratch["linked/file"], replacing: replacing)
    #expect(try scratch.bytes(of: "real/file") == [1])
  }

  @Test func `a second name of a replaced file keeps what it had`() throws {
    try scratch.write([9], to: "file")
    #expect(link(scratch["file"], scratch["second"]) == 0)
    try PrivateFile.write([1], to: scratch["file"], replacing: true)
    #expect(try scratch.bytes(of: "second") == [9])
  }

  @Test(arguments: [
    ("directory", "it is a directory"), ("directory/", "it is a directory"), ("", "it is a directory"),
    ("pipe", "it is not a regular file"), ("none/file", "no such file or directory"),
  ])
  func `what cannot be a file is said`(name: String, reason: String) {
    scratch.makeDirectory("directory")
    #expect(mkfifo(scratch["pipe"], 0o600) == 0)
    #expect(throws: PrivateFileError.unwritable(path: scratch[name], reason: reason)) {
      try PrivateFile.write([1], to: scratch[name], replacing: true)
    }
  }

  @Test(arguments: [false, true])
  func `on a full disk nothing is left behind`(replacing: Bool) throws {
    if replacing { try scratch.write([9], to: "file") }
    let error = PrivateFileError.unwritable(path: scratch["file"], reason: "no space left on device")
    #expect(throws: error) {
      try PrivateFile.write([1, 2], to: scratch["file"], replacing: replacing) { number, bytes in
        bytes.count == 2 ? Descriptor.systemWrite(number, bytes.prefix(1)) : .failure(SystemError(number: ENOSPC))
      }
    }
    #expect(try scratch.names() == (replacing ? ["file"] : []))
    if replacing { #expect(try scratch.bytes(of: "file") == [9]) }
  }

  @Test func `an error is a sentence`() {
    #expect("\(PrivateFileError.exists(path: "f"))" == "f exists already and is left as it is. Name another file.")
    #expect(
      "\(PrivateFileError.link(path: "f"))"
        == "f is a symbolic link, and files are not written through one. Name the file itself."
    )
    #expect(
      "\(PrivateFileError.unwritable(path: "f", reason: "it is a directory"))"
        == "f cannot be written: it is a directory. Name another file."
    )
  }
}
