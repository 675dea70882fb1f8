"""Requests to one server: bounded in time and memory, made again where that is safe, and never sent elsewhere."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Final, NamedTuple, Self

import httpx

from kg.errors import StoreError
from kg.store.faults import failure, refusal
from kg.store.profile import Auth

_CONNECT: Final = 10.0
_MEMORY: Final = 16 * 1024 * 1024
# An answer larger than this is no answer of ours; it would fill the disk.
_LARGEST: Final = 1024**3
_REASON: Final = 64 * 1024
_BUSY: Final = frozenset({429, 502, 503, 504})
_LONGEST_PAUSE: Final = 30.0


class Limits(NamedTuple):
    """Seconds that one request may take, bytes of an answer, and the pauses before it is made again."""

    seconds: float = 300.0
    size: int = _LARGEST
    pauses: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0)


class Refused(StoreError):
    """The server answered, but not with success."""

    def __init__(self, store: str, reason: str, status: int, headers: httpx.Headers, body: bytes) -> None:
        super().__init__(store, reason)
        self.status, self.headers, self.body = status, headers, body


class Reply(NamedTuple):
    """The headers of a success, and its body in a file that spills to disk."""

    headers: httpx.Headers
    body: IO[bytes]

    @property
    def kind(self) -> str:
        """Its media type."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()


class Body:
    """Bytes to be sent, let go of as soon as that is done.

    A request of httpx stands in a cycle with its response: what it holds itself waits for the garbage collector.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __iter__(self) -> Iterator[bytes]:
        yield self._data

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._data = b""


class Transport:
    """The way to a server; every fault is one StoreError that says what to look at."""

    def __init__(self, name: str, auth: Auth | None, limits: Limits) -> None:
        user, _, host = re.split(r"[/?#]", name.partition("://")[2])[0].rpartition("@")
        if user:
            raise StoreError(host, "write no password into the address: see --auth and --auth-from")
        self.name, self._limits, self._met = name, limits, False
        timeout = httpx.Timeout(limits.seconds, connect=min(_CONNECT, limits.seconds))
        self._client = httpx.Client(timeout=timeout, auth=auth, follow_redirects=False)

    def send(self, method: str, url: str, *, again: bool, most: int | None = None, **what: object) -> Reply:
        """The reply to a request that succeeded; `again` says that to make it twice is as good as once.

        It is made again when a server that was there breaks off, or when it is busy and says so; not when time is up.
        Refused with what the server says otherwise. With `most`, a longer body is read no further than until it has so
        many bytes.
        """
        for pause in (*(self._limits.pauses if again else ()), None):
            try:
                with self._client.stream(method, url, **what) as response:  # type: ignore[arg-type]
                    self._met = True
                    if response.is_success:
                        return Reply(response.headers, self._read(response, most))
                    if pause is None or response.status_code not in _BUSY:
                        body = b"".join(_until(response.iter_bytes(), _REASON))
                        reason = f"{method} {refusal(response, body)}"
                        raise Refused(self.name, reason, response.status_code, response.headers, body)
                    pause = _asked(response.headers, pause)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                if pause is None or not self._met or isinstance(error, httpx.TimeoutException):
                    raise StoreError(self.name, failure(error)) from error
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _read(self, response: httpx.Response, most: int | None) -> IO[bytes]:
        """The body, or enough of it; StoreError where it does not end in time or in size."""
        body: IO[bytes] = SpooledTemporaryFile(_MEMORY)  # noqa: SIM115
        end, size = time.monotonic() + self._limits.seconds, 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > self._limits.size:
                raise StoreError(self.name, f"its answer does not end: {size:,} bytes and more")
            if time.monotonic() > end:
                raise StoreError(self.name, f"its answer does not end: more than {self._limits.seconds:.0f} s")
            try:
                body.write(piece)
            except OSError as error:
                raise StoreError(self.name, f"its answer does not fit on this disk: {error.strerror}") from error
            if most is not None and size >= most:
                break
        body.seek(0)
        return body

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()


def _asked(headers: Mapping[str, str], pause: float) -> float:
    """The pause, or the longer one that the server asks for."""
    wanted = headers.get("retry-after", "")
    return min(float(wanted), _LONGEST_PAUSE) if wanted.isdecimal() else pause


def _until(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece[:size]
        size -= len(piece)
        if size <= 0:
            return
