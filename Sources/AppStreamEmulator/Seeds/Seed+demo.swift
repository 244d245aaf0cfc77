extension Seed {
  /// A college with 12 stacks, 250 users and 900 associations, always the same.
  ///
  /// Seven of its users do not go the easy way when they are disassociated; the whole list, so that nobody wonders:
  ///
  /// | user | answer |
  /// |---|---|
  /// | `bo.diaz@contr.example`, `cleo.marsh@contr.example` | always `USER_NAME_NOT_FOUND` |
  /// | `gus.petit@contr.example` | always `DIRECTORY_NOT_FOUND` |
  /// | `hana.sato@contr.example` | always `STACK_NOT_FOUND` |
  /// | `dana.weiss@contr.example`, `ravi.iyer@contr.example` | `INTERNAL_ERROR` twice, then it works |
  /// | `uma.vale@contr.example` | `INTERNAL_ERROR` with a hostile message, once, then it works |
  ///
  /// Twins that differ only in case: `Ada.Byron@`/`ada.byron@contr.example` and `Lee.Chan@`/`lee.chan@campus.example`.
  package static let demo: Seed = {
    var builder = SeedBuilder()
    for stack in demoStacks {
      builder.addStack(stack.name, displayName: stack.displayName, description: stack.description)
    }
    for person in demoPeople {
      builder.addUser(
        person.name,
        first: person.first,
        last: person.last,
        status: person.status,
        isEnabled: person.isEnabled
      )
      for stack in person.stacks { builder.associate(person.name, stack) }
    }
    return Seed(directory: builder.directory, faults: demoFaults)
  }()

  private static var demoFaults: [Fault] {
    [
      failing("bo.diaz@contr.example", ItemFailure(code: "USER_NAME_NOT_FOUND")),
      failing("cleo.marsh@contr.example", ItemFailure(code: "USER_NAME_NOT_FOUND")),
      failing("gus.petit@contr.example", ItemFailure(code: "DIRECTORY_NOT_FOUND")),
      failing("hana.sato@contr.example", ItemFailure(code: "STACK_NOT_FOUND")),
      failing("dana.weiss@contr.example", ItemFailure(code: "INTERNAL_ERROR"), times: 2),
      failing("ravi.iyer@contr.example", ItemFailure(code: "INTERNAL_ERROR"), times: 2),
      failing("uma.vale@contr.example", ItemFailure(code: "INTERNAL_ERROR", message: hostileMessage), times: 1),
    ]
  }

  /// What a terminal must not act upon: it would clear the screen, set the title, and show the rest backwards.
  private static let hostileMessage =
    "Try \u{1b}[2J\u{1b}]0;owned\u{7}again \u{202e}retal\u{202c} (\u{200b}request\u{0}\u{9b}31m)."

  private static func failing(_ user: String, _ failure: ItemFailure, times: Int? = nil) -> Fault {
    Fault(
      .item(userName: user, stackName: nil, failure),
      FaultTrigger(operations: ["BatchDisassociateUserStack"], times: times)
    )
  }
}
