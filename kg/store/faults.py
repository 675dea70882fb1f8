"""What is wrong with a server, or with the way to it, in a line that says what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

import httpx

_USER: Final = "--auth and --auth-from"
_ADVICE: Final[Mapping[int, str]] = {
    401: f"it wants a user, or does not know this one: see {_USER}",
    403: f"it refuses this user: see {_USER}",
    404: "there is nothing at this address: check the URL (often it ends in /query or /sparql) and --profile, if any",
    405: "this address does not do that: check the URL (often it ends in /query or /sparql) and --profile, if any",
    413: "it refuses data of this size",
    507: "its disk is full",
}
# Servers answer 500 where another status was meant: what they say tells.
_SAID: Final = (
    (re.compile(r"no space left|disk (?:is )?full|\bENOSPC\b", re.IGNORECASE), _ADVICE[507]),
    # https://vos.openlinksw.com/owiki/wiki/VOS/VirtErrors
    (
        re.compile(r"permission denied|no permission|access denied|\bSR186\b|\bSQ(?:070|110)\b", re.IGNORECASE),
        _ADVICE[403],
    ),
    (re.compile(r"\bSR171\b|transaction timed out", re.IGNORECASE), "the query took too long for it"),
)
_TAG: Final = re.compile(r"<(?:style|script|title)\b.*?</[^>]*>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def said(body: bytes) -> str:
    """The start of what a server says, on one line and without markup."""
    return " ".join(_TAG.sub(" ", body.decode("utf-8", "replace")).split())[:200]


def refusal(response: httpx.Response, body: bytes) -> str:
    """Why the request came to nothing."""
    status = response.status_code
    if response.is_redirect:
        where = response.headers["location"][:200]
        return f"{_status(status)}: it sends to {where}, where nothing was sent: give that address if you trust it"
    text = said(body)
    meant = next((advice for pattern, advice in _SAID if pattern.search(text)), None)
    return f"{_status(status)}: {meant or _ADVICE.get(status) or text or 'it gives no reason'}"


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def failure(error: Exception) -> str:
    """Why there is no answer at all."""
    text = " ".join(str(error).split())[:200]
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return f"is no usable address: {text}"
    if isinstance(error, httpx.TimeoutException):
        return "does not answer in time"
    if "certificate" in text.lower() or "ssl" in text.lower():
        return f"cannot be trusted ({text}): name your own authority's certificate in SSL_CERT_FILE"
    if isinstance(error, httpx.ConnectError):
        return f"cannot be reached ({text}): is the server running?"
    return f"breaks off ({text or type(error).__name__}): is the server still running?"
