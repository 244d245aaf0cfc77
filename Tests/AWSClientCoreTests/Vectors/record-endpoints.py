"""Writes endpoints.json: the host that botocore 1.44.8 calls each service at, by Region and variant.

Run it with `python3 record-endpoints.py` where that version of botocore is installed. Where botocore refuses a
dual-stack host that its endpoint rule sets have, the host is null.
"""

import json
import pathlib

from botocore_calls import CALLS, Config, botocore, clean_environment, url_called

REGIONS = [
    "eu-west-1", "us-east-1", "ap-southeast-5", "mx-central-1", "mars-north-1", "us-gov-west-1", "cn-north-1",
    "eusc-de-east-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1",
]


def main():
    clean_environment("/nonexistent", {})
    session = botocore.session.Session()
    cases = []
    for service in CALLS:
        for region in REGIONS:
            for fips in [False, True]:
                for dual_stack in [False, True]:
                    config = Config(use_fips_endpoint=fips, use_dualstack_endpoint=dual_stack)
                    url = url_called(session, service, region_name=region, config=config).get("url")
                    cases.append({
                        "service": service, "region": region, "isFIPS": fips, "isDualStack": dual_stack,
                        "host": url and url.removeprefix("https://"),
                    })
    lines = ",\n".join(" " + json.dumps(case) for case in cases)
    pathlib.Path(__file__).with_name("endpoints.json").write_text(f"[\n{lines}\n]\n")


main()
