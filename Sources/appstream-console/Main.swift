import Program

/// The program as a process of its own.
@main
enum Main {
  static func main() async { await EntryPoint.main() }
}
