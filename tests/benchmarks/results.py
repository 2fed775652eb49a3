# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as Markdown and as a picture."""
import html
import math
import statistics

from measure import median_of, percentile

FIRST = "Morgue"


class Answers:
    """One peer's answers to all queries: of each round a list of class, total, ms, in the order of the queries."""

    def __init__(self, rounds):
        self.classes = {}  # name: [(total, median ms)]
        for times in zip(*rounds):
            row = self.classes.setdefault(times[0]["class"], [])
            row.append((times[0]["total"], statistics.median(each["ms"] for each in times)))

    def times(self, name, which):
        return [self.classes[name][at][1] for at in which]


def agreed(answers, first, name):
    """Which of the class's queries have the first's total: the others are void."""
    pairs = zip(answers.classes[name], first.classes[name])
    return [at for at, (one, other) in enumerate(pairs) if one[0] == other[0]]


def is_void(answers, first, name):
    return 2 * len(agreed(answers, first, name)) < len(first.classes[name])


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values)))


def indexing_table(usages, count, size):
    yield "| program | s (least–most) | CPU s | docs/s | MB/s | peak MB | MB on disk | disk / text |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, rows in usages.items():
        middle = median_of(rows)
        least, most = min(row.seconds for row in rows), max(row.seconds for row in rows)
        yield (f"| {name} | {middle.seconds:.2f} ({least:.2f}–{most:.2f}) | {middle.processor:.2f} | {count / middle.seconds:,.0f} "
               f"| {size / 1e6 / middle.seconds:.1f} | {middle.peak / 1e6:.0f} | {middle.disk / 1e6:.1f} | {middle.disk / size:.2f} |")


def adding_table(usages):
    yield "| program | s (least–most) | CPU s | peak MB |"
    yield "| --- | --- | --- | --- |"
    for name, rows in usages.items():
        middle = median_of(rows)
        least, most = min(row.seconds for row in rows), max(row.seconds for row in rows)
        yield f"| {name} | {middle.seconds:.2f} ({least:.2f}–{most:.2f}) | {middle.processor:.2f} | {middle.peak / 1e6:.0f} |"


def queries_table(answers):
    first = answers[FIRST]
    yield "| class (queries; mean total) | " + " | ".join(answers) + " |"
    yield "| --- |" + " --- |" * len(answers)
    for name, row in first.classes.items():
        cells = [cell(each, first, name) for each in answers.values()]
        yield f"| {name} ({len(row)}; {sum(total for total, _ in row) / len(row):,.0f}) | " + " | ".join(cells) + " |"
    means = [means_of(each, first) for each in answers.values()]
    yield "| geometric mean of p50 | " + " | ".join(f"{mean:.3f}" for mean, _ in means) + " |"
    yield f"| {FIRST}'s, same queries | " + " | ".join(f"{mean:.3f}" for _, mean in means) + " |"
    yield "| ratio | " + " | ".join(f"{mean / of_first:.2f}" for mean, of_first in means) + " |"


def cell(answers, first, name):
    which = agreed(answers, first, name)
    void = len(first.classes[name]) - len(which)
    if is_void(answers, first, name):
        return f"void: {void} other totals"
    times = answers.times(name, which)
    of_first = statistics.median(first.times(name, which))
    return (f"{statistics.median(times):.3f} / {percentile(times, .99):.2f}" + (f", ×{statistics.median(times) / of_first:.2f}" if answers is not first else "")
            + (f" ({void} void)" if void else ""))


def means_of(answers, first):
    """Of the medians of all classes that count, over the queries that count: the peer's, and the first's."""
    both = [(statistics.median(answers.times(name, which)), statistics.median(first.times(name, which)))
            for name in first.classes if not is_void(answers, first, name) and (which := agreed(answers, first, name))]
    if not both:
        return math.nan, math.nan
    return tuple(geometric_mean(column) for column in zip(*both))


def ratio(answers, first):
    mean, of_first = means_of(answers, first)
    return mean / of_first


def clients_table(rates):
    yield "| program | queries/s, one client | two clients | ratio |"
    yield "| --- | --- | --- | --- |"
    for name, (one, two) in rates.items():
        yield f"| {name} | {one:,.0f} | {two:,.0f} | {two / one:.2f} |"


def peers_table(peers, missing):
    yield "| program | version | settings | durable | stores |"
    yield "| --- | --- | --- | --- | --- |"
    for peer in peers:
        yield f"| {peer.name} | {peer.version()} | {peer.settings} | {peer.durability} | {peer.stores} |"
    for name, why in missing.items():
        yield f"| {name} | left out: {why} | | | |"


def bars(title, unit, values):
    """A picture (SVG) of bars on a logarithmic scale, the names before them."""
    left, width, height, line = 190, 400, 40 + 22 * len(values), 22
    low, high = math.log(min(values.values()) / 2), math.log(max(values.values()))
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 110}" height="{height}" font-family="sans-serif" '
           f'font-size="13"><title>{html.escape(title)}</title><text x="4" y="18" font-weight="bold">{html.escape(title)}</text>')
    for row, (name, value) in enumerate(values.items()):
        y = 30 + line * row
        length = width * (math.log(value) - low) / max(high - low, 1e-9)
        colour = "#1b6ca8" if name.startswith(FIRST) else "#9aa5ae"
        yield (f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{html.escape(name)}</text>'
               f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{line - 5}" fill="{colour}"/>'
               f'<text x="{left + length + 6:.1f}" y="{y + 14}">{value:,.3g} {html.escape(unit)}</text>')
    yield "</svg>"


COLOURS = ("#1b6ca8", "#c1571a", "#3a7d44", "#7a4fa3", "#8a6d1f", "#5b6770")


def curves(title, measures):
    """A picture (SVG): of each measure a square of a line a program, both scales logarithmic. Two squares a row."""
    side, margin = 230, 70
    rows = (len(measures) + 1) // 2
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * (side + margin) + 130}" height="{rows * (side + margin) + 30}" '
           f'font-family="sans-serif" font-size="12"><title>{html.escape(title)}</title>'
           f'<text x="4" y="18" font-weight="bold" font-size="13">{html.escape(title)}</text>')
    for number, (name, lines) in enumerate(measures.items()):
        yield f'<g transform="translate({(number % 2) * (side + margin) + margin - 10},{number // 2 * (side + margin) + 60})">'
        yield f'<text y="-8" font-weight="bold">{html.escape(name)}</text><rect width="{side}" height="{side}" fill="none" stroke="#bbb"/>'
        yield from square(lines, side)
        yield "</g>"
    for row, name in enumerate(next(iter(measures.values()))):
        yield (f'<rect x="{2 * (side + margin) + 4}" y="{56 + 20 * row}" width="12" height="12" fill="{COLOURS[row % len(COLOURS)]}"/>'
               f'<text x="{2 * (side + margin) + 22}" y="{67 + 20 * row}">{html.escape(name)}</text>')
    yield "</svg>"


def square(lines, side):
    points = [point for line in lines.values() for point in line]
    across, up = zip(*points)

    def placed(value, values, turned):
        low, high = math.log(min(values)), math.log(max(values))
        share = .04 + .92 * (math.log(value) - low) / max(high - low, 1e-9)
        return side * (1 - share if turned else share)

    for value in sorted(set(across)):
        yield f'<text x="{placed(value, across, False):.1f}" y="{side + 16}" text-anchor="middle">{value:,}</text>'
    for value in (min(up), max(up)):
        yield f'<text x="-5" y="{placed(value, up, True) + 4:.1f}" text-anchor="end">{value:{",.0f" if value >= 100 else ".3g"}}</text>'
    for row, line in enumerate(lines.values()):
        at = [(placed(x, across, False), placed(y, up, True)) for x, y in line]
        colour = COLOURS[row % len(COLOURS)]
        yield f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in at)}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in at)
