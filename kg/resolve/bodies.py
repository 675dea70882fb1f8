"""Which institution "the union" or "the ministry" is: one that the article has called so, or the only one near."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from kg.model import ArticleRecords, Mention
from kg.resolve.names import plain

NEAR: Final = 2
_SMALL: Final = frozenset({"of", "the", "and", "for", "on", "in"})
_DEFINED: Final = re.compile(r"(?<![\w'’-])((?:[A-Z][\w'’-]*\s+|(?:of|the|and|for|on|in)\s+){2,10})\(([A-Z]{2,8})\)")
# What a body's noun cannot be: the company is no ministry, the union no company.
_STATE: Final = frozenset(
    {"ministry", "government-office", "legislature", "central-bank", "international-organisation"}
)
_PRIVATE: Final = frozenset(
    "company firm carrier airline planemaker carmaker automaker steelmaker chipmaker drugmaker manufacturer studio"
    " brewer broadcaster retailer insurer publisher operator supplier miner utility".split()
)
_LABOUR: Final = frozenset({"union", "guild", "federation", "association", "party", "movement", "tribe"})
# What an office says of the body that has it.
_OFFICES: Final = {
    **dict.fromkeys(("executive", "chairman", "chairwoman", "ceo", "managing", "shareholder"), "private"),
    **dict.fromkeys(("organiser", "organizer", "steward", "convenor", "convener"), "labour"),
}
_GENERAL: Final = frozenset({"company", "firm"})
_UNNAMED: Final = frozenset("trust council league club consortium court university tribe newspaper".split())
_FLYING: Final = frozenset({"carrier", "airline", "airlines", "airways"})
_ANY: Final = frozenset({"group"})
_PRESS: Final = frozenset({"news-organisation"})
NEAREST: Final = 30
_BEFORE: Final = re.compile(r"([a-z][a-z-]{3,40}),? \(?$")
_BEHIND: Final = re.compile(r" ([a-z][a-z-]{3,})\b")
_AFTER: Final = re.compile(
    r", (?:an?|the|its|one of)(?: [\w'’-]+){0,4}? ([a-z][a-z-]{3,})(?=,| that| which| whose| who| of| in)"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The mention that a body's noun stands for, and how surely."""

    mention: Mention
    confidence: float


def acronyms_of(text: str) -> dict[str, str]:
    """The letters that the article itself defines, "the Independent Mineworkers' Federation (IMF)" -> the long name."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        words, letters = match[1].split(), match[2]
        for start in range(len(words)):
            name = [word for word in words[start:] if word not in _SMALL]
            if words[start] not in _SMALL and "".join(word[0] for word in name).upper() == letters:
                found.setdefault(letters, " ".join(words[start:]))
    return found


class Titled:
    """What one article calls its institutions: "the broadcaster, Varo", "Varo, an airline", "the Varo union"."""

    def __init__(self, records: ArticleRecords) -> None:
        self._text = records.article.text
        self._named = [m for m in records.mentions if m.kind == "institution" and m.form in ("name", "acronym")]
        self._nouns: dict[str, set[str]] = defaultdict(set)
        for role in records.roles:
            if role.institution is not None:
                title = plain(role.title)
                words = {"organiser"} if "general secretary" in title else set(title.split()) & _OFFICES.keys()
                self._nouns[plain(role.institution.name)] |= words
        for mention in self._named:
            self._nouns[plain(mention.name)] |= self._beside(mention)

    def _beside(self, mention: Mention) -> set[str]:
        """The nouns in small letters around the name that say what it is."""
        start, end = mention.evidence.span
        before = _BEFORE.search(self._text, max(0, start - NEAREST), start)
        after = _AFTER.match(self._text, end) or _BEHIND.match(self._text, end)
        return {found[1] for found in (before, after) if found is not None}

    def longer(self, mention: Mention) -> Mention | None:
        """The one longer name of the article that a single word shortens: "Varo" of "Varo Breweries", "the Front"."""
        word = mention.name
        if " " in word or word.isupper() or mention.form != "name" or mention.kind != "institution":
            return None
        printed = [m for m in self._named if " " in m.name and word in (m.name.split()[0], m.name.split()[-1])]
        last = any(m.name.split()[-1] == word for m in printed)
        if last and self._text[: mention.evidence.start].split()[-1:] not in (["the"], ["The"]):
            return None
        return printed[0] if len({plain(m.name) for m in printed}) == 1 else None

    def body_of(self, mention: Mention) -> Body | None:
        """The nearest institution that is called so, else the only one near that may be."""
        noun = mention.name.lower()
        before = [m for m in self._named if m.evidence.end <= mention.evidence.start]
        called = [m for m in before if self._is_called(m, noun)] or [m for m in before if self._is_kind(m, noun)]
        if called:
            return Body(called[-1], 0.75)
        if noun not in _PRIVATE | _LABOUR | _ANY:
            return None
        able = [m for m in self._named if self._may_be(m, noun)]
        before = [m for m in before if m in able]
        if before and len({plain(m.name) for m in able}) == 1:
            return Body(before[-1], 0.55)
        near = [m for m in before if m.subject and mention.sentence - m.sentence <= NEAR]
        return Body(near[-1], 0.55) if near and mention.subject and noun not in _LABOUR else None

    def stands_alone(self, mention: Mention) -> bool:
        """True for "the trust", "the council": a body that an article may well leave without a name."""
        return mention.name.lower() in _UNNAMED

    def _is_kind(self, body: Mention, noun: str) -> bool:
        """True for "the union" where the article tells of the body's general secretary."""
        kinds = {_OFFICES[word] for word in self._words(body) if word in _OFFICES}
        return kinds == {"private" if noun in _GENERAL else "labour" if noun == "union" else ""}

    def _is_called(self, body: Mention, noun: str) -> bool:
        names = {*plain(body.name).split(), *(body.subtype or "").replace("-", " ").split(), *self._words(body)}
        if noun in _PRIVATE and names & _LABOUR:
            return False
        if noun in _FLYING and names & _FLYING:
            return True
        return noun in names or (noun in _PRIVATE and noun in _GENERAL and bool(names & _PRIVATE))

    def _words(self, body: Mention) -> set[str]:
        return self._nouns[plain(body.name)]

    def _may_be(self, body: Mention, noun: str) -> bool:
        words, subtype = {*self._words(body), *plain(body.name).split()}, body.subtype or ""
        if noun in _PRIVATE - _GENERAL and words & _PRIVATE - _GENERAL:
            return False  # the broadcaster is no airline
        if noun in _ANY:
            return subtype not in _STATE | _PRESS and not words & _STATE
        kinds = {_OFFICES[word] for word in words if word in _OFFICES}
        if kinds & {"private" if noun in _LABOUR else "labour"}:
            return False
        if subtype in _STATE | _PRESS or words & (_PRIVATE if noun in _LABOUR else _LABOUR):
            return False
        return not (noun in _LABOUR and subtype == "company")
