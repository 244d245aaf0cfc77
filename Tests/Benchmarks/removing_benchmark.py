"""Removing 5,000 associations, ours against boto3 and the AWS CLI: removing_benchmark.py [RUNS]."""
import json
import subprocess
import sys
from pathlib import Path

from measuring import CONSOLE, SCRATCH, absent, aws_cli, compare, emulator, has_boto3, run

SEED = "50x5000x20000"
ROWS = 5_000
BATCH = 25
SCRIPT = Path(__file__).with_name("boto3_removing.py")
# It checks nothing and reads nothing back; what fails is among its output, with status 0.
CLI = (
    "for batch in FOLDER/batch*.json; do "
    "AWS appstream batch-disassociate-user-stack --user-stack-associations file://$batch || exit; done"
)


def rows():
    """Every fourth association, as the service lists it."""
    with emulator("--seed", SEED) as on:
        listed = subprocess.check_output([CONSOLE, "associations", "--output", "json"], env=on.environment)
    listed = json.loads(listed)["UserStackAssociations"][::4][:ROWS]
    for row in listed:
        del row["SendEmailNotification"]
    return listed


def main(runs):
    """Prints the tables."""
    folder = SCRATCH / "removing"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = rows()
    assert len(wanted) == ROWS
    file = folder / "rows.json"
    file.write_text(json.dumps({"UserStackAssociations": wanted}))
    for start in range(0, ROWS, BATCH):
        Path(folder, f"batch{start:05}.json").write_text(json.dumps(wanted[start : start + BATCH]))
    options = ["--associations-from", file, "--yes", "--at-most", ROWS, "--reason", "benchmark", "--output", "json"]
    peers = {"appstream-console": [CONSOLE, "disassociate", *options]}
    ours = dict(peers)
    if has_boto3():
        peers["boto3, one by one"] = [sys.executable, SCRIPT, file, 1]
        peers["boto3, 8 threads"] = [sys.executable, SCRIPT, file, 8]
        peers["boto3, 8 threads, adaptive"] = [sys.executable, SCRIPT, file, 8, "adaptive"]
    else:
        absent("boto3")

    def measuring(*faults, is_whole=lambda text: text.count('"removed"') >= ROWS):
        def measure(command):
            with emulator("--seed", SEED, faults=faults) as on:
                return run(command, on, is_whole)

        return measure

    compare(f"removing {ROWS:,} associations, with check, journal and reading back", peers, runs, measuring())
    if cli := aws_cli():
        command = ["sh", "-c", CLI.replace("AWS", cli).replace("FOLDER", str(folder))]
        anything = measuring(is_whole=lambda _: True)
        compare("the same with the AWS CLI, which does none of the three", ours | {"aws": command}, 1, anything)
    else:
        absent("the AWS CLI")
    throttle = {"fault": "throttle", "rate": 10, "burst": 20, "operations": ["BatchDisassociateUserStack"]}
    floor = (ROWS / BATCH - throttle["burst"]) / throttle["rate"]
    compare(f"at 10 calls a second, burst 20: {floor} s is the least", peers, 1, measuring(throttle))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
