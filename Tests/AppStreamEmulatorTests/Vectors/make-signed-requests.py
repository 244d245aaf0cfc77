#!/usr/bin/env python3
"""Signs requests with botocore (1.43.11) at a fixed moment, for the tests of the emulator's signature check.

Usage: make-signed-requests.py > signed-requests.json
"""
import datetime
import json

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

MOMENT = datetime.datetime(2026, 11, 22, 14, 2, 11, tzinfo=datetime.timezone.utc)
USER = Credentials("AKIAEMULATOR00000001", "EmulatorSecretKeyThatIsNotARealOne000001")
ROLE = Credentials(
    "ASIAEMULATOR00000002", "EmulatorSecretKeyThatIsNotARealOne000002", "EmulatorSessionTokenThatIsNotARealOne"
)
STRANGER = Credentials("AKIAEMULATOR00000001", "EmulatorSecretKeyThatIsNotARealOne00000X")


class FrozenAuth(botocore.auth.SigV4Auth):
    """Signs as of MOMENT, whatever the time is."""

    def add_auth(self, request):
        request.context["timestamp"] = MOMENT.strftime("%Y%m%dT%H%M%SZ")
        self._modify_request_before_signing(request)
        string_to_sign = self.string_to_sign(request, self.canonical_request(request))
        self._inject_signature_to_request(request, self.signature(string_to_sign, request))


def signed(name, credentials, service="appstream", region="eu-west-1", target=None, body="{}", good=True,
           url="http://127.0.0.1:4566/", method="POST", headers=()):
    request = AWSRequest(method=method, url=url, data=body.encode())
    if target:
        request.headers["Content-Type"] = "application/x-amz-json-1.1"
        request.headers["X-Amz-Target"] = "PhotonAdminProxyService." + target
    for key, value in headers:
        request.headers[key] = value
    FrozenAuth(credentials, service, region).add_auth(request)
    query = url.partition("?")[2]
    path = url.split("4566", 1)[-1].partition("?")[0] if "4566" in url else "/"
    host = url.split("/")[2]
    fields = [[key, value] for key, value in request.headers.items()] + [["Host", host]]
    return {"name": name, "service": service, "region": region, "good": good, "method": method, "path": path,
            "query": query, "headers": fields, "body": body}


FORM = (("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),)
WHO = "Action=GetCallerIdentity&Version=2011-06-15"
VECTORS = [
    signed("a list", USER, target="DescribeStacks"),
    signed("an empty body", USER, target="DescribeStacks", body=""),
    signed("a session token", ROLE, target="DescribeUsers", body='{"AuthenticationType": "USERPOOL"}'),
    signed("another Region", USER, region="us-gov-west-1", target="DescribeStacks"),
    signed("a host with the scheme's own port", USER, target="DescribeStacks", url="http://localhost/"),
    signed("a body beyond ASCII", USER, target="CreateUser",
           body='{"UserName": "山田.太郎@campus.example", "AuthenticationType": "USERPOOL"}'),
    signed("a long body", USER, target="BatchDisassociateUserStack", body=json.dumps({"UserStackAssociations": [
        {"StackName": "design", "UserName": f"user-{n}@campus.example", "AuthenticationType": "USERPOOL"}
        for n in range(25)]})),
    signed("a header with blanks inside", USER, target="DescribeStacks", headers=(("X-Amz-Meta", "a   b  c"),)),
    signed("a header beyond ASCII", USER, target="DescribeStacks", headers=(("X-Amz-Meta", "é"),)),
    signed("a form to STS", USER, service="sts", region="us-east-1", body=WHO, headers=FORM),
    signed("a query to STS", ROLE, service="sts", method="GET", body="", url="http://127.0.0.1:4566/?" + WHO),
    signed("a query out of order", USER, service="sts", method="GET", body="",
           url="http://127.0.0.1:4566/?b=2&a=%2F%20x&a=1&empty=&flag"),
    signed("a path with dots and blanks", USER, method="GET", body="",
           url="http://127.0.0.1:4566/a/./b/../c%20d/~e/"),
    signed("another secret", STRANGER, target="DescribeStacks", good=False),
    signed("another secret in a query", STRANGER, service="sts", method="GET", body="", good=False,
           url="http://127.0.0.1:4566/?" + WHO),
]
print(json.dumps(VECTORS, indent=1, ensure_ascii=False))
