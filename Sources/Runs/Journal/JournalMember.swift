import AppStream
import PlainText

/// A member of a journal's line: its name, and its value as it is before it is JSON.
struct JournalMember {
  var name: String
  var value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// The values that lines have.
  enum Value {
    case integer(Int)
    /// A text, or `null` where there is none.
    case text(String?)
    case indices([Int])
    case errors([UserStackAssociationError])
    case counts(RunCounts)
    case plan(Plan)
  }

  /// Writes it into the object that was begun last.
  func write(to json: inout JSONBytes) {
    switch value {
    case .integer(let number): json.member(name, number)
    case .text(let text): json.member(name, orNull: text)
    case .indices(let indices): json.member(name) { $0.array(indices) { $0.integer($1) } }
    case .errors(let errors): json.member(name) { $0.array(errors) { $1.write(to: &$0) } }
    case .counts(let counts): json.member(name) { counts.write(to: &$0) }
    case .plan(let plan): json.member(name) { plan.write(to: &$0) }
    }
  }
}

extension RunCounts {
  /// Writes those that are not zero, by word.
  fileprivate func write(to json: inout JSONBytes) {
    var members = byOutcome.map { ($0.rawValue, $1) }
    if queued != 0 { members.append(("queued", queued)) }
    if sent != 0 { members.append(("sent", sent)) }
    json.object { json in
      for (word, count) in members.sorted(by: { $0.0 < $1.0 }) { json.member(word, count) }
    }
  }
}

extension UserStackAssociationError {
  /// Writes the error in the service's own words for its members.
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("ErrorCode", orNull: errorCode)
      json.member("ErrorMessage", orNull: errorMessage)
      json.member("UserStackAssociation") { json in
        guard let userStackAssociation else { return json.null() }
        userStackAssociation.write(to: &json)
      }
    }
  }
}

extension PartialAssociation {
  fileprivate func write(to json: inout JSONBytes) {
    json.object { json in
      json.member("AuthenticationType", orNull: authenticationType?.rawValue)
      json.member("StackName", orNull: stackName)
      json.member("UserName", orNull: userName)
    }
  }
}
