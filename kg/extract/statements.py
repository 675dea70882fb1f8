"""Who is reported to have said what, in which words: one draft per cue, then quotations that no cue claims."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.bounds import is_shouted
from kg.extract.chains import chained, distinct
from kg.extract.contents import Contents
from kg.extract.continuations import continuations
from kg.extract.cues import Cue, find_cues
from kg.extract.dates import Dated
from kg.extract.drafts import Draft
from kg.extract.found import Found
from kg.extract.headlines import headline_sources
from kg.extract.mentions import Mentions
from kg.extract.owners import owners_of
from kg.extract.roles import Role
from kg.extract.setting import addressee, time_of, venue
from kg.extract.shouted import shouted
from kg.extract.sources import sources
from kg.extract.speakers import is_document, phrase_start, speakers_of
from kg.extract.tags import FINITE
from kg.extract.text import Text
from kg.extract.topics import Agenda, agenda, topics
from kg.extract.turns import turns
from kg.extract.verdicts import verdicts
from kg.extract.voices import orphans, rejoined
from kg.model import Mode, Statement

CONFIDENCE = {"clause": 0.9, "quote": 0.8, "object": 0.75, "silence": 0.85, "noun": 0.7}
# "Expressed the hope that": the noun tells what the verb cannot.
HOPE = 0.06
IMPERSONAL = frozenset("it this that these which what there one".split())


def statements(text: Text, mentions: Mentions, dates: list[Dated], roles: list[Role]) -> Iterator[Statement]:
    """The statements of the article in the order of their content."""
    drafts = chained(
        text,
        distinct(
            text,
            [
                *turns(text, mentions),
                *_from_cues(text, mentions, dates),
                *shouted(text, mentions),
                *sources(text, mentions),
                *headline_sources(text, mentions),
                *verdicts(text, mentions),
            ],
        ),
    )
    drafts = [rejoined(text, draft) for draft in drafts]
    drafts += continuations(text, drafts)
    drafts += orphans(text, mentions, drafts)
    about = agenda(text)
    titles = {role.holder: role.title.words for role in roles}
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        yield _record(text, dates, titles, about, draft)


def _from_cues(text: Text, mentions: Mentions, dates: list[Dated]) -> Iterator[Draft]:
    contents = Contents(text, {d.start: d for d in dates})
    capitals = {number for number in range(len(text.sentences)) if is_shouted(text, number)}
    issuers: dict[str, tuple[Found, ...]] = {}
    for cue in find_cues(text):
        if text.sentence_of[cue.token] in capitals or _is_ones_own(text, cue):
            continue
        speakers = owners_of(text, mentions, cue) if cue.frame == "noun" else speakers_of(text, mentions, cue)
        if cue.subject is not None and is_document(text, cue):  # "the statement added": whose the last one was
            speakers = speakers or _issued_before(text, cue.subject, issuers)
            issuers[text.lemmas[cue.subject]] = speakers
        if not speakers and (
            cue.frame in ("noun", "object", "silence")
            or cue.polarity == "hypothetical"
            or text.quoted[cue.token]
            or not (is_document(text, cue) or _is_quoted_beside(text, cue) or _is_spoken(text, cue))
        ):
            continue
        found = contents.of(cue, _subject_range(text, cue, speakers))
        for start, end in _clauses(text, *found) if found is not None else ():
            yield Draft(
                cue=cue,
                start=start,
                end=end,
                speakers=speakers,
                rule=f"cue-{cue.frame}",
                confidence=CONFIDENCE[cue.frame] + (HOPE if cue.frame == "noun" and cue.polarity == "hoped" else 0),
            )


def _issued_before(text: Text, document: int, issuers: dict[str, tuple[Found, ...]]) -> tuple[Found, ...]:
    definite = any(text.lower[j] == "the" for j in text.children[document])
    return issuers.get(text.lemmas[document], ()) if definite else ()


def _clauses(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "That A; that B, and that C": clauses that a semicolon parts are told one by one."""
    cuts = [j for j in range(start + 1, end - 2) if _is_next_clause(text, j)]
    if not any(text.words[j] == ";" for j in cuts):
        yield start, end
        return
    for cut in cuts:
        yield start, cut
        start = next(j for j in range(cut, end) if text.lower[j] == "that") + 1
    yield start, end


def _is_next_clause(text: Text, j: int) -> bool:
    """ "; that", "; and that", ", and that"."""
    joined = text.lower[j + 1] in ("and", "but")
    marked = text.lower[j + 1 + joined] == "that" and text.tags[j + 1 + joined] == "IN" and not text.quoted[j]
    return marked and (text.words[j] == ";" or (text.words[j] == "," and joined))


def _subject_range(text: Text, cue: Cue, speakers: tuple[Found, ...]) -> tuple[int, int] | None:
    """The tokens of the cue's subject with its appositions, kept on the subject's side of the verb."""
    if cue.subject is None:
        return (phrase_start(text, speakers[0].start), speakers[-1].end) if speakers else None
    start, end = text.subtree(cue.subject)
    if cue.subject < cue.token:
        end = min(end, cue.token)
        if speakers and speakers[0].start < start <= speakers[0].end:
            start = speakers[0].start
    else:
        start = max(start, cue.token + 1)
    return start, end


def _is_ones_own(text: Text, cue: Cue) -> bool:
    """ "We think it should be mutual", inside someone's words: no other's."""
    return cue.subject is not None and text.quoted[cue.token] and text.lower[cue.subject] in ("i", "we")


def _is_quoted_beside(text: Text, cue: Cue) -> bool:
    """True when a quotation ends or begins right at the verb: then someone spoke, whoever it was."""
    return any(abs(cue.token - e) <= 1 or 0 < s - cue.token <= 2 for s, e in text.quotes)


def _is_spoken(text: Text, cue: Cue) -> bool:
    """True when somebody does what only people do, though no mention says who."""
    cues = text.lexicon.pack.cues
    if cue.subject is None or cue.lemma not in cues.animate or text.lower[cue.subject] in IMPERSONAL:
        return False
    return text.lemmas[cue.subject] not in cues.inanimate and text.tags[cue.token] in FINITE


def _record(text: Text, dates: list[Dated], titles: dict[Found, str], about: Agenda, draft: Draft) -> Statement:
    cue = draft.cue
    where = text.span(draft.start, draft.end)
    at = draft.place if draft.rule != "orphan-quote" else draft.start
    first, last = text.sentences[text.sentence_of[at]]
    return Statement(
        evidence=text.evidence(first, last, draft.rule, draft.confidence),
        speakers=tuple(f.mention(text) for f in draft.speakers),
        via=tuple(f.mention(text) for f in dict.fromkeys(draft.via)),
        speaker_role=next((titles[f] for f in draft.speakers if f in titles), None),
        addressee=addressee(text, cue),
        venue=venue(text, cue),
        cue=cue.shown,
        mode=_mode(text, draft),
        polarity=cue.polarity,
        content=text.article.text[where.start : where.end],
        content_start=where.start,
        content_end=where.end,
        issues=topics(text, draft.start, draft.end, at, about, aside=_is_aside(text, draft)),
        when=time_of(text, dates, draft.start, draft.end, at) if draft.rule != "orphan-quote" else None,
    )


def _is_aside(text: Text, draft: Draft) -> bool:
    """A silence, a quotation that stands alone, blame and praise often are about nothing in particular."""
    if draft.rule == "orphan-quote":
        return True
    judged = text.lexicon.pack.cues.judged
    blames = draft.cue.frame == "object" and draft.cue.lemma in (*judged.get("for", ()), *judged.get("of", ()))
    return blames or draft.cue.frame == "silence"


def _mode(text: Text, draft: Draft) -> Mode:
    if draft.cue.frame == "silence":
        return "no-comment"
    inside = [text.quoted[i] for i in range(draft.start, draft.end) if text.pos[i] != "PUNCT"]
    if draft.rule == "turn" and not text.is_headline(text.sentence_of[draft.start]):
        return "direct"
    return "direct" if inside and all(inside) else "mixed" if any(inside) else "indirect"
