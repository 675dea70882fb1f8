"""Whom a cue's subject denotes: the mention of its head, and what stands for it where the parser lost the subject."""

from __future__ import annotations

from kg.extract.bounds import CLOSING, PAUSE
from kg.extract.cues import Cue
from kg.extract.found import Found, head_of, with_modifiers
from kg.extract.mentions import Mentions
from kg.extract.reporting import OBJECTS
from kg.extract.tags import FINITE
from kg.extract.text import Text

SPEAKING = frozenset({"person", "institution", "polity", "group", "unknown"})
# Pronouns that stand for people: "some of you have complained", "many say".
SOME = frozenset("some many others several most few both all one another".split())
# "Let it be known that", "made it clear that".
CLEARING = frozenset({"make", "let", "leave"})
HOSTS = frozenset({"host", "colleague", "counterpart", "successor", "rival", "owner", "brother", "wife", "critic"})
TAIL = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"})
LONGEST_TAIL = 8
ISSUING = frozenset({"of", "from", "by"})
LONGEST_NAME = 8


def speakers_of(text: Text, mentions: Mentions, cue: Cue) -> tuple[Found, ...]:
    """The mentions that the subject denotes: its head, and what is coordinated with it; never a name inside it."""
    heads = [cue.subject] if cue.subject is not None else []
    heads += [j for h in heads for j in _conjuncts(text, h)]
    found = [f for h in heads if (f := _named_by(text, mentions, h)) is not None and f.kind in SPEAKING]
    if len(found) < 2 and cue.subject is not None and (named := _bearer(text, mentions, cue, found)) is not None:
        return (named,)
    if not found and cue.subject is not None and text.lemmas[cue.subject] in text.lexicon.pack.cues.documents:
        found = _issuer(text, mentions, cue.subject)
    if not found and cue.subject is not None and _is_bare(text, cue) and _is_someone(text, mentions, cue):
        found = [someone(text, cue.subject)]  # before a name that only stands beside: "the rebels who seized him said"
    if not found:
        beside = _beside(text, mentions, cue.token) or _across_apposition(text, mentions, cue.token, cue)
        found = [beside] if beside is not None else []
    if not found and cue.subject is not None and _is_someone(text, mentions, cue):
        found = [someone(text, cue.subject)]
    return tuple(dict.fromkeys(found))


def _named_by(text: Text, mentions: Mentions, head: int) -> Found | None:
    """The mention of a subject's head: of "the minister, X," the name in apposition."""
    found = mentions.at(head)
    if found is None and text.words[head].isupper():  # "Anna Holm MEP"
        found = next(
            (f for j in text.children[head] if text.deps[j] == "compound" and (f := mentions.at(j)) is not None), None
        )
    if found is not None and found.form == "title" and (ranked := _ranked(text, mentions, found.end)) is not None:
        return ranked
    if found is None or found.form == "title":
        beside = [j for j in text.children[head] if text.deps[j] == "appos" and j > head]
        apposed = [f for j in beside if (f := mentions.at(j)) is not None]
        if found is not None and text.words[found.end : found.end + 1] == [","]:
            apposed += [f for j in range(found.end + 1, min(found.end + 4, len(text.words))) if (f := mentions.at(j))]
        return next((f for f in apposed if f.kind == "person" and f.form == "name"), found)
    return found


def _ranked(text: Text, mentions: Mentions, end: int) -> Found | None:
    """ "Chief of staff General X said": the name that ends the phrase of a title."""
    for j in range(end, min(end + LONGEST_TAIL, len(text.words))):
        named = mentions.at(j)
        if named is not None and (named.kind, named.form) == ("person", "name"):
            noun = j > end + 1 and text.pos[j - 1] in ("NOUN", "PROPN")
            closed = FINITE.union(("MD", "RB", ",")).intersection(text.tags[named.end : named.end + 1])
            return named if noun and closed else None
        if text.pos[j] not in ("NOUN", "PROPN") and text.lower[j] != "of":
            return None
    return None


def _bearer(text: Text, mentions: Mentions, cue: Cue, found: list[Found]) -> Found | None:
    """The name beside a noun that has no name of its own."""
    noun = cue.subject
    if noun is None or text.pos[noun] != "NOUN" or text.tags[noun] == "NNS" or (found and found[0].form == "name"):
        return None
    return _named_before(text, mentions, noun) or _named_behind(text, mentions, noun, cue.token)


def _named_before(text: Text, mentions: Mentions, noun: int) -> Found | None:
    """ "X, head of Y, announced"."""
    start = text.subtree(noun)[0]
    before = mentions.at(start - 2) if start > 1 and text.words[start - 1] == "," else None
    apposed = text.deps[noun] == "appos" or not any(text.deps[j] in ("det", "poss") for j in text.children[noun])
    person = before is not None and (before.kind, before.form) == ("person", "name")
    return before if person and apposed and is_people(text, noun) else None


def _named_behind(text: Text, mentions: Mentions, noun: int, verb: int) -> Found | None:
    """ "The host, Prime Minister X, insisted", "their lobby, Y, announced"."""
    comma = _tail_end(text, noun)
    if text.words[comma : comma + 1] != [","]:
        return None
    for j in range(comma + 1, min(comma + LONGEST_NAME, len(text.words))):
        named = mentions.at(j)
        if named is not None and named.form in ("name", "acronym"):
            person = named.kind == "person" and (is_people(text, noun) or text.lemmas[noun] in HOSTS)
            body = named.kind == "institution" and j == comma + 1 and text.lemmas[noun] in text.lexicon.pack.cues.bodies
            closed = named.end in (verb, len(text.words)) or text.words[named.end] in (",", ".", ";")
            return named if (person or body) and closed else None
        if text.pos[j] not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
    return None


def _tail_end(text: Text, noun: int) -> int:
    """Where "in Oslo" behind a noun ends; at an office, for in "a spokesman for the president, X," either is named."""
    end = noun + 1
    limit = min(noun + LONGEST_TAIL, len(text.words))
    public = text.lexicon.pack.people.public
    while end < limit and text.pos[end] in TAIL and text.lemmas[end] not in public:
        end += 1
    return end


def _is_bare(text: Text, cue: Cue) -> bool:
    """True for a noun that no name in apposition can follow."""
    subject = cue.subject
    if subject is None or subject == cue.token or text.pos[subject] != "NOUN":
        return False
    return text.words[subject + 1 : subject + 2] != [","]


def _is_someone(text: Text, mentions: Mentions, cue: Cue) -> bool:
    """True when a noun that no mention covers does what only people do."""
    subject, cues = cue.subject, text.lexicon.pack.cues
    if subject is None or mentions.at(subject) is not None:
        return False
    if text.pos[subject] not in ("NOUN", "PROPN"):
        return text.lower[subject] in SOME and cue.lemma in cues.animate
    if text.lower[subject].endswith("ing") and subject == text.sentences[text.sentence_of[subject]][0]:
        return False  # "Citing reports that", where the parser sees a name
    lemma = text.lemmas[subject]
    human = cue.lemma in cues.animate | cues.quote | CLEARING or cue.frame == "silence" or is_people(text, subject)
    return human and lemma not in cues.inanimate and lemma not in cues.documents


def is_people(text: Text, i: int) -> bool:
    """True for a noun that only people bear."""
    people = text.lexicon.pack.people
    return text.lemmas[i].startswith("spokes") or text.lemmas[i] in people.groups | people.unnamed | people.heads


def someone(text: Text, head: int) -> Found:
    start = with_modifiers(text, head, lambda i: i < text.heads[i] <= head)
    plural = text.tags[head] in ("NNS", "NNPS") or text.lower[head] in SOME
    end = head + 1
    if text.lower[end : end + 1] in (["for"], ["of"]) and (plural or text.lemmas[head].startswith("spokes")):
        end = min(text.subtree(head)[1], head + LONGEST_NAME)
        end = next((j for j in range(head + 1, end) if text.words[j] == "," or text.tags[j] in FINITE), end)
    return Found(
        start=start,
        end=end,
        form="group",
        kind="group",
        name=text.clean(start, end),
        rule="speaking-noun",
        confidence=0.75 if is_people(text, head) or (end - start > 1 and text.tags[head] == "NNP") else 0.6,
        plural=plural,
        head=head,
    )


def _across_apposition(text: Text, mentions: Mentions, i: int, cue: Cue) -> Found | None:
    """ "X, head of Y, which does Z, called": whom the parser lost, where what is said of him begins the sentence."""
    while text.deps[i] == "conj" and text.heads[i] < i:
        i = text.heads[i]
    start = text.sentences[text.sentence_of[i]][0]
    if cue.subject is not None or text.tags[i] not in FINITE or text.words[i - 1 : i] != [","]:
        return None
    start = max([start, *(e for _, e in text.quotes if start < e < i)])
    if text.pos[start] == "ADP" and "," in text.words[start : start + 4]:  # "In Tehran, Minister X, the envoy, said"
        start = text.words.index(",", start) + 1
    opening = (f for j in range(start, min(start + 5, i)) if (f := mentions.at(j)) is not None)
    first = next((f for f in opening if f.kind in SPEAKING), None)
    behind = text.words[first.end] if first is not None else ""
    return first if first is not None and behind in (",", "of") and first.end < i - 1 else None


def _conjuncts(text: Text, head: int) -> list[int]:
    clause = next((j for j in text.children[head] if text.deps[j] == "relcl"), len(text.words))
    return [k for j in text.children[head] if text.deps[j] == "conj" and j < clause for k in (j, *_conjuncts(text, j))]


def _issuer(text: Text, mentions: Mentions, document: int) -> list[Found]:
    """ "A ministry statement said", "a statement from the ministry said": who issued the document."""
    inside = [j for j in text.children[document] if text.deps[j] in ("poss", "compound", "nmod")]
    holders = [document, *(j for j in text.children[document] if text.deps[j] == "acl")]  # "issued by the ministers"
    inside += [k for h in holders for j in text.children[h] if text.lower[j] in ISSUING for k in text.children[j]]
    return [f for j in inside if (f := mentions.at(j)) is not None and f.kind in SPEAKING][:1]


def phrase_start(text: Text, i: int) -> int:
    """Where the titles before a name begin, if they follow a pause: ", Transport Secretary X said"."""
    j = i
    while j > max(0, i - LONGEST_NAME) and text.pos[j - 1] in ("PROPN", "NOUN", "ADJ", "DET"):
        j -= 1
    return j if j and text.words[j - 1] in PAUSE | CLOSING else i


def _beside(text: Text, mentions: Mentions, i: int) -> Found | None:
    """The mention right before the verb, or right behind it where speaker and verb are inverted."""
    start, end = text.sentences[text.sentence_of[i]]
    j = i - 1
    while j > start and text.pos[j] in ("ADV", "AUX"):
        j -= 1
    before = mentions.at(j) if j >= start else None
    if before is None and text.words[j] == "," and j == i - 1:
        before = _apposed(text, mentions, j, start)
    if before is not None and before.kind in SPEAKING:
        return before
    inverted = i > start and (text.words[i - 1] in ('"', "”", "'", "’", "?", "!", ","))
    after = mentions.at(i + 1) if i + 1 < end else None
    if after is not None and text.words[i - 1] == "," and text.deps[head_of(text, after.start, after.end)] in OBJECTS:
        return None
    return after if inverted and after is not None and after.kind in SPEAKING else None


def _apposed(text: Text, mentions: Mentions, comma: int, start: int) -> Found | None:
    """ ", a league spokeswoman, X, confirmed": the name between the last two commas, behind a noun for people."""
    found = mentions.at(comma - 1)
    if found is None or found.kind != "person" or found.start - 2 <= start or text.words[found.start - 1] != ",":
        return None
    noun, people = text.lemmas[found.start - 2], text.lexicon.pack.people
    return found if noun in people.heads | people.groups | people.unnamed else None


def is_document(text: Text, cue: Cue) -> bool:
    return cue.subject is not None and text.lemmas[cue.subject] in text.lexicon.pack.cues.documents
