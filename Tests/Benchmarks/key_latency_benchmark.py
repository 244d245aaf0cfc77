"""How long a key takes among 1,000,000 rows, at rest and while the console works: key_latency_benchmark.py [RUNS].

It is on its way from its being written to the last byte of the frame in which the cursor has moved. In each state RUNS
times 100 keys are pressed.
"""
import itertools
import math
import random
import sys
import time

from console import LIST, RUN, TITLE, act, command, confirm, console, cursor, is_looking, press, shown, wait_until_read
from measuring import emulator
from terminal import DOWN, PAGE_DOWN, PAGE_UP, UP

STACKS, ROWS = 200, 1_000_000
SEED = f"{STACKS}x50000x{ROWS}"
ON_A_STACK = ROWS // STACKS
# A run that goes on for long enough: 25 entries a call.
FAULTS = [{"fault": "throttle", "rate": 10, "burst": 5, "operations": ["BatchDisassociateUserStack"]}]
MOVES = ["j", "j", "k", PAGE_DOWN, "j", "k", "j", PAGE_DOWN, "j", PAGE_UP]
# Inside of a prompt letters are typed, and there are no pages.
ARROWS = [DOWN, DOWN, UP]


def pressed(opened, moves, count, column=LIST, while_it=lambda screen: True):
    """Presses `count` keys, no longer than `while_it` holds of the screen; what each took."""
    seconds = []
    keys = itertools.cycle(moves)
    while len(seconds) < count and while_it(opened.screen):
        seconds.append(press(opened, next(keys), column))
        # Not in step with anything.
        end = time.monotonic() + random.uniform(0.005, 0.025)
        while (left := end - time.monotonic()) > 0:
            opened.read(left)
    return seconds


def while_loading(opened, count):
    opened.until(lambda screen: (shown(screen) or 0) > 100 and cursor(screen, LIST))
    return pressed(opened, MOVES, count, while_it=lambda screen: not screen.shows(f"{STACKS} stacks, {STACKS} read"))


def while_filtering(opened, count):
    """Keys while a letter's rows are looked for, and the letters themselves until they stand there."""
    seconds, letters = [], []
    while len(seconds) < count:
        act(opened, "/", lambda screen: screen.line(TITLE).rstrip().endswith("/"))
        for text in ("l", "lo", "loa", "load"):
            letters.append(act(opened, text[-1], lambda screen: screen.line(TITLE).rstrip().endswith(f"/{text}")))
            seconds += pressed(opened, ARROWS, count, while_it=is_looking)
        act(opened, "\x1b", lambda screen: "/" not in screen.line(TITLE) and shown(screen) == ROWS)
    return seconds, letters


def while_sorting(opened, count):
    seconds = []
    while len(seconds) < count:
        act(opened, "s", is_looking)
        seconds += pressed(opened, MOVES, count, while_it=is_looking)
        opened.quiet(0.3)
    return seconds


def in_a_run(opened, count):
    """Keys in a run of all rows of a stack."""
    command(opened, "stack stack-0001")
    opened.until(lambda screen: shown(screen) == ON_A_STACK)
    act(opened, "a", lambda screen: screen.shows(f"{ON_A_STACK} marked"))
    opened.send("d")
    confirm(opened, f"{ON_A_STACK} from 1 stack")
    opened.until(lambda screen: screen.shows(f"of {ON_A_STACK} sent"))
    return pressed(
        opened, MOVES, count, RUN, lambda screen: not screen.shows(f"{ON_A_STACK} of {ON_A_STACK} sent")
    )


def main(runs):
    """Prints the table."""
    count = 100 * runs
    with emulator("--seed", SEED, faults=FAULTS) as on:
        with console(on) as opened:
            seconds = {"while loading": while_loading(opened, count)}
            wait_until_read(opened, ROWS, STACKS)
            seconds["at rest"] = pressed(opened, MOVES, count)
            seconds["while a filter is found"], seconds["a filter's letter, shown"] = while_filtering(opened, count)
            seconds["while sorting"] = while_sorting(opened, count)
            seconds[f"in a run of {ON_A_STACK:,}"] = in_a_run(opened, count)
            memory = opened.peak()
    print(f"\nkeys among {ROWS:,} rows, ms to the last byte that shows the cursor moved; {memory:.0f} MiB at most")
    print(f"{'':28}{'keys':>6}{'p50':>9}{'p99':>9}{'worst':>9}")
    for name, taken in seconds.items():
        taken.sort()
        figures = [taken[len(taken) // 2], taken[math.ceil(len(taken) * 0.99) - 1], taken[-1]]
        print(f"{name:28}{len(taken):6}" + "".join(f"{figure * 1000:9.2f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
