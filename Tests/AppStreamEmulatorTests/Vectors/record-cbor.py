#!/usr/bin/env python3
"""Writes requests in Smithy's RPC v2 with CBOR as botocore (1.44.8) writes and signs them, at a fixed moment.

Usage: record-cbor.py > cbor-requests.json
"""
import datetime
import json

import botocore
import botocore.auth
import botocore.serialize
import botocore.session
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

assert botocore.__version__ == "1.44.8"

MOMENT = datetime.datetime(2026, 11, 22, 14, 2, 11, tzinfo=datetime.timezone.utc)
USER = Credentials("AKIAEMULATOR00000001", "EmulatorSecretKeyThatIsNotARealOne000001")
TYPE = {"AuthenticationType": "USERPOOL"}
LAB = "arn:aws:appstream:eu-west-1:123456789012:stack/lab"


class FrozenAuth(botocore.auth.SigV4Auth):
    """Signs as of MOMENT, whatever the time is."""

    def add_auth(self, request):
        request.context["timestamp"] = MOMENT.strftime("%Y%m%dT%H%M%SZ")
        self._modify_request_before_signing(request)
        string_to_sign = self.string_to_sign(request, self.canonical_request(request))
        self._inject_signature_to_request(request, self.signature(string_to_sign, request))


def item(stack, user, **more):
    return {"StackName": stack, "UserName": user, **TYPE, **more}


CALLS = [
    ("DescribeStacks", {}),
    ("DescribeStacks", {"Names": ["lab", "design"]}),
    ("DescribeUsers", {**TYPE, "MaxResults": 2}),
    ("DescribeUserStackAssociations", {"StackName": "design", "MaxResults": 500}),
    ("DescribeUserStackAssociations", {"UserName": "ana@x.example", **TYPE}),
    ("BatchDisassociateUserStack", {"UserStackAssociations": [item("design", "ana@x.example"), item("no", "ü水𐅑@x")]}),
    ("BatchAssociateUserStack", {"UserStackAssociations": [item("lab", "cy@x.example", SendEmailNotification=False)]}),
    ("CreateUser", {"UserName": "dora@x.example", "FirstName": "Dora", "MessageAction": "SUPPRESS", **TYPE}),
    ("DisableUser", {"UserName": "ana@x.example", **TYPE}),
    ("EnableUser", {"UserName": "ana@x.example", **TYPE}),
    ("DeleteUser", {"UserName": "nobody@x.example", **TYPE}),
    ("CreateStack", {"Name": "new", "Tags": {"team": "ü"}, "StorageConnectors": [{"ConnectorType": "HOMEFOLDERS"}],
                     "ApplicationSettings": {"Enabled": True, "SettingsGroup": "g"}}),
    ("UpdateStack", {"Name": "lab", "DisplayName": "x" * 100, "AttributesToDelete": ["REDIRECT_URL"]}),
    ("DeleteStack", {"Name": "gone"}),
    ("TagResource", {"ResourceArn": LAB, "Tags": {"a": "1", "b": ""}}),
    ("UntagResource", {"ResourceArn": LAB, "TagKeys": ["a"]}),
    ("ListTagsForResource", {"ResourceArn": LAB}),
    ("DescribeFleets", {}),
    ("ListAssociatedFleets", {"StackName": "lab"}),
    ("ListAssociatedStacks", {"FleetName": "f"}),
    ("DescribeSessions", {"StackName": "lab", "FleetName": "f", "Limit": 20}),
    ("ExpireSession", {"SessionId": "s"}),
]


def main():
    model = botocore.session.Session().get_service_model("appstream")
    serializer = botocore.serialize.create_serializer("smithy-rpc-v2-cbor")
    vectors = []
    for operation, parameters in CALLS:
        made = serializer.serialize_to_request(parameters, model.operation_model(operation))
        url = "http://127.0.0.1:4566" + made["url_path"]
        request = AWSRequest(method=made["method"], url=url, data=made["body"], headers=made["headers"])
        FrozenAuth(USER, "appstream", "eu-west-1").add_auth(request)
        headers = [[name, value] for name, value in request.headers.items()] + [["Host", "127.0.0.1:4566"]]
        vectors.append({"operation": operation, "path": made["url_path"], "headers": headers,
                        "body": made["body"].hex(), "input": parameters})
    lines = ",\n".join(" " + json.dumps(vector, ensure_ascii=False) for vector in vectors)
    print(f"[\n{lines}\n]")


main()
