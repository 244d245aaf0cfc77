// For pipe2. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "TerminalSignals.h"

#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTTIN, SIGTTOU, SIGINT, SIGTERM, SIGHUP};

static int ends[2] = {-1, -1};

static void pass_on(int signal)
{
    int saved = errno;
    unsigned char byte = (unsigned char)signal;
    // A full pipe has bytes enough to wake the reader, who asks the terminal for its state anyway.
    ssize_t written = write(ends[1], &byte, 1);
    (void)written;
    errno = saved;
}

int terminal_signals_open(void)
{
    if (ends[0] >= 0) {
        return ends[0];
    }
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return -1;
    }
    for (unsigned index = 0; index < sizeof caught / sizeof caught[0]; index++) {
        struct sigaction current;
        if (sigaction(caught[index], NULL, &current) == 0 && current.sa_handler == SIG_IGN) {
            continue;
        }
        struct sigaction action = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
        sigaction(caught[index], &action, NULL);
    }
    return ends[0];
}

// Does what `signal` does by default to this process, which is to stop it; returns when it is continued.
static void stop_here(int signal)
{
    struct sigaction before;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, &before);
    // raise stops this thread before it returns; a signal sent to the process may reach another thread, and later.
    // The threads of libdispatch, on which Swift runs its main actor here, block it, and would only keep it pending.
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, signal);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(signal);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(signal, &before, NULL);
}

void terminal_signals_stop(void)
{
    struct sigaction before;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigaction(SIGTSTP, &ignored, &before);
    // A script that started the program has to stop too, or the shell never gets the terminal.
    kill(0, SIGTSTP);
    stop_here(SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
}

bool terminal_signals_wait_for_foreground(void)
{
    // Where nobody could continue it, such as after its shell has ended, the system does not stop a process.
    for (int tries = 0; tries < 8 && !terminal_guard_is_in_foreground(); tries++) {
        stop_here(SIGTTOU);
    }
    return terminal_guard_is_in_foreground();
}
