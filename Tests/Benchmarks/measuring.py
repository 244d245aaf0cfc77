"""What every benchmark needs: the emulator, a program's wall time, CPU time and peak memory, and tables with ratios.

Programs are those of the release build, or of the folder that PROGRAMS_UNDER_TEST names.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("PROGRAMS_UNDER_TEST", ROOT / ".build/release"))
CONSOLE = PROGRAMS / "appstream-console"
EMULATOR = PROGRAMS / "appstream-emulator"
# On a disk, which a folder for temporary files may not be, and to which journals have to get.
SCRATCH = ROOT / ".build/benchmarks"


@dataclass
class Cost:
    """What one run of a program took: seconds, seconds, MiB, calls."""

    wall: float
    cpu: float
    memory: float
    calls: int = 0
    throttled: int = 0

    @staticmethod
    def median(costs):
        """Figure by figure."""
        return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in Cost.__annotations__))


class Emulator:
    """A running appstream-emulator."""

    def __init__(self, address, folder):
        self.address = address
        keys = {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
        for line in subprocess.check_output([EMULATOR, "--help"], text=True).splitlines():
            name, _, value = line.strip().removeprefix("export ").partition("=")
            if name in keys:
                keys[name] = value
        self.environment = keys | {
            "AWS_ENDPOINT_URL": address,
            "AWS_REGION": "eu-west-1",
            "AWS_DEFAULT_REGION": "eu-west-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "XDG_STATE_HOME": folder,
        }

    def log(self):
        """The requests so far."""
        with urllib.request.urlopen(self.address + "/_emulator/log") as answer:
            return [json.loads(line) for line in answer.read().splitlines()]


@contextmanager
def emulator(*options, faults=()):
    """Runs the emulator on a free loopback port."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        file = Path(folder, "faults.json")
        file.write_text(json.dumps({"faults": list(faults)}))
        process = subprocess.Popen(
            [EMULATOR, *options, "--faults", file], stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL
        )
        try:
            yield Emulator(process.stdout.readline().split()[-1], folder)
        finally:
            process.terminate()
            process.wait()


# A process starts with the peak memory of the one that starts it, so a small one does.
LAUNCHER = """
import os, sys, time
began = time.monotonic()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.monotonic() - began
with open(sys.argv[1], "w") as file:
    print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=file)
"""


def launch(command, environment, source=None):
    """Runs `command` with the file `source` as its input; its status, output and cost."""
    with tempfile.TemporaryFile("w+") as output, tempfile.NamedTemporaryFile("r") as taken:
        words = [sys.executable, "-I", "-S", "-c", LAUNCHER, taken.name, *map(str, command)]
        with open(source or os.devnull, encoding="utf-8") as given:
            subprocess.run(words, env=environment, stdin=given, stdout=output, stderr=subprocess.DEVNULL, check=True)
        status, wall, cpu, memory = map(float, taken.read().split())
        output.seek(0)
        return status, output.read(), Cost(wall, cpu, memory)


def run(command, on, is_whole):
    """Runs `command` against the emulator `on`; `None` where it failed, or where its output is not `is_whole`."""
    before = len(on.log())
    status, output, cost = launch(command, on.environment)
    if status != 0 or not is_whole(output):
        return None
    calls = on.log()[before:]
    cost.calls = len(calls)
    cost.throttled = sum(call.get("code") == "ThrottlingException" for call in calls)
    return cost


def compare(title, programs, runs, measure):
    """Measures all programs in turn, `runs` times, and prints the medians; behind each, what part of it ours is."""
    costs = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items():
            costs[name].append(measure(command))
    print(f"\n{title} (medians of {runs})")
    print(f"{'':28}{'wall s':>9}{'CPU s':>16}{'peak MiB':>16}{'calls':>13}{'throttled':>11}")
    ours = None
    for name, taken in costs.items():
        if None in taken:
            print(f"{name:28}  failed, or did not do everything, in {taken.count(None)} of {runs} runs")
            continue
        cost = Cost.median(taken)
        ours = ours or cost
        figures = "".join(share(getattr(cost, part), getattr(ours, part)) for part in ("wall", "cpu", "memory"))
        print(f"{name:28}{figures}{cost.calls:6.0f}{cost.throttled:11.0f}", flush=True)


def share(figure, ours):
    """A peer's figure, and what part of it ours is."""
    return f"{figure:9.2f}" + (f" x{ours / figure:<5.2f}" if figure != ours else " " * 7)


def absent(what):
    """Says that a peer is skipped."""
    print(f"skipped, since it is not on this machine: {what}", flush=True)


def has_boto3():
    """Whether Python here has boto3."""
    return subprocess.run([sys.executable, "-c", "import boto3"], stderr=subprocess.DEVNULL).returncode == 0


def aws_cli():
    """The AWS CLI; `None` where there is none."""
    # One beside Python needs no shell script of pyenv's around it, which would count as its own.
    return shutil.which("aws", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
