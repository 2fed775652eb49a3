# SPDX-License-Identifier: GPL-3.0-or-later
"""Lucene, by the small program beside this file."""
import glob
import json
import os
import subprocess

from peers import Build, Peer, first_line

JARS = ":".join(sorted(glob.glob("/usr/share/java/lucene-*.jar")))


class Lucene(Peer):
    name = "Lucene"
    packages = "liblucene8-java default-jdk-headless"
    programs = ("javac", "java")
    settings = ("StandardTokenizer, possessives, lower case, ASCII folding, Porter's stems, no stop words; one thread, 256 MB buffer; BM25, "
                "UnifiedHighlighter over offsets in the postings, all matches counted; queries after five passes to warm up")
    durability = "synced at the commit"
    stores = "id, title, body, people; positions and offsets of the last three; doc values of date and source"

    def missing(self):
        return super().missing() or ("" if JARS else f"no jars in /usr/share/java (Debian: {self.packages})")

    def version(self):
        core = next(jar for jar in JARS.split(":") if "lucene-core" in jar)
        return f"Lucene {os.path.basename(core)[len('lucene-core-'):-len('.jar')]}, {first_line('java', '--version')}"

    def _run(self, *arguments):
        classes = os.path.join(self.articles.folder, "classes")
        if not os.path.exists(classes):
            source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "LuceneProgram.java")
            subprocess.run(["javac", "-cp", JARS, "-d", classes, source], check=True)
        return ["java", "-cp", f"{classes}:{JARS}", "LuceneProgram", *arguments]

    def builds(self):
        return [Build(self.name, lambda into: self._run("index", self.articles.rows, into))]

    def add(self, into):
        return self._run("add", self.articles.more_rows, into)

    def answer(self, into, queries):
        by_tabs = queries + ".tabs"
        with open(queries, encoding="utf-8") as file, open(by_tabs, "w", encoding="utf-8") as out:
            for query in map(json.loads, file):
                out.write("\t".join((query["class"], query["asked"], " ".join(query["words"]))) + "\n")
        return self._run("answer", by_tabs, into)
