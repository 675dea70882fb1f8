"""Pages fetched from a real server on loopback: what is stored, and how little a bad server can do."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import ArticleError
from kg.model import Article
from kg.read import Options, find, read
from kg.read.web import _is_public, fetch
from tests.read.sources import FIRST, HEADLINE, PLAIN, ROW, SAMPLES, pdf, table

PAGE = SAMPLES["html"].data
LATIN = f"{FIRST.rstrip(' 🐟')} Both sides met in the café.".encode("latin-1")
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the table below; remembers what it was asked."""

    asked: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        ANSWERS.get(self.path, status(404))(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def body(data: bytes, kind: str = "text/html", **headers: str) -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def status(code: int, location: str = "") -> Answer:
    def answer(handler: Handler) -> None:
        handler.send_response(code)
        if location:
            handler.send_header("Location", location.replace("PORT", str(handler.server.server_address[1])))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>more</p>" * 10_000)
    except OSError:
        pass


def dripping(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b".")
            time.sleep(0.05)
    except OSError:
        pass


def silent(handler: Handler) -> None:
    time.sleep(3)


def cut_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    handler.wfile.write(PAGE)
    handler.close_connection = True


def gzip_bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(size)) + packer.flush()


ANSWERS: dict[str, Answer] = {
    "/fish": body(PAGE, "text/html; charset=utf-8"),
    "/packed": body(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/latin": body(SAMPLES["html in Latin"].data, "text/html; charset=ISO-8859-1"),
    "/lies": body(PAGE, "text/html; charset=ISO-8859-1"),
    "/plain": body(PLAIN.encode(), "text/plain; charset=utf-8"),
    "/plain-latin": body(LATIN, "text/plain; charset=ISO-8859-1"),
    "/feed": body(SAMPLES["rss"].data, "application/rss+xml"),
    "/table": body(table(",", ROW), "text/csv"),
    "/paper": body(
        pdf("The ministers of nine states said on Monday that they had failed to agree."), "application/pdf"
    ),
    "/picture": body(b"\x89PNG", "image/png"),
    "/gone": status(410),
    "/moved": status(302, "/fish"),
    "/chain": status(307, "http://localhost:PORT/moved"),
    "/loop": status(301, "/loop"),
    "/file": status(302, "file:///etc/passwd"),
    "/inside": status(302, "http://169.254.169.254/latest/meta-data"),
    "/beside": status(301, "http://127.0.0.2:PORT/fish"),
    "/endless": endless,
    "/dripping": dripping,
    "/silent": silent,
    "/cut": cut_off,
    "/bomb": body(gzip_bomb(300), Content_Encoding="gzip"),
    "/broken": body(b"no gzip at all", Content_Encoding="gzip"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that answers by the table."""
    Handler.asked = []
    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    http.shutdown()
    http.server_close()


def read_url(url: str) -> list[Article | ArticleError]:
    return list(read(find([url]).sources, Options(allow_private=True)))


@pytest.mark.parametrize("path", ["/fish", "/packed", "/latin", "/lies", "/moved", "/chain"])
def test_a_page_is_an_article_by_its_address(server: str, path: str) -> None:
    (article,) = read_url(server + path)
    assert isinstance(article, Article)
    assert (article.identifier, article.url, article.title) == (server + path, server + path, HEADLINE)
    assert (article.publisher, article.byline, str(article.published)) == (
        "The Harbour Post", "Mette Krog", "2021-06-16",
    )  # fmt: skip
    assert "“Nothing is agreed,” said" in article.text
    assert "in Bodø." in article.text


@pytest.mark.parametrize(
    ("path", "key"), [("/plain", ""), ("/plain-latin", ""), ("/feed", "#fish-1"), ("/table", "#1"), ("/paper", "")]
)
def test_the_media_type_tells_the_kind(server: str, path: str, key: str) -> None:
    (article,) = read_url(server + path)
    assert isinstance(article, Article)
    assert article.identifier == f"{server}{path}{key}"
    assert article.url == ("https://harbour.example/fish" if key else server + path)


def test_the_hash_of_a_text_in_another_charset_is_of_the_bytes_that_were_sent(server: str) -> None:
    (article,) = read_url(f"{server}/plain-latin")
    assert isinstance(article, Article)
    assert article.text.endswith("the café.")
    assert article.source_sha256 == hashlib.sha256(LATIN).hexdigest()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "it is of type image/png, which cannot be read; --kind says what it is"),
        ("/gone", "the server answers 410"),
        ("/nowhere", "the server answers 404"),
        ("/loop", "redirected more than 5 times"),
        ("/file", "passwd', which is no http"),
        ("/bomb", "larger than 20,000,000 bytes"),
        ("/endless", "larger than 20,000,000 bytes"),
        ("/broken", "cannot be fetched"),
        ("/cut", "cannot be fetched"),
    ],
)
def test_what_cannot_be_had_is_told_in_one_line(server: str, path: str, reason: str) -> None:
    (error,) = read_url(server + path)
    assert isinstance(error, ArticleError)
    assert reason in error.reason
    assert "\n" not in str(error)
    assert error.source == server + path


@pytest.mark.parametrize("path", ["/dripping", "/silent"])
def test_a_slow_server_is_not_waited_for(server: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ArticleError, match=r"takes too long|does not answer"):
        fetch(server + path, allow_private=True, deadline=0.5)
    assert time.monotonic() - begun < 2.5


def test_private_hosts_are_not_asked_unless_allowed(server: str) -> None:
    Handler.asked.clear()
    port = server.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1"):
        with pytest.raises(ArticleError, match=r"a private address \(--allow-private|no host|cannot be fetched"):
            fetch(f"http://{host}:{port}/fish")
    assert Handler.asked == []


@pytest.mark.parametrize("path", ["/inside", "/beside"])
def test_a_public_page_leads_to_no_private_host(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.web._is_public", lambda address: address == "127.0.0.1")
    Handler.asked.clear()
    assert fetch(f"{server}/moved").data == PAGE
    with pytest.raises(ArticleError, match=r"is a private address \(--allow-private"):
        fetch(server + path)
    assert [asked for asked, _ in Handler.asked] == ["/moved", "/fish", path]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.0.0.1", False), ("192.168.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False),
        ("255.255.255.255", False), ("64:ff9b::7f00:1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert _is_public(address) is public


def test_the_server_is_told_the_host_that_was_asked_for(server: str) -> None:
    Handler.asked.clear()
    host = f"localhost:{server.rpartition(':')[2]}"
    fetch(f"http://{host}/fish", allow_private=True)
    assert Handler.asked == [("/fish", host)]


def test_a_host_that_is_none_is_told() -> None:
    with pytest.raises(ArticleError, match=r"there is no host|cannot be fetched"):
        fetch("http://nowhere.invalid/")
