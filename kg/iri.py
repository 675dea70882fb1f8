"""Mints and validates every IRI: the same input makes the same IRI, in any order, on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from kg.errors import UsageError
from kg.vocab import NAMESPACE, Term

BASE: Final = NAMESPACE.rsplit("ns#", 1)[0]
ENTITIES: Final = Term(f"{BASE}graph/entities")
CURATED: Final = Term(f"{BASE}graph/curated")
CANDIDATES: Final = Term(f"{BASE}graph/candidates")
PROVENANCE: Final = Term(f"{BASE}graph/provenance")
IDENTITY: Final = Term(f"{BASE}graph/identity")
JUDGEMENTS: Final = Term(f"{BASE}graph/judgements")
LINKS: Final = Term(f"{BASE}graph/links")
LONGEST_KEY: Final = 60
SCHEMES: Final = frozenset({"http", "https", "urn"})

_THINGS: Final = f"{BASE}id/"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
# RFC 3987 IRI, as far as a graph needs it: a scheme, then no delimiter, control, space or lone surrogate.
_IRI = re.compile(
    r"([A-Za-z][A-Za-z0-9+.-]{0,30}):[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\u2000-\u200f\u2028-\u202e\ud800-\udfff\ufff0-\uffff]+"
)


def slug(text: str) -> str:
    """ASCII words joined by hyphens; empty when nothing of the text can be written so."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")


def digest(*parts: object) -> str:
    """16 hex digits that tell these parts, in this order, from any others."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _key(text: str) -> str:
    """A readable key; where the slug loses letters or length, a hash tells it apart."""
    whole = slug(text)
    decomposed = unicodedata.normalize("NFKD", text)
    lossy = len(whole) > LONGEST_KEY or any(c.isalnum() and not c.isascii() for c in decomposed)
    return f"{whole[:LONGEST_KEY]}-{digest(text)[:8]}".strip("-") if lossy or not whole else whole


def article(identifier: str) -> Term:
    """The article's IRI, which is its named graph's too."""
    return Term(f"{_THINGS}article/{_key(identifier)}-{digest(identifier)[:6]}")


def record(kind: str, *parts: object) -> Term:
    """The IRI of a record: a hash of its kind, article, evidence, offsets and slot values."""
    return Term(f"{_THINGS}{kind}/{digest(kind, *parts)}")


def entity(kind: str, key: str) -> Term:
    """The IRI of an entity, by its kind and its curated or normalised key."""
    return Term(f"{_THINGS}{kind}/{_key(key)}")


def place(name: str) -> Term:
    """The IRI of a place, by its name as printed."""
    return entity("place", name)


def polity(code: str) -> Term:
    return Term(f"{_THINGS}polity/{code}")


def issue(notation: str) -> Term:
    """The concept of that notation; one of a pack's own has the pack's name and a slash before it."""
    return Term(f"{BASE}issue/{notation}")


def scheme(pack: str) -> Term:
    """The scheme of a pack's own issues; the ontology's own one, where the pack is the core, without a name."""
    return Term(f"{BASE}issue/{pack}/" if pack else f"{BASE}issue/")


def candidate(phrase: str) -> Term:
    """The concept of a phrase that may become an issue."""
    return Term(f"{BASE}candidate/{_key(phrase)}")


def derived(rule: str) -> Term:
    """The named graph of one derive rule."""
    return Term(f"{BASE}graph/derived/{rule}")


def key_of(term: str) -> str:
    """Kind and key of an article, record or entity, `person/ana-duarte`; any other text as it is."""
    return term.removeprefix(_THINGS)


def kind_of(term: str) -> str:
    """What an IRI minted here is of, `article`, `person`, `polity`; empty for any other text."""
    return key_of(term).partition("/")[0] if term.startswith(_THINGS) else ""


def code_of(term: str) -> str | None:
    """The code of a polity; None for anything else."""
    return key_of(term).partition("/")[2] if kind_of(term) == "polity" else None


def is_article(graph: str) -> bool:
    """Whether the graph of that IRI is an article's."""
    return kind_of(graph) == "article"


def local_name(term: str) -> str:
    """What tells the term from others of its namespace."""
    return term.rpartition("#")[2].rpartition("/")[2]


def checked(text: str) -> Term:
    """The text as an IRI; UsageError unless it is absolute, well formed (RFC 3987) and of an allowed scheme."""
    match = _IRI.fullmatch(text)
    if not match or match[1].lower() not in SCHEMES:
        raise UsageError(f"{text!r} is no usable IRI: expected an absolute one of {', '.join(sorted(SCHEMES))}")
    return Term(text)
