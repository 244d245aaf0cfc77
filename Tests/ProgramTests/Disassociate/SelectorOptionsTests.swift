import AppStream
import ArgumentParser
import PlainText
import Runs
import TestSupport
import Testing

@testable import Program

/// What the options that select mean, before the service is asked anything.
@Suite struct SelectorOptionsTests {
  private func selectors(_ arguments: [String], input: String = "") throws -> Selectors {
    var desk = Desk()
    desk.input = input
    return try SelectorOptions.parse(arguments).validated(in: desk.process)
  }

  private func refusal(_ arguments: [String]) -> String? {
    do {
      _ = try selectors(arguments)
      return nil
    } catch let failure as CommandFailure {
      return failure.status == .usage ? failure.description : "\(failure.status)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `addresses of arguments and of lists unite, each with where it came from`() throws {
    let scratch = try Scratch()
    let path = try scratch.list("leavers.txt", "ada@x.example\nbo@x.example\n")
    let selectors = try selectors(["--user", "cy@x.example", "--users-from", path, "--stack", "lab"])
    guard case .matching(let request) = selectors.kind else { return #expect(Bool(false), "not a request") }
    #expect(request.addresses == ["cy@x.example", "ada@x.example", "bo@x.example"])
    #expect(request.stacks == ["lab"])
    #expect(request.sources[ExactText("bo@x.example")] == Unmatched.Source(file: path, line: 2))
  }

  @Test func `a list may come in on standard input`() throws {
    let kind = try selectors(["--users-from", "-"], input: "ada@x.example\nbo@x.example\n").kind
    guard case .matching(let request) = kind else { return #expect(Bool(false), "not a request") }
    #expect(request.addresses == ["ada@x.example", "bo@x.example"])
    #expect(
      request.sources[ExactText("bo@x.example")] == Unmatched.Source(file: "standard input", line: 2)
    )
  }

  @Test func `keep lists unite, and each has to keep somebody`() throws {
    let scratch = try Scratch()
    let first = try scratch.list("one.txt", "ada@x.example\n")
    let second = try scratch.list("two.txt", "bo@x.example\n")
    let empty = try scratch.list("empty.txt", "\n# nobody yet\n")
    let kept = try selectors(["--stack", "lab", "--keep-from", first, "--keep-from", second]).kept
    #expect(kept?.addresses == ["ada@x.example", "bo@x.example"])
    #expect(
      refusal(["--stack", "lab", "--keep-from", first, "--keep-from", empty])
        == "\(empty) names nobody to keep, so everybody would be removed. Nothing was sent."
    )
  }

  @Test(arguments: [
    ([], "Nothing is selected"),
    (["--stack=-lab"], "--stack: "),
    (["--user", "not an address"], "--user: "),
    (["--plan", "a", "--plan", "b"], "--plan was given twice"),
    (["--plan", "a", "--stack", "lab"], "--plan says everything itself"),
    (["--associations-from", "a", "--user", "ada@x.example"], "--associations-from says everything itself"),
    (["--users-from", "-", "--keep-from", "-"], "Two lists cannot both be read from standard input"),
    (["--stack", "lab", "--column", "Mail"], "--column names a column of --users-from or --keep-from"),
    (["--users-from", "/nowhere/list"], "/nowhere/list cannot be read"),
  ])
  func `what contradicts itself or is nothing is refused`(arguments: [String], reason: String) {
    #expect(refusal(arguments)?.hasPrefix(reason) == true, "\(refusal(arguments) ?? "it was taken")")
  }

  @Test func `a list that can be misread names its lines, and nothing is taken from it`() throws {
    let scratch = try Scratch()
    let path = try scratch.list("list.txt", "ada@x.example\nPlease do NOT remove <bo@x.example>\n")
    let sentence = refusal(["--users-from", path])
    #expect(sentence?.contains("line 2") == true, "\(sentence ?? "it was taken")")
    #expect(sentence?.hasSuffix("Nothing was sent.") == true)
  }
}

extension Scratch {
  /// Makes a file of `text` in it, and gives its path.
  fileprivate func list(_ name: String, _ text: String) throws -> String {
    try write(Array(text.utf8), to: name)
    return self[name]
  }
}
