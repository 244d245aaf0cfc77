import PlainText

/// Another profile or Region that was asked for in place of the present one.
package struct SessionChoice: Sendable, Equatable {
  /// Tells the session from all others of this console.
  package let number: Int
  /// The profile; `nil` for the present one.
  package var profile: String?
  /// The Region; `nil` for the one that was named before, or else the profile's own.
  package var region: String?

  package init(number: Int, profile: String? = nil, region: String? = nil) {
    self.number = number
    self.profile = profile
    self.region = region
  }

  /// What it is called in a sentence.
  var name: Line {
    let parts: [Line?] = [profile.map { "profile \($0)" }, region.map { "Region \($0)" }]
    return parts.compactMap(\.self).joined(separator: " in ")
  }
}
