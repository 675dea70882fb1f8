"""What msgspec finds wrong with a value -> where it is in the file, and what would be valid there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from kg.errors import PackError

_PLACE: Final = re.compile(r"(?P<what>.*?)(?: - at (?P<key>`key` in )?`\$(?P<path>.*)`)?", re.DOTALL)
_STEP: Final = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<number>\d+|\.\.\.)\]")
_SAID: Final = (
    (re.compile(r"Object contains unknown field (`.*`)"), r"there is no key \1"),
    (re.compile(r"Object missing required field (`.*`)"), r"the key \1 is missing"),
    (re.compile(r"Invalid enum value ('.*')"), r"\1 is not known here"),
    (re.compile(r"Expected `(\w+)( \| null)?`, got `(\w+)`"), r"expected <\1>, found <\3>"),
    (re.compile(r"Expected `str` matching regex (.*)"), r"expected a text of the form \1"),
)
_NAMES: Final = {
    "array": "a list", "object": "keys with values", "str": "a text", "int": "a number", "float": "a number",
    "bool": "true or false", "null": "nothing",
}  # fmt: skip
# The keys that tell the entries of a list apart, where they have one.
_TELLING: Final = ("issue", "of", "words", "kind")


def fault(file: str, data: object, kind: Any, error: msgspec.ValidationError, entry: str = "") -> PackError:
    """The error as one of that file: its entry and key, what is wrong there, and what would be valid."""
    match = _PLACE.fullmatch(str(error))
    assert match is not None
    steps = [found["name"] or found["number"] for found in _STEP.finditer(match["path"] or "")]
    named = re.search(r"(?:unknown|required) field `(.*)`", match["what"])
    key = named[1] if named else next((step for step in reversed(steps) if not step.isdigit()), "")
    place = ", ".join(filter(None, [entry, *_named(data, steps)]))
    return PackError(file, _said(match["what"]), entry=place, key=key, valid=_valid(kind, steps, bool(match["key"])))


def _said(what: str) -> str:
    for pattern, words in _SAID:
        if pattern.search(what):
            plain = pattern.sub(words, what)
            return re.sub(r"<(\w+)>", lambda m: _NAMES.get(m[1], m[1]), plain)
    return what


def _named(data: Any, steps: list[str]) -> Iterator[str]:
    """The steps, entries of a list by what tells them apart."""
    for step in steps:
        if isinstance(data, dict) and step in data:
            data = data[step]
            yield f"`{step}`"
        elif isinstance(data, list) and step.isdigit():
            data = data[int(step)]
            name = next((data[key] for key in _TELLING if data.get(key)), "") if isinstance(data, dict) else ""
            name = name[0] if isinstance(name, list) else name
            yield f"entry {int(step) + 1}" + (f" ({name})" if name else "")


def _valid(kind: Any, steps: list[str], of_key: bool) -> tuple[str, ...]:
    """The keys or values that the type allows at that place; none where anything of a kind goes."""
    for step in steps:
        kind = _inner(kind, step)
    kind = _bare(kind)
    if of_key and get_origin(kind) is dict:
        kind = get_args(kind)[0]
    if get_origin(kind) in (frozenset, tuple) and get_origin(get_args(kind)[0]) is Literal:
        kind = get_args(kind)[0]
    if get_origin(kind) is Literal:
        return tuple(map(str, get_args(kind)))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return tuple(field.encode_name for field in msgspec.structs.fields(kind))
    return ()


def _inner(kind: Any, step: str) -> Any:
    """The type one step further in; None where there is no telling."""
    kind = _bare(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        hints = get_type_hints(kind, include_extras=True)
        return next((hints[f.name] for f in msgspec.structs.fields(kind) if f.encode_name == step), None)
    arguments = get_args(kind)
    return None if not arguments else arguments[1] if get_origin(kind) is dict else arguments[0]


def _bare(kind: Any) -> Any:
    """The type without annotations, and of a union its first member."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = get_args(kind)[0]
    return kind
