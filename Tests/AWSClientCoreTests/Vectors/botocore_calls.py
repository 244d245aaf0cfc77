"""Where botocore calls the services that the client core knows; for the scripts beside it."""

import os

import botocore
import botocore.session
from botocore.config import Config

assert botocore.__version__ == "1.44.8"

CALLS = {
    "appstream": ("describe_stacks", {}),
    "sts": ("get_caller_identity", {}),
    "sso": ("get_role_credentials", {"roleName": "r", "accountId": "1", "accessToken": "t"}),
    "sso-oidc": ("create_token", {"clientId": "a", "clientSecret": "b", "grantType": "c"}),
    "signin": (
        "create_o_auth2_token",
        {"tokenInput": {"clientId": "a", "grantType": "refresh_token", "refreshToken": "x"}},
    ),
}


class Stop(Exception):
    """Ends a call before anything is sent."""


def url_called(session, service, **options):
    """The scheme and host that `service` is called at, or the name of the error that stops it."""
    if service != "appstream":
        options.pop("endpoint_url", None)
    try:
        client = session.create_client(
            service, aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="secret", **options
        )
        seen = []

        def stop(request, **_):
            seen.append("/".join(request.url.split("/")[:3]))
            raise Stop

        client.meta.events.register("before-send", stop)
        operation, arguments = CALLS[service]
        try:
            getattr(client, operation)(**arguments)
        except Stop:
            pass
        return {"url": seen[0]}
    except Exception as error:  # what stopped botocore is what is recorded
        return {"error": type(error).__name__}


def clean_environment(home, variables):
    """Leaves nothing of AWS's or of proxies in the environment but `variables`."""
    for name in list(os.environ):
        if name.upper().startswith("AWS_") or name.upper().endswith("_PROXY"):
            del os.environ[name]
    os.environ["HOME"] = home
    os.environ.update(variables)


__all__ = ["CALLS", "Config", "botocore", "clean_environment", "url_called"]
