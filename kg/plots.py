"""Drawings of a dossier as SVG text: its timeline, issues by who spoke on them, who met whom. All text is escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from math import cos, pi, sin
from typing import Any, Final

from kg.query.own import asked_rows
from kg.report import Dossier, place
from kg.store import Store

WIDTH: Final = 720
_MOST: Final = 16
"""So many rows, columns or people are drawn; those with the most to show."""


def plots(store: Store, found: Dossier) -> dict[str, str]:
    """The drawings by their titles, of what the dossier's passages tell; none of what they do not tell of."""
    told = found.places
    statements = [row for row in asked_rows(store, "statements") if place(row) in told]
    meetings = [row for row in asked_rows(store, "who-met-whom") if place(row) in told]
    drawn = {"Timeline, drawn": timeline([(line.when, line.text) for line in found.timeline])}
    if cells := Counter(_cells(statements)):
        drawn["Issues by side"] = heat_map(cells)
    if pairs := Counter(_pairs(meetings)):
        drawn["Who met whom"] = network(pairs)
    return drawn


def _pairs(meetings: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The two of each row, whose other half is the same pair the other way round."""
    named = ((row["actorName"], row["otherName"]) for row in meetings)
    return ((one, other) for one, other in named if one and other and one < other)


def _cells(statements: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    seen = {
        (r["statement"], r["issueLabel"], r["speakerName"]) for r in statements if r["issueLabel"] and r["speakerName"]
    }
    return ((issue, speaker) for _, issue, speaker in sorted(seen))


def timeline(lines: Sequence[tuple[str, str]]) -> str:
    """A dot for each dated line, from left to right; its text is shown when pointed at."""
    dated = sorted((date.fromisoformat(day), text) for day, text in lines if day)
    if not dated:
        return _svg(40, [_text(10, 25, "no dated lines")])
    first, span = dated[0][0], max(1, (dated[-1][0] - dated[0][0]).days)
    stacked: Counter[date] = Counter()
    marks = []
    for day, text in dated:
        stacked[day] += 1
        x, y = 40 + (WIDTH - 80) * (day - first).days / span, 118 - 9 * min(stacked[day], 11)
        marks.append(f'<circle cx="{x:.1f}" cy="{y}" r="4" fill="#36c"><title>{escape(text)}</title></circle>')
    ends = [_text(40, 145, first.isoformat()), _text(WIDTH - 110, 145, dated[-1][0].isoformat())]
    return _svg(155, [f'<line x1="40" y1="122" x2="{WIDTH - 40}" y2="122" stroke="#333"/>', *marks, *ends])


def heat_map(counts: Mapping[tuple[str, str], int]) -> str:
    """Issues down, speakers across; the darker, the more statements."""
    issues, speakers = (_top(counts, place) for place in (0, 1))
    most = max(counts.values(), default=1)
    cell = (WIDTH - 200) / max(1, len(speakers))
    marks = []
    for down, issue in enumerate(issues):
        marks.append(_text(5, 134 + 20 * down, issue[:28]))
        for across, speaker in enumerate(speakers):
            n = counts.get((issue, speaker), 0)
            marks.append(
                f'<rect x="{200 + cell * across:.1f}" y="{120 + 20 * down}" width="{cell - 1:.1f}" height="19" '
                f'fill="#36c" fill-opacity="{n / most:.2f}"><title>{escape(f"{speaker}, {issue}: {n}")}</title></rect>'
            )
    for across, speaker in enumerate(speakers):
        x = 200 + cell * (across + 0.6)
        marks.append(f'<g transform="rotate(-60 {x:.1f} 115)">{_text(x, 115, speaker[:20])}</g>')
    return _svg(130 + 20 * len(issues), marks)


def network(pairs: Mapping[tuple[str, str], int]) -> str:
    """Those who met in a circle, a line for each pair; the thicker, the oftener it is told."""
    people = sorted(set(_top(pairs, 0)) | set(_top(pairs, 1)))
    at = {
        name: (WIDTH / 2 + 190 * cos(2 * pi * i / len(people)), 230 + 190 * sin(2 * pi * i / len(people)))
        for i, name in enumerate(people)
    }
    lines = [
        f'<line x1="{at[a][0]:.1f}" y1="{at[a][1]:.1f}" x2="{at[b][0]:.1f}" y2="{at[b][1]:.1f}" stroke="#999" '
        f'stroke-width="{min(6, n)}"/>'
        for (a, b), n in sorted(pairs.items())
        if a in at and b in at
    ]
    names = [_text(x + 6, y, name[:24]) for name, (x, y) in at.items()]
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#36c"/>' for x, y in at.values()]
    return _svg(460, [*lines, *dots, *names])


def _top(counts: Mapping[tuple[str, str], int], place: int) -> list[str]:
    totals: Counter[str] = Counter()
    for pair, n in counts.items():
        totals[pair[place]] += n
    return sorted(totals, key=lambda name: (-totals[name], name))[:_MOST]


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" font-family="sans-serif">{escape(text)}</text>'


def _svg(height: int, marks: Iterable[str]) -> str:
    inner = "\n".join(marks)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}">\n{inner}\n</svg>'
