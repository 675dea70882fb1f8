"""Pages of the web: fetched within limits, and from public addresses only."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

import httpx

from kg import __version__
from kg.errors import ArticleError
from kg.read.part import LARGEST

REDIRECTS: Final = 5
# For each wait, and for the whole of a page, in seconds.
WAIT: Final = 10.0
DEADLINE: Final = 30.0
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_PORTS: Final = {"http": 80, "https": 443}
# IPv4 addresses as networks without IPv4 write them: RFC 6052.
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
_HEADERS: Final = {
    "User-Agent": f"kg/{__version__}",
    "Accept-Encoding": "gzip, deflate",
    "Accept": "text/html, */*;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: its bytes, media type and charset, in lower case, and the address it came from at last."""

    data: bytes
    media_type: str
    charset: str
    url: str


def fetch(url: str, *, allow_private: bool = False, largest: int = LARGEST, deadline: float = DEADLINE) -> Page:
    """The page of that address, also behind a few redirects. ArticleError says why it cannot be had.

    Each host is looked up once, and the address that was checked is the one spoken to. Proxies are not used: they
    would look it up again.
    """
    end = time.monotonic() + deadline
    where = url
    try:
        with httpx.Client(timeout=min(WAIT, deadline), trust_env=False) as client:
            for _ in range(REDIRECTS + 1):
                with _asked(client, httpx.URL(where), url, allow_private) as answer:
                    if answer.status_code not in _MOVED or "location" not in answer.headers:
                        return _page(answer, url, where, largest, end)
                    where = str(httpx.URL(where).join(answer.headers["location"]))
    except httpx.TimeoutException as error:
        raise ArticleError(url, f"the server does not answer within {min(WAIT, deadline):g} s") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise ArticleError(url, f"it cannot be fetched ({' '.join(str(error).split())[:200]})") from error
    raise ArticleError(url, f"it was redirected more than {REDIRECTS} times")


@contextmanager
def _asked(client: httpx.Client, where: httpx.URL, url: str, allow_private: bool) -> Iterator[httpx.Response]:
    """The answer of the first of the host's addresses that can be reached."""
    if where.scheme not in _PORTS or not where.host:
        raise ArticleError(url, f"it leads to {str(where)[:200]!r}, which is no http(s) address")
    refused: httpx.ConnectError | httpx.ConnectTimeout | None = None
    for address in _addresses(where, url, allow_private):
        request = client.build_request(
            "GET", where.copy_with(host=address), headers={**_HEADERS, "Host": where.netloc.decode("ascii")},
            extensions={"sni_hostname": where.raw_host.decode("ascii")},
        )  # fmt: skip
        try:
            answer = client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            refused = error
            continue
        try:
            yield answer
        finally:
            answer.close()
        return
    raise refused or httpx.ConnectError("the host has no address")


def _addresses(where: httpx.URL, url: str, allow_private: bool) -> list[str]:
    """The addresses of the host, each one public unless others are allowed."""
    host = where.raw_host.decode("ascii").strip("[]")
    try:
        found = socket.getaddrinfo(host, where.port or _PORTS[where.scheme], type=socket.SOCK_STREAM)
    except OSError as error:
        raise ArticleError(url, f"there is no host {host}") from error
    addresses = list(dict.fromkeys(str(place[4][0]) for place in found))
    private = [address for address in addresses if not _is_public(address)]
    if private and not allow_private:
        at = f"{host} is at {private[0]}," if host != private[0] else f"{host} is"
        raise ArticleError(url, f"{at} a private address (--allow-private reads from it)")
    return addresses


def _is_public(address: str) -> bool:
    found = ip_address(address.partition("%")[0])
    inner: IPv4Address | IPv6Address = found
    if isinstance(found, IPv6Address):
        behind = IPv4Address(int(found) & 0xFFFF_FFFF) if found in _TRANSLATED else None
        inner = behind or found.ipv4_mapped or found.sixtofour or found
    return found.is_global and inner.is_global and not found.is_multicast


def _page(answer: httpx.Response, url: str, where: str, largest: int, end: float) -> Page:
    if answer.status_code != 200:
        raise ArticleError(url, f"the server answers {answer.status_code} {answer.reason_phrase}".strip())
    data = bytearray()
    for chunk in answer.iter_bytes():
        data += chunk
        if len(data) > largest:
            raise ArticleError(url, f"it is larger than {largest:,} bytes")
        if time.monotonic() > end:
            raise ArticleError(url, "it takes too long to arrive")
    media_type, _, rest = answer.headers.get("content-type", "").lower().partition(";")
    charset = rest.partition("charset=")[2].partition(";")[0].strip("\"' ")
    return Page(bytes(data), media_type.strip(), charset, where)
