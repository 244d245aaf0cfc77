"""Removes associations with boto3, as a careful script would: boto3_removing.py FILE THREADS [RETRY_MODE].

It reads the stacks and keeps of FILE what is there, writes each batch of 25 and its answer to a journal on disk, and
reads the stacks again for what became of every entry. Batches, and stacks, side by side in THREADS threads.
"""
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import boto3
from botocore.config import Config

file, threads = sys.argv[1], int(sys.argv[2])
mode = sys.argv[3] if len(sys.argv) > 3 else "standard"
client = boto3.client("appstream", config=Config(max_pool_connections=threads, retries={"mode": mode}))
journal = open(Path(os.environ["XDG_STATE_HOME"], "journal.jsonl"), "a", encoding="utf-8")
lock = Lock()


def key(row):
    """What makes an association the one it is."""
    return row["StackName"], row["UserName"], row["AuthenticationType"]


def note(record):
    """Has `record` on disk before it returns."""
    with lock:
        journal.write(json.dumps(record) + "\n")
        journal.flush()
        os.fsync(journal.fileno())


def present(stack):
    """Everybody on one stack."""
    found, parameters = set(), {"StackName": stack, "MaxResults": 500}
    while True:
        answer = client.describe_user_stack_associations(**parameters)
        found.update(map(key, answer["UserStackAssociations"]))
        if not answer.get("NextToken"):
            return found
        parameters["NextToken"] = answer["NextToken"]


def send(batch):
    """Takes 25 entries off, once."""
    entries = [dict(zip(("StackName", "UserName", "AuthenticationType"), entry)) for entry in batch]
    note({"sending": entries})
    answer = client.batch_disassociate_user_stack(UserStackAssociations=entries)
    note({"answered": answer.get("errors", []), "requestId": answer["ResponseMetadata"]["RequestId"]})
    return {key(error["UserStackAssociation"]): error["ErrorCode"] for error in answer.get("errors", [])}


with open(file, encoding="utf-8") as listed:
    wanted = sorted({key(row) for row in json.load(listed)["UserStackAssociations"]})
stacks = sorted({stack for stack, _, _ in wanted})
with ThreadPoolExecutor(threads) as pool:
    before = set().union(*pool.map(present, stacks))
    entries = [entry for entry in wanted if entry in before]
    failed = {}
    for errors in pool.map(send, (entries[start : start + 25] for start in range(0, len(entries), 25))):
        failed.update(errors)
    after = set().union(*pool.map(present, stacks))
outcomes = [
    {"UserName": user, "StackName": stack, "ErrorCode": failed.get((stack, user, type)), "Outcome":
        "absent" if (stack, user, type) not in before
        else "failed" if (stack, user, type) in after
        else "removed"}
    for stack, user, type in wanted
]
json.dump(outcomes, sys.stdout, indent=2)
