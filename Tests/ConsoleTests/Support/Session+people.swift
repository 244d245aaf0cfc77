import AppStream
import Screen

@testable import Console

extension Session {
  /// The rows that were ever read.
  var table: AssociationTable { state.estate.table }

  /// Gives the command `text` after `:`.
  mutating func command(_ text: String) {
    press(.character(":"))
    type(text)
    press(.enter)
  }

  /// Keeps the people of `list`, from the file `keepers.csv`.
  mutating func keep(_ list: String) {
    let addresses = list.split(separator: "\n").map(String.init)
    state.keep(KeptPeople(addresses, from: "keepers.csv", in: table.userNames))
  }
}
