// For memfd_create. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "CNcurses.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// One screen at a time, as there is one terminal.
static FILE *stream;

SCREEN *cncurses_open(const char *name, int rows, int columns, int *written)
{
    bool has_size = rows > 0 && columns > 0;
    if (has_size) {
        // ncurses goes by these two again with each refresh after endwin. use_env(3) is no help: without the
        // environment it opens no terminal whose description has no size, such as linux.
        unsetenv("LINES");
        unsetenv("COLUMNS");
    }
    int memory = memfd_create("screen", MFD_CLOEXEC);
    stream = memory < 0 ? NULL : fdopen(memory, "w");
    SCREEN *screen = stream == NULL ? NULL : newterm(name, stream, stdin);
    if (screen == NULL) {
        if (stream != NULL) {
            fclose(stream);
            stream = NULL;
        } else if (memory >= 0) {
            close(memory);
        }
        return NULL;
    }
    // newterm sees no terminal, and sets it up for terminfo's number of lines. Ended here, the screen is set up with
    // the next refresh, for the lines that there are.
    if (has_size) {
        resizeterm(rows, columns);
    }
    endwin();
    *written = memory;
    return screen;
}

void cncurses_close(SCREEN *screen)
{
    delscreen(screen);
    fclose(stream);
    stream = NULL;
}
