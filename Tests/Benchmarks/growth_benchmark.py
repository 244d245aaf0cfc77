"""What more rows cost the console, action by action, from 1,000 to 1,000,000: growth_benchmark.py [RUNS]."""
import sys

from console import TITLE, act, console, is_looking, is_read, shown
from measuring import emulator
from table import medians, print_growth

SIZES = [1_000, 10_000, 100_000, 1_000_000]
MOST_PLANNED = 100_000
SORTS = ["stack", "name", "status", "user"]
LETTER = "4"


def measure(rows):
    """Seconds of each action among `rows` rows, and MiB at the end."""
    stacks = max(20, rows // 5_000)
    taken = {}
    with emulator("--seed", f"{stacks}x{rows // 20}x{rows}") as on, console(on) as opened:
        moment = opened.until(lambda screen: is_read(screen, rows, stacks))
        taken["load, s"] = moment - opened.began
        taken["load with names and status, s"] = (opened.quiet(0.5) or moment) - opened.began
        for name, key, marked in [
            ("mark all", "a", rows),
            ("invert", "i", 0),
            ("take back", "u", rows),
            ("clear marks", "c", 0),
        ]:
            taken[f"{name}, ms"] = 1000 * act(opened, key, lambda screen: f" {marked} marked" in screen.line(TITLE))
            opened.quiet(0.1)
        opened.send("/")
        opened.quiet(0.1)
        taken["filter letter, ms"] = 1000 * act(
            opened, LETTER, lambda screen: (shown(screen) or rows) < rows and f"/{LETTER}" in screen.line(TITLE)
        )
        taken["take the filter off, ms"] = 1000 * act(opened, "\x1b", lambda screen: shown(screen) == rows)
        for column in SORTS:
            opened.quiet(0.1)
            taken[f"sort by {column}, ms"] = 1000 * act(
                opened, "s", lambda screen: screen.shows(f"Sorted by {column}.") and not is_looking(screen)
            )
        if rows <= MOST_PLANNED:
            opened.quiet(0.1)
            act(opened, "a", lambda screen: f" {rows} marked" in screen.line(TITLE))
            taken["plan, checked, s"] = act(opened, "d", lambda screen: screen.shows("and Enter:"))
        taken["peak MiB"] = opened.peak()
    return taken


def main(runs):
    """Prints the table."""
    taken = {rows: medians([measure(rows) for _ in range(runs)]) for rows in SIZES}
    print_growth(f"the console with so many rows (medians of {runs})", taken)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
