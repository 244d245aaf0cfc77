"""Lists associations with boto3, as a careful script would: boto3_listing.py THREADS [RETRY_MODE].

One call a page of 500, stacks side by side in THREADS threads; each stack as a sorted list, as JSON.
"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

threads = int(sys.argv[1])
mode = sys.argv[2] if len(sys.argv) > 2 else "standard"
client = boto3.client("appstream", config=Config(max_pool_connections=threads, retries={"mode": mode}))


def pages(operation, member, **parameters):
    """Everything on all pages."""
    items = []
    while True:
        answer = operation(**parameters)
        items += answer[member]
        if not answer.get("NextToken"):
            return items
        parameters["NextToken"] = answer["NextToken"]


def associations(stack):
    """Everybody on one stack."""
    return pages(client.describe_user_stack_associations, "UserStackAssociations", StackName=stack, MaxResults=500)


stacks = [stack["Name"] for stack in pages(client.describe_stacks, "Stacks")]
if threads == 1:
    lists = map(associations, stacks)
    pool = None
else:
    pool = ThreadPoolExecutor(threads)
    lists = pool.map(associations, stacks)
# As frugal as can be: stack by stack, in the order of their names, with no more than that in memory.
for rows in lists:
    rows.sort(key=lambda row: row["UserName"])
    json.dump(rows, sys.stdout, indent=2)
    print()
if pool:
    pool.shutdown()
