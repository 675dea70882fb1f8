"""One parsed article as its extractors see it: token columns, sentences, quotations, and spans of the text as read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.extract.lexicon import Lexicon
from kg.extract.quotes import quotations
from kg.model import Article, Evidence, Reading, Span

HYPHENED = frozenset(
    {"cease-fire", "walk-out", "lock-out", "counter-measure", "go-ahead", "power-sharing", "thumbs-up", "thumbs-down"}
)


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
    def lemmas(self) -> list[str]:
        """Of "cease-fire", which the parser takes apart, the last token has the lemma of the whole."""
        found = [t.lemma_.lower() for t in self.tokens]
        for i in range(2, len(found)):
            if self.words[i - 1] == "-" and (whole := f"{found[i - 2]}-{found[i]}") in HYPHENED:
                found[i] = whole
        return found

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
