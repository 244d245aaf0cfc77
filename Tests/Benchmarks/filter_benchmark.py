"""Filtering 1,000,000 rows letter by letter, ours against fzf and ripgrep: filter_benchmark.py [RUNS].

Ours is from the key's being written to the last byte that shows the rows. The others are whole processes, each with
what has been typed so far, over the same rows as lines of text.
"""
import csv
import io
import shutil
import statistics
import subprocess
import sys

from console import TITLE, act, console, shown, wait_until_read
from measuring import CONSOLE, SCRATCH, absent, emulator, launch

STACKS, ROWS = 200, 1_000_000
SEED = f"{STACKS}x50000x{ROWS}"
# Every row has the first; ever fewer have the second.
WORDS = ["load", "4321"]
PEERS = {
    "fzf": ["fzf", "--filter"],
    "fzf --exact --no-sort": ["fzf", "--exact", "--no-sort", "--filter"],
    "rg": ["rg", "--ignore-case", "--fixed-strings"],
}


def typed():
    """What has been typed after each letter."""
    return [word[: count + 1] for word in WORDS for count in range(len(word))]


def text_of_rows(on):
    """A file of the rows, one a line, as the console shows them."""
    listed = subprocess.check_output([CONSOLE, "associations", "--output", "csv"], env=on.environment, text=True)
    file = SCRATCH / "rows.txt"
    with open(file, "w", encoding="utf-8") as lines:
        for row in csv.DictReader(io.StringIO(listed)):
            lines.write(f"{row['UserName']}  {row['StackName']}\n")
    return file


def ours(opened, runs):
    """Seconds after each letter, and how many rows it lets through."""
    seconds, counts = {text: [] for text in typed()}, {}
    for _ in range(runs):
        for word in WORDS:
            opened.send("/")
            opened.quiet(0.1)
            for text in [text for text in typed() if word.startswith(text)]:
                took = act(
                    opened,
                    text[-1],
                    lambda screen: screen.line(TITLE).rstrip().endswith(f"/{text}") and shown(screen) is not None,
                )
                seconds[text].append(took)
                counts[text] = shown(opened.screen)
                opened.quiet(0.1)
            opened.send("\x1b")
            opened.until(lambda screen: shown(screen) == ROWS)
            opened.quiet(0.1)
    return seconds, counts


def main(runs):
    """Prints the table."""
    peers = {}
    for name, command in PEERS.items():
        if shutil.which(command[0]):
            peers[name] = command
        else:
            absent(command[0])
    with emulator("--seed", SEED) as on:
        file = text_of_rows(on)
        with console(on) as opened:
            wait_until_read(opened, ROWS, STACKS)
            seconds, counts = ours(opened, runs)
            memory = opened.peak()
        taken = {}
        for name, command in peers.items():
            for text in typed():
                found = [launch([*command, text], on.environment, file) for _ in range(runs)]
                taken[name, text] = [cost.wall for _, _, cost in found]
                lines = found[0][1].count("\n")
                if name != "fzf":
                    assert lines == counts[text], f"{name} finds {lines} rows with {text}, ours {counts[text]}"
    print(f"\nfiltering {ROWS:,} rows, ms after each letter (medians of {runs}); ours has {memory:.0f} MiB at most")
    print(f"{'typed':8}{'rows':>10}{'appstream-console':>20}" + "".join(f"{name:>24}" for name in peers))
    for text in typed():
        figures = [seconds[text]] + [taken[name, text] for name in peers]
        widths = [20] + [24] * len(peers)
        print(
            f"{text:8}{counts[text]:10}"
            + "".join(f"{statistics.median(each) * 1000:{width}.1f}" for each, width in zip(figures, widths)),
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
