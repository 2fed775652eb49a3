# SPDX-License-Identifier: GPL-3.0-or-later
"""Groonga. As a program: groonga.py index|add LINES DATABASE, or answer QUERIES DATABASE."""
import json
import os
import subprocess
import sys

PLUGIN = "/usr/lib/x86_64-linux-gnu/groonga/plugins/token_filters/stem.so"
SCHEMA = """table_create Sources TABLE_HASH_KEY ShortText
table_create Articles TABLE_HASH_KEY ShortText
column_create Articles title COLUMN_SCALAR Text
column_create Articles body COLUMN_SCALAR LongText
column_create Articles people COLUMN_SCALAR Text
column_create Articles published COLUMN_SCALAR ShortText
column_create Articles source COLUMN_SCALAR Sources
"""
INDEX = """plugin_register token_filters/stem
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --token_filters TokenFilterStem \
--normalizer 'NormalizerNFKC130("unify_alphabet_diacritical_mark", true)'
column_create Words articles COLUMN_INDEX|WITH_POSITION|WITH_SECTION Articles title,body,people
"""

if __name__ != "__main__":
    from peers import Build, Peer, first_line

    class Groonga(Peer):
        name = "Groonga"
        packages = "groonga-bin groonga-token-filter-stem"
        programs = ("groonga",)
        settings = ("TokenBigram (whole words for Latin letters), TokenFilterStem, NormalizerNFKC130 without diacritics; index made after the "
                    "load; highlight_html, snippet_html; asked over a pipe from Python")
        durability = "none: memory-mapped files, written back by the system"
        stores = "all columns; positions of title, body, people"

        def missing(self):
            return super().missing() or ("" if os.path.exists(PLUGIN) else f"{PLUGIN} not found (Debian: {self.packages})")

        def version(self):
            return first_line("groonga", "--version")

        def _run(self, what, data, into):
            return [sys.executable, os.path.abspath(__file__), what, data, os.path.join(into, "db")]

        def builds(self):
            return [Build(self.name, lambda into: self._run("index", self.articles.lines, into))]

        def add(self, into):
            return self._run("add", self.articles.more_lines, into)

        def answer(self, into, queries):
            return self._run("answer", queries, into)


def load(lines):
    yield "load --table Articles\n[\n"
    with open(lines, encoding="utf-8") as file:
        for number, line in enumerate(file):
            given = json.loads(line)
            article = {"_key": given["id"], "people": "; ".join(given.get("people", []))}
            article.update({key: given[key] for key in ("title", "body", "published", "source") if key in given})
            yield (",\n" if number else "") + json.dumps(article, ensure_ascii=False)
    yield "\n]\n"


def fill(what, lines, database):
    command = ["groonga", "-n", database] if what == "index" else ["groonga", database]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    parts = [SCHEMA, load(lines), INDEX] if what == "index" else [load(lines)]
    for part in parts:
        for text in [part] if isinstance(part, str) else part:
            process.stdin.write(text)
    said = process.communicate()[0]
    for answer in said.splitlines():
        if not answer.startswith("[[0,"):
            sys.exit("groonga: " + answer)


def command_of(query):
    words, asked = query["words"], query["asked"]
    text = {"any": " OR ", "phrase": " "}.get(asked, " ").join(words)
    if asked == "phrase":
        text = f'\\"{text}\\"'
    if asked == "prefix":
        text += "*"
    columns = "people" if asked == "person" else "title * 3 || people * 2 || body"
    order = "-published" if asked == "newest" else "-_score"
    facets = " --drilldowns[source].keys source --drilldowns[source].sort_keys -_nsubrecs --drilldowns[source].limit 10"
    # From its cache it would give every answer of the warm-up again.
    return (f'select Articles --cache no --match_columns "{columns}" --query "{text}" --sort_keys {order} --limit 10 --output_columns '
            '"_key,highlight_html(title),snippet_html(body),highlight_html(people)"' + (facets if asked == "facets" else "") + "\n")


def answer(queries, database):
    process = subprocess.Popen(["groonga", database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(query):
        process.stdin.write(command_of(query))
        process.stdin.flush()
        said = json.loads(process.stdout.readline())
        if said[0][0] != 0:
            sys.exit(f"groonga: {said[0]} for {command_of(query)}")
        return said[1][0][0][0]

    run(queries, ask)
    process.communicate()


if __name__ == "__main__":
    from queries import run

    if sys.argv[1] == "answer":
        answer(*sys.argv[2:])
    else:
        fill(*sys.argv[1:])
