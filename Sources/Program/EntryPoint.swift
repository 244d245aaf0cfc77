/// Where the process begins.
package enum EntryPoint {
  /// Does what the command line of this process says, and ends the process with the status of that.
  package static func main() async { await AppStreamConsole.main() }
}
