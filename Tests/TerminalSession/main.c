// Leads the session that a program under test runs in, as a login shell would: it owns the terminal, gives it to the
// program, takes it back when that stops or ends, and outlives it. When a session's leader ends the kernel resets the
// terminal's modes, so without it nobody could tell whether the program had put them back.
//
// Usage: terminal-session TERMINAL PROGRAM [ARGUMENT...]
// Descriptor 3 gets a line for each thing that happens: "started PID", "stopped SIGNAL", "continued 0",
// "exited STATUS", "signalled SIGNAL". SIGUSR1 brings a stopped program back to the foreground. After the program's end
// the terminal gets a string that shows nothing: the driver keeps the order of bytes, so all of the program's have come
// before it.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static const int report = 3;
// An operating system command (ECMA-48, 8.3.89) that no terminal knows, and all pass over.
static const char last_bytes[] = "\033]7777;ended\033\\";
static volatile sig_atomic_t is_hung_up;
static volatile pid_t program;

static void tell(const char *what, int number)
{
    dprintf(report, "%s %d\n", what, number);
}

static void fail(const char *what)
{
    dprintf(report, "failed %s: %s\n", what, strerror(errno));
    _exit(127);
}

static void pass_on_hang_up(int signal)
{
    is_hung_up = 1;
    if (program > 0) {
        kill(-program, SIGCONT);
        kill(-program, signal);
    }
}

static void bring_to_foreground(int signal)
{
    (void)signal;
    tcsetpgrp(STDIN_FILENO, program);
    kill(-program, SIGCONT);
}

static void become(char **arguments)
{
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid());
    signal(SIGTTOU, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    signal(SIGUSR1, SIG_DFL);
    tell("started", getpid());
    close(report);
    execv(arguments[0], arguments);
    _exit(127);
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fprintf(stderr, "Usage: terminal-session TERMINAL PROGRAM [ARGUMENT...]\n");
        return 64;
    }
    // A session's leader without a terminal gets the one it opens first as its controlling terminal.
    int terminal = open(arguments[1], O_RDWR);
    if (terminal < 0) {
        fail(arguments[1]);
    }
    for (int descriptor = 0; descriptor < 3; descriptor++) {
        dup2(terminal, descriptor);
    }
    if (terminal > 2) {
        close(terminal);
    }
    signal(SIGTTOU, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    signal(SIGHUP, pass_on_hang_up);
    signal(SIGUSR1, bring_to_foreground);

    pid_t child = fork();
    if (child < 0) {
        fail("fork");
    }
    if (child == 0) {
        become(arguments + 2);
    }
    program = child;
    for (;;) {
        int status = 0;
        if (waitpid(child, &status, WUNTRACED | WCONTINUED) < 0) {
            if (errno == EINTR) {
                continue;
            }
            fail("waitpid");
        }
        if (WIFCONTINUED(status)) {
            tell("continued", 0);
            continue;
        }
        tcsetpgrp(STDIN_FILENO, getpgrp());
        if (WIFSTOPPED(status)) {
            tell("stopped", WSTOPSIG(status));
            continue;
        }
        tell(WIFEXITED(status) ? "exited" : "signalled", WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
        break;
    }
    program = 0;
    // Output may have been stopped, and nobody need be there to read it: then there is no sign of its end.
    fcntl(STDOUT_FILENO, F_SETFL, fcntl(STDOUT_FILENO, F_GETFL) | O_NONBLOCK);
    if (write(STDOUT_FILENO, last_bytes, sizeof last_bytes - 1) < 0 && errno != EAGAIN && errno != EIO) {
        fail("write");
    }
    while (!is_hung_up) {
        pause();
    }
    return 0;
}
