import AppStream
import FoundationEssentials
import Glibc
import PeopleLists
import PlainText
import TestSupport
import Testing

@testable import Console
@testable import Program

/// Lists of people as the console has them read: as the commands read them, and without waiting for anybody.
@Suite(.timeLimit(.minutes(1))) struct ListedPeopleWorkTests {
  private func answer(_ source: PeopleSource) async -> Event? {
    await answer(.readPeople(PeopleRequest(number: 3, source: source, use: .mark)))
  }

  private func answer(_ effect: TaskEffect) async -> Event? {
    let log = Log<Event>()
    let work = SessionWork(
      session: Desk().session(.square),
      logsToSyslog: false,
      arrangement: LatestArrangement()
    ) { log.append($0) }
    await work.perform(effect)
    #expect(log.elements.count == 1)
    return log.elements.last
  }

  @Test func `a file is read to its people, with their lines`() async throws {
    let scratch = try Scratch()
    let path = try scratch.file("leavers.csv", "Email\nabe@x.example\n\nbo@x.example\n")
    guard case .people(.read(let list, of: 3))? = await answer(.file(path)) else {
      return #expect(Bool(false), "it was not read")
    }
    #expect(list.people.map(\.address) == ["abe@x.example", "bo@x.example"])
    #expect(list.people.map(\.line) == [2, 4])
  }

  @Test func `a paste with the line ends of a terminal is a list of lines`() async {
    guard case .people(.read(let list, of: 3))? = await answer(.pasted("abe@x.example\rbo@x.example\r")) else {
      return #expect(Bool(false), "it was not read")
    }
    #expect(list.people.map(\.line) == [1, 2])
  }

  @Test func `a line that can be misread refuses the list, in the reader's words`() async {
    let refused = await answer(.typed("abe@x.example\nplease keep bo@x.example\n"))
    guard case .people(.refused(let sentences, of: 3))? = refused else {
      return #expect(Bool(false), "it was taken")
    }
    #expect(sentences[0].text.hasPrefix("typed lines, line 2: \"please keep bo@x.example\""))
  }

  @Test func `options of the commands are said to be theirs`() async {
    let refused = await answer(.typed("Foo;Bar\nabe@x.example;x\nbo@x.example;y\n"))
    guard case .people(.refused(let sentences, of: 3))? = refused else {
      return #expect(Bool(false), "it was taken")
    }
    #expect(sentences.contains { $0.text.contains("--column") })
    #expect(sentences.last == "Options are those of appstream-console disassociate; the console has none.")
  }

  @Test func `what is not there, is a directory or would have to be waited for is refused at once`() async throws {
    let scratch = try Scratch()
    let pipe = scratch["pipe"]
    #expect(mkfifo(pipe, 0o600) == 0)
    scratch.makeDirectory("folder")
    #expect(await answer(.file(pipe)) == .people(.refused([Line("\(pipe) is no regular file.")], of: 3)))
    let folder = scratch["folder"]
    #expect(await answer(.file(folder)) == .people(.refused([Line("\(folder) is no regular file.")], of: 3)))
    let nothing = scratch["nothing"]
    let sentence: Line = "\(nothing) cannot be read: No such file or directory."
    #expect(await answer(.file(nothing)) == .people(.refused([sentence], of: 3)))
  }

  @Test func `people are looked for, and those not taken are written for their owner alone`() async throws {
    var estate = Estate()
    estate.apply(.stackListStarted)
    estate.apply(.stacks([Stack(name: "design")]))
    estate.apply(.associationsStarted(stack: "design"))
    estate.apply(.associations(stack: "design", [UserStackAssociation(stackName: "design", userName: "abe@x.example")]))
    let list = try PeopleList(Array("abe@x.example\nABE@x.example\nwho@x.example\n".utf8), name: "list")
    let search = PeopleSearch(
      number: 3,
      use: .mark,
      people: list.people,
      sourceName: "list",
      estate: estate,
      users: UserOrder(),
      kept: KeptPeople()
    )
    guard case .people(.found(.found(let findings), of: 3))? = await answer(.findPeople(search)) else {
      return #expect(Bool(false), "nobody was found")
    }
    #expect(findings.exact.people == 1 && findings.inOtherCase == 1 && findings.nobody == 1)
    let scratch = try Scratch()
    let file = OutputFile.people(PeopleNotTaken(findings.notTaken(withOtherCase: false)))
    _ = await answer(.write(file, path: scratch["who.csv"], replacing: false))
    let text = String(decoding: try scratch.bytes(of: "who.csv"), as: UTF8.self)
    #expect(text.hasPrefix("Line,Address,Reason"))
    #expect(text.contains("2,ABE@x.example,differs only in case from abe@x.example"))
    #expect(scratch.mode(of: "who.csv") == 0o600)
  }
}
