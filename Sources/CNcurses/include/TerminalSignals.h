// Turns signals into bytes on a pipe, so that a program's loop can wait for them as it waits for keys.
#ifndef TERMINAL_SIGNALS_H
#define TERMINAL_SIGNALS_H

#include <stdbool.h>

/// Catches SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGINT, SIGTERM and SIGHUP, and returns the pipe's reading
/// end, or -1 with errno.
///
/// Each becomes one byte, its number. One that a parent had ignored, as nohup does with SIGHUP, stays ignored. Every
/// call gives the same descriptor.
int terminal_signals_open(void);

/// Stops the program and all of its process group, as Ctrl-Z does, and returns when it is continued.
void terminal_signals_stop(void);

/// Stops a program that was started in the background, until it is brought to the foreground, as using the terminal
/// would.
///
/// Returns false where it is in the background for good.
bool terminal_signals_wait_for_foreground(void);

#endif
