"""Start, bytes and time per key in a terminal of 120x40, ours against htop, tig, mc, ncdu and nnn:
start_and_keys_benchmark.py [RUNS].
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from measuring import CONSOLE, SCRATCH, absent, emulator
from terminal import COLUMNS, DOWN, INSERT, PAGE_DOWN, ROWS, terminal

# So many files, commits and processes, which is more than a screen and than the keys go through.
MANY = 150
# Past the end of the screen and on, so that scrolling is in it.
KEYS = 60
IDLE = 5
# A program that says nothing for so long has drawn what there was to draw.
START_GAP, KEY_GAP = 0.25, 0.04
# One that has not begun to answer a key by then has nothing to say.
KEY_WAIT = 0.3
FIGURES = {
    "first ms": "{:.1f}",
    "whole ms": "{:.1f}",
    "bytes": "{:.0f}",
    "down B": "{:.0f}",
    "ms": "{:.2f}",
    "over end B": "{:.0f}",
    "most B": "{:.0f}",
    "page B": "{:.0f}",
    "page ms": "{:.2f}",
    "mark B": "{:.0f}",
    "idle B": "{:.0f}",
    "MiB": "{:.1f}",
}


def make_files(folder):
    """MANY files, of different lengths."""
    for number in range(MANY):
        Path(folder, f"file-{number:04}.text").write_text("a line\n" * number)


def make_commits(folder):
    """A git repository of MANY commits."""
    commits = "".join(
        f"commit refs/heads/main\ncommitter A Person <a@person.example> {1_700_000_000 + number * 3600} +0000\n"
        f"data <<END\nChange number {number} of this and that\nEND\n"
        for number in range(MANY)
    )
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", folder], check=True)
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=commits, text=True, check=True)


@contextmanager
def processes():
    """MANY processes for htop to show."""
    started = [subprocess.Popen(["sleep", "600"]) for _ in range(MANY)]
    try:
        yield
    finally:
        for process in started:
            process.terminate()
            process.wait()


def peers(folder):
    """Commands by name, each with the key that marks a row, where there is one."""
    files, commits = Path(folder, "files"), Path(folder, "commits")
    files.mkdir()
    make_files(files)
    found = {
        # Every ten seconds, so that its own news is not counted as a key's.
        "htop": (["htop", "--delay", "100"], " "),
        "tig": (["tig", "-C", commits], None),
        "mc": (["mc", files, files], INSERT),
        "ncdu": (["ncdu", files], None),
        "nnn": (["nnn", files], " "),
    }
    for name in [name for name in found if not shutil.which(name)]:
        absent(name)
        del found[name]
    if "tig" in found:
        make_commits(commits)
    return found


def key(opened, keys):
    """Bytes and milliseconds of a key, to its last byte."""
    before, moment = opened.taken, opened.send(keys)
    last = opened.read(KEY_WAIT) or moment
    last = opened.quiet(KEY_GAP) or last
    return opened.taken - before, (last - moment) * 1000


def measure(command, environment, mark):
    """One run of a program: the figures, as they are called."""
    with terminal(command, environment) as opened:
        first = opened.until(lambda screen: any(line.strip() for line in screen.lines()), gap=0)
        whole = opened.quiet(START_GAP) or first
        start = opened.taken
        moves = [key(opened, DOWN) for _ in range(KEYS)]
        top, rest = moves[5:15], [taken for taken, _ in moves[20:]]
        pages = [key(opened, PAGE_DOWN) for _ in range(2)]
        marks = [key(opened, mark) for _ in range(3)] if mark else []
        before = opened.taken
        opened.quiet(IDLE, IDLE)
        return [
            (first - opened.began) * 1000,
            (whole - opened.began) * 1000,
            start,
            statistics.median(taken for taken, _ in top),
            statistics.median(took for _, took in moves),
            statistics.mean(rest),
            max(rest),
            statistics.median(taken for taken, _ in pages),
            statistics.median(took for _, took in pages),
            statistics.median(taken for taken, _ in marks) if marks else None,
            opened.taken - before,
            opened.peak(),
        ]


def main(runs):
    """Prints the table."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder, processes(), emulator("--seed", "20x500x3000") as on:
        home = {name: value for name, value in on.environment.items() if not name.startswith("AWS_")}
        home |= {"HOME": folder, "SHELL": "/bin/sh", "USER": os.environ.get("USER", "user")}
        programs = {
            "appstream-console --demo": ([CONSOLE, "--demo"], home, " "),
            "appstream-console, 3,000": ([CONSOLE], on.environment, " "),
        }
        programs |= {name: (command, home, mark) for name, (command, mark) in peers(folder).items()}
        taken = {name: [] for name in programs}
        for _ in range(runs):
            for name, program in programs.items():
                taken[name].append(measure(program[0], program[1], program[2]))
    print(f"\nstart, keys and {IDLE} s without any, {COLUMNS}x{ROWS} (medians of {runs})")
    print(f"{'':26}" + "".join(f"{figure:>11}" for figure in FIGURES))
    for name, measured in taken.items():
        medians = [None if None in values else statistics.median(values) for values in zip(*measured)]
        texts = ["-" if value is None else form.format(value) for form, value in zip(FIGURES.values(), medians)]
        print(f"{name:26}" + "".join(f"{text:>11}" for text in texts), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
