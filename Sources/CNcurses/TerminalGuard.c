#include "TerminalGuard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// The first seven are crashes to Swift, whose own handler reports them afterwards. The others end a program that does
// not handle them.
static const int guarded[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGQUIT, SIGTERM, SIGHUP, SIGINT};
enum { crash_count = 7, guarded_count = sizeof guarded / sizeof guarded[0] };

static struct sigaction previous[guarded_count];
static struct sigaction previous_stop;
static struct termios cooked;
static char farewell[256];
static size_t farewell_length;
static volatile sig_atomic_t is_armed;
static volatile sig_atomic_t is_held;

// Makes room in a terminal that takes nothing, for one second by waiting, and then by throwing away what it has not
// shown. Whoever is at the other end of a dead connection must not keep the program from ending.
static void make_room(void)
{
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (poll(&terminal, 1, 1000) == 0) {
        tcflush(STDOUT_FILENO, TCOFLUSH);
    }
}

static void give_back(void)
{
    if (!is_held) {
        return;
    }
    is_held = 0;
    make_room();
    size_t written = 0;
    while (written < farewell_length) {
        ssize_t count = write(STDOUT_FILENO, farewell + written, farewell_length - written);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            break;
        }
        written += (size_t)count;
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

static void handle(int signal, siginfo_t *information, void *context)
{
    give_back();
    for (int index = 0; index < guarded_count; index++) {
        if (guarded[index] == signal) {
            pass_on(&previous[index], signal, information, context);
        }
    }
    // Whatever that did, the program ends now: by the same signal, which arrives when this handler returns.
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    raise(signal);
}

static bool is_default(int signal)
{
    struct sigaction current;
    return sigaction(signal, NULL, &current) == 0 && !(current.sa_flags & SA_SIGINFO) && current.sa_handler == SIG_DFL;
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
        is_registered = atexit(give_back) == 0;
    }
    farewell_length = 0;
    for (int index = 0; index < guarded_count; index++) {
        sigaction(guarded[index], NULL, &previous[index]);
        if (index < crash_count || is_default(guarded[index])) {
            // On its own stack if there is one, because a stack may be what overflowed.
            struct sigaction action = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
            // Setting the modes from the background would stop the program instead of ending it.
            sigaddset(&action.sa_mask, SIGTTOU);
            sigaction(guarded[index], &action, NULL);
        }
    }
    sigaction(SIGTSTP, NULL, &previous_stop);
    if (is_default(SIGTSTP)) {
        struct sigaction action = {.sa_handler = SIG_IGN};
        sigaction(SIGTSTP, &action, NULL);
    }
    is_armed = 1;
    return true;
}

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

void terminal_guard_hold(bool held) { is_held = held; }

void terminal_guard_disarm(void)
{
    if (!is_armed) {
        return;
    }
    is_held = 0;
    is_armed = 0;
    for (int index = 0; index < guarded_count; index++) {
        put_back(guarded[index], &previous[index]);
    }
    put_back(SIGTSTP, &previous_stop);
}
