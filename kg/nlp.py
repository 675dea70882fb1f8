"""Clean text -> spaCy Docs with the project's own sentence starts: the only loader of models."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelMissing
from kg.files import MODEL
from kg.model import Reading

__all__ = ["MODEL", "Language", "Parser", "load_model"]

BATCH: Final = 32
ROOM: Final = 200_000
"""Characters that are parsed at once, unless a text alone has more: they take up to a gigabyte."""
LOOKED_UP: Final = ["attribute_ruler", "lemmatizer"]


def load_model(name: str = MODEL) -> Language:
    """The installed spaCy model of that name. ModelMissing holds the command that installs it."""
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        raise ModelMissing(name) from error
    loaded: Language = package.load()
    return loaded


class Parser:
    """Readings -> Docs with tags, dependencies, entities, parts of speech and lemmas.

    Parts of speech and lemmas follow from a token's form, tag and dependency, so they are looked up in a table that
    the model's own attribute ruler and lemmatizer fill, each entry in isolation: a fifth of the time saved, and what
    an article gets depends on no other one. Two-token rules of the ruler ("gon na") are left out, but for "there is".
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._table: dict[tuple[int, ...], tuple[int, int]] = {}
        rules = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        strings = nlp.vocab.strings
        told_apart = {strings[dep] for pattern in patterns for token in pattern for dep in _values(token.get("DEP"))}
        self._deps = np.asarray(sorted(told_apart), dtype=np.uint64)
        self._openers = {w for p in patterns if len(p) > 1 for w in _values(p[0].get("LOWER"))} | {"y", "y'"}

    def parse(self, readings: Iterable[Reading]) -> Iterator[Doc]:
        """One Doc per reading, in order."""
        for batch in _batches(readings):
            docs = (_with_sentences(self._nlp, reading) for reading in batch)
            for doc in self._nlp.pipe(docs, batch_size=BATCH, disable=LOOKED_UP):
                yield self._with_forms(doc)

    def _with_forms(self, doc: Doc) -> Doc:
        if len(doc) == 0:
            return doc
        rows = doc.to_array(["TAG", "DEP", "ORTH"])
        after_expletive = np.concatenate(([0], rows[:-1, 1] == doc.vocab.strings["expl"])).astype(np.uint64)
        rows[~np.isin(rows[:, 1], self._deps), 1] = 0
        keys = [tuple(row) for row in np.column_stack((rows, after_expletive)).tolist()]
        unknown = [key for key in dict.fromkeys(keys) if key not in self._table]
        if unknown:
            self._learn(unknown)
        forms = np.asarray([self._table[key] for key in keys], dtype=np.uint64)
        return doc.from_array(["POS", "LEMMA"], cast(Any, forms))

    def _learn(self, keys: list[tuple[int, ...]]) -> None:
        """Let the model say part of speech and lemma of each form, between words that no rule joins it to."""
        strings = self._nlp.vocab.strings
        forms: list[tuple[str, str, str]] = []
        places: list[int] = []
        for tag, dep, orth, after_expletive in keys:
            if after_expletive:
                forms.append(("there", "EX", "expl"))
            elif forms and forms[-1][0].lower() in self._openers:
                forms.append(("|", "SYM", "dep"))
            places.append(len(forms))
            forms.append((strings[orth], strings[tag], strings[dep] if dep else "dep"))
        words, tags, deps = (list(column) for column in zip(*forms, strict=True))
        doc = Doc(self._nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for name in LOOKED_UP:
            doc = self._nlp.get_pipe(name)(doc)
        for key, place in zip(keys, places, strict=True):
            self._table[key] = (doc[place].pos, doc[place].lemma)


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """The readings in order, as many at once as pay and as there is room for."""
    batch: list[Reading] = []
    size = 0
    for reading in readings:
        if batch and (len(batch) == BATCH or size + len(reading.text) > ROOM):
            yield batch
            batch, size = [], 0
        batch.append(reading)
        size += len(reading.text)
    if batch:
        yield batch


def _values(condition: Any) -> list[str]:
    """The values that a token pattern's condition names, be it to have them or not."""
    if isinstance(condition, dict):
        return [value for part in condition.values() for value in _values(part)]
    return [condition] if isinstance(condition, str) else list(condition or ())


def _with_sentences(nlp: Language, reading: Reading) -> Doc:
    doc = nlp.make_doc(reading.text)
    if len(doc) == 0:
        return doc
    places = np.asarray([token.idx for token in doc])
    flags = np.full((len(doc), 1), -1, dtype=np.int64)
    flags[np.searchsorted(places, reading.starts)] = 1
    return doc.from_array(["SENT_START"], cast(Any, flags.astype(np.uint64)))  # the stub knows only spaCy's own types
