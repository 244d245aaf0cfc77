#include "CNcurses.h"

#include <string.h>
#include <term.h>
#include <unistd.h>

const char *cncurses_string(const char *name)
{
    const char *sequence = tigetstr(name);
    return sequence == (char *)-1 ? NULL : sequence;
}

bool cncurses_can(const char *name) { return cncurses_string(name) != NULL; }

bool cncurses_begins(const char *name, const char *start)
{
    return cncurses_can(name) && strncmp(cncurses_string(name), start, strlen(start)) == 0;
}

static void add_to_farewell(const char *capability) { terminal_guard_add(cncurses_string(capability)); }

// A frame that was cut off may leave a part of the screen to scroll by itself. To undo that moves the cursor, which is
// therefore kept.
static void add_whole_screen_to_farewell(void)
{
    if (cncurses_begins("csr", "\033[") && cncurses_can("sc") && cncurses_can("rc")) {
        add_to_farewell("sc");
        terminal_guard_add("\033[r");
        add_to_farewell("rc");
    }
}

enum cncurses_terminal cncurses_examine(const char *name)
{
    int status = 0;
    if (setupterm(name, STDOUT_FILENO, &status) != OK) {
        // setupterm reports a generic entry, one that only says what a family has in common, as unknown too.
        return status == 1 ? CNCURSES_LINE_ONLY : CNCURSES_UNKNOWN;
    }
    enum cncurses_terminal found = CNCURSES_LINE_ONLY;
    if (cncurses_can("cup") && tigetflag("hc") != 1) {
        found = CNCURSES_USABLE;
        add_to_farewell("rmkx");
        add_to_farewell("sgr0");
        add_to_farewell("op");
        add_whole_screen_to_farewell();
        add_to_farewell("rmcup");
        // Last, since to some terminals whether a cursor is seen is a part of what is saved and comes back with it.
        add_to_farewell("cnorm");
    }
    // newterm makes its own.
    del_curterm(cur_term);
    return found;
}
