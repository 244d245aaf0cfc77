// In one file, since a signal's handler may call nothing but what is known to be safe, and all of that is here.
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// One more than the last real-time signal.
enum { signal_count = 65 };

static struct sigaction previous[signal_count];
static sigset_t guarded;
static struct sigaction previous_stop;
static struct termios cooked;
static char farewell[256];
static size_t farewell_length;
static int output = -1;
static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t is_held;
static volatile sig_atomic_t is_answer_expected;
static volatile sig_atomic_t is_unread;

bool terminal_guard_is_in_foreground(void)
{
    // A terminal that does not control this process has no jobs, and ENOTTY is the answer.
    pid_t group = tcgetpgrp(STDIN_FILENO);
    return group < 0 || group == getpgrp();
}

// A shell leads its session, and is in the foreground while it waits for its user.
static bool is_at_shell(void) { return tcgetpgrp(STDIN_FILENO) == getsid(0); }

// Writes the farewell to a terminal that takes a part of it within so many milliseconds, again and again.
static bool write_farewell(int descriptor, int milliseconds)
{
    // Below what the drivers of terminals call room for more, for a descriptor that could not be made non-blocking.
    enum { small_write = 64 };
    size_t written = 0;
    while (written < farewell_length) {
        struct pollfd terminal = {.fd = descriptor, .events = POLLOUT};
        size_t rest = farewell_length - written;
        ssize_t count = -1;
        if (poll(&terminal, 1, milliseconds) > 0) {
            count = write(descriptor, farewell + written, rest < small_write ? rest : small_write);
        } else if (errno != EINTR) {
            return false;
        }
        if (count > 0) {
            written += (size_t)count;
        } else if (count == 0 || errno != EINTR) {
            return false;
        }
    }
    return true;
}

static void say_farewell(void)
{
    // The terminal's own descriptor would make a writer wait for ever where output was stopped (tcflow(3)).
    if (output < 0 || write_farewell(output, 500)) {
        return;
    }
    // Nobody reads. What is in the way is thrown away, and output that was stopped goes on.
    is_unread = 1;
    tcflush(output, TCOFLUSH);
    tcflow(output, TCOON);
    write_farewell(output, 100);
}

void terminal_guard_give_back(void)
{
    if (!is_held) {
        return;
    }
    is_held = 0;
    // Another program's screen is left alone. At a shell's prompt only the screen is put back: the modes are the
    // shell's.
    bool is_ours = terminal_guard_is_in_foreground();
    if (!is_ours && !is_at_shell()) {
        return;
    }
    say_farewell();
    if (!is_ours) {
        return;
    }
    if (is_answer_expected) {
        struct pollfd terminal = {.fd = STDIN_FILENO, .events = POLLIN};
        poll(&terminal, 1, 100);
        tcflush(STDIN_FILENO, TCIFLUSH);
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
}

// Calls the handler that was there before, such as the one with which Swift reports a crash.
static void pass_on(const struct sigaction *action, int signal, siginfo_t *information, void *context)
{
    if (action->sa_flags & SA_SIGINFO) {
        action->sa_sigaction(signal, information, context);
    } else if (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN) {
        action->sa_handler(signal);
    }
}

// Takes standard output and error away from a terminal that nobody reads: a report of a crash would wait there for
// ever.
static void silence(void)
{
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    for (int descriptor = STDOUT_FILENO; null >= 0 && descriptor <= STDERR_FILENO; descriptor++) {
        struct termios modes;
        if (tcgetattr(descriptor, &modes) == 0) {
            dup2(null, descriptor);
        }
    }
}

static void handle(int signal, siginfo_t *information, void *context)
{
    terminal_guard_give_back();
    if (is_unread) {
        silence();
    }
    pass_on(&previous[signal], signal, information, context);
    // Whatever that did, the program ends now: by the same signal, which arrives when this handler returns.
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    raise(signal);
}

static bool is_default(const struct sigaction *action)
{
    return !(action->sa_flags & SA_SIGINFO) && action->sa_handler == SIG_DFL;
}

// Crashes to Swift, whose own handler reports them afterwards.
static bool is_crash(int signal)
{
    return signal == SIGILL || signal == SIGTRAP || signal == SIGABRT || signal == SIGBUS || signal == SIGFPE
        || signal == SIGSEGV || signal == SIGQUIT;
}

// Of these the default is not to end the program (signal(7)). Those that stop it are caught elsewhere, or ignored.
static bool is_survived(int signal)
{
    return signal == SIGCHLD || signal == SIGCONT || signal == SIGURG || signal == SIGWINCH || signal == SIGTSTP
        || signal == SIGTTIN || signal == SIGTTOU;
}

static void guard(void)
{
    sigemptyset(&guarded);
    for (int signal = 1; signal < signal_count; signal++) {
        // Some cannot be caught, and some are the C library's own.
        if (is_survived(signal) || sigaction(signal, NULL, &previous[signal]) != 0) {
            continue;
        }
        if (!is_crash(signal) && !is_default(&previous[signal])) {
            continue;
        }
        // On its own stack if there is one, because a stack may be what overflowed.
        struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
        // Setting the modes from the background would stop the program instead of ending it.
        sigaddset(&action.sa_mask, SIGTTOU);
        if (sigaction(signal, &action, NULL) == 0) {
            sigaddset(&guarded, signal);
        }
    }
}

// A handler that was set since then is left alone.
static void put_back(int signal, const struct sigaction *action)
{
    struct sigaction current;
    if (sigaction(signal, NULL, &current) != 0) {
        return;
    }
    bool is_ours = current.sa_flags & SA_SIGINFO ? current.sa_sigaction == handle : current.sa_handler == SIG_IGN;
    if (is_ours) {
        sigaction(signal, action, NULL);
    }
}

bool terminal_guard_arm(void)
{
    static bool is_registered;
    if (is_armed || tcgetattr(STDIN_FILENO, &cooked) != 0) {
        return is_armed;
    }
    if (!is_registered) {
        is_registered = atexit(terminal_guard_give_back) == 0;
    }
    farewell_length = 0;
    guard();
    sigaction(SIGTSTP, NULL, &previous_stop);
    if (is_default(&previous_stop)) {
        struct sigaction action = {.sa_handler = SIG_IGN};
        sigaction(SIGTSTP, &action, NULL);
    }
    is_armed = 1;
    return true;
}

void terminal_guard_use(int descriptor) { output = descriptor; }

void terminal_guard_add(const char *sequence)
{
    if (sequence == NULL) {
        return;
    }
    while (*sequence != '\0' && farewell_length < sizeof farewell) {
        // terminfo writes delays for old terminals as $<milliseconds>; they are not sent.
        if (sequence[0] == '$' && sequence[1] == '<') {
            const char *end = strchr(sequence, '>');
            if (end != NULL) {
                sequence = end + 1;
                continue;
            }
        }
        farewell[farewell_length++] = *sequence++;
    }
}

void terminal_guard_take(void)
{
    struct termios raw = cooked;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | IGNBRK | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON | IXOFF);
    // ncurses moves the cursor with line feeds and tabs, and means just that.
    raw.c_oflag &= ~(tcflag_t)(ONLCR | OCRNL | ONLRET | TABDLY);
    raw.c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO | ECHONL);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    is_held = 1;
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

void terminal_guard_release(void)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &cooked);
    is_held = 0;
}

bool terminal_guard_holds(void) { return is_held; }

void terminal_guard_expect_answer(bool expected) { is_answer_expected = expected; }

void terminal_guard_disarm(void)
{
    if (!is_armed) {
        return;
    }
    is_held = 0;
    is_armed = 0;
    output = -1;
    for (int signal = 1; signal < signal_count; signal++) {
        if (sigismember(&guarded, signal) == 1) {
            put_back(signal, &previous[signal]);
        }
    }
    put_back(SIGTSTP, &previous_stop);
}
