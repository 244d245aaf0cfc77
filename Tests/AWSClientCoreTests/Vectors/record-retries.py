"""Writes retries.json: what botocore 1.44.8 does after which answers, under the rules of 2026.

Run it with `AWS_NEW_RETRIES_2026=true python3 record-retries.py` where that version of botocore is installed. Chance is
taken out: every delay is as long as it can be. A case is a list of calls on one client, and a call is a list of
answers; what botocore does is, for each call, the delays it waited and the retry quota that was left. Where the client
core differs on purpose, `here` has what it does instead, and `why` says why.
"""

import inspect
import json
import pathlib

from botocore_calls import botocore, clean_environment

import botocore.endpoint
import botocore.session
from botocore import exceptions
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.configprovider import NEW_RETRIES_ENABLED
from botocore.retries import quota, standard

assert NEW_RETRIES_ENABLED

THROTTLING = standard.ThrottledRetryableChecker._THROTTLED_ERROR_CODES
TRANSIENT = standard.TransientRetryableChecker._TRANSIENT_ERROR_CODES
OTHER = [
    "AccessDeniedException", "AuthFailure", "ConcurrentModificationException", "ExpiredTokenException", "InternalFailure",
    "InvalidParameterCombinationException", "InvalidSignatureException", "OperationNotPermittedException",
    "RequestExpired", "RequestInTheFuture", "RequestLimitExceededException", "RequestTimeTooSkewed",
    "ResourceNotFoundException", "ServiceUnavailable", "SignatureDoesNotMatch", "UnrecognizedClientException",
]
STATUSES = [302, 400, 401, 403, 404, 408, 409, 413, 429, 500, 501, 502, 503, 504, 505, 507, 509]
EXCEPTIONS = {
    "cannotConnect": exceptions.EndpointConnectionError(endpoint_url="x"),
    "connectTimedOut": exceptions.ConnectTimeoutError(endpoint_url="x"),
    "responseTimedOut": exceptions.ReadTimeoutError(endpoint_url="x"),
    "connectionLost": exceptions.ConnectionClosedError(endpoint_url="x"),
    "untrusted": exceptions.SSLError(endpoint_url="x", error="y"),
    "proxyRefused": exceptions.ProxyConnectionError(proxy_url="x"),
}
QUOTA_WHY = "in AppStream it is an account's quota, which waiting does not raise"
NOT_PASSING_WHY = "a certificate or a proxy's refusal does not change by asking again, and may lock an account"
HANG_WHY = "a service that hangs is given up after three attempts, so that it is reported in good time"


def code(name, status=400, hint=None):
    return {"code": name, "status": status, **({"hint": hint} if hint is not None else {})}


def status(number):
    return {"status": number}


def lost(kind):
    return {"lost": kind}


OK = {"status": 200}


def case(name, *calls, attempts=None, here=None, why=None):
    return {"name": name, "calls": [list(call) for call in calls], "attempts": attempts, "here": here, "why": why}


def cases():
    yield case("success", [OK])
    for name in THROTTLING:
        differs = {}
        if name == "LimitExceededException":
            differs = {"here": [{"delays": [], "quota": 500}], "why": QUOTA_WHY}
        yield case(f"code {name}", [code(name)] * 3, **differs)
    for name in [name for name in TRANSIENT if name not in THROTTLING] + OTHER:
        yield case(f"code {name}", [code(name)] * 3)
        yield case(f"code {name} with status 500", [code(name, 500)] * 3)
    for number in STATUSES:
        yield case(f"status {number}", [status(number)] * 3)
    for kind in EXCEPTIONS:
        differs = {}
        if kind in ["untrusted", "proxyRefused"]:
            differs = {"here": [{"delays": [], "quota": 500}], "why": NOT_PASSING_WHY}
        yield case(f"no answer: {kind}", [lost(kind)] * 3, **differs)
    yield case("throttled once", [code("ThrottlingException"), OK])
    yield case("throttled twice", [code("ThrottlingException")] * 2 + [OK])
    yield case("lost once", [lost("connectionLost"), OK])
    yield case("lost twice", [lost("connectionLost")] * 2 + [OK])
    yield case("throttled, then lost", [code("SlowDown"), lost("responseTimedOut"), OK])
    yield case("lost, then throttled", [status(503), code("SlowDown"), OK])
    yield case("throttle code with status 503", [code("ThrottlingException", 503), OK])
    yield case("code with a namespace", [code("com.amazon.coral.availability#ThrottlingException"), OK])
    yield case("quota refilled by clean calls", [code("SlowDown")] * 3, [OK], [OK], [OK])
    yield case("quota used up by throttling", *[[code("SlowDown")] * 3 for _ in range(51)], [code("SlowDown"), OK])
    yield case("quota used up by faults", *[[status(500)] * 3 for _ in range(18)], [status(500), OK], [OK])
    for number in [1, 2, 4, 8]:
        yield case(f"{number} attempts, throttled", [code("SlowDown")] * number, attempts=number)
        yield case(f"{number} attempts, faults", [status(502)] * number, attempts=number)
    yield case("12 attempts, faults, then success", [status(502)] * 11 + [OK], attempts=12)
    yield case("5 attempts, hanging", [lost("responseTimedOut")] * 5, attempts=5,
               here=[{"delays": [0.05, 0.1], "quota": 472}], why=HANG_WHY)
    for hint in ["0", "10", "50", "500", "1500", "5049", "5050", "5051", "90000", "-1", "soon", "", "1.5"]:
        yield case(f"hint {hint!r} after a fault", [code("InternalFailure", 500, hint), OK])
        yield case(f"hint {hint!r} after throttling", [code("SlowDown", 400, hint), OK])
    yield case("hint without a retry", [code("AccessDeniedException", 400, "500"), OK])


class Body:
    def __init__(self, text):
        self.text = text.encode()

    def stream(self, **_):
        yield self.text


def answer(step, url):
    if "lost" in step:
        raise EXCEPTIONS[step["lost"]]
    headers = {"x-amz-retry-after": step["hint"]} if "hint" in step else {}
    name = step.get("code")
    text = json.dumps({"__type": name, "message": ""}) if name else ("{}" if step["status"] == 200 else "")
    return AWSResponse(url, step["status"], headers, Body(text))


def record(case):
    clean_environment("/nonexistent", {})
    tokens = quota.RetryQuota()
    quota.RetryQuota, original = (lambda: tokens), quota.RetryQuota
    retries = {"mode": "standard", **({"total_max_attempts": case["attempts"]} if case["attempts"] else {})}
    client = botocore.session.Session().create_client(
        "appstream", region_name="eu-west-1", aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="secret",
        config=Config(retries=retries),
    )
    quota.RetryQuota = original
    delays, steps = [], []
    botocore.endpoint.time.sleep = delays.append
    client.meta.events.register("before-send", lambda request, **_: answer(steps.pop(0), request.url))
    outcome = []
    for call in case["calls"]:
        steps[:] = call
        delays.clear()
        try:
            client.describe_stacks()
        except Exception:
            pass
        outcome.append({"delays": [round(delay, 9) for delay in delays], "quota": tokens.available_capacity})
    return {**case, "botocore": outcome}


def main():
    # The default of `random` was bound when botocore was loaded.
    names = list(inspect.signature(standard.ExponentialBackoff.__init__).parameters)[1:]
    defaults = list(standard.ExponentialBackoff.__init__.__defaults__)
    defaults[names.index("random")] = lambda: 1.0
    standard.ExponentialBackoff.__init__.__defaults__ = tuple(defaults)
    recorded = [record(case) for case in cases()]
    lines = ",\n".join(" " + json.dumps(case) for case in recorded)
    pathlib.Path(__file__).with_name("retries.json").write_text(f"[\n{lines}\n]\n")


main()
