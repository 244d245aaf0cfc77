import FoundationEssentials
import Glibc
import LocalIO
import SystemPackage
import TestSupport
import Testing

@testable import LocalIO

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

  @Test func `a file to append to is made, and is its owner's alone`() throws {
    for byte: UInt8 in [1, 2] {
      let number = try PrivateFile.openForAppending(scratch["log"])
      #expect(write(number, [byte], 1) == 1)
      close(number)
    }
    #expect(try scratch.bytes(of: "log") == [1, 2])
    #expect(scratch.mode(of: "log") == 0o600)
  }

  @Test(arguments: [
    "read by others", "written by others", "two names", "link", "dangling", "pipe", "directory", "device",
  ])
  func `nothing is appended to what is not the owner's alone`(kind: String) throws {
    let path = kind == "device" ? "/dev/null" : scratch["log"]
    try scratch.write([9], to: "other")
    switch kind {
    case "read by others", "written by others":
      try scratch.write([9], to: "log")
      #expect(chmod(path, kind == "read by others" ? 0o644 : 0o620) == 0)
    case "two names":
      #expect(chmod(scratch["other"], 0o600) == 0 && Glibc.link(scratch["other"], path) == 0)
    case "link": scratch.link("log", to: scratch["other"])
    case "dangling": scratch.link("log", to: scratch["nowhere"])
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "directory": #expect(mkdir(path, 0o700) == 0)
    default: break
    }
    let error = #expect(throws: PrivateFileError.self) { try PrivateFile.openForAppending(path) }
    #expect(error.map { "\($0)".contains(path) } == true)
    #expect(try scratch.bytes(of: "other") == [9])
    #expect(try !scratch.names().contains("nowhere"))
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
        bytes.count == 2 ? Descriptor.systemWrite(number, bytes.prefix(1)) : .failure(Errno(rawValue: ENOSPC))
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
