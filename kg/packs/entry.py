"""What all curated data have in common: typed entries that refuse unknown keys, examples, and how two layers join."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Self, TypeVar

import msgspec

T = TypeVar("T")
Slots = dict[str, str | int | float | bool | None]
# The keys that hold sentences, and no words.
SENTENCES: Final = ("examples", "yes", "no")


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A typed entry of a pack: unknown keys are refused."""


class Example(Entry, frozen=True):
    """What the words under the key `of` yield: a record with these slots from each `yes`, and none from any `no`.

    `yields` names the record's kind under "record", and whichever of its slots matter.
    """

    of: str
    yields: Slots
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class WordFile(Entry, frozen=True):
    """A file of word lists, with examples for each."""

    examples: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        """ValueError where an example is of no list of this file."""
        listed = self.listed()
        for example in self.examples:
            if example.of not in listed:
                raise ValueError(f"the examples of `{example.of}` are of no list; there are {', '.join(listed)}")

    @classmethod
    def listed(cls) -> tuple[str, ...]:
        """The lists, as the file names them."""
        return tuple(f.encode_name for f in msgspec.structs.fields(cls) if f.name != "examples")

    def cases(self) -> Iterator[Example]:
        """All examples, those that entries of a list carry themselves among them."""
        yield from self.examples

    def words(self) -> Iterator[str]:
        """Every word and phrase of the lists, keys of tables included; names of kinds are none."""
        for field in msgspec.inspect.type_info(type(self)).fields:  # type: ignore[attr-defined]
            if field.name not in SENTENCES:
                yield from _words(getattr(self, field.name), field.type)

    def bare(self) -> Self:
        """The words without the examples."""
        return msgspec.structs.replace(self, examples=())

    def filled(self) -> Iterator[str]:
        """The lists that say something, as the file names them."""
        for field in msgspec.structs.fields(self):
            if field.name != "examples" and field.default != (value := getattr(self, field.name)) and value:
                yield field.encode_name


class Keyed(Entry, frozen=True):
    """A row that its identity tells from all others of its table."""

    @property
    def identity(self) -> str:
        """What no two rows of a table share."""
        raise TypeError(f"{type(self).__name__} has no identity")

    def upon(self, other: Self) -> Self:
        """This row in the place of an earlier one of its identity."""
        return self


def _words(value: object, kind: msgspec.inspect.Type) -> Iterator[str]:
    """The strings in a value of that type, where it says any string and not one of a few."""
    match kind, value:
        case msgspec.inspect.StrType(), str():
            yield value
        case msgspec.inspect.DictType(), dict():
            for key, below in value.items():
                yield from _words(key, kind.key_type)
                yield from _words(below, kind.value_type)
        case msgspec.inspect.StructType(), _:
            for field in kind.fields:
                if field.name not in SENTENCES:
                    yield from _words(getattr(value, field.name), field.type)
        case ((msgspec.inspect.FrozenSetType() | msgspec.inspect.VarTupleType()), (frozenset() | tuple())):
            for below in value:
                yield from _words(below, kind.item_type)


def united(below: T, above: T) -> T:
    """Both layers: lists are united, tables extended key by key; of anything else, the layer above counts."""
    if isinstance(below, Keyed) and isinstance(above, Keyed):
        return above.upon(below)
    if isinstance(below, Entry):
        names = [field.name for field in msgspec.structs.fields(below)]
        return type(below)(**{name: united(getattr(below, name), getattr(above, name)) for name in names})
    if isinstance(below, frozenset) and isinstance(above, frozenset):
        return below | above  # type: ignore[return-value]
    if isinstance(below, dict) and isinstance(above, dict):
        both = below.keys() & above.keys()
        return {**below, **above, **{key: united(below[key], above[key]) for key in both}}  # type: ignore[return-value]
    if isinstance(below, tuple) and isinstance(above, tuple):
        return _joined(below, above)  # type: ignore[return-value]
    return above


def _joined(below: tuple[object, ...], above: tuple[object, ...]) -> tuple[object, ...]:
    """The entries of both in order: of one key, or the same, only once."""
    rows: dict[object, object] = {}
    for entry in (*below, *above):
        key = entry.identity if isinstance(entry, Keyed) else entry if isinstance(entry, str) else id(entry)
        rows[key] = united(rows[key], entry) if key in rows and isinstance(entry, Keyed) else entry
    return tuple(rows.values())
