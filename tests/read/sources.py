"""One article in every kind of source there is, written by hand, for the tests of all of them."""

from __future__ import annotations

import json
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

from pypdf import PdfWriter

HEADLINE: Final = "No deal on fish"
# Quotes, a letter beyond the basic plane and a combining accent: what offsets go wrong on.
FIRST: Final = "Norwegian Fisheries Minister Anna Holm said on Monday that the talks on herring had failed in Bodø. 🐟"
SECOND: Final = "“Nothing is agreed,” said Karl Brandt of Denmark & the cafe\u0301, who met Ms Holm in Lisbon."
BODY: Final = (FIRST, SECOND)


class Sample(NamedTuple):
    """A source's file name, its bytes, the article's identifier, and which fields it says."""

    name: str
    data: bytes
    identifier: str
    told: frozenset[str]
    headline: bool


ALL: Final = frozenset({"title", "byline", "publisher", "published", "url"})


def _page() -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in BODY)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | The Harbour Post</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Mette Krog"><meta property="article:published_time" content="2021-06-16T23:30:00-05:00">
<link rel="canonical" href="https://harbour.example/fish"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>{HEADLINE}</h1><p class="byline">By Mette Krog</p>
{paragraphs}</article><script>var unseen = 1;</script>
<footer>Copyright 2021 The Harbour Post. All rights reserved.</footer></body></html>
""".encode()


def _rss() -> bytes:
    body = escape("".join(f"<p>{escape(line)}</p>" for line in BODY))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Post</title>
<item><title>{HEADLINE}</title><link>https://harbour.example/fish</link><guid isPermaLink="false">fish-1</guid>
<dc:creator>Mette Krog</dc:creator><pubDate>Wed, 16 Jun 2021 23:30:00 -0500</pubDate><description>{body}</description>
</item></channel></rss>
""".encode()


def _atom() -> bytes:
    body = escape("".join(f"<p>{escape(line)}</p>" for line in BODY))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><id>urn:x</id>
<updated>2021-06-17T04:30:00Z</updated>
<entry><title>{HEADLINE}</title><link href="https://harbour.example/fish"/><id>urn:fish:1</id>
<author><name>Mette Krog</name></author>
<published>2021-06-16T23:30:00-05:00</published><updated>2021-06-18T01:00:00Z</updated>
<summary>Too short.</summary><content type="html">{body}</content></entry></feed>
""".encode()


ROW: Final = {
    "text": "\n\n".join(BODY),
    "title": HEADLINE,
    "byline": "Mette Krog",
    "publisher": "The Harbour Post",
    "published": "2021-06-16",
    "url": "https://harbour.example/fish",
    "agencies": "NTB; AFP",
}


def table(delimiter: str, *rows: dict[str, str]) -> bytes:
    """The rows as a table, each cell quoted."""
    lines = [rows[0].keys(), *(row.values() for row in rows)]
    return "".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines
    ).encode()


def pdf(*lines: str) -> bytes:
    """A PDF of one page with these lines (Latin-1), by ISO 32000-1, 7.5."""
    shown = " ".join(f"({line}) Tj T*".replace("“", "\\(").replace("”", "\\)") for line in lines)
    stream = f"BT /F1 10 Tf 14 TL 40 780 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Title (No deal on fish) /Author (Mette Krog) /CreationDate (D:20220101) >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + rows + trailer


def encrypted(password: str, owner: str = "owner") -> bytes:
    """A PDF that opens with this password, or with its owner's."""
    writer, out = PdfWriter(clone_from=BytesIO(pdf(*PDF_LINES))), BytesIO()
    writer.encrypt(password, owner, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


PDF_LINES: Final = (
    "Norwegian Fisheries Minister Anna Holm said on Monday that the talks on herring had",
    "failed in Lisbon. Karl Brandt of Denmark said that nothing was agreed, and that his",
    "country would not sign. He met Ms Holm in Lisbon on Sunday for talks on the quotas.",
    "Both sides said that they would meet again in June.",
)
MARKDOWN: Final = f"""---
title: {HEADLINE}
author: Mette Krog
publisher: The Harbour Post
date: 2021-06-16
url: https://harbour.example/fish
---
# {HEADLINE}

{FIRST.replace("Anna Holm", "**Anna Holm**").replace("Monday", "_Monday_")}

![A boat](boat.png)

> {SECOND.replace("Karl Brandt", "[Karl Brandt](https://harbour.example/brandt)")}

```
not prose
```
"""
PLAIN: Final = "\r\n\r\n".join((HEADLINE, *BODY)) + "\r\n"
SAMPLES: Final = {
    "text": Sample("a.txt", PLAIN.encode(), "a.txt", frozenset(), True),
    "text with a mark": Sample("a.txt", b"\xef\xbb\xbf" + PLAIN.encode(), "a.txt", frozenset(), True),
    "markdown": Sample("a.md", MARKDOWN.encode(), "a.md", ALL, True),
    "html": Sample("a.html", _page(), "a.html", ALL, True),
    "html in Latin": Sample(
        "a.htm",
        _page().decode().replace("🐟", "").replace("e\u0301", "é").encode("cp1252", "xmlcharrefreplace"),
        "a.htm", ALL, True,
    ),
    "csv": Sample("a.csv", table(",", ROW), "a.csv#1", ALL, False),
    "tsv": Sample("a.tsv", table("\t", ROW), "a.tsv#1", ALL, False),
    "jsonl": Sample("a.jsonl", b"\n" + json.dumps(ROW).encode() + b"\n", "a.jsonl#2", ALL, False),
    "rss": Sample("a.rss", _rss(), "a.rss#fish-1", ALL, True),
    "atom": Sample("a.xml", _atom(), "a.xml#urn:fish:1", ALL, True),
    "pdf": Sample("a.pdf", pdf(*PDF_LINES), "a.pdf", frozenset({"title"}), False),
}  # fmt: skip


def write(folder: Path, sample: Sample) -> Path:
    path = folder / sample.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sample.data)
    return path
