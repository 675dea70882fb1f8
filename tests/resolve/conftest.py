from __future__ import annotations

from datetime import date

import pytest

from kg.extract import extract
from kg.packs import Pack
from tests.reading import ParseTexts
from tests.resolve.resolving import Resolve, Resolved

DAY = date(2018, 6, 1)


@pytest.fixture(scope="session")
def resolved(parse_texts: ParseTexts, pack: Pack) -> Resolve:
    """Articles read and resolved together, published on one day unless another is given."""

    def texts(*strings: str, published: date | None = DAY) -> Resolved:
        return Resolved([extract(text) for text in parse_texts(strings, published)], pack)

    return texts
