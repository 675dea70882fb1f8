"""Names of institutions -> what identifies them: the curated body, or a name with its polity."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Mention
from kg.packs import Institution, Pack
from kg.resolve.names import institution_key, plain


class Bodies:
    """The curated institutions, by name and by the words that identify them within a polity."""

    def __init__(self, pack: Pack) -> None:
        self._words = frozenset(
            word for p in pack.polities for name in (p.name, *p.aliases, *p.demonyms) for word in plain(name).split()
        )
        self._codes = {plain(name): p.code for p in pack.polities for name in (p.name, *p.aliases, *p.demonyms)}
        self.by_name: dict[str, Institution] = {}
        self._by_key: dict[tuple[str, str], Institution] = {}
        for body in pack.known_institutions:
            for name in (body.name, *body.aliases):
                self.by_name.setdefault(plain(name), body)
                if body.polity:
                    self._by_key.setdefault((body.polity, self.key(name)), body)

    def polity_in_name(self, name: str) -> str | None:
        """The polity that the name itself tells, such as the Brazilian Coffee Institute's; None without just one."""
        words = f" {plain(name)} "
        codes = {code for phrase, code in self._codes.items() if f" {phrase} " in words}
        return codes.pop() if len(codes) == 1 else None

    def key(self, name: str) -> str:
        return institution_key(name, self._words)

    def curated(self, mention: Mention, polity: str | None) -> Institution | None:
        """The curated institution of that name, or of those words in that polity."""
        return self.by_name.get(plain(mention.name)) or (
            self._by_key.get((polity, self.key(mention.name))) if polity else None
        )


def polity_in_article(mention: Mention, mentions: Sequence[Mention], bodies: Bodies) -> str | None:
    """The polity of "the ministry" by a fuller name of it in the same article, if there is just one."""
    key = set(bodies.key(mention.name).split())
    fuller = {
        m.polity for m in mentions if m.kind == "institution" and m.polity and key <= set(bodies.key(m.name).split())
    }
    return next(iter(fuller)) if len(fuller) == 1 else None
