# SPDX-License-Identifier: GPL-3.0-or-later
"""Morgue itself, on one thread and on two."""
import os

from peers import Build, Peer, first_line


class Morgue(Peer):
    name = "Morgue"
    settings = "as it comes; --threads 1 and 2; queries in one process by one thread"
    durability = "all files synced before the swap that makes the archive current"
    stores = "the whole article; positions of title, body, people; vocabulary; stems' forms"

    def _index(self):
        return os.path.join(self.options.build, "indexer/morgue-index")

    def missing(self):
        return "" if os.path.exists(self._index()) else f"{self._index()} is not built (scripts/build release)"

    def version(self):
        return first_line(self._index(), "--version")

    def builds(self):
        def with_threads(threads):
            return lambda into: [self._index(), "-a", into, "--quiet", "--threads", threads, self.articles.lines]
        return [Build("Morgue, 1 thread", with_threads("1")), Build("Morgue, 2 threads", with_threads("2"))]

    def add(self, into):
        return [self._index(), "-a", into, "--quiet", "--threads", "1", self.articles.more_lines]

    def answer(self, into, queries):
        return [os.path.join(self.options.build, "tests/benchmarks/answering"), "morgue", into, queries]
