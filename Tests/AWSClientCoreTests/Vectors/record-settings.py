"""Writes settings.json: Region and endpoints that botocore 1.44.8 takes from options, environment and files.

Run it with `python3 record-settings.py` where that version of botocore is installed. Where the client core differs on
purpose, `here` has what it does instead, and `why` says why.
"""

import json
import os
import pathlib
import tempfile

from botocore_calls import CALLS, botocore, clean_environment, url_called

BASE = """[default]
region = eu-west-1
[profile ops]
region = eu-central-1
[profile empty]
"""
KEYS = "[default]\naws_access_key_id = AKID\naws_secret_access_key = s\n[legacy]\nregion = sa-east-1\n"
URLS = """[default]
region = eu-west-1
endpoint_url = https://profile.example.com
services = dev
[profile plain]
region = eu-west-1
[profile global]
region = eu-west-1
endpoint_url = https://global.example.com
[profile gone]
region = eu-west-1
services = gone
[profile ignoring]
region = eu-west-1
endpoint_url = https://global.example.com
ignore_configured_endpoint_urls = true
[services dev]
appstream =
  endpoint_url = https://appstream.example.com
sts =
  endpoint_url = https://sts.example.com
sso =
  endpoint_url = https://sso.example.com
sso_oidc =
  endpoint_url = https://oidc.example.com
signin =
  endpoint_url = https://signin.example.com
"""
PARTIAL = """[default]
region = eu-west-1
endpoint_url = https://profile.example.com
services = dev
[services dev]
sts =
  endpoint_url = https://sts.example.com
s3 =
  endpoint_url = https://s3.example.com
"""
FIPS = "[default]\nregion = us-east-1\nuse_fips_endpoint = true\n"
DUAL = "[default]\nregion = us-east-1\nuse_dualstack_endpoint = true\n"

REGION_WHY = "AWS_REGION counts as in every other SDK"
FIPS_WHY = "a custom endpoint together with FIPS or dual stack is an error, where botocore drops the wish for FIPS"
BOOLEAN_WHY = "a switch that is neither true nor false is an error, where botocore takes it for false"
PLAIN_WHY = "plain http to another machine is refused"
LOOPBACK_WHY = "an emulator on this machine answers for STS as well"


def case(name, env=None, config=BASE, credentials="", profile=None, region=None, endpoint=None, here=None, why=None):
    return {
        "name": name, "environment": env or {}, "config": config, "credentials": credentials, "profile": profile,
        "region": region, "endpoint": endpoint, "here": here, "why": why,
    }


def cases():
    yield case("region of the default profile")
    yield case("region option", region="ap-south-1")
    yield case("region option before AWS_DEFAULT_REGION", {"AWS_DEFAULT_REGION": "sa-east-1"}, region="ap-south-1")
    yield case("AWS_DEFAULT_REGION before the profile", {"AWS_DEFAULT_REGION": "sa-east-1"})
    yield case("empty AWS_DEFAULT_REGION", {"AWS_DEFAULT_REGION": ""},
               here={"region": "eu-west-1"}, why="an empty variable counts as absent")
    yield case("AWS_REGION", {"AWS_REGION": "sa-east-1"}, here={"region": "sa-east-1"}, why=REGION_WHY)
    yield case("AWS_REGION before AWS_DEFAULT_REGION", {"AWS_REGION": "sa-east-1", "AWS_DEFAULT_REGION": "ap-south-1"},
               here={"region": "sa-east-1"}, why=REGION_WHY)
    yield case("AWS_REGION without files", {"AWS_REGION": "sa-east-1"}, config="", here={"region": "sa-east-1"},
               why=REGION_WHY)
    yield case("no region", config="")
    yield case("no region in the profile", config=BASE, profile="empty")
    yield case("no region and no file", {"AWS_CONFIG_FILE": "/nonexistent"})
    yield case("bad region", region="eu west")
    yield case("region that is a host", region="a.example.com")
    yield case("region with a hyphen at its end", region="eu-west-")
    yield case("region of a partition unknown today", region="mars-north-1")
    yield case("region of China", region="cn-north-1")
    yield case("profile option", profile="ops")
    yield case("AWS_PROFILE", {"AWS_PROFILE": "ops"})
    yield case("AWS_DEFAULT_PROFILE", {"AWS_DEFAULT_PROFILE": "ops"})
    yield case("AWS_DEFAULT_PROFILE before AWS_PROFILE", {"AWS_PROFILE": "empty", "AWS_DEFAULT_PROFILE": "ops"})
    yield case("profile option before both", {"AWS_PROFILE": "empty", "AWS_DEFAULT_PROFILE": "empty"}, profile="ops")
    yield case("unknown profile option", profile="oops")
    yield case("unknown AWS_PROFILE", {"AWS_PROFILE": "oops"})
    yield case("named default profile that is not there", {"AWS_PROFILE": "default"}, config="[profile a]\nregion = x-y-1")
    yield case("profile of the credentials file only", config=BASE, credentials=KEYS, profile="legacy")
    yield case("credentials file before the configuration file", config=BASE,
               credentials="[ops]\nregion = us-west-2\n", profile="ops")
    yield case("AWS_CONFIG_FILE", {"AWS_CONFIG_FILE": "~/other"}, config="[default]\nregion = eu-west-3")
    yield case("profile with a space", config="[profile \"night shift\"]\nregion = eu-west-2", profile="night shift")
    yield case("region with a comment behind it", config="[default]\nregion = eu-west-1 # Ireland\n")

    yield case("services section", config=URLS)
    yield case("endpoint of the profile", config=URLS, profile="global")
    yield case("no endpoint set", config=URLS, profile="plain")
    yield case("services section for some", config=PARTIAL)
    yield case("services section that is not there", config=URLS, profile="gone")
    yield case("services section that is not there, and AWS_ENDPOINT_URL",
               {"AWS_ENDPOINT_URL": "https://all.example.com"}, config=URLS, profile="gone")
    yield case("AWS_ENDPOINT_URL before the files", {"AWS_ENDPOINT_URL": "https://all.example.com"}, config=URLS)
    yield case("empty AWS_ENDPOINT_URL", {"AWS_ENDPOINT_URL": ""}, config=URLS)
    yield case("endpoints of single services", {
        "AWS_ENDPOINT_URL": "https://all.example.com", "AWS_ENDPOINT_URL_APPSTREAM": "https://one.example.com",
        "AWS_ENDPOINT_URL_SSO_OIDC": "https://two.example.com:8443", "AWS_ENDPOINT_URL_SIGNIN": "https://three.example.com",
    }, config=URLS)
    yield case("names that are none", {
        "AWS_ENDPOINT_URL_APPSTREAM2": "https://a.example.com", "AWS_ENDPOINT_URL_SSOOIDC": "https://b.example.com",
        "AWS_ENDPOINT_URL_SSO-OIDC": "https://c.example.com",
    })
    yield case("endpoint option", {"AWS_ENDPOINT_URL": "https://all.example.com"}, config=URLS,
               endpoint="https://option.example.com")
    yield case("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
               {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "https://all.example.com"}, config=URLS)
    yield case("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS and the option",
               {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "TRUE"}, config=URLS, endpoint="https://option.example.com")
    yield case("ignore_configured_endpoint_urls", config=URLS, profile="ignoring")
    yield case("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS before the file",
               {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "false"}, config=URLS, profile="ignoring")
    yield case("http to another machine", {"AWS_ENDPOINT_URL": "http://all.example.com"}, config=BASE,
               here={"error": True}, why=PLAIN_WHY)
    yield case("endpoint that is no URL", config=BASE, endpoint="appstream.example.com")
    yield case("loopback", config=BASE, endpoint="http://127.0.0.1:4566",
               here={"sts": "http://127.0.0.1:4566"}, why=LOOPBACK_WHY)
    yield case("loopback, with STS elsewhere", {"AWS_ENDPOINT_URL_STS": "https://sts.example.com"}, config=BASE,
               endpoint="http://127.0.0.1:4566")

    yield case("use_fips_endpoint", config=FIPS)
    yield case("use_dualstack_endpoint", config=DUAL)
    yield case("AWS_USE_FIPS_ENDPOINT", {"AWS_USE_FIPS_ENDPOINT": "True"})
    yield case("AWS_USE_FIPS_ENDPOINT before the file", {"AWS_USE_FIPS_ENDPOINT": "false"}, config=FIPS)
    yield case("both", {"AWS_USE_FIPS_ENDPOINT": "true", "AWS_USE_DUALSTACK_ENDPOINT": "true"})
    yield case("FIPS in the government's partition", {"AWS_USE_FIPS_ENDPOINT": "true"}, region="us-gov-west-1")
    yield case("FIPS with an endpoint option", {"AWS_USE_FIPS_ENDPOINT": "true"}, endpoint="https://option.example.com",
               here={"error": True}, why=FIPS_WHY)
    yield case("FIPS with AWS_ENDPOINT_URL",
               {"AWS_USE_FIPS_ENDPOINT": "true", "AWS_ENDPOINT_URL": "https://all.example.com"},
               here={"error": True}, why=FIPS_WHY)
    yield case("dual stack with a services section", {"AWS_USE_DUALSTACK_ENDPOINT": "true"}, config=URLS,
               here={"error": True}, why=FIPS_WHY)
    yield case("a switch that is neither true nor false", {"AWS_USE_FIPS_ENDPOINT": "yes"},
               here={"error": True}, why=BOOLEAN_WHY)


def record(case):
    with tempfile.TemporaryDirectory() as home:
        folder = pathlib.Path(home, ".aws")
        folder.mkdir()
        for name, text in [("config", case["config"]), ("credentials", case["credentials"])]:
            folder.joinpath(name).write_text(text)
        pathlib.Path(home, "other").write_text(case["config"])
        clean_environment(home, case["environment"])
        session = botocore.session.Session(profile=case["profile"])
        options = {"region_name": case["region"], "endpoint_url": case["endpoint"]}
        called = {service: url_called(session, service, **options) for service in CALLS}
        try:
            region = case["region"] or session.get_config_variable("region")
        except Exception:
            region = None
    return {**case, "botocore": {"region": region, **called}}


def main():
    home = os.environ["HOME"]
    recorded = [record(case) for case in cases()]
    os.environ["HOME"] = home
    path = pathlib.Path(__file__).with_name("settings.json")
    path.write_text(json.dumps(recorded, indent=1) + "\n")


main()
