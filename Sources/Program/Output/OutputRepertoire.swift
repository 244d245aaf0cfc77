import Glibc
import Screen
import Synchronization

/// The characters that this process prints.
enum OutputRepertoire {
  private static let held = Mutex(Repertoire.unicode)

  /// What holds now.
  static var current: Repertoire { held.withLock(\.self) }

  /// From now on only ASCII is printed, for the rest of the process.
  static func narrow() {
    held.withLock { $0 = .ascii }
  }

  /// Narrows it where the settings ask for that, before anything is said, of the command line too.
  static func followSettings() {
    do {
      if try ConsoleSettings.load(.live).isASCII { narrow() }
    } catch {
      // The commands that keep to the settings say what is wrong with them; the others can do without.
    }
  }

  /// Narrows it where the locale's encoding, that of the terminal, is not UTF-8 (setlocale(3), nl_langinfo(3)).
  static func followLocale() {
    guard setlocale(LC_CTYPE, "") != nil, String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8" else {
      narrow()
      return
    }
  }
}
