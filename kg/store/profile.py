"""Where kinds of server answer, and how a user is made known to them.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kg.errors import UsageError

if TYPE_CHECKING:
    import httpx

SECRET: Final = "KG_AUTH"


class ServerProfile(NamedTuple):
    """The paths after a server's address, empty for that address itself, and the ways it has.

    `parameter` names the graph in a request for one graph; `bulk` is the query string under which many graphs are taken
    in one request of N-Quads, None where there is no such way. `lead` is what a body of triples begins with.
    """

    query: str = ""
    data: str = ""
    parameter: str = "graph"
    auth: str = "none"
    bulk: str | None = ""
    lead: bytes = b""


PROFILES: Final[Mapping[str, ServerProfile]] = {
    "oxigraph": ServerProfile(query="/query", data="/store", bulk="no_transaction"),
    "virtuoso": ServerProfile(
        query="/sparql",
        data="/sparql-graph-crud-auth",
        parameter="graph-uri",
        auth="digest",
        bulk=None,
        # It guesses what a body is, and parses its beginning as HTML first: the comment hides the tags that IRIs are.
        lead=b"#<!--\n",
    ),
    "generic": ServerProfile(),
}


Auth: TypeAlias = "httpx.Auth | Callable[[httpx.Request], httpx.Request]"
AUTHS: Final = ("none", "basic", "digest", "bearer")


def credentials(scheme: str, variable: str = SECRET) -> Auth | None:
    """What makes the user known: USER:PASSWORD, or the token of `bearer`, is read from that environment variable.

    UsageError where it is not set; no message holds what it is set to.
    """
    if scheme == "none":
        return None
    import httpx

    secret = os.environ.get(variable, "")
    if not secret or (scheme != "bearer" and ":" not in secret):
        form = "the token" if scheme == "bearer" else "USER:PASSWORD"
        raise UsageError(f"--auth {scheme} needs {form} in the environment variable {variable}")
    if scheme == "bearer":
        return lambda request: _with_token(request, secret)
    user, _, password = secret.partition(":")
    return (httpx.DigestAuth if scheme == "digest" else httpx.BasicAuth)(user, password)


def _with_token(request: httpx.Request, token: str) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {token}"
    return request
