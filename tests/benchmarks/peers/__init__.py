# SPDX-License-Identifier: GPL-3.0-or-later
"""Who takes part in a comparison. Each module has one Peer; its commands are programs of their own, so that time, processor
and memory are measured alike for all."""
import contextlib
import shutil
import subprocess


class Build:
    """One way of filling an empty directory."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.command = command  # directory -> arguments
        self.environment = environment or {}


class Peer:
    name = ""
    packages = ""  # of Debian
    programs = ()  # that must be there
    settings = durability = stores = ""

    def __init__(self, options, articles):
        self.options = options
        self.articles = articles

    def missing(self):
        """What is missing, in words, or ""."""
        absent = [program for program in self.programs if not shutil.which(program)]
        return f"{', '.join(absent)} not found (Debian: {self.packages})" if absent else ""

    def version(self):
        raise NotImplementedError

    def prepare(self, into):
        """What is done before the clock starts."""

    def builds(self):
        """The last one's result is the one that is asked."""
        raise NotImplementedError

    def add(self, into):
        """The command that adds the articles' `more`."""
        raise NotImplementedError

    def answer(self, into, queries):
        """The command that answers the queries and prints a line of JSON for each: class, total, ms."""
        raise NotImplementedError

    @contextlib.contextmanager
    def ready(self, into):
        """While answers are asked for."""
        yield


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
