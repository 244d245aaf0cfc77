// Gives the terminal back when the program cannot do so itself: it has crashed, a signal ends it, or something calls
// exit. Everything that runs then is async-signal-safe (signal-safety(7)).
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>

/// Remembers the terminal modes as they are, and watches over them from now on.
///
/// Call it before newterm, which changes them. SIGTSTP is ignored if nobody has handled it yet: ncurses would take it
/// over, and stop the program at a moment that it knows nothing of.
///
/// Returns false if descriptor 0 has no terminal modes to remember.
bool terminal_guard_arm(void);

/// Adds to what is written when the terminal is given back.
void terminal_guard_add(const char *sequence);

/// Says whether the screen is in the program's hands now, so that there is something to give back.
void terminal_guard_hold(bool held);

/// Puts back the signal handlers that were there before, and forgets everything.
void terminal_guard_disarm(void);

#endif
