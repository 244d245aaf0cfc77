import Console
import LocalIO
import PeopleLists
import PlainText

/// Lists of people that the console asks for.
extension SessionWork {
  /// Reads a list, as the commands do.
  func readPeople(_ request: PeopleRequest) {
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try content(of: request.source)
    } catch {
      return report(.people(.refused([InputFile.sentence(of: error, request.source.name)], of: request.number)))
    }
    do throws(ListRefusal) {
      report(.people(.read(try PeopleList(bytes, name: request.source.name), of: request.number)))
    } catch {
      report(.people(.refused(error.consoleSentences, of: request.number)))
    }
  }

  private func content(of source: PeopleSource) throws(WholeFile.Failure) -> [UInt8] {
    switch source {
    case .file(let path): try InputFile.contents(ofRegularFile: path)
    case .pasted(let text), .typed(let text): Array(text.utf8)
    }
  }
}

extension ListRefusal {
  /// What a person reads at the console, which has no options.
  fileprivate var consoleSentences: [Line] {
    guard sentences.contains(where: { $0.text.contains("--column") || $0.text.contains("--user") }) else {
      return sentences
    }
    return sentences + ["Options are those of appstream-console disassociate; the console has none."]
  }
}
