/// Something that is to be told of once it has been seen.
struct AwaitedSight {
  let number: Int
  /// The first frame that shows it, once that is drawn.
  var frame: Int?
  /// Whether the terminal was asked to tell.
  var isAsked = false
}
