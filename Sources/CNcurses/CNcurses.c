#include "CNcurses.h"

#include <string.h>
#include <term.h>
#include <unistd.h>

bool cncurses_can(const char *name)
{
    const char *sequence = tigetstr(name);
    return sequence != NULL && sequence != (char *)-1;
}

bool cncurses_begins(const char *name, const char *start)
{
    return cncurses_can(name) && strncmp(tigetstr(name), start, strlen(start)) == 0;
}

static void add_to_farewell(const char *capability)
{
    if (cncurses_can(capability)) {
        terminal_guard_add(tigetstr(capability));
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
        add_to_farewell("cnorm");
        add_to_farewell("rmcup");
    }
    // newterm makes its own.
    del_curterm(cur_term);
    return found;
}
