"""PDF: one article, its pages parted by blank lines. The date in the file is that of the file, and is left out."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

from kg.read.part import Part, Raw


def parts(raw: Raw) -> Iterator[Part]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    data = raw.stream.read()
    try:
        reader = PdfReader(BytesIO(data))
        # One that only its owner may change opens with no password.
        if reader.is_encrypted and not reader.decrypt(""):
            yield Part(fault="it is encrypted; save it without a password")
            return
        pages = []
        for page in reader.pages:
            pages.append(page.extract_text().strip())
            if sum(map(len, pages)) > raw.longest:
                break
        title = reader.metadata.title if reader.metadata else None
    except PyPdfError as error:
        yield Part(fault=f"it is no PDF that can be read ({' '.join(str(error).split())[:100]})")
        return
    text = "\n\n".join(filter(None, pages))
    if text:
        yield Part(text=text, title=title, source_sha256=sha256(data).hexdigest())
    else:
        yield Part(fault="its pages hold no text: is it scanned?")
