"""What four times as many entries cost a run, and what is done with it afterwards: run_growth_benchmark.py [RUNS].

Run, show, undo; a run of which everything fails, and its retry; a run that is stopped half way, and its resume.
"""
import json
import subprocess
import sys
import time
from pathlib import Path

from measuring import CONSOLE, SCRATCH, emulator, launch
from table import medians, print_growth

SIZES = [5_000, 20_000, 80_000]
STACKS = 20
BATCH = 25


def fail(entries):
    """The first time that an entry is sent, the service refuses it."""
    return {"fault": "item", "code": "INTERNAL_ERROR", "message": "An internal error occurred.", "first": entries}


class Runs:
    """The commands on one emulator, which holds just the associations to be removed."""

    def __init__(self, on, entries):
        self.on, self.entries = on, entries
        self.file = SCRATCH / "entries.json"
        self.file.write_bytes(self.output("associations"))

    def output(self, *words):
        return subprocess.check_output([CONSOLE, *words, "--output", "json"], env=self.on.environment)

    def removal(self):
        bound = ["--yes", "--at-most", self.entries, "--reason", "benchmark", "--output", "json"]
        return [CONSOLE, "disassociate", "--associations-from", self.file, *bound]

    def earlier(self, verb):
        return [CONSOLE, "runs", verb, self.last(), "--yes", "--output", "json"]

    def last(self):
        """The number of the newest run."""
        return max(self.journals(), key=lambda file: file.stat().st_mtime_ns).stem

    def journals(self):
        return Path(self.on.environment["XDG_STATE_HOME"], "appstream-console/runs").glob("*.jsonl")

    def journal_size(self):
        return sum(file.stat().st_size for file in self.journals())

    def measure(self, command, outcome):
        """Runs a command after which `outcome` stands beside each entry; its cost."""
        status, output, cost = launch(command, self.on.environment)
        found = json.loads(output)["Counts"].get(outcome)
        assert found == self.entries, f"{command}: status {status}, {found} of {self.entries} {outcome}"
        return cost


def figures(name, cost, share=1):
    """A cost by name; its times for `share` times as many entries."""
    return {f"{name}, s": cost.wall * share, f"{name}, CPU s": cost.cpu * share, f"{name}, MiB": cost.memory}


def run_and_undo(entries):
    taken = {}
    with emulator("--seed", seed(entries)) as on:
        runs = Runs(on, entries)
        taken |= figures("run", runs.measure(runs.removal(), "removed"))
        taken["journal, MiB"] = runs.journal_size() / 2**20
        shown = [CONSOLE, "runs", "show", runs.last(), "--output", "json"]
        taken |= figures("runs show", runs.measure(shown, "removed"))
        taken |= figures("undo", runs.measure(runs.earlier("undo"), "restored"))
    return taken


def retry(entries):
    with emulator("--seed", seed(entries), faults=[fail(entries)]) as on:
        runs = Runs(on, entries)
        runs.measure(runs.removal(), "failed")
        return figures("retry of all", runs.measure(runs.earlier("retry"), "removed"))


def resume(entries, journal):
    """A run is stopped when its journal has half of the size `journal`; what the rest takes, for as many as half."""
    with emulator("--seed", seed(entries)) as on:
        runs = Runs(on, entries)
        started = subprocess.Popen(
            [str(word) for word in runs.removal()],
            env=on.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        while runs.journal_size() < journal / 2 and started.poll() is None:
            time.sleep(0.002)
        started.terminate()
        counts = json.loads(started.communicate()[0])["Counts"]
        left = entries - counts.get("removed", 0)
        return figures("resume of half", runs.measure(runs.earlier("resume"), "removed"), entries / 2 / left)


def seed(entries):
    return f"{STACKS}x{entries // STACKS}x{entries}"


def measure(entries):
    """Figures of all commands."""
    taken = run_and_undo(entries)
    return taken | retry(entries) | resume(entries, taken["journal, MiB"] * 2**20)


def main(runs):
    """Prints the table."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    taken = {entries: medians([measure(entries) for _ in range(runs)]) for entries in SIZES}
    print_growth(f"runs of so many entries (medians of {runs})", taken)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
