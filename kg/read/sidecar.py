"""What a sidecar (`NAME.yaml` beside `NAME.txt` or the like) says of an article: when and by whom it was published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import yaml

from kg.errors import ArticleError, UsageError
from kg.iri import checked


class Sidecar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All keys are optional, unknown keys are refused; `inferred` marks a date that was worked out, not printed."""

    published: date | None = None
    inferred: bool = False
    publisher: str | None = None
    agencies: tuple[str, ...] = ()
    url: str | None = None
    title: str | None = None
    byline: str | None = None


def read_sidecar(article: Path, identifier: str) -> Sidecar:
    """The sidecar of the article or of a file of several, or an empty one. ArticleError when it is there and broken."""
    path = article.with_suffix(".yaml")
    if not path.is_file():
        return Sidecar()
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
        sidecar = msgspec.convert(found or {}, Sidecar)
        if sidecar.url:
            checked(sidecar.url)
        return sidecar
    except (OSError, ValueError, RecursionError, yaml.YAMLError, UsageError) as error:
        reason = str(error).replace("\n", " ")
        keys = ", ".join(Sidecar.__struct_fields__)
        raise ArticleError(
            identifier, f"the sidecar {path.name} cannot be used ({reason}); its keys are {keys}"
        ) from error
