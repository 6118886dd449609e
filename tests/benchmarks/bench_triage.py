"""How many messages a second do the rules judge, and how long does the worst one take?"""

from __future__ import annotations

import time

from desktop.triage import rules
from desktop.triage.engine import assess
from tests.triage import plain
from tests.triage.rubbish import RUBBISH

ROUNDS = 10


def main() -> None:
    began = time.perf_counter()
    rules.book()
    first = time.perf_counter()
    messages = [*plain.RED, *plain.NOT_RED]
    for text in messages:
        assess(text)
    warm = time.perf_counter()
    for _ in range(ROUNDS):
        for text in messages:
            assess(text)
    rate = ROUNDS * len(messages) / (time.perf_counter() - warm)
    print(f"triage, {rules.book().version}, {len(rules.book().rules)} rules")
    print(f"  reading the rules                          {(first - began) * 1000:7.0f} ms")
    print(
        f"  first pass, patterns compiled as needed    {(warm - first) * 1000:7.0f} ms, {len(messages)} messages"
    )
    print(f"  after that                                 {rate:7,.0f} messages/s")
    for name, text in RUBBISH.items():
        began = time.perf_counter()
        found = assess(text)
        taken = (time.perf_counter() - began) * 1000
        print(f"  {name:42} {taken:7.0f} ms   {len(text):,} characters, {found.priority}")


if __name__ == "__main__":
    main()
