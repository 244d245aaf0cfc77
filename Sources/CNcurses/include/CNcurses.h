// What Swift cannot reach in ncurses by itself: macros that cast, globals, and the parts that must be C because they
// run inside a signal handler.
#ifndef CNCURSES_H
#define CNCURSES_H

// Without it curses.h leaves out cchar_t and the functions that draw wide characters.
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "TerminalGuard.h"
#include "TerminalSignals.h"

// curses.h defines these as macros with casts, which Swift does not import.
static inline attr_t cncurses_normal(void) { return A_NORMAL; }
static inline attr_t cncurses_bold(void) { return A_BOLD; }
static inline attr_t cncurses_dim(void) { return A_DIM; }
static inline attr_t cncurses_underline(void) { return A_UNDERLINE; }
static inline attr_t cncurses_reverse(void) { return A_REVERSE; }

// stdscr, curscr and COLORS are mutable globals, which Swift 6 does not let anybody read.
static inline WINDOW *cncurses_window(void) { return stdscr; }
static inline void cncurses_repaint_all(void) { clearok(curscr, TRUE); }
static inline int cncurses_colours(void) { return COLORS; }

// The library's tables say what ncurses will do with a character. wchar.h has this only with _XOPEN_SOURCE, and that
// would split Glibc's module in two.
extern int wcwidth(wchar_t character);

/// What setupterm found under a terminal's name.
enum cncurses_terminal {
    CNCURSES_USABLE,
    /// The name stands for no entry in the terminfo database.
    CNCURSES_UNKNOWN,
    /// The terminal cannot move its cursor about, or prints on paper.
    CNCURSES_LINE_ONLY,
};

/// Looks the terminal up, and tells the guard how to give it back.
///
/// newterm would do so as well, but says nothing about why it failed.
enum cncurses_terminal cncurses_examine(const char *name);

/// Opens a screen for a terminal of this type, whose bytes go to a file in memory.
///
/// ncurses waits in write(2) for a terminal that takes nothing, and in tcsetattr(3) for output that is under way. So it
/// gets to see no terminal: what it draws is written to memory, where it always fits, and sent by the caller, who sets
/// the modes and tells the size. Without a size (0) the environment's (LINES, COLUMNS) or terminfo's is used; with one
/// those variables are removed.
///
/// `written` becomes the descriptor of that file, which belongs to the screen; what is in it by then is for nobody.
/// Returns NULL if ncurses cannot open it.
SCREEN *cncurses_open(const char *name, int rows, int columns, int *written);

/// Frees the screen, after endwin.
void cncurses_close(SCREEN *screen);

/// Whether the terminal's description has the string capability `name`.
bool cncurses_can(const char *name);

/// The string capability `name`, or NULL.
const char *cncurses_string(const char *name);

/// Whether the string capability `name` begins with `start`.
bool cncurses_begins(const char *name, const char *start);

#endif
