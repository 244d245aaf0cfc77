"""Writes signer-vectors.json: requests, and the signatures that botocore 1.43.11 gives them.

Run it with `python3 make-signer-vectors.py` where that version of botocore is installed. The time is frozen, so the
same requests always give the same file.
"""

import base64
import datetime
import json
import pathlib

import botocore
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

assert botocore.__version__ == "1.43.11", botocore.__version__

KEY = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
TOKEN = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRq"
JSON = [["Content-Type", "application/x-amz-json-1.1"], ["X-Amz-Target", "PhotonAdminProxyService.DescribeStacks"]]
APPSTREAM = "https://appstream2.eu-west-1.amazonaws.com"


def case(name, url=APPSTREAM + "/", headers=None, body=b"{}", method="POST", region="eu-west-1", service="appstream",
         token=None, at="2026-11-22T14:02:15", key=KEY):
    return {
        "name": name, "method": method, "url": url, "headers": JSON if headers is None else headers, "body": body,
        "region": region, "service": service, "token": token, "at": at, "key": key,
    }


def cases():
    yield case("JSON call")
    yield case("JSON call with a session token", token=TOKEN)
    yield case("empty body", body=b"")
    yield case("no headers", headers=[])
    yield case("no headers, empty body, session token", headers=[], body=b"", token=TOKEN)
    yield case("GET", method="GET", headers=[], body=b"")
    yield case("PUT", method="PUT")
    yield case("DELETE", method="DELETE", headers=[], body=b"")

    for name, body in [
        ("accented", '{"StackName":"Zürich – naïve"}'), ("Japanese", '{"UserName":"日本語@example.com"}'),
        ("emoji", '{"UserName":"👩‍👩‍👧@example.com"}'), ("combining", '{"UserName":"e\u0301@example.com"}'),
        ("right to left", '{"Description":"שלום \u202eabc"}'), ("escapes", '{"a":"\\u0000\\n\\"\\\\"}'),
        ("trailing line break", '{}\n'), ("white space only", ' \t\r\n'),
    ]:
        yield case(f"body: {name}", body=body.encode())
    yield case("body: bytes that are no UTF-8", body=bytes(range(256)))
    yield case("body: 10,000 bytes", body=b"0123456789" * 1_000)
    yield case("body: one zero byte", body=b"\0")

    for name, value in [
        ("spaces inside", "a   b    c"), ("spaces around", "   a b   "), ("tabs", "\ta\t\tb\t"), ("empty", ""),
        ("only spaces", "    "), ("quoted spaces", '"a   b"'), ("folded", "first\n  second\n\tthird"),
        ("non-ASCII", "Zürich – naïve 日本"), ("commas", "a,b ,  c"), ("colon", "a: b"), ("equals sign", "a=b;c=d"),
        ("long", "x" * 2_000),
    ]:
        yield case(f"header value: {name}", headers=JSON + [["X-Amz-Meta-Note", value]])
    yield case("header: twice", headers=JSON + [["X-Twice", "b"], ["X-Twice", "a"]])
    yield case("header: twice in two cases", headers=JSON + [["X-Twice", "b"], ["x-twice", "  a  a "]])
    yield case("header: three times, one empty", headers=JSON + [["X-Many", "1"], ["X-Many", ""], ["X-Many", "3"]])
    yield case("header: order does not count", headers=[["X-Z", "1"], ["X-A", "2"], ["Content-Type", "text/plain"]])
    yield case("header: names that share a beginning", headers=[["X-A", "1"], ["X-A-B", "2"], ["X-AB", "3"]])
    yield case("header: names with digits and signs", headers=[["X-1", "1"], ["X_1", "2"], ["X.1", "3"], ["X~1", "4"]])
    yield case("header: names in capitals", headers=[["CONTENT-TYPE", "text/plain"], ["X-AMZ-TARGET", "A.B"]])
    yield case("header: User-Agent is not signed", headers=JSON + [["User-Agent", "appstream-console/1.0"]])
    yield case("header: those that proxies change are not signed", headers=JSON + [
        ["Expect", "100-continue"], ["X-Amzn-Trace-Id", "Root=1-5e1b4151"], ["Transfer-Encoding", "identity"]])
    yield case("header: Host given", headers=JSON + [["Host", "signed.example.com"]])
    yield case("header: Content-Length is signed when it is there", headers=JSON + [["Content-Length", "2"]])
    yield case("header: signed before", headers=JSON + [
        ["Authorization", "AWS4-HMAC-SHA256 Credential=old"], ["X-Amz-Date", "20200101T000000Z"],
        ["X-Amz-Security-Token", "old"]], token=TOKEN)

    for query in [
        "a=1", "b=2&a=1", "a=2&a=1", "a=10&a=9", "a", "a=", "=a", "a&b", "a=b=c", "a==", "A=1&a=2&B=3",
        "a-b=1&ab=2&a=3",
        "a=%20", "a=+", "a=%2B", "a=%2f&b=%2F", "a=%E6%97%A5", "%61=1", "a%20b=1&a=2", "a=1&", "&a=1", "a=1&&b=2", "&",
        "Action=GetCallerIdentity&Version=2011-06-15", "a=~-_.", "a=!*'()", "a=/?:@", "aa=1&a=1&a0=1", "a=%7E",
    ]:
        yield case(f"query: {query}", url=f"{APPSTREAM}/?{query}", method="GET", headers=[], body=b"")
    yield case("query with a JSON call", url=f"{APPSTREAM}/?x=1")

    for path in [
        "/a", "/a/", "/a/b", "/a//b", "//", "//a", "/a//", "/.", "/./", "/..", "/../", "/a/.", "/a/./b", "/a/..",
        "/a/../", "/a/../b", "/a/b/../../c", "/../../a", "/a/.../b", "/a/.b/..c", "/%20", "/a%20b", "/%2F", "/a%2Fb/",
        "/%2e%2e/a", "/%E6%97%A5%E6%9C%AC", "/~user", "/a:b@c", "/a+b", "/a,b;c=d", "/!$&'()*",
        "/(x)/[y]", "/%25", "/a%2520b",
    ]:
        yield case(f"path: {path}", url=APPSTREAM + path)
    yield case("no path", url=APPSTREAM)

    for url in [
        "http://127.0.0.1:8080/", "http://localhost:4566/", "https://localhost/", "http://localhost/",
        "https://localhost:443/", "http://localhost:80/", "https://localhost:80/", "http://localhost:443/",
        "http://[::1]:8080/", "https://[::1]/", "https://APPSTREAM2.Eu-West-1.AmazonAWS.com/",
        "https://vpce-0123.appstream2.eu-west-1.vpce.amazonaws.com:8443/base/",
    ]:
        yield case(f"address: {url}", url=url)

    for region in ["us-east-1", "us-gov-west-1", "cn-north-1", "ap-southeast-5", "eusc-de-east-1", "us-isob-east-1"]:
        yield case(f"Region: {region}", url=f"https://appstream2.{region}.amazonaws.com/", region=region)
    form = [["Content-Type", "application/x-www-form-urlencoded; charset=utf-8"]]
    for service in ["sts", "sso", "signin", "s4", "execute-api"]:
        yield case(f"service: {service}", url=f"https://{service}.eu-west-1.amazonaws.com/", service=service,
                   headers=form, body=b"Action=GetCallerIdentity&Version=2011-06-15", token=TOKEN)

    for at in ["2000-01-01T00:00:00", "2024-02-29T23:59:59", "2026-12-31T23:59:59", "2027-01-01T00:00:00",
               "2038-01-19T03:14:08"]:
        yield case(f"time: {at}", at=at)
    yield case("secret key with signs", key=("AKIDEXAMPLE", "+/=+/=" * 6 + "abcd"))
    yield case("secret key that is long", key=("ASIAEXAMPLE", "k" * 200), token=TOKEN)


def signed(case):
    moment = datetime.datetime.fromisoformat(case["at"])
    botocore.auth.get_current_datetime = lambda *_, **__: moment
    request = AWSRequest(method=case["method"], url=case["url"], data=case["body"])
    for name, value in case["headers"]:
        request.headers.add_header(name, value)
    signer = botocore.auth.SigV4Auth(Credentials(*case["key"], case["token"]), case["service"], case["region"])
    canonical = []
    original = signer.canonical_request
    signer.canonical_request = lambda r: canonical.append(original(r)) or canonical[-1]
    signer.add_auth(request)
    vector = {name: case[name] for name in ("name", "method", "url", "headers", "region", "service", "at")}
    vector["body"] = base64.b64encode(case["body"]).decode()
    vector["accessKeyID"], vector["secretAccessKey"] = case["key"]
    vector["sessionToken"] = case["token"]
    vector["canonicalRequest"] = canonical[0]
    vector["authorization"] = request.headers["Authorization"]
    return vector


vectors = [signed(case) for case in cases()]
assert len({vector["name"] for vector in vectors}) == len(vectors)
target = pathlib.Path(__file__).with_name("signer-vectors.json")
target.write_text(json.dumps(vectors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(f"{len(vectors)} vectors")
