#!/usr/bin/env python3
"""Records which keys botocore finds on machines with given files and environments.

Run it again when a case is added; it needs botocore 1.44 (and nothing else) and writes credentials.json beside itself:

    python3 Tests/AWSClientCoreTests/Conformance/record-credentials.py

A case is a machine: the files in its home directory, the environment, and the profile that was chosen by hand. What is
recorded is the access key id, or the class of the exception, and the calls that were made on the way. Services are
answered here, in the way of the test target CredentialServices. "@HOME@" stands for the home directory.

Where the program differs on purpose, a case has a second outcome, "ours", and says why.
"""

import json
import os
import re
import tempfile
import urllib.parse

import botocore
import botocore.credentials
import botocore.httpsession
import botocore.session
import botocore.tokens
from botocore.awsrequest import AWSResponse
from botocore.utils import JSONFileCache

FAR = "2099-01-01T00:00:00Z"
PAST = "2001-01-01T00:00:00Z"
ENVIRONMENT = {"AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "s3cret"}
NO_INSTANCE = {"AWS_EC2_METADATA_DISABLED": "true"}
CONTAINER = {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/container/keys"}
ROLE = "arn:aws:iam::123456789012:role/"


def pair(name):
    return f"aws_access_key_id = {name}\naws_secret_access_key = s3cret\n"


def process(name, version="1", extra=""):
    text = f'{{"Version": {version}, "AccessKeyId": "{name}", "SecretAccessKey": "s3cret"{extra}}}'
    return f"credential_process = /bin/echo '{text}'\n"


def sso_token(end=FAR):
    return json.dumps({"accessToken": "sso-s3cret-1", "expiresAt": end})


def login(end=FAR, **changes):
    token = {"accessKeyId": "ASIALOGIN", "secretAccessKey": "s3cret", "sessionToken": "s3cret", "accountId": "1"}
    token["expiresAt"] = end
    session = {"accessToken": token, "refreshToken": "r", "clientId": "c", "dpopKey": PEM, "tokenType": "aws_sigv4"}
    session.update(changes)
    return json.dumps({k: v for k, v in session.items() if v is not None})


def cached(end=FAR):
    keys = {"AccessKeyId": "ASIACACHED", "SecretAccessKey": "s3cret", "SessionToken": "t", "Expiration": end}
    return json.dumps({"Credentials": keys})


# A key that was made for this file and protects nothing.
PEM = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKwANpa9n6gj49mhA
AvR8pRtw8/ZLdkgqKfvuoZnQsKyhRANCAARKjojYw5FJdmf29pIUdcX0XL8zNZPQ
n72qe/bYFwaEC3bTvM8cLeg7yuBLKH2x030A0hLRJgQ8AobvC1rbpYK/
-----END PRIVATE KEY-----
"""

SSO = "sso_account_id = 1\nsso_role_name = a\nsso_start_url = https://x/start\nsso_region = us-east-1\n"
SSO_FILE = ".aws/sso/cache/@SHA1:https://x/start@.json"
SESSION = "[sso-session corp]\nsso_start_url = https://x/start\nsso_region = us-east-1\n"
SESSION_FILE = ".aws/sso/cache/@SHA1:corp@.json"
LOGIN_FILE = ".aws/login/cache/@SHA256:ana@.json"
BASE = "[base]\n" + pair("AKIABASE")


def case(name, config="", keys="", environment=None, profile=None, files=None, instance=False, ours=None, because=None):
    all_files = dict(files or {})
    if config:
        all_files[".aws/config"] = config
    if keys:
        all_files[".aws/credentials"] = keys
    variables = {} if instance else dict(NO_INSTANCE)
    variables.update(environment or {})
    result = {"name": name, "files": all_files, "environment": variables, "profile": profile}
    if ours is not None:
        result["ours"] = ours
        result["because"] = because
    return result


def role(profile, source, more=""):
    return f"[profile {profile}]\nrole_arn = {ROLE}{profile}\n{source}\n{more}\n"


DIFFERS_EMPTY = "an empty setting counts as none, as an empty variable does"
ALL = "[default]\n" + pair("AKIACONFIG") + process("AKIAPROCESS") + "login_session = ana\n"

CASES = [
    case("nothing anywhere"),
    case("keys in the environment", environment=ENVIRONMENT),
    case("half a pair in the environment", environment={"AWS_ACCESS_KEY_ID": "AKIAENV"}),
    case("the other half in the environment", environment={"AWS_SECRET_ACCESS_KEY": "s"},
         ours={"error": "unusable"}, because="a secret without its id is a mistake that somebody wants to know of"),
    case("an empty id in the environment", keys="[default]\n" + pair("AKIAFILE"),
         environment={"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}),
    case("keys that have ended in the environment",
         environment={**ENVIRONMENT, "AWS_CREDENTIAL_EXPIRATION": PAST}),
    case("environment before files", keys="[default]\n" + pair("AKIAFILE"), environment=ENVIRONMENT),
    case("environment before AWS_PROFILE", keys="[x]\n" + pair("AKIAX"), environment={**ENVIRONMENT, "AWS_PROFILE": "x"}),
    case("environment not before a chosen profile", keys="[x]\n" + pair("AKIAX"), environment=ENVIRONMENT, profile="x"),
    case("environment not before a chosen default", keys="[default]\n" + pair("AKIAX"), environment=ENVIRONMENT,
         profile="default"),
    case("AWS_DEFAULT_PROFILE before AWS_PROFILE", keys="[x]\n" + pair("AKIAX") + "[y]\n" + pair("AKIAY"),
         environment={"AWS_PROFILE": "x", "AWS_DEFAULT_PROFILE": "y"}),
    case("a chosen profile before both", keys="[x]\n" + pair("AKIAX") + "[y]\n" + pair("AKIAY"),
         environment={"AWS_PROFILE": "x", "AWS_DEFAULT_PROFILE": "x"}, profile="y"),
    case("a profile that is not there", keys=BASE, profile="x"),
    case("a profile of the environment that is not there", keys=BASE, environment={"AWS_PROFILE": "x"}),
    case("a profile without keys", config="[profile x]\nregion = eu-west-1\n", profile="x"),
    case("credentials file before configuration file", config="[default]\n" + pair("AKIACONFIG"),
         keys="[default]\n" + pair("AKIAFILE")),
    case("keys in the configuration file", config="[profile x]\n" + pair("AKIACONFIG"), profile="x"),
    case("a section without profile in the configuration file", config="[x]\n" + pair("AKIACONFIG"), profile="x"),
    case("a quoted profile", config='[profile "night shift"]\n' + pair("AKIANIGHT"), profile="night shift"),
    case("half a pair in the credentials file", keys="[default]\naws_access_key_id = AKIAFILE\n",
         config="[default]\n" + pair("AKIACONFIG")),
    case("half a pair in the configuration file", config="[default]\naws_access_key_id = AKIAFILE\n"),
    case("halves in two files", config="[default]\naws_secret_access_key = s\n",
         keys="[default]\naws_access_key_id = AKIAFILE\n"),
    case("other files by variables", files={"a": "[default]\n" + pair("AKIAA"), "b": "[default]\nregion = eu-west-1\n"},
         environment={"AWS_SHARED_CREDENTIALS_FILE": "~/a", "AWS_CONFIG_FILE": "$HOME/b"}),
    case("upper-case keys", keys="[default]\nAWS_ACCESS_KEY_ID = AKIAUP\nAws_Secret_Access_Key = s\n"),
    case("a session section that comes twice", config="[profile x]\nregion = a\n[profile y]\n" + pair("AKIAY"), profile="y"),
    # Roles
    case("a role of a source profile", config=role("x", "source_profile = base"), keys=BASE, profile="x"),
    case("a role by AWS_PROFILE", config=role("x", "source_profile = base"), keys=BASE, environment={"AWS_PROFILE": "x"}),
    case("a role before keys of the same profile", config=role("x", "source_profile = base", pair("AKIAX")), keys=BASE,
         profile="x"),
    case("a role whose keys are its own", config=role("x", "source_profile = x", pair("AKIAX")), profile="x"),
    case("a role of itself without keys", config=role("x", "source_profile = x"), profile="x"),
    case("a chain of roles", config=role("x", "source_profile = y") + role("y", "source_profile = base"), keys=BASE,
         profile="x"),
    case("keys before a role in the middle of a chain",
         config=role("x", "source_profile = y") + role("y", "source_profile = base", pair("AKIAY")), keys=BASE, profile="x"),
    case("a loop", config=role("x", "source_profile = y") + role("y", "source_profile = x"), profile="x"),
    case("a longer loop", config=role("x", "source_profile = y") + role("y", "source_profile = z")
         + role("z", "source_profile = y"), profile="x"),
    case("a source that is not there", config=role("x", "source_profile = none"), profile="x"),
    case("a source without keys", config=role("x", "source_profile = y") + "[profile y]\nregion = eu-west-1\n", profile="x"),
    case("a source with half a pair", config=role("x", "source_profile = y"), keys="[y]\naws_access_key_id = A\n", profile="x"),
    case("neither source", config=role("x", ""), keys="[x]\n" + pair("AKIAX"), profile="x"),
    case("both sources", config=role("x", "source_profile = base\ncredential_source = Environment"), keys=BASE, profile="x"),
    case("an unknown credential_source", config=role("x", "credential_source = environment"), profile="x",
         environment=ENVIRONMENT),
    case("credential_source Environment", config=role("x", "credential_source = Environment"), profile="x",
         environment=ENVIRONMENT),
    case("credential_source Environment without any", config=role("x", "credential_source = Environment"), profile="x"),
    case("credential_source EcsContainer", config=role("x", "credential_source = EcsContainer"), profile="x",
         environment=CONTAINER),
    case("credential_source EcsContainer without one", config=role("x", "credential_source = EcsContainer"), profile="x"),
    case("credential_source Ec2InstanceMetadata", config=role("x", "credential_source = Ec2InstanceMetadata"), profile="x",
         instance=True),
    case("credential_source Ec2InstanceMetadata, switched off",
         config=role("x", "credential_source = Ec2InstanceMetadata"), profile="x"),
    case("the options of a role", keys=BASE, profile="x", config=role(
        "x", "source_profile = base", "role_session_name = ana\nexternal_id = e-1\nduration_seconds = 900\nmfa_serial = arn:aws:iam::1:mfa/ana")),
    case("a duration that is no number", keys=BASE, profile="x",
         config=role("x", "source_profile = base", "duration_seconds = long")),
    case("a role whose source is a program", config=role("x", "source_profile = y") + "[profile y]\n" + process("AKIAP"),
         profile="x"),
    case("a role whose source is IAM Identity Center", config=role("x", "source_profile = y") + "[profile y]\n" + SSO,
         files={SSO_FILE: sso_token()}, profile="x"),
    case("a role whose source is a web identity", profile="x", files={"token": "web-s3cret"}, config=role(
        "x", "source_profile = y") + f"[profile y]\nrole_arn = {ROLE}y\nweb_identity_token_file = @HOME@/token\n"),
    case("a role in the credentials file", keys=BASE + f"[x]\nrole_arn = {ROLE}x\nsource_profile = base\n", profile="x"),
    case("a source that the environment does not change", config=role("x", "source_profile = y") + "[profile y]\n"
         + pair("AKIAY"), profile="x", environment={"AWS_WEB_IDENTITY_TOKEN_FILE": "/none", "AWS_ROLE_ARN": "r"}),
    case("an empty role", config="[default]\nrole_arn =\nsource_profile = base\n" + pair("AKIAX"), keys=BASE,
         ours={"key": "AKIAX"}, because=DIFFERS_EMPTY),
    # The CLI's cache of roles
    case("a role in the CLI's cache", config=role("x", "source_profile = base"), keys=BASE, profile="x",
         files={".aws/cli/cache/@ROLE:x@.json": cached()}),
    case("a role in the CLI's cache that has ended", config=role("x", "source_profile = base"), keys=BASE, profile="x",
         files={".aws/cli/cache/@ROLE:x@.json": cached(PAST)}),
    case("a role with another external id in the CLI's cache", config=role("x", "source_profile = base", "external_id = e-1"),
         keys=BASE, profile="x", files={".aws/cli/cache/@ROLE:x@.json": cached()}),
    # Web identities
    case("a web identity in the environment", files={"token": "web-s3cret"}, environment={
        "AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/token", "AWS_ROLE_ARN": ROLE + "pod", "AWS_ROLE_SESSION_NAME": "pod"}),
    case("a web identity in a profile", files={"token": "web-s3cret"},
         config=f"[default]\nrole_arn = {ROLE}p\nweb_identity_token_file = @HOME@/token\n"),
    case("variables before the profile's web identity", files={"token": "web-s3cret"}, environment={"AWS_ROLE_ARN": ROLE + "pod"},
         config=f"[default]\nrole_arn = {ROLE}p\nweb_identity_token_file = @HOME@/token\n"),
    case("variables not before a chosen profile", files={"token": "web-s3cret"}, environment={"AWS_ROLE_ARN": ROLE + "pod"},
         config=f"[default]\nrole_arn = {ROLE}p\nweb_identity_token_file = @HOME@/token\n", profile="default"),
    case("a web identity before IAM Identity Center and keys", files={"token": "web-s3cret", SSO_FILE: sso_token()},
         config=f"[default]\nrole_arn = {ROLE}p\nweb_identity_token_file = @HOME@/token\n" + SSO + pair("AKIACONFIG")),
    case("a token file without a role", files={"token": "web-s3cret"}, keys="[default]\n" + pair("AKIAFILE"),
         environment={"AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/token"}),
    case("a token file that is not there", keys="[default]\n" + pair("AKIAFILE"),
         environment={"AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/none", "AWS_ROLE_ARN": ROLE + "pod"}),
    case("a token that STS does not know", files={"token": "wrong"},
         environment={"AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/token", "AWS_ROLE_ARN": ROLE + "pod"}),
    case("a web identity after keys in the environment", files={"token": "web-s3cret"}, environment={
        **ENVIRONMENT, "AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/token", "AWS_ROLE_ARN": ROLE + "pod"}),
    # IAM Identity Center
    case("IAM Identity Center", config="[default]\n" + SSO, files={SSO_FILE: sso_token()}),
    case("IAM Identity Center before keys", config="[default]\n" + SSO + pair("AKIACONFIG"),
         keys="[default]\n" + pair("AKIAFILE"), files={SSO_FILE: sso_token()}),
    case("a token that has ended", config="[default]\n" + SSO, files={SSO_FILE: sso_token(PAST)}),
    case("no token", config="[default]\n" + SSO + pair("AKIACONFIG")),
    case("a token that is none", config="[default]\n" + SSO, files={SSO_FILE: "{}"}),
    case("a session of IAM Identity Center", files={SESSION_FILE: sso_token()},
         config="[default]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = a\n" + SESSION),
    case("the token of a session is not that of its URL", files={SSO_FILE: sso_token()},
         config="[default]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = a\n" + SESSION),
    case("a session that is not there", config="[default]\nsso_session = none\nsso_account_id = 1\nsso_role_name = a\n"),
    case("a session that contradicts the profile",
         config="[default]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = a\nsso_region = r\n" + SESSION),
    case("half the settings", config="[default]\nsso_account_id = 1\n" + pair("AKIACONFIG")),
    case("a session alone", config="[default]\nsso_session = corp\n" + pair("AKIACONFIG") + SESSION),
    # aws login, programs, and what comes after
    case("a session of aws login", config="[default]\nlogin_session = ana\n", files={LOGIN_FILE: login()}),
    case("aws login before programs and the configuration file", config=ALL, files={LOGIN_FILE: login()}),
    case("the credentials file before aws login", config=ALL, keys="[default]\n" + pair("AKIAFILE"),
         files={LOGIN_FILE: login()}),
    case("no session of aws login", config=ALL),
    case("a session of aws login without a key", config=ALL, files={LOGIN_FILE: login(dpopKey=None)}),
    case("a session of aws login somewhere else", config=ALL, files={"s/@SHA256:ana@.json": login()},
         environment={"AWS_LOGIN_CACHE_DIRECTORY": "~/s"}),
    case("a program", config="[default]\n" + process("AKIAPROCESS")),
    case("a program before the configuration file", config="[default]\n" + process("AKIAPROCESS") + pair("AKIACONFIG")),
    case("the credentials file before a program", config="[default]\n" + process("AKIAPROCESS"),
         keys="[default]\n" + pair("AKIAFILE")),
    case("a program with another version", config="[default]\n" + process("AKIAPROCESS", version="2")),
    case("a program with half a pair", config="[default]\ncredential_process = /bin/echo '{\"Version\": 1, \"AccessKeyId\": \"A\"}'\n"),
    case("a program that writes no JSON", config="[default]\ncredential_process = /bin/echo no\n"),
    case("a program that fails", config="[default]\ncredential_process = /bin/false\n" + pair("AKIACONFIG")),
    case("a program whose words are quoted in several ways", config="[default]\ncredential_process = /bin/echo "
         '"{\\"Version\\": 1," \'"AccessKeyId":\' \\"AKIAWORDS\\", \'"SecretAccessKey": "s"}\'\n'),
    case("a program whose keys have ended",
         config="[default]\n" + process("AKIAPROCESS", extra=f', "SessionToken": "t", "Expiration": "{PAST}"')),
    case("a container", environment=CONTAINER),
    case("a container after files", environment=CONTAINER, config="[default]\n" + pair("AKIACONFIG")),
    case("a container before an instance", environment=CONTAINER, instance=True),
    case("a container's relative address", environment={"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/container/keys"}),
    case("a container's relative address before the full one",
         environment={"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/container/a",
                      "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/container/b"}),
    case("a container's address on another machine",
         environment={"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.com/container/keys"}),
    case("a container's address over TLS",
         environment={"AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://example.com/container/keys"}),
    case("a container's token with a line end", files={"token": "t\n"},
         environment={**CONTAINER, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "@HOME@/token"}),
    case("an instance", instance=True),
    case("an instance after files", instance=True, keys="[default]\n" + pair("AKIAFILE")),
    case("an instance for a chosen profile without keys", instance=True, config="[profile x]\nregion = eu-west-1\n", profile="x"),
]


class Body:
    def __init__(self, text):
        self.text = text

    def stream(self, *arguments, **options):
        yield self.text.encode()


CALLS = []


def answer(request):
    """The answer of the services that are pretended, as (status, text)."""
    url = urllib.parse.urlsplit(request.url)
    headers = {k.lower(): v.decode() if isinstance(v, bytes) else v for k, v in request.headers.items()}
    keys = {"AccessKeyId": "", "SecretAccessKey": "s3cret", "Token": "s3cret", "Expiration": FAR, "Code": "Success"}
    if url.hostname.startswith("sts."):
        form = dict(urllib.parse.parse_qsl(request.body if isinstance(request.body, str) else request.body.decode()))
        name = form["RoleArn"].split("/")[-1]
        options = "".join(
            f" {k}={form[k]}" for k in ("RoleSessionName", "ExternalId", "DurationSeconds", "SerialNumber") if k in form)
        signer = re.search("Credential=([^/]*)", headers.get("authorization", ""))
        CALLS.append(f"{form['Action']} {name}" + (f" as {signer.group(1)}" if signer else "") + options)
        if form["Action"] == "AssumeRoleWithWebIdentity" and form["WebIdentityToken"] != "web-s3cret":
            return 403, "<ErrorResponse><Error><Code>InvalidIdentityToken</Code></Error></ErrorResponse>"
        result = form["Action"] + "Result"
        return 200, (
            f"<{form['Action']}Response><{result}><Credentials><AccessKeyId>ASIA.role.{name}</AccessKeyId>"
            f"<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>{FAR}</Expiration>"
            f"</Credentials></{result}></{form['Action']}Response>")
    if url.hostname.startswith("portal.sso."):
        CALLS.append("GetRoleCredentials " + "&".join(sorted(url.query.split("&"))))
        return 200, json.dumps({"roleCredentials": {
            "accessKeyId": "ASIA.sso", "secretAccessKey": "s", "sessionToken": "t", "expiration": 4070908800000}})
    if url.path.startswith("/container/"):
        CALLS.append(f"GET {url.path[1:]}")
        return 200, json.dumps({**keys, "AccessKeyId": "ASIA.container"})
    if url.hostname == "169.254.169.254":
        CALLS.append(f"{request.method} {url.path[1:]}")
        if request.method == "PUT":
            return 200, "token"
        if url.path.endswith("/"):
            return 200, "web-server"
        return 200, json.dumps({**keys, "AccessKeyId": "ASIA.instance"})
    raise AssertionError(request.url)


def send(self, request):
    status, text = answer(request)
    return AWSResponse(request.url, status, {}, Body(text))


def digest(kind, text):
    import hashlib

    if kind == "ROLE":
        return botocore.credentials.AssumeRoleCredentialFetcher(None, None, ROLE + text)._cache_key
    return hashlib.new(kind.lower(), text.encode()).hexdigest()


def filled(text, home):
    text = text.replace("@HOME@", home)
    return re.sub("@(SHA1|SHA256|ROLE):([^@]*)@", lambda match: digest(match.group(1), match.group(2)), text)


def outcome(one):
    with tempfile.TemporaryDirectory() as home:
        for path, text in one["files"].items():
            place = os.path.join(home, path)
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "w") as file:
                file.write(filled(text, home))
        os.environ.clear()
        os.environ.update({"HOME": home, **{k: filled(v, home) for k, v in one["environment"].items()}})
        # These were worked out when the modules were loaded.
        tokens = os.path.join(home, ".aws/sso/cache")
        botocore.credentials.SSOProvider._SSO_TOKEN_CACHE_DIR = tokens
        botocore.tokens.SSOTokenProvider._SSO_TOKEN_CACHE_DIR = tokens
        CALLS.clear()
        try:
            session = botocore.session.Session(profile=one["profile"])
            session.set_config_variable("region", "eu-west-1")
            chain = session.get_component("credential_provider")
            # As awscli/customizations/assumerole.py does it.
            for name in ("assume-role", "assume-role-with-web-identity"):
                chain.get_provider(name).cache = JSONFileCache(os.path.join(home, ".aws/cli/cache"))
            chain.get_provider("assume-role")._prompter = lambda prompt: "123456-s3cret"
            credentials = chain.load_credentials()
            if credentials is None:
                return {"error": "NoCredentialsError"}
            return {"key": credentials.get_frozen_credentials().access_key}
        except Exception as error:
            return {"error": type(error).__name__}


def main():
    botocore.httpsession.URLLib3Session.send = send
    botocore.utils.ContainerMetadataFetcher.SLEEP_TIME = 0
    # Without awscrt botocore reads no sessions of "aws login" at all; for those that are still good it needs no more.
    botocore.credentials.EC = botocore.credentials.EC or object()
    for one in CASES:
        one["files"] = {filled(path, "@HOME@"): text for path, text in one["files"].items()}
        one["botocore"] = outcome(one)
        one["calls"] = [re.sub(r" RoleSessionName=botocore-session-\d+", "", call) for call in CALLS]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "credentials.json")
    with open(path, "w") as file:
        json.dump({"botocore": botocore.__version__, "cases": CASES}, file, indent=1, sort_keys=True)
        file.write("\n")
    for one in CASES:
        print(one["name"], "->", one["botocore"], one["calls"] or "")


main()
