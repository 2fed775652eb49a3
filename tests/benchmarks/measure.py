# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs run and measured: time, processor, memory, disk; and queries answered by one client or two."""
import collections
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

Usage = collections.namedtuple("Usage", "seconds processor peak disk")


def bytes_in(folder):
    return sum(os.lstat(os.path.join(at, name)).st_blocks * 512 for at, _, names in os.walk(folder) for name in names)


def run(command, environment, into):
    os.sync()
    begin = time.monotonic()
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Usage(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, bytes_in(into))


def empty(into):
    shutil.rmtree(into, ignore_errors=True)
    os.mkdir(into)


def built(peer, build, into):
    empty(into)
    peer.prepare(into)
    return run(build.command(into), build.environment, into)


def added_to(peer, build, archive, into):
    """1,000 more to a copy of the archive, which stays as it is."""
    shutil.rmtree(into, ignore_errors=True)
    subprocess.run(["cp", "-a", archive, into], check=True)
    return run(peer.add(into), build.environment, into)


def answers(peer, archive, queries, clients):
    """Of each client its lines: class, total, ms."""
    with peer.ready(archive):
        processes = [subprocess.Popen(peer.answer(archive, queries), stdout=subprocess.PIPE, text=True) for _ in range(clients)]
        outputs = [process.communicate()[0] for process in processes]
    if any(process.returncode for process in processes):
        sys.exit(f"{peer.name} did not answer the queries")
    return [[json.loads(line) for line in output.splitlines()] for output in outputs]


def median_of(usages):
    return Usage(*(statistics.median(column) for column in zip(*usages)))


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
