"""The words that say what an office is for: "Energy Minister", "Ministry of Trade and Industry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import Lexicon

_JOINING = frozenset({"and", "&"})


def portfolios(words: Sequence[str], lemmas: Sequence[str], lexicon: Lexicon) -> frozenset[int]:
    """The tokens that are the portfolio in an office's title or a ministry's name, written with capitals."""
    heads = lexicon.pack.people.public | lexicon.pack.institutions.heads.keys()
    return frozenset(
        token
        for i, lemma in enumerate(lemmas)
        if lemma in heads and words[i].istitle()
        for token in (*_before(words, i, lexicon), *_after(words, i, lexicon))
    )


def _before(words: Sequence[str], i: int, lexicon: Lexicon) -> Iterator[int]:
    while i > 0 and _is_portfolio(words[i - 1], lexicon):
        i -= 1
        yield i


def _after(words: Sequence[str], i: int, lexicon: Lexicon) -> Iterator[int]:
    if i + 1 < len(words) and words[i + 1] in ("of", "for"):
        i += 2
        while i < len(words) and _is_portfolio(words[i], lexicon) and words[i].istitle():
            yield i
            i += 1


def _is_portfolio(word: str, lexicon: Lexicon) -> bool:
    return word in _JOINING or word.lower() in lexicon.portfolio_words
