"""The console on an emulator: opened in a terminal, and what its screen says."""
import re
from contextlib import contextmanager

from measuring import CONSOLE
from terminal import terminal

TITLE = 2
# The rows begin here, where the stacks stand beside them, and at the left of a run.
LIST, RUN = 39, 0


@contextmanager
def console(on):
    """The console on the emulator `on`, as it starts."""
    with terminal([CONSOLE], on.environment) as opened:
        yield opened


def wait_until_read(opened, rows, stacks):
    """Waits for all rows, and for their names and status, which come last."""
    while not is_read(opened.screen, rows, stacks):
        opened.read(60)
    opened.quiet(0.5)


def is_read(screen, rows, stacks):
    return screen.shows(f"{stacks} stacks, {stacks} read") and shown(screen) == rows


def shown(screen):
    """How many rows are shown; `None` while they are being looked for."""
    found = re.search(r"(\d+) of \d+ shown", screen.line(TITLE))
    return int(found[1]) if found else None


def is_looking(screen):
    return "looking..." in screen.line(TITLE)


def cursor(screen, column):
    """Where the cursor is, and what its row says."""
    for number, line in enumerate(screen.lines()):
        if line[column] == ">":
            return number, line[column:]
    return None


def press(opened, key, column=LIST):
    """Presses a key that moves the cursor; for how many seconds it was on the way to the last byte that shows it."""
    before = cursor(opened.screen, column)
    moment = opened.send(key)
    return opened.until(lambda screen: cursor(screen, column) != before) - moment


def act(opened, keys, holds):
    """Presses keys; for how many seconds they were on the way to the last byte that makes the screen as it is to be."""
    moment = opened.send(keys)
    return opened.until(holds) - moment


def command(opened, text):
    """Gives one of the commands that a colon asks for."""
    for keys in (":", text, "\r"):
        opened.send(keys)
        opened.quiet(0.05)


def confirm(opened, phrase):
    """Types the phrase of a plan, and Enter as soon as it counts; the moment of that."""
    opened.until(lambda screen: screen.shows(f"Type  {phrase}  and Enter:"))
    act(opened, phrase, lambda screen: screen.shows(f"Enter:  {phrase}"))
    opened.quiet(0.35)
    return opened.send("\r")
