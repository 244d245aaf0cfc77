#ifndef CPROCESS_H
#define CPROCESS_H

/// Lets nobody but root look into the memory of this process, by ptrace(2), /proc/PID/mem or a core file.
///
/// It is prctl(2) with PR_SET_DUMPABLE, which Swift cannot call because it is variadic.
///
/// Returns 0, or -1 with the reason in errno.
int process_forbid_dumps(void);

#endif
