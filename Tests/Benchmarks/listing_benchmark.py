"""Listing 50,000 associations, ours against boto3 and the AWS CLI: listing_benchmark.py [RUNS]."""
import sys
from pathlib import Path

from measuring import CONSOLE, absent, aws_cli, compare, emulator, has_boto3, run

ROWS = 50_000
SEED = f"50x10000x{ROWS}"
SCRIPT = Path(__file__).with_name("boto3_listing.py")
# The AWS CLI lists one page of one stack a call, and prints as it comes.
CLI = r"""
for stack in $(AWS appstream describe-stacks --query 'Stacks[].Name' --output text); do
  token=
  while
    page=$(AWS appstream describe-user-stack-associations --stack-name "$stack" --max-results 500 --output json \
      ${token:+--next-token "$token"}) || exit
    printf '%s\n' "$page"
    token=$(printf '%s\n' "$page" | sed -n 's/.*"NextToken": "\(.*\)".*/\1/p')
    [ -n "$token" ]
  do :; done
done
"""


def programs():
    """Ours first, then its peers that are on this machine."""
    found = {"appstream-console": [CONSOLE, "associations", "--output", "json"]}
    if has_boto3():
        found["boto3, one by one"] = [sys.executable, SCRIPT, 1]
        found["boto3, 8 threads"] = [sys.executable, SCRIPT, 8]
        found["boto3, 8 threads, adaptive"] = [sys.executable, SCRIPT, 8, "adaptive"]
    else:
        absent("boto3")
    return found


def main(runs):
    """Prints the tables."""
    peers = programs()
    ours = dict([next(iter(peers.items()))])

    def measure(command):
        return run(command, on, lambda text: text.count('"UserName"') == ROWS)

    with emulator("--seed", SEED) as on:
        compare(f"listing {ROWS:,} associations of 50 stacks as JSON", peers, runs, measure)
        if cli := aws_cli():
            command = ["sh", "-c", CLI.replace("AWS", cli)]
            compare("the same with the AWS CLI", ours | {"aws": command}, 1, measure)
        else:
            absent("the AWS CLI")
    with emulator("--seed", SEED, faults=[{"fault": "delay", "milliseconds": 40}]) as on:
        compare("with 40 ms of latency", peers, runs, measure)
    with emulator("--seed", SEED, faults=[{"fault": "throttle", "rate": 20, "burst": 20}]) as on:
        compare("at 20 calls a second, burst 20", peers, 1, measure)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
