// For memfd_create and dup3. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "CNcurses.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

// One screen at a time, as there is one terminal.
static FILE *stream;
static TERMINAL *opened;

// Puts a file in memory in place of the terminal behind `descriptor`.
static bool redirect(int descriptor)
{
    int memory = memfd_create("screen", MFD_CLOEXEC);
    if (memory < 0) {
        return false;
    }
    bool is_done = dup3(memory, descriptor, O_CLOEXEC) == descriptor;
    close(memory);
    return is_done;
}

SCREEN *cncurses_open(const char *name, int *written)
{
    // This description of the terminal stays on the real one, for its modes; newterm's own is what is redirected.
    if (setupterm(name, STDOUT_FILENO, NULL) != OK) {
        return NULL;
    }
    TERMINAL *terminal = cur_term;
    int descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    stream = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    SCREEN *screen = stream == NULL ? NULL : newterm(name, stream, stdin);
    if (screen == NULL) {
        return NULL;
    }
    opened = set_curterm(terminal);
    def_prog_mode();
    if (!redirect(descriptor)) {
        endwin();
        cncurses_close(screen);
        return NULL;
    }
    *written = descriptor;
    return screen;
}

void cncurses_close(SCREEN *screen)
{
    delscreen(screen);
    if (opened != NULL) {
        del_curterm(opened);
        opened = NULL;
    }
    fclose(stream);
    stream = NULL;
}
