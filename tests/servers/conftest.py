from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from kg.store.endpoint import Endpoint
from kg.store.profile import credentials
from kg.store.transport import Limits
from tests.servers import running


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory) -> Iterator[str]:
    """The address of a real Virtuoso 7 on loopback, empty at first."""
    if not shutil.which("virtuoso-t"):
        pytest.skip("there is no Virtuoso: apt-get install --no-install-recommends virtuoso-opensource-7")
    with running.virtuoso(tmp_path_factory.mktemp("virtuoso")) as (url, _):
        yield url


@pytest.fixture(scope="session", params=["oxigraph", pytest.param("virtuoso", marks=pytest.mark.long)])
def there(request, tmp_path_factory) -> Iterator[Endpoint]:
    """Each real server in turn, to write to and to ask; `emptied` before other graphs are loaded."""
    if request.param == "oxigraph":
        with (
            running.oxigraph(tmp_path_factory.mktemp("oxigraph")) as url,
            Endpoint(url, profile="oxigraph") as endpoint,
        ):
            yield endpoint
        return
    url = request.getfixturevalue("virtuoso")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KG_AUTH", f"{running.USER}:{running.PASSWORD}")
        auth = credentials("digest")
    with Endpoint(url, profile="virtuoso", auth=auth, limits=Limits(seconds=30.0)) as endpoint:
        yield endpoint
