"""Creates an estate with boto3, as an administrator's script would: make_estate.py STACKS USERS.

Every user goes on every stack. The endpoint and the keys come from the environment.
"""
import sys

import boto3

stacks = [f"lab-{n}" for n in range(1, int(sys.argv[1]) + 1)]
users = [f"user{n:02}@school.example" for n in range(1, int(sys.argv[2]) + 1)]
client = boto3.client("appstream")
for stack in stacks:
    client.create_stack(Name=stack, DisplayName=stack.title())
for user in users:
    client.create_user(
        UserName=user, FirstName="Given", LastName="Family", AuthenticationType="USERPOOL", MessageAction="SUPPRESS"
    )
pairs = [
    {"StackName": stack, "UserName": user, "AuthenticationType": "USERPOOL", "SendEmailNotification": False}
    for stack in stacks
    for user in users
]
for start in range(0, len(pairs), 25):
    answer = client.batch_associate_user_stack(UserStackAssociations=pairs[start : start + 25])
    if answer.get("errors"):
        sys.exit(f"not associated: {answer['errors']}")
print(f"{len(pairs)} associations")
