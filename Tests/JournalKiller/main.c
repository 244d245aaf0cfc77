// Runs a program and kills it with SIGKILL at one step of the journal that it writes, told by its system calls: nothing
// in the program knows of it. Linux only (ptrace(2)).
//
// Usage: journal-killer MOMENT NUMBER PROGRAM [ARGUMENT...]
// MOMENT says when the program dies, counted in writes to files called *.jsonl:
//   before  when it is about to write line NUMBER
//   torn    when half of line NUMBER is in the file
//   after   when line NUMBER is on disk, before the program can know that
// The exit status is 137 when it was killed, or the program's own when it ended before that.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

// glibc and the kernel's own header define the same names, so the little that is needed stands here (ptrace(2)).
struct call_info {
    __u_char op;
    __u_char padding[3];
    unsigned int architecture;
    unsigned long long instruction_pointer;
    unsigned long long stack_pointer;
    unsigned long long number;
    unsigned long long arguments[6];
};
static const unsigned long get_call_info = 0x420e;
enum { call_entry = 1, call_exit = 2 };

enum moment { before, torn, after };

// What a thread is in the middle of: a call of this number, on the journal.
struct thread {
    pid_t id;
    bool is_started;
    bool is_on_journal;
    unsigned long long number;
    int descriptor;
};

static struct thread threads[1024];
static pid_t program;
static enum moment moment;
static int wanted;
static int written;

static void fail(const char *what)
{
    fprintf(stderr, "journal-killer: %s: %s\n", what, strerror(errno));
    if (program > 0) {
        kill(program, SIGKILL);
    }
    exit(70);
}

static struct thread *find_thread(pid_t id)
{
    for (size_t index = 0; index < sizeof threads / sizeof *threads; index++) {
        if (threads[index].id == id || threads[index].id == 0) {
            threads[index].id = id;
            return &threads[index];
        }
    }
    fail("too many threads");
    return NULL;
}

static bool is_journal(pid_t id, int descriptor)
{
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", id, descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    static const char suffix[] = ".jsonl";
    const size_t suffix_length = sizeof suffix - 1;
    return length >= (ssize_t)suffix_length
        && memcmp(path + length - suffix_length, suffix, suffix_length) == 0;
}

static void kill_program(void)
{
    kill(program, SIGKILL);
    // Its threads have to be collected too, and all of them before the first.
    while (waitpid(-1, NULL, __WALL) >= 0 || errno == EINTR) {
    }
    exit(128 + SIGKILL);
}

// Leaves the first half of the last line, as if no more of it had been written.
static void tear_last_line(const struct thread *thread, long long length)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%d", thread->id, thread->descriptor);
    int file = open(link, O_WRONLY);
    off_t size = lseek(file, 0, SEEK_END);
    if (file < 0 || size < length || ftruncate(file, size - length + length / 2) != 0) {
        fail("the line cannot be torn");
    }
    close(file);
}

static void call_begins(struct thread *thread, const struct call_info *info)
{
    thread->number = info->number;
    thread->descriptor = (int)info->arguments[0];
    thread->is_on_journal
        = (info->number == SYS_write || info->number == SYS_fsync) && is_journal(thread->id, thread->descriptor);
    if (thread->is_on_journal && thread->number == SYS_write) {
        written++;
        if (moment == before && written == wanted) {
            kill_program();
        }
    }
}

static void call_ends(struct thread *thread, const struct call_info *info)
{
    if (!thread->is_on_journal || written != wanted) {
        return;
    }
    if (moment == torn && thread->number == SYS_write) {
        // At the end of a call its result stands where its number stood.
        tear_last_line(thread, (long long)info->number);
        kill_program();
    }
    if (moment == after && thread->number == SYS_fsync) {
        kill_program();
    }
}

// Handles one stop of a thread; the signal to pass on to it, if any.
static int handle_stop(struct thread *thread, int status)
{
    if (WSTOPSIG(status) == (SIGTRAP | 0x80)) {
        struct call_info info = { 0 };
        if (ptrace(get_call_info, thread->id, sizeof info, &info) < 0) {
            return 0;
        }
        if (info.op == call_entry) {
            call_begins(thread, &info);
        } else if (info.op == call_exit) {
            call_ends(thread, &info);
        }
        return 0;
    }
    if (status >> 16 != 0) {
        return 0;
    }
    // A thread's first stop is none of its own.
    if (!thread->is_started && WSTOPSIG(status) == SIGSTOP) {
        thread->is_started = true;
        return 0;
    }
    return WSTOPSIG(status);
}

int main(int count, char **arguments)
{
    static const char *const moments[] = { "before", "torn", "after" };
    if (count < 4) {
        fprintf(stderr, "Usage: journal-killer before|torn|after NUMBER PROGRAM [ARGUMENT...]\n");
        return 64;
    }
    for (int index = 0; index < 3; index++) {
        if (strcmp(arguments[1], moments[index]) == 0) {
            moment = (enum moment)index;
        }
    }
    wanted = atoi(arguments[2]);

    program = fork();
    if (program < 0) {
        fail("fork");
    }
    if (program == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        raise(SIGSTOP);
        execv(arguments[3], arguments + 3);
        _exit(127);
    }
    int status = 0;
    if (waitpid(program, &status, 0) < 0 || !WIFSTOPPED(status)) {
        fail("the program cannot be traced");
    }
    find_thread(program)->is_started = true;
    long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SETOPTIONS, program, 0, options) < 0 || ptrace(PTRACE_SYSCALL, program, 0, 0) < 0) {
        fail("the program cannot be traced");
    }
    for (;;) {
        pid_t id = waitpid(-1, &status, __WALL);
        if (id < 0) {
            fail("waitpid");
        }
        if (WIFSTOPPED(status)) {
            int signal = handle_stop(find_thread(id), status);
            ptrace(PTRACE_SYSCALL, id, 0, signal);
        } else if (id == program) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
    }
}
