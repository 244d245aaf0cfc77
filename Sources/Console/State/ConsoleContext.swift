package import Runs
import Screen

/// What is settled before anything is asked for, and stays so for as long as the session: whose account, where, and
/// which rules hold.
package struct ConsoleContext: Sendable, Equatable {
  /// Tells the session from the others of this console; the first is 0.
  package var session: Int
  /// Where calls go and as whom.
  package var destination: Destination
  /// The Regions that are known; others may be there as well.
  package var regions: [String]
  /// Whether the terminal shows ASCII only.
  package var isASCII: Bool
  /// Who plans runs here, and from where.
  package var origin: Origin
  /// This process, as it signs the journals of the runs that it takes up.
  package var holder: RunHolder
  /// The reason or ticket that goes with every plan.
  package var reason: String?
  /// What may be sent, and how deliberately it is confirmed.
  package var rules: Rules
  /// What keys do.
  package var keys: KeyTables

  /// The characters that are drawn and measured.
  var repertoire: Repertoire { isASCII ? .ascii : .unicode }

  package init(
    session: Int = 0,
    destination: Destination,
    regions: [String] = [],
    isASCII: Bool = false,
    origin: Origin,
    holder: RunHolder,
    reason: String? = nil,
    rules: Rules = Rules(),
    keys: KeyTables = .standard
  ) {
    self.session = session
    self.destination = destination
    self.regions = regions
    self.isASCII = isASCII
    self.origin = origin
    self.holder = holder
    self.reason = reason
    self.rules = rules
    self.keys = keys
  }
}
