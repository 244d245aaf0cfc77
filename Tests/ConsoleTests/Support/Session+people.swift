import AppStream
import PeopleLists
import PlainText
import Screen

@testable import Console

extension Session {
  /// The rows that were ever read.
  var table: AssociationTable { state.estate.table }

  /// Answers what the last event asked for about lists of people, until nothing more is asked for.
  ///
  /// - Parameter files: What stands in the files that there are, by their paths.
  mutating func answerPeople(files: [String: String] = [:]) {
    while let event = effects.lazy.compactMap({ $0.peopleEvent(files: files) }).first { send(event) }
  }

  /// Gives the command `text` after `:`, and answers what it asks for.
  mutating func command(_ text: String, files: [String: String] = [:]) {
    press(.character(":"))
    type(text)
    press(.enter)
    answerPeople(files: files)
  }

  /// Has the people of `list` reported, from the file `leavers.csv`.
  mutating func report(on list: String) {
    command("mark leavers.csv", files: ["leavers.csv": list])
  }

  /// Keeps the people of `list`, from the file `keepers.csv`.
  mutating func keep(_ list: String) {
    command("keep keepers.csv", files: ["keepers.csv": list])
  }
}

extension Effect {
  /// What comes of it, where it is about a list of people.
  fileprivate func peopleEvent(files: [String: String]) -> Event? {
    switch self {
    case .task(.readPeople(let request)):
      let text: String
      switch request.source {
      case .file(let path):
        guard let content = files[path] else {
          return .people(.refused(["\(path) cannot be read: No such file or directory."], of: request.number))
        }
        text = content
      case .pasted(let pasted), .typed(let pasted): text = pasted
      }
      do throws(ListRefusal) {
        return .people(.read(try PeopleList(Array(text.utf8), name: request.source.name), of: request.number))
      } catch {
        return .people(.refused(error.sentences, of: request.number))
      }
    case .task(.findPeople(let search)): return .people(.found(search.outcome(), of: search.number))
    default: return nil
    }
  }
}
