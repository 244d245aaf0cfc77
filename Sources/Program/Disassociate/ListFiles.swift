import PeopleLists
import PlainText
import Runs

/// Reads the lists that the command line names, each file once, and unites them.
struct ListFiles {
  /// The people that several lists name, in their order.
  struct People {
    var addresses: [String] = []
    var sources: [ExactText: Unmatched.Source] = [:]
  }

  private let process: ProcessContext
  /// What was passed over and taken off in them, in sentences.
  private(set) var remarks: [Line] = []
  /// How many lines of them name nobody.
  private(set) var passedOver = 0

  init(_ process: ProcessContext) {
    self.process = process
  }

  /// Reads lists of people; `column` is the heading of the column to take.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a list that cannot be read or can be misread.
  mutating func people(_ paths: [String], column: String?) throws -> People {
    var people = People()
    for path in paths {
      let list = try read(path) { bytes, name throws(ListRefusal) in
        try PeopleList(bytes, name: name, column: column)
      }
      remarks += list.remarks
      passedOver += list.account.passedOver
      for person in list.people {
        let source = Unmatched.Source(file: Self.name(of: path), line: person.line)
        if people.sources.updateValue(source, forKey: ExactText(person.address)) == nil {
          people.addresses.append(person.address)
        }
      }
    }
    return people
  }

  /// Reads lists of associations.
  ///
  /// - Throws: ``CommandFailure`` with status 2 for a list that cannot be read or can be misread.
  mutating func associations(_ paths: [String]) throws -> [SourcedAssociation] {
    var associations: [SourcedAssociation] = []
    for path in paths {
      let list = try read(path) { bytes, name throws(ListRefusal) in
        try AssociationList(bytes, name: name)
      }
      remarks += list.remarks
      passedOver += list.account.passedOver
      associations += list.associations.map { listed in
        let source = Unmatched.Source(file: Self.name(of: path), line: listed.line)
        return SourcedAssociation(association: listed.association, source: source)
      }
    }
    return associations
  }

  /// What a person calls the file at `path`.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  private func read<Value>(
    _ path: String,
    _ parse: ([UInt8], String) throws(ListRefusal) -> Value
  ) throws -> Value {
    let bytes = try InputFile.contents(of: path, process)
    do throws(ListRefusal) {
      return try parse(bytes, Self.name(of: path))
    } catch {
      let sentences = error.sentences
      throw CommandFailure.unsent(.usage, "\(sentences[0])", details: Array(sentences.dropFirst()))
    }
  }
}
