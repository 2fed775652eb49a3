# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL's full text search. As a program: postgresql.py index|add ROWS CLUSTER, or answer QUERIES CLUSTER."""
import contextlib
import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time

try:
    import psycopg2
except ImportError:
    psycopg2 = None

PROGRAMS = max(glob.glob("/usr/lib/postgresql/*/bin"), default="", key=lambda path: int(path.split("/")[-2]))
OWNER = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name  # it refuses to be root
# As `english`, but with every word: the other programs have no stop words either.
CONFIGURATION = """
CREATE TEXT SEARCH DICTIONARY all_words (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION news (COPY = english);
ALTER TEXT SEARCH CONFIGURATION news ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
    WITH all_words;
CREATE TABLE articles (id text PRIMARY KEY, title text, body text, people text, published text, source text,
    words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('news', title), 'A') || setweight(to_tsvector('news', people), 'B')
        || to_tsvector('news', body)) STORED);
"""
COPY = "COPY articles (id, title, body, people, published, source) FROM STDIN"
BEST = """SELECT id, ts_headline('news', title, query, 'HighlightAll=true'),
    ts_headline('news', body, query, 'MaxFragments=1, MaxWords=35, MinWords=25'),
    ts_headline('news', people, query, 'HighlightAll=true')
FROM (SELECT id, title, body, people, query FROM articles, to_tsquery('news', %s) query
    WHERE words @@ query ORDER BY {order} LIMIT 10) best"""
RANKED, NEWEST = BEST.format(order="ts_rank(words, query) DESC"), BEST.format(order="published DESC")
COUNT = "SELECT count(*) FROM articles WHERE words @@ to_tsquery('news', %s)"
SOURCES = """SELECT source, count(*) FROM articles WHERE words @@ to_tsquery('news', %s)
GROUP BY source ORDER BY 2 DESC LIMIT 10"""

if __name__ != "__main__":
    from peers import Build, Peer, first_line

    class Postgresql(Peer):
        name = "PostgreSQL"
        packages = "postgresql python3-psycopg2"
        settings = ("a stored tsvector column under GIN, snowball English without stop words; shared_buffers 512 MB, maintenance_work_mem "
                    "256 MB, max_wal_size 4 GB; ts_rank, ts_headline, count(*); asked over a Unix socket from Python")
        durability = "fsync on, write-ahead log, checkpoint at the end"
        stores = "all columns and the tsvector, with positions up to 16,383"

        def missing(self):
            absent = [what for what, there in (("postgres", PROGRAMS), ("psycopg2", psycopg2)) if not there]
            return f"{', '.join(absent)} not found (Debian: {self.packages})" if absent else ""

        def version(self):
            return first_line(f"{PROGRAMS}/postgres", "--version")

        def prepare(self, into):
            shutil.chown(into, OWNER)
            subprocess.run([f"{PROGRAMS}/initdb", "-D", f"{into}/cluster", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], user=OWNER,
                           cwd="/", check=True, stdout=subprocess.DEVNULL)

        def _run(self, what, data, into):
            return [sys.executable, os.path.abspath(__file__), what, data, into]

        def builds(self):
            return [Build(self.name, lambda into: self._run("index", self.articles.rows, into))]

        def add(self, into):
            return self._run("add", self.articles.more_rows, into)

        def answer(self, into, queries):
            return self._run("answer", queries, into)

        @contextlib.contextmanager
        def ready(self, into):
            with server(into):
                yield


@contextlib.contextmanager
def server(into):
    settings = {"unix_socket_directories": into, "listen_addresses": "", "shared_buffers": "512MB", "maintenance_work_mem": "256MB",
                "max_wal_size": "4GB", "jit": "off"}
    command = [f"{PROGRAMS}/postgres", "-D", f"{into}/cluster"]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    process = subprocess.Popen(command, user=OWNER, cwd="/", stderr=subprocess.DEVNULL)
    try:
        connected(into).close()
        yield
    finally:
        process.send_signal(signal.SIGINT)  # waits for no client
        process.wait()


def connected(into):
    for _ in range(300):
        try:
            connection = psycopg2.connect(host=into, user=OWNER, dbname="postgres")
            connection.autocommit = True
            return connection
        except psycopg2.OperationalError:
            time.sleep(0.1)
    sys.exit("postgres does not start")


def fill(what, rows, into):
    with server(into):
        cursor = connected(into).cursor()
        if what == "index":
            cursor.execute(CONFIGURATION)
        with open(rows, encoding="utf-8") as file:
            cursor.copy_expert(COPY, file)
        if what == "index":
            cursor.execute("CREATE INDEX ON articles USING gin (words)")
            cursor.execute("ANALYZE articles")
        cursor.execute("CHECKPOINT")


def query_text(query):
    words, asked = query["words"], query["asked"]
    if asked == "prefix":
        return words[0] + ":*"
    if asked == "person":
        return " & ".join(word + ":B" for word in words)
    return {"any": " | ", "phrase": " <-> "}.get(asked, " & ").join(words)


def answer(queries, into):
    cursor = connected(into).cursor()

    def ask(query):
        text = query_text(query)
        cursor.execute(NEWEST if query["asked"] == "newest" else RANKED, (text,))
        cursor.fetchall()
        if query["asked"] == "facets":
            cursor.execute(SOURCES, (text,))
            cursor.fetchall()
        cursor.execute(COUNT, (text,))
        return cursor.fetchone()[0]

    run(queries, ask)


if __name__ == "__main__":
    from queries import run

    if sys.argv[1] == "answer":
        answer(*sys.argv[2:])
    else:
        fill(*sys.argv[1:])
