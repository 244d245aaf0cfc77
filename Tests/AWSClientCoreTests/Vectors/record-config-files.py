"""Writes config-files.json: configuration files as found in the wild, and what botocore 1.44.8 reads from them.

Run it with `PYTHONUTF8=1 python3 record-config-files.py` where that version of botocore is installed. A file that botocore refuses
has no reading; where it is read here all the same, on purpose, `alsoHere` says why.
"""

import json
import os
import pathlib
import tempfile

import botocore
from botocore import configloader, exceptions

assert botocore.__version__ == "1.44.8"

LENIENT = {
    "byte order mark": "a file saved by a Windows editor works",
    "duplicate section": "other SDKs merge it",
    "duplicate key": "other SDKs take the last one",
    "duplicate key in another case": "other SDKs take the last one",
}

CASES = {
    "empty": "",
    "only a comment": "# nothing here",
    "one section": "[default]\nregion = eu-west-1\noutput = json\n",
    "no final line end": "[default]\nregion = eu-west-1",
    "CRLF": "[default]\r\nregion = eu-west-1\r\ns3 =\r\n  a = b\r\n",
    "CR only": "[default]\rregion = eu-west-1\r",
    "mixed line ends": "[default]\r\nregion = eu-west-1\n[profile a]\r\nregion = x",
    "byte order mark": "\ufeff[default]\nregion = eu-west-1\n",
    "no spaces": "[default]\nregion=eu-west-1\n",
    "tabs": "[default]\n\tregion\t=\teu-west-1\t\n",
    "colon": "[default]\nregion: eu-west-1\n",
    "colon before equals": "[default]\nurl: https://x?a=b\n",
    "equals before colon": "[default]\nurl = https://x?a=b\n",
    "keys in capitals": "[default]\nRegion = EU-West-1\nAWS_ACCESS_KEY_ID = AKIDEXAMPLE\n",
    "empty value": "[default]\nregion =\noutput = json\n",
    "quoted value": "[default]\nregion = \"eu-west-1\"\n",
    "comments": "# a\n; b\n[default]\n# c\nregion = x\n  # d\noutput = json\n",
    "comment after a value": "[default]\nregion = eu-west-1 # Ireland\noutput = json ; text\n",
    "comment after a header": "[default] # the usual one\nregion = x\n",
    "bracket in the comment after a header": "[default] # see [other]\nregion = x\n",
    "text after a header": "[default] and more\nregion = x\n",
    "credential_process with a hash": "[default]\ncredential_process = /bin/keys --tag #7 --url https://x/#/home ; y\n",
    "header with blanks inside": "[ default ]\nregion = x\n[default]\nregion = y\n",
    "header with blanks around": "  [default]  \nregion = x\n",
    "header with a bracket": "[profile a]b]\nregion = x\n",
    "header without a name": "[default]\na = b\n[]\n",
    "header of blanks": "[ ]\nregion = x\n",
    "header that is not closed": "[default\nregion = x\n",
    "header that is not closed, later": "[default]\n[profile x\nregion = x\n",
    "header that is not closed, with an equals sign": "[default]\n[profile x = y\nregion = x\n",
    "profile with a space": "[profile \"night shift\"]\nregion = x\n[profile 'day shift']\nregion = y\n",
    "profile with an escaped space": "[profile night\\ shift]\nregion = x\n",
    "profile with many spaces": "[profile    ops  ]\nregion = x\n",
    "profile with a tab": "[profile\tops]\nregion = x\n",
    "profile of two words": "[profile night shift]\nregion = x\n",
    "profile with an apostrophe": "[profile ana's]\nregion = x\n[profile ops]\nregion = y\n",
    "profile without a name": "[profile]\nregion = x\n",
    "profile default": "[profile default]\nregion = x\n",
    "profile default before default": "[profile default]\nregion = x\n[default]\noutput = y\n",
    "default before profile default": "[default]\noutput = y\n[profile default]\nregion = x\n",
    "one profile in two ways": "[profile a]\nx = 1\ny = 1\n[profile \"a\"]\ny = 2\n",
    "prefix of a kind": "[profiles ops]\nregion = x\n[services-x y]\na = b\n",
    "section of another kind": "[preview]\nsdb = true\n[plugins]\ncli_legacy_plugin_path = /x\n[ops]\nregion = x\n",
    "names with signs": "[profile dev/Admin@1234.eu+x]\nregion = x\n",
    "name not in ASCII": "[profile Zürich]\nregion = naïve 日本\n",
    "DEFAULT in capitals": "[DEFAULT]\nregion = x\noutput = text\n[default]\noutput = json\n[profile a]\n",
    "only DEFAULT in capitals": "[DEFAULT]\nregion = x\n",
    "duplicate section": "[default]\na = 1\nb = 1\n[profile x]\n[default]\nb = 2\nc = 2\n",
    "duplicate key": "[default]\na = 1\na = 2\n",
    "duplicate key in another case": "[default]\nregion = x\nRegion = y\n",
    "nested": "[default]\ns3 =\n  max_concurrent_requests = 20\n  addressing_style = path\nregion = x\n",
    "nested with a blank line": "[default]\ns3 =\n\n  a = b\n\n  c = d\nregion = x\n",
    "nested with comments": "[default]\ns3 =\n  # one\n  a = b ; two\n# three\n  c = d\nregion = x\n",
    "nested with tabs": "[default]\ns3 =\n\ta = b\n\t\tc = d=e\nregion = x\n",
    "nested keys in capitals": "[default]\nS3 =\n  Addressing_Style = path\n",
    "nested with a colon": "[default]\ns3 =\n  a: b\n",
    "nested without a sign": "[default]\ns3 =\n  a = b\n  nonsense\n",
    "nested without a key": "[default]\ns3 =\n  = b\n",
    "nested and indented": "[default]\n  s3 =\n    a = b\n  region = x\n",
    "nested in services": "[services dev]\nappstream =\n  endpoint_url = https://a\nsso_oidc =\n  endpoint_url = https://b\n",
    "nested twice the same key": "[default]\ns3 =\n  a = 1\n  a = 2\n",
    "value on the next lines": "[default]\nscopes = one\n  two\n\tthree\nregion = x\n",
    "value on the next lines with a blank one": "[default]\nscopes = one\n\n  two\n\nregion = x\n",
    "value on the next lines with a comment": "[default]\nscopes = one\n  # two\n  three\n",
    "value and then nested": "[default]\ns3 = x\n  a = b\nregion = x\n",
    "blank lines with spaces": "[default]\n   \nregion = x\n \t \noutput = y\n",
    "indented keys": "[default]\n  region = x\n  output = json\n",
    "key indented more than the first": "[default]\nregion = x\n  output = json\n",
    "key indented less than the first": "[default]\n    region = x\n  output = json\n",
    "key indented under a header": "[default]\n region = x\noutput = json\n",
    "header indented under a key": "[default]\nregion = x\n  [profile a]\noutput = json\n",
    "sso-session": "[sso-session corp]\nsso_region = x\nsso_start_url = https://x.awsapps.com/start/#/\n",
    "key before any section": "region = x\n[default]\n",
    "line without a sign": "[default]\nregion\n",
    "line without a key": "[default]\n= x\n",
    "secret with signs": "[default]\naws_secret_access_key = a/b+c=d==:e#f;g%h\n",
    "percent signs": "[default]\na = %(region)s %% %\n",
    "form feed": "[default]\nregion\x0c=\x0cx\n",
    "no-break space": "[default]\nregion\u00a0=\u00a0x\u00a0\n",
    "combining mark after the sign": "[default]\nregion =\u0308x\n",
    "long value": "[default]\na = " + "x" * 5000 + "\n",
    "NUL": "[default]\na = x\0y\n",
}


def reading(text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "config")
        pathlib.Path(path).write_bytes(text.encode())
        try:
            raw = configloader.raw_config_parse(path)
            mapped = configloader.load_config(path)
        except exceptions.ConfigParseError:
            return None
    return {
        "sections": raw, "profiles": mapped["profiles"], "ssoSessions": mapped["sso_sessions"],
        "services": mapped["services"],
    }


def main():
    cases = [
        {"name": name, "text": text, "reading": reading(text), "alsoHere": LENIENT.get(name)}
        for name, text in CASES.items()
    ]
    path = pathlib.Path(__file__).with_name("config-files.json")
    path.write_text(json.dumps(cases, indent=1, ensure_ascii=True) + "\n")


main()
