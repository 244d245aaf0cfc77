"""Speaks with the emulator in Smithy's RPC v2 with CBOR, through botocore's own serialiser and parser.

The endpoint and the keys come from the environment. botocore still prefers JSON for this service, so it is told here.
"""
import json

import boto3
import botocore.model

botocore.model.ServiceModel.resolved_protocol = "smithy-rpc-v2-cbor"
client = boto3.client("appstream")
seen = {}


def note(request, **_):
    headers = [request.headers[name] for name in ("smithy-protocol", "Content-Type")]
    texts = [value.decode() if isinstance(value, bytes) else value for value in headers]
    seen["sent"] = [*texts, request.url.split("/", 3)[3]]


client.meta.events.register("before-send.appstream", note)


def say(**what):
    print(json.dumps(what, default=str))


stack = client.describe_stacks()["Stacks"][0]
say(**seen, stack=stack["Name"], year=stack["CreatedTime"].year)
say(users=len(client.describe_users(AuthenticationType="USERPOOL")["Users"]))
say(on=[a["UserName"] for a in client.describe_user_stack_associations(StackName=stack["Name"])["UserStackAssociations"]])
names = [a["UserName"] for a in client.describe_user_stack_associations(StackName=stack["Name"])["UserStackAssociations"]]
pair = {"StackName": stack["Name"], "UserName": names[0], "AuthenticationType": "USERPOOL"}
answer = client.batch_disassociate_user_stack(
    UserStackAssociations=[pair, {**pair, "StackName": "none"}]
)
say(errors=[[e["ErrorCode"], e["UserStackAssociation"]["StackName"]] for e in answer["errors"]])
say(on=[a["UserName"] for a in client.describe_user_stack_associations(StackName=stack["Name"])["UserStackAssociations"]])
try:
    client.describe_stacks(Names=["none"])
except client.exceptions.ResourceNotFoundException as error:
    say(code=error.response["Error"]["Code"], status=error.response["ResponseMetadata"]["HTTPStatusCode"])
try:
    client.create_user(UserName="a b", AuthenticationType="USERPOOL")
except client.exceptions.ClientError as error:
    say(code=error.response["Error"]["Code"], status=error.response["ResponseMetadata"]["HTTPStatusCode"])
