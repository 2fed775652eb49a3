# SPDX-License-Identifier: GPL-3.0-or-later
"""The loop of a program that answers queries: once (or more often) to warm up, once by the clock."""
import json
import time


def run(path, answer, warm_ups=1):
    """`answer` takes a query (class, asked, words) and gives the total."""
    with open(path, encoding="utf-8") as file:
        queries = [json.loads(line) for line in file]
    for _ in range(warm_ups):
        for query in queries:
            answer(query)
    for query in queries:
        begin = time.monotonic()
        total = answer(query)
        print(json.dumps({"class": query["class"], "total": total, "ms": (time.monotonic() - begin) * 1e3}))
