// Gives the terminal back when the program cannot do so itself: it has crashed, a signal ends it, or something calls
// exit. Everything that runs then is async-signal-safe (signal-safety(7)), and waits for nobody.
#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>

/// Remembers the terminal modes as they are, and watches over them from now on.
///
/// Call it before they are changed. SIGTSTP is ignored if nobody has handled it yet: ncurses would take it over, and
/// stop the program at a moment that it knows nothing of.
///
/// Returns false if descriptor 0 has no terminal modes to remember.
bool terminal_guard_arm(void);

/// Says where to write what gives the terminal back: a descriptor that never makes a writer wait, or -1.
void terminal_guard_use(int output);

/// Adds to what is written when the terminal is given back.
void terminal_guard_add(const char *sequence);

/// Takes the terminal into the program's hands: keys come at once and untranslated, signals and flow control among
/// them.
///
/// It never waits for output that is under way, as ncurses would.
void terminal_guard_take(void);

/// Puts the remembered modes back; the terminal is out of the program's hands.
void terminal_guard_release(void);

/// Gives the terminal back as a signal would have it given back.
///
/// In the background only the screen is, and only where the shell waits for its user: the modes are the shell's, and
/// another program's screen is left alone.
void terminal_guard_give_back(void);

/// Whether the terminal is in the program's hands.
bool terminal_guard_holds(void);

/// Says whether the terminal may have yet to answer something, which would be typed into the shell.
void terminal_guard_expect_answer(bool expected);

/// Whether the program may use the terminal: it is in the foreground, or the terminal knows no jobs.
bool terminal_guard_is_in_foreground(void);

/// Puts back the signal handlers that were there before, and forgets everything.
void terminal_guard_disarm(void);

#endif
