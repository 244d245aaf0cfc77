// For pipe2. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "AskingModes.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

enum { signal_count = NSIG };

static int terminal = -1;
static tcflag_t switched_off;
static struct termios first;
static volatile sig_atomic_t is_taken;
static struct sigaction previous[signal_count];
static sigset_t guarded;
static int ends[2] = {-1, -1};

// Changes the modes of the terminal, after remembering what they are unless they are changed already.
static bool take(void)
{
    if (!is_taken && tcgetattr(terminal, &first) != 0) {
        return false;
    }
    struct termios asking = first;
    asking.c_lflag &= ~switched_off;
    asking.c_cc[VMIN] = 1;
    asking.c_cc[VTIME] = 0;
    is_taken = 1;
    // Not TCSAFLUSH: what was typed is read and thrown away by whoever asks, who must not lose an end of file with it.
    return tcsetattr(terminal, TCSANOW, &asking) == 0;
}

static void give_back(void)
{
    if (is_taken) {
        is_taken = 0;
        tcsetattr(terminal, TCSANOW, &first);
    }
}

// What Swift reports as a crash by a handler of its own.
static bool is_reported(int signal)
{
    return signal == SIGILL || signal == SIGTRAP || signal == SIGABRT || signal == SIGBUS || signal == SIGFPE
        || signal == SIGSEGV || signal == SIGQUIT;
}

static bool stops(int signal) { return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU; }

// The program goes on: in the foreground the terminal is ours again, whose modes the shell may have changed.
static void go_on(int signal)
{
    (void)signal;
    int saved = errno;
    if (tcgetpgrp(terminal) == getpgrp() && take()) {
        unsigned char byte = 0;
        ssize_t written = write(ends[1], &byte, 1);
        (void)written;
    }
    errno = saved;
}

// Stops where the signal would have, and goes on here.
static void stop(int signal)
{
    struct sigaction standard = {.sa_handler = SIG_DFL}, own;
    sigaction(signal, &standard, &own);
    raise(signal);
    sigset_t pending, mask;
    sigemptyset(&pending);
    sigaddset(&pending, signal);
    pthread_sigmask(SIG_UNBLOCK, &pending, &mask);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(signal, &own, NULL);
}

// Calls the handler that was there before, such as the one with which Swift reports a crash, and ends by the signal.
static void end(int signal, siginfo_t *information, void *context)
{
    const struct sigaction *before = &previous[signal];
    if (before->sa_flags & SA_SIGINFO) {
        before->sa_sigaction(signal, information, context);
    } else if (before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
        before->sa_handler(signal);
    }
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    raise(signal);
}

static void handle(int signal, siginfo_t *information, void *context)
{
    int saved = errno;
    give_back();
    if (stops(signal)) {
        stop(signal);
    } else {
        end(signal, information, context);
    }
    errno = saved;
}

static bool is_default(const struct sigaction *action)
{
    return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_DFL;
}

// Signals that neither end nor stop a program by default, or that no program can catch (signal(7)).
static bool is_harmless(int signal)
{
    return signal == SIGKILL || signal == SIGSTOP || signal == SIGCHLD || signal == SIGURG || signal == SIGWINCH;
}

static void guard(void)
{
    sigemptyset(&guarded);
    for (int signal = 1; signal < signal_count; signal++) {
        if (is_harmless(signal) || sigaction(signal, NULL, &previous[signal]) != 0) {
            continue;
        }
        if (!is_default(&previous[signal]) && !is_reported(signal)) {
            continue;
        }
        struct sigaction action = {.sa_flags = SA_RESTART};
        if (signal == SIGCONT) {
            action.sa_handler = go_on;
        } else {
            // On its own stack if there is one, because a stack may be what overflowed.
            action.sa_sigaction = handle;
            action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
        }
        // Setting the modes from the background would stop the program instead.
        sigaddset(&action.sa_mask, SIGTTOU);
        if (sigaction(signal, &action, NULL) == 0) {
            sigaddset(&guarded, signal);
        }
    }
}

static void unguard(void)
{
    for (int signal = 1; signal < signal_count; signal++) {
        if (sigismember(&guarded, signal) == 1) {
            sigaction(signal, &previous[signal], NULL);
        }
    }
}

int asking_modes_take(int descriptor, unsigned int off)
{
    if (terminal >= 0 || !isatty(descriptor) || pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return -1;
    }
    terminal = descriptor;
    switched_off = off;
    guard();
    // From the background this stops the program until it is brought to the front.
    if (!take()) {
        asking_modes_give_back();
        return -1;
    }
    return ends[0];
}

void asking_modes_give_back(void)
{
    if (terminal < 0) {
        return;
    }
    give_back();
    unguard();
    terminal = -1;
    close(ends[0]);
    close(ends[1]);
    ends[0] = ends[1] = -1;
}

unsigned char asking_modes_end_of_input(void) { return first.c_cc[VEOF]; }
