#ifndef CPROCESS_H
#define CPROCESS_H

#include "AskingModes.h"

/// Lets nobody but root look into the memory of this process, by ptrace(2), /proc/PID/mem or a core file.
///
/// It is prctl(2) with PR_SET_DUMPABLE, which Swift cannot call because it is variadic.
///
/// Returns 0, or -1 with the reason in errno.
int process_forbid_dumps(void);

/// A handle of the process with this number, which goes on to mean that process alone when it has ended and another one
/// gets its number (pidfd_open(2)).
///
/// Returns a descriptor that is to be closed, or -1 with the reason in errno.
int process_open(int number);

/// Sends a signal to the process of a handle (pidfd_send_signal(2)).
///
/// Returns 0, or -1 with the reason in errno.
int process_signal(int handle, int signal);

#endif
