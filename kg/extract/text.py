"""One parsed article as its extractors see it: token columns, sentences, quotations, and spans of the text as read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extract.lexicon import Lexicon
from kg.extract.portfolios import portfolios
from kg.extract.quotes import quotations
from kg.model import Article, Evidence, Reading, Span


@dataclass
class Text:
    """An article, what the parser saw and said of it, and the lexicon. Token and sentence numbers count from 0."""

    article: Article
    reading: Reading
    doc: Doc
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> list[Token]:
        return list(self.doc)

    @cached_property
    def words(self) -> list[str]:
        return [t.text for t in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        return [word.lower() for word in self.words]

    @cached_property
    def parts(self) -> list[str]:
        """The lemma of each token by itself."""
        return [t.lemma_.lower() for t in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """Of "cease-fire", which the parser takes apart, the last token has the lemma of the whole if a pack has it."""
        found = list(self.parts)
        for i, word in enumerate(self.words):
            if word == "-" and 0 < i < len(found) - 1:
                found[i + 1] = self._hyphened(i, found[i + 1]) or found[i + 1]
        return found

    def _hyphened(self, hyphen: int, last: str) -> str | None:
        """The longest word of the packs whose last part, the lemma or as printed, stands behind the hyphen."""
        whole, before, i = None, "", hyphen
        while i > 0 and self.words[i] == "-" and self.ends[i - 1] == self.starts[i] == self.starts[i + 1] - 1:
            before = f"{self.lower[i - 1]}-{before}"
            forms = (before + last, before + self.lower[hyphen + 1])
            whole = next((form for form in forms if form in self.lexicon.hyphened), whole)
            i -= 2
        return whole

    @cached_property
    def matter(self) -> list[str]:
        """The lemma of each token by itself, but of what an office is for: "Energy Minister" is not about energy."""
        idle = portfolios(self.words, self.parts, self.lexicon)
        return ["" if i in idle else lemma for i, lemma in enumerate(self.parts)]

    @cached_property
    def pos(self) -> list[str]:
        return [t.pos_ for t in self.tokens]

    @cached_property
    def tags(self) -> list[str]:
        return [t.tag_ for t in self.tokens]

    @cached_property
    def deps(self) -> list[str]:
        return [t.dep_ for t in self.tokens]

    @cached_property
    def heads(self) -> list[int]:
        return [t.head.i for t in self.tokens]

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return [found.get(i, ()) for i in range(len(self.heads))]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends in the clean text."""
        return [t.idx + len(t.text) for t in self.tokens]

    @cached_property
    def starts(self) -> list[int]:
        return [t.idx for t in self.tokens]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges [start, end) of the sentences, one for each of the reading's."""
        starts = [i for i, t in enumerate(self.tokens) if t.is_sent_start or i == 0]
        return list(pairwise([*starts, len(self.tokens)]))

    @cached_property
    def sentence_of(self) -> list[int]:
        found = [0] * len(self.tokens)
        for number, (start, end) in enumerate(self.sentences):
            found[start:end] = [number] * (end - start)
        return found

    def paragraph(self, sentence: int) -> int:
        return self.reading.sentences[min(sentence, len(self.reading.sentences) - 1)].paragraph

    def is_headline(self, sentence: int) -> bool:
        return self.reading.sentences[min(sentence, len(self.reading.sentences) - 1)].headline

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Token ranges of the quotations, marks included."""
        found = []
        for start, end in quotations(self.reading):
            span = self.doc.char_span(start, end, alignment_mode="expand")
            if span is not None and len(span) > 1:
                found.append((span.start, span.end))
        return found

    @cached_property
    def quoted(self) -> list[bool]:
        """For each token, whether it stands inside quotation marks."""
        found = [False] * len(self.tokens)
        for start, end in self.quotes:
            found[start:end] = [True] * (end - start)
        return found

    def clean(self, start: int, end: int) -> str:
        """The clean text of the tokens [start, end)."""
        return self.reading.text[self.starts[start] : self.ends[end - 1]]

    def span(self, start: int, end: int) -> Span:
        """Where the tokens [start, end) stand in the article as read."""
        return self.reading.raw(self.starts[start], self.ends[end - 1])

    def evidence(self, start: int, end: int, rule: str, confidence: float) -> Evidence:
        where = self.span(start, end)
        return Evidence(
            article=self.article.identifier, start=where.start, end=where.end, rule=rule, confidence=confidence
        )

    def subtree(self, i: int) -> tuple[int, int]:
        """The token range that the token's subtree spans."""
        token = self.tokens[i]
        return token.left_edge.i, token.right_edge.i + 1
