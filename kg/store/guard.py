"""Refuses SPARQL that would reach out or change data, and SPARQL that is too big, before any parser sees it.

pyoxigraph performs SERVICE wherever the query says so and has no switch for it; it also recurses as deep as the query
nests. What is a word here and what is text, IRI, name or comment follows https://www.w3.org/TR/sparql11-query/#grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import Final

from kg.errors import QueryError

MAX_BYTES: Final = 64 * 1024
MAX_TOKENS: Final = 5_000
MAX_DEPTH: Final = 100

_QUERIES: Final = frozenset({"SELECT", "CONSTRUCT", "ASK", "DESCRIBE"})
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_PROLOGUE: Final = frozenset({"PREFIX", "BASE"})
_OPEN, _CLOSE = frozenset("{(["), frozenset("})]")

_NAME = r"(?:[^\W_]|[_.:\-\u00b7%]|\\.)*"
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>[\x20\t\r\n]+|\#[^\r\n]*)
  | (?P<text>'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''|\"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
            |'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*")
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:[^\W\d_](?:[\w.\-]{{0,200}}[\w\-])?)?:{_NAME}|_:{_NAME})
  | (?P<word>[^\W\d_]\w*)
  | (?P<number>\d+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def check_query(text: str, *, allow_service: bool = False) -> None:
    r"""QueryError unless the text is one query that may be put to a store.

    Escapes such as `\u0053` stand for their letters anywhere in a query, but not every store decodes them: both
    readings are judged.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise QueryError(f"the query is longer than {MAX_BYTES // 1024} KB")
    decoded = _ESCAPE.sub(_letter, text)
    for reading in {text, decoded}:
        _check(reading, allow_service=allow_service)


def _check(text: str, *, allow_service: bool) -> None:
    found = list(islice(tokens(text), MAX_TOKENS + 1))
    if len(found) > MAX_TOKENS:
        raise QueryError(f"the query has more than {MAX_TOKENS} words and signs")
    if max(accumulate((sign in _OPEN) - (sign in _CLOSE) for _, sign in found), default=0) > MAX_DEPTH:
        raise QueryError(f"the query nests deeper than {MAX_DEPTH} levels")
    if ("other", "'") in found or ("other", '"') in found:
        raise QueryError("the query has a quotation mark that is never closed")
    words = [token.upper() for kind, token in found if kind == "word" and token.upper() not in _PROLOGUE]
    if update := next((word for word in words if word in _UPDATES), None):
        raise QueryError(f"{update} is an update, and only queries are answered: change the graph with `kg build`")
    if not words or words[0] not in _QUERIES:
        raise QueryError(f"a query begins with {', '.join(sorted(_QUERIES))}")
    if not allow_service and any(map(_calls, [("", ""), *found], found, [*found[1:], ("", "")])):
        raise QueryError("SERVICE is refused, for it makes the store call other servers: --allow-service permits it")


def _calls(before: tuple[str, str], here: tuple[str, str], after: tuple[str, str]) -> bool:
    """Whether this token, between its neighbours, is or may be a SERVICE.

    Parsers ask for no space between words, so `SERVICESILENT<x>` is one, and so is `SERVICE:x {`: with the prefix
    `service:` a name too, but a name stands before a brace only after GRAPH.
    """
    kind, token = here
    if kind == "iri":  # `1<2)SERVICE?x#>` is one to a lexer; to a parser a comparison, SERVICE and a comment
        return "SERVICE" in token.partition(")")[2].upper()
    if "SERVICE" not in token.upper():
        return False
    graph = before[0] == "word" and before[1].upper() == "GRAPH"
    return kind == "word" or (kind == "name" and after[1] == "{" and not graph and "SERVICE" in _prefix(token))


def _prefix(name: str) -> str:
    return name.partition(":")[0].upper()


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """The kind and text of each token that is neither space nor comment."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "space":
            yield match.lastgroup, match[0]


def _letter(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    return chr(code) if code <= 0x10FFFF else escape[0]
