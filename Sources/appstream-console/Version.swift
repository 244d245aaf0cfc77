/// The program's version, as `--version`, plans and the `User-Agent` give it.
enum Version {
  static let text = "0.1.0"
}
