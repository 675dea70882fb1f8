"""A part and its sidecar -> an article."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from kg.errors import ArticleError, UsageError
from kg.iri import checked
from kg.model import Article
from kg.read.fields import one_line, writable
from kg.read.language import ENGLISH, UNKNOWN, language_of
from kg.read.options import MAX_CHARS, Options
from kg.read.part import Part
from kg.read.sidecar import Sidecar

# Words and marks to a character of prose; a long text that has more would take the parser's time and memory.
DENSEST: Final = 0.2
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")


def article_of(part: Part, identifier: str, sidecar: Sidecar, options: Options) -> Article:
    """The article; what the sidecar says of it overrules the part. ArticleError says why it cannot be used."""
    text = writable(part.text)
    if fault := part.fault or _fault(text, options):
        raise ArticleError(identifier, fault)
    language = language_of(text)
    if language != ENGLISH and not options.force_language:
        told = "" if language == UNKNOWN else f" ({language})"
        raise ArticleError(identifier, f"the text is not English{told}; --force-language reads it all the same")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        identifier=identifier,
        text=text,
        sha256=digest,
        source_sha256=part.source_sha256 if part.source_sha256 != digest else None,
        language=language,
        title=one_line(sidecar.title or part.title),
        byline=one_line(sidecar.byline or part.byline),
        publisher=one_line(sidecar.publisher or part.publisher),
        agencies=tuple(filter(None, map(one_line, sidecar.agencies or part.agencies))),
        published=sidecar.published or part.published or options.published,
        published_inferred=sidecar.inferred,
        url=sidecar.url or _address(part.url),
    )


def _fault(text: str, options: Options) -> str:
    """Why the text cannot be used; nothing where it can."""
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        return "it is empty"
    if len(text) > options.max_chars:
        return f"{len(text):,} characters are more than {options.max_chars:,} (--max-chars)"
    most = int(DENSEST * max(options.max_chars, MAX_CHARS))
    if len(text) > most and (tokens := len(_TOKEN.findall(text))) > most:
        return f"{tokens:,} words and marks are more than {most:,}: it is no prose"
    return ""


def _address(said: str | None) -> str | None:
    """An address on the web; none where it is something else or ill-formed."""
    try:
        return str(checked(said)) if said and said.startswith(("http://", "https://")) else None
    except UsageError:
        return None
