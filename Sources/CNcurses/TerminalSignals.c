// For pipe2. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "TerminalSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP};

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

void terminal_signals_stop(void)
{
    struct sigaction before;
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(SIGTSTP, &ignored, &before);
    // A script that started the program has to stop too, or the shell never gets the terminal.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &standard, NULL);
    // raise stops this thread before it returns; a signal sent to the group may reach another thread, and later.
    // The threads of libdispatch, on which Swift runs its main actor here, block it, and would only keep it pending.
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
}
