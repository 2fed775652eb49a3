# SPDX-License-Identifier: GPL-3.0-or-later
"""Xapian as its own tools use it: Omega's scriptindex, and its QueryParser and snippets for the answers."""
import os

from peers import Build, Peer, first_line

SCRIPT = """id : unique=Q boolean=Q field
title : index=S index field
body : index field
people : index=XP index field
published : value=0 field
source : value=1 field
"""
THRESHOLD = "1000"


class Scriptindex(Peer):
    name = "Xapian Omega"
    packages = "xapian-omega"
    programs = ("scriptindex",)
    settings = (f"scriptindex -s english, XAPIAN_FLUSH_THRESHOLD={THRESHOLD} (with the usual 10,000 it takes longer); QueryParser with "
                "STEM_SOME and MSet::snippet of 200 bytes, asked from C++")
    durability = "each commit synced"
    stores = "all fields; positions of title, body, people"

    def version(self):
        return first_line("scriptindex", "--version")

    def _run(self, dump, into):
        script = os.path.join(self.articles.folder, "script")
        if not os.path.exists(script):
            with open(script, "w", encoding="utf-8") as file:
                file.write(SCRIPT)
        return ["scriptindex", "-s", "english", into, script, dump]

    def builds(self):
        return [Build(self.name, lambda into: self._run(self.articles.dump, into), {"XAPIAN_FLUSH_THRESHOLD": THRESHOLD})]

    def add(self, into):
        return self._run(self.articles.more_dump, into)

    def answer(self, into, queries):
        return [os.path.join(self.options.build, "tests/benchmarks/answering"), "xapian", into, queries]
