"""What pronouns and "both sides" refer to within an article, with a confidence: abstaining rather than guessing."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import Mention

FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's antecedents, by which rule and how surely."""

    antecedents: tuple[Mention, ...]
    rule: str
    confidence: float


class References:
    """Links each pronoun of an article to the mention that it stands for."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.mentions = sorted(mentions, key=lambda m: m.evidence.start)
        self._starts = [m.evidence.start for m in self.mentions]
        self._text = text

    def link(self, mention: Mention) -> Link | None:
        """The antecedent of a pronoun, or None."""
        if mention.kind == "person":
            return self._person(mention)
        return self._they(mention) if mention.plural else self._it(mention)

    def _before(self, mention: Mention, fits: Callable[[Mention], bool]) -> list[Mention]:
        """Candidates before the mention, nearest first, three sentences back at most, no quoted one for an unquoted."""
        found = []
        for i in range(bisect_left(self._starts, mention.evidence.start) - 1, -1, -1):
            candidate = self.mentions[i]
            if mention.sentence - candidate.sentence > FARTHEST:
                break
            if candidate.form != "pronoun" and fits(candidate) and (mention.quoted or not candidate.quoted):
                found.append(candidate)
        return found

    def _person(self, mention: Mention) -> Link | None:
        """He, his: the subject of its sentence so far, else the last sentence's subject, else the nearest person."""
        gender = mention.name
        found = self._before(mention, lambda m: m.kind == "person" and self._gender(m) in (None, gender))
        if not found:
            return None
        here = [m for m in found if m.sentence == mention.sentence]
        subject = next((m for m in reversed(here) if m.subject), None)
        if subject is not None:
            return Link((subject,), "he-sentence-subject", 0.85)
        if here:
            return Link((here[0],), "he-same-sentence", 0.7)
        last = [m for m in found if m.sentence == found[0].sentence]
        subject = next((m for m in last if m.subject), None)
        alone = len({m.name for m in last}) == 1
        return Link(
            (subject or last[0],), "he-last-subject" if subject else "he-last-person", 0.8 if subject or alone else 0.5
        )

    def _gender(self, mention: Mention) -> str | None:
        printed = self._text[mention.evidence.start : mention.evidence.start + 5].lower()
        title = (mention.title or "").lower()
        if printed.startswith(("mrs", "ms ", "ms.", "miss", "mme")) or title.endswith("woman"):
            return "she"
        if printed.startswith(("mr ", "mr.", "sir ")) or title.endswith(("spokesman", "chairman")):
            return "he"
        return None

    def _they(self, mention: Mention) -> Link | None:
        """They: a plural group that is a subject, else the nearest one, of this sentence or the last."""
        found = self._before(
            mention, lambda m: m.kind in ("group", "polity", "institution") and mention.sentence - m.sentence <= 1
        )
        here = [m for m in found if m.sentence == mention.sentence]
        for near in (here, found):
            plural = [m for m in near if m.plural]
            choice = next((m for m in plural if m.subject), None) or (plural[0] if plural else None)
            if choice is not None:
                return Link((choice,), "they-group", 0.75)
            if near:
                subject = next((m for m in near if m.subject), None)
                return Link((subject or near[0],), "they-body", 0.55)
        return None

    def _it(self, mention: Mention) -> Link | None:
        """It, its: this sentence's polity or institution, its subject first, else the last sentence's subject."""
        found = self._before(
            mention, lambda m: m.kind in ("polity", "institution") and mention.sentence - m.sentence <= 1
        )
        here = [m for m in found if m.sentence == mention.sentence]
        if here:
            subject = next((m for m in here if m.subject), None)
            return Link((subject or here[0],), "it-same-sentence", 0.75 if subject else 0.6)
        subject = next((m for m in found if m.subject), None)
        return Link((subject,), "it-last-subject", 0.6) if subject else None

    def parties(self, mention: Mention) -> tuple[str, ...]:
        """The two polities of the talks: those the article names most; none where no two stand out."""
        counts = Counter(m.polity for m in self.mentions if m.polity and m.kind in ("polity", "group"))
        top = counts.most_common(3)
        clear = len(top) >= 2 and top[1][1] >= 2 and (len(top) == 2 or top[2][1] < top[1][1])
        return tuple(sorted(str(code) for code, _ in top[:2])) if clear else ()
