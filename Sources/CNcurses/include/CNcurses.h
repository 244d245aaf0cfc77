// What Swift cannot reach in ncurses by itself: macros that cast, globals, and the parts that must be C because they
// run
// inside a signal handler.
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

// stdin, stdout, stdscr and curscr are mutable globals, which Swift 6 does not let anybody read.
static inline SCREEN *cncurses_open(const char *terminal) { return newterm(terminal, stdout, stdin); }
static inline WINDOW *cncurses_window(void) { return stdscr; }
static inline void cncurses_repaint_all(void) { clearok(curscr, TRUE); }

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

/// Whether the terminal's description has the string capability `name`.
bool cncurses_can(const char *name);

#endif
