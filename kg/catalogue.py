"""The named questions: queries/ask/*.rq, each a SPARQL 1.1 file with a header that says what it answers.

The header is YAML behind `#+`, in the style of grlc (https://grlc.io), of which three forms are used: `key: text`,
`key: [text, ...]` or a line `- text` for each, and `name: {type: ..., values: [...], meaning: ...}`. A parameter has a
line of its own in the query, `VALUES ?name { UNDEF }`, in which `bind` puts terms where UNDEF stands, and nothing else;
it empties the lines of the others, which say nothing, but which Virtuoso misunderstands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast, get_args

from kg.errors import PackError, QueryError
from kg.files import data_dir

ParamType = Literal["issue", "actor", "entity", "polity", "place", "article", "date", "string", "choice"]

TYPES: Final = get_args(ParamType)
_FORMS: Final = ("SELECT", "CONSTRUCT")
_KEYS: Final = ("summary", "tags", "params", "examples")
_VALUES: Final = re.compile(r"^[ ]*VALUES \?(\w+) \{ UNDEF \}[ ]*$", re.MULTILINE)


# NamedTuples, and no YAML library: importing dataclasses and yaml takes longer than most answers.
class Param(NamedTuple):
    """One parameter of a query; `values` are all that a choice may be."""

    name: str
    type: ParamType
    meaning: str
    values: tuple[str, ...] = ()


class Query(NamedTuple):
    """One named question; `text` runs as it stands in any SPARQL 1.1 tool."""

    name: str
    summary: str
    tags: tuple[str, ...]
    params: Mapping[str, Param]
    examples: tuple[str, ...]
    text: str
    form: str

    def bind(self, terms: Mapping[str, Sequence[str]], *, limit: int | None = None) -> str:
        """The SPARQL with the parameters set to terms, which are written in SPARQL; those not named stay open."""
        self.check_names(terms)

        def line(match: re.Match[str]) -> str:
            given = terms.get(match[1])
            return f"  VALUES ?{match[1]} {{ {' '.join(given)} }}" if given else ""

        text = _VALUES.sub(line, self.text)
        return text if limit is None else f"{text.rstrip()}\nLIMIT {int(limit)}\n"

    def check_names(self, given: Mapping[str, object]) -> None:
        """QueryError where the query has no parameter of such a name."""
        for name in given:
            if name not in self.params:
                valid = ", ".join(f"--{p}" for p in self.params) or "none"
                raise QueryError(f"{self.name} has no parameter {name!r}: it has {valid}")


def names(folder: Path | None = None) -> list[str]:
    """The names of all queries, sorted."""
    return sorted(path.stem for path in (folder or _ask()).glob("*.rq"))


def load(name: str, folder: Path | None = None) -> Query:
    """The query of that name; QueryError lists what there is, PackError says what is wrong with its file."""
    path = (folder or _ask()) / f"{name}.rq"
    if name not in names(folder):
        raise QueryError(f"no query is called {name!r}: there are {', '.join(names(folder))}")
    return parse(name, path.read_text("utf-8"))


def load_all(folder: Path | None = None) -> Iterator[Query]:
    """Every query, by name."""
    return (load(name, folder) for name in names(folder))


def parse(name: str, text: str) -> Query:
    """The query in the text of a .rq file; PackError names the file and what is wrong."""
    file = f"{name}.rq"
    header, params = _header(file, text)
    lines = _VALUES.findall(text)
    if sorted(lines) != sorted(params):
        raise PackError(
            file, f"params has {sorted(params)}, but the lines `VALUES ?name {{ UNDEF }}` have {sorted(lines)}"
        )
    form = next((word for line in text.splitlines() for word in line.split()[:1] if word in _FORMS), None)
    if form is None:
        raise PackError(file, "holds no SELECT or CONSTRUCT at the start of a line")
    return Query(
        name=name,
        summary=" ".join(header["summary"]),
        tags=tuple(header["tags"]),
        params=params,
        examples=tuple(header["examples"]),
        text=text,
        form=form,
    )


def _ask() -> Path:
    return data_dir("queries") / "ask"


def _header(file: str, text: str) -> tuple[dict[str, list[str]], dict[str, Param]]:
    """The texts of each key, and the parameters; PackError says which line cannot be read, or which key is missing."""
    texts: dict[str, list[str]] = {key: [] for key in _KEYS}
    params: dict[str, Param] = {}
    at = ""
    for line in text.splitlines():
        if not line.startswith("#+"):
            continue
        key, colon, rest = (part.strip() for part in line[2:].partition(":"))
        if colon and key in _KEYS:
            at = key
            texts[at] += _list(rest)
        elif at == "params" and rest.startswith("{") and rest.endswith("}"):
            params[key] = _param(file, key, rest[1:-1])
        elif at != "params" and at and line[2:].lstrip().startswith("- "):
            texts[at].append(line[2:].lstrip()[2:].strip())
        else:
            raise PackError(file, f"the header has a line that cannot be read: {line}")
    if missing := [key for key in _KEYS if key != "params" and not texts[key]]:
        raise PackError(file, f"the header lacks {', '.join(missing)}: lines that begin with #+")
    return texts, params


def _param(file: str, name: str, entry: str) -> Param:
    """The parameter of `type: ..., values: [...], meaning: ...`; PackError says what it should be."""
    head, _, meaning = entry.partition(", meaning: ")
    kind, _, values = head.removeprefix("type: ").partition(", values: ")
    if kind not in TYPES or not meaning:
        raise PackError(
            file, f"params.{name} needs a type, values for a choice, a meaning; a type is {', '.join(TYPES)}"
        )
    if bool(values) != (kind == "choice"):
        raise PackError(file, f"params.{name}: a choice has values, and nothing else has")
    return Param(name, cast("ParamType", kind), meaning, tuple(_list(values)))


def _list(text: str) -> list[str]:
    """The texts of `[a, b]`, or the one text, or none."""
    inner = text.strip()
    if inner.startswith("["):
        return [part.strip() for part in inner.strip("[]").split(",")]
    return [inner] if inner else []
