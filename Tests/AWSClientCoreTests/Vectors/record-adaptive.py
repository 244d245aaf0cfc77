"""Writes adaptive.json: what the limiter of botocore 1.44.8's adaptive mode does with a course of events.

Run it with `python3 record-adaptive.py` where that version of botocore is installed. Each event is a time, and what
happened then: a request that is to be sent, an answer, or an answer that throttles. What comes out is the seconds to
wait (null: none) and the limit afterwards (null while nothing is held back). An event is [time, kind, wait, limit].
"""

import json
import pathlib
import random

import botocore
from botocore.exceptions import CapacityNotAvailableError
from botocore.retries import adaptive, bucket, throttling

assert botocore.__version__ == "1.44.8"


class Clock:
    def __init__(self, now):
        self.now = now

    def current_time(self):
        return self.now


class Detector:
    def is_throttling_error(self, is_throttling, **_):
        return is_throttling


def course(name, start, events):
    clock = Clock(start)
    tokens = bucket.TokenBucket(max_rate=1, clock=clock)
    limiter = adaptive.ClientRateLimiter(
        rate_adjustor=throttling.CubicCalculator(starting_max_rate=0, start_time=start),
        rate_clocker=adaptive.RateClocker(clock),
        token_bucket=tokens,
        throttling_detector=Detector(),
        clock=clock,
    )
    recorded = []
    for time, kind in events:
        clock.now = time
        wait = None
        if kind == "send" and limiter._enabled:
            try:
                tokens.acquire(block=False)
            except CapacityNotAvailableError:
                wait = tokens._sleep_amount(1)
        elif kind != "send":
            limiter.on_receiving_response(is_throttling=kind == "throttled")
        recorded.append([time, kind, wait, tokens.max_rate if limiter._enabled else None])
    return {"name": name, "start": start, "events": recorded}


def regular(start, interval, pattern):
    time = start
    for kind in pattern:
        time += interval
        yield time, "send"
        yield time + interval / 3, kind


def chance(seed, start, count, throttled):
    source = random.Random(seed)
    time = start
    for _ in range(count):
        time += source.expovariate(source.choice([0.5, 5, 50]))
        kind = source.choices(["send", "answered", "throttled"], [3, 3 * (1 - throttled), 3 * throttled])[0]
        yield time, kind


def main():
    answered, throttled = ["answered"], ["throttled"]
    courses = [
        course("never throttled", 0, list(regular(0, 0.1, answered * 30))),
        course("throttled at once", 0, list(regular(0, 0.1, throttled + answered * 40))),
        course("throttled once at ten a second", 0, list(regular(0, 0.1, answered * 30 + throttled + answered * 80))),
        course("throttled often", 100.25, list(regular(100.25, 0.05, (answered * 9 + throttled) * 12))),
        course("throttled without end", 7.9, list(regular(7.9, 0.2, answered * 10 + throttled * 40))),
        course("a long pause", 0, list(regular(0, 0.1, answered * 20 + throttled)) + list(regular(60, 0.5, answered * 40))),
        course("one a second", 1000.5, list(regular(1000.5, 1, answered * 5 + throttled + answered * 30))),
    ]
    for seed in range(9):
        start = seed * 13.37
        courses.append(course(f"chance {seed}", start, list(chance(seed, start, 100, [0.02, 0.2, 0.6][seed % 3]))))
    lines = ",\n".join(" " + json.dumps(course) for course in courses)
    pathlib.Path(__file__).with_name("adaptive.json").write_text(f"[\n{lines}\n]\n")


main()
