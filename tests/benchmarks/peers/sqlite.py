# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite's FTS5. As a program: sqlite.py LINES FILE puts the articles of LINES into the table, which it makes."""
import json
import os
import sqlite3
import sys

if __name__ != "__main__":
    from peers import Build, Peer

    class Sqlite(Peer):
        name = "SQLite FTS5"
        settings = ("tokenize = 'porter unicode61 remove_diacritics 2'; snippet() of 32 tokens, highlight(); ORDER BY rank LIMIT 10 "
                    "and count(*); filled by Python's sqlite3 in one transaction; asked from C++")
        durability = "journal_mode=delete, synchronous=full: synced at the commit"
        stores = "all columns; positions of title, body, people"

        def version(self):
            return "SQLite " + sqlite3.sqlite_version

        def _fill(self, lines, into):
            return [sys.executable, os.path.abspath(__file__), lines, os.path.join(into, "fts5")]

        def builds(self):
            return [Build(self.name, lambda into: self._fill(self.articles.lines, into))]

        def add(self, into):
            return self._fill(self.articles.more_lines, into)

        def answer(self, into, queries):
            return [os.path.join(self.options.build, "tests/benchmarks/answering"), "sqlite", os.path.join(into, "fts5"), queries]


def rows(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            yield (article.get("title", ""), article.get("body", ""), "; ".join(article.get("people", [])), article["id"],
                   article.get("published", ""), article.get("source", ""))


def fill(lines, path):
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE IF NOT EXISTS articles USING fts5(title, body, people, id UNINDEXED, published UNINDEXED,"
                     " source UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2')")
    with database:
        database.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", rows(lines))
    database.close()


if __name__ == "__main__":
    fill(*sys.argv[1:])
