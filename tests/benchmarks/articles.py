# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles of a comparison, in the shapes that the programs read."""
import json
import os

KEYS = ("id", "title", "body", "people", "published", "source")
EXTRA = 1000


class Articles:
    """Files of the same articles: `lines` (canonical JSON), `rows` (PostgreSQL's COPY text, in the order of KEYS, people
    joined by "; ") and `dump` (for scriptindex); `more_*` are EXTRA of them again, under other ids."""

    def __init__(self, paths, folder):
        self.folder = folder
        self.count = 0
        self.lines, self.rows, self.dump = self._files("")
        self.more_lines, self.more_rows, self.more_dump = self._files("more_")
        self._write(paths)
        self.bytes = os.path.getsize(self.lines)

    def _files(self, prefix):
        return tuple(os.path.join(self.folder, prefix + name) for name in ("articles.jsonl", "articles.rows", "articles.dump"))

    def _write(self, paths):
        with Shapes(self.lines, self.rows, self.dump) as all_of_them, \
                Shapes(self.more_lines, self.more_rows, self.more_dump) as more:
            for article in _read(paths):
                all_of_them.add(article)
                if self.count < EXTRA:
                    more.add({**article, "id": article["id"] + "-again"})
                self.count += 1


def _read(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                given = json.loads(line)
                article = {key: given[key] for key in (*KEYS, "language") if given.get(key)}
                if article.get("title") or article.get("body"):
                    yield article


class Shapes:
    def __init__(self, *paths):
        self.lines, self.rows, self.dump = (open(path, "w", encoding="utf-8") for path in paths)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for file in (self.lines, self.rows, self.dump):
            file.close()

    def add(self, article):
        self.lines.write(json.dumps(article, ensure_ascii=False) + "\n")
        flat = {**article, "people": "; ".join(article.get("people", []))}
        self.rows.write("\t".join(_escaped(flat.get(key, "")) for key in KEYS) + "\n")
        for key in ("id", "title", "body", "published", "source"):
            if article.get(key):
                self.dump.write(key + "=" + "\n=".join(article[key].splitlines()) + "\n")
        for person in article.get("people", []):
            self.dump.write("people=" + " ".join(person.split()) + "\n")
        self.dump.write("\n")


def _escaped(text):
    return (text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r").replace("\0", ""))
