extension Seed {
  private static let firstNames = [
    "Alba", "Bela", "Cyril", "Dora", "Ennio", "Freya", "Goran", "Hilda", "Isak", "Jana", "Kofi", "Lena", "Milo",
    "Nadia", "Oskar", "Petra", "Quinn", "Rosa", "Silas", "Tove", "Ulla", "Viktor", "Wanda", "Xenia", "Yusuf", "Zara",
  ]
  private static let lastNames = [
    "Abara", "Blom", "Costa", "Dufour", "Eriksen", "Farkas", "Grant", "Huber", "Ito", "Jensen", "Kaur", "Larsen",
    "Moreau", "Novak", "Okoye", "Perez", "Quist", "Rossi", "Silva",
  ]

  /// Ordinary person number `index`: 26 first names and 19 last names have no common divisor, so 494 of them differ.
  static func ordinaryPerson(_ index: Int) -> DemoPerson {
    let first = firstNames[index % firstNames.count]
    let last = lastNames[index % lastNames.count]
    let domain = index % 4 == 0 ? "staff.campus.example" : "campus.example"
    let hasName = index % 9 != 0
    return DemoPerson(
      name: "\(first.lowercased()).\(last.lowercased())@\(domain)",
      first: hasName ? first : nil,
      last: hasName ? last : nil,
      status: status(index),
      isEnabled: index % 23 != 5,
      stacks: []
    )
  }

  private static func status(_ index: Int) -> String {
    switch index % 20 {
    case 3, 11: "UNCONFIRMED"
    case 7: "FORCE_CHANGE_PASSWORD"
    case 13: index % 40 == 13 ? "ARCHIVED" : "CONFIRMED"
    default: "CONFIRMED"
    }
  }

  /// Puts `people` on `count` stacks in all, in turn: everybody on some, the first ones on one more than the last.
  static func spread(_ count: Int, over people: [DemoPerson]) -> [DemoPerson] {
    var people = people
    // Big classes and small ones: a stack gets as many of these turns as it is listed.
    let turns = [0, 6, 1, 5, 2, 0, 4, 8, 3, 6, 0, 9, 5, 10, 2, 7, 11, 6, 1, 4, 3].map { demoStacks[$0].name }
    var turn = 0
    for index in 0..<count {
      let person = index % people.count
      while people[person].stacks.contains(turns[turn % turns.count]) { turn += 1 }
      people[person].stacks.append(turns[turn % turns.count])
      turn += 1
    }
    return people
  }
}
