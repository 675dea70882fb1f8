"""The network of actors as GraphML and GEXF, written element by element.

https://graphml.graphdrawing.org/specification.html and https://gexf.net/schema.html (1.2draft, which most tools read).
XML 1.0 bans most control characters (https://www.w3.org/TR/xml/#charsets): they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Final
from xml.sax.saxutils import escape, quoteattr

from kg.export.choice import Choice
from kg.export.network import Edge, Network, Node
from kg.store.oxigraph import OxigraphStore

_BANNED: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NODE_TYPES: Final = {"kind": "string", "country": "string", "articles": "int", "mentions": "int"}
_EDGE_TYPES: Final = {"kind": "string", "mutual": "boolean", "first": "string", "last": "string"}


def graphml(store: OxigraphStore, choice: Choice, out: IO[bytes]) -> None:
    """Write the network as GraphML; `weight` is an attribute of edges."""
    with Network(store, choice) as network:
        out.writelines(line.encode() for line in _graphml(network))


def gexf(store: OxigraphStore, choice: Choice, out: IO[bytes]) -> None:
    """Write the network as GEXF with edges that last from their first to their last day."""
    with Network(store, choice) as network:
        out.writelines(line.encode() for line in _gexf(network))


def _graphml(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    keys = (("node", {"name": "string", **_NODE_TYPES}), ("edge", {"weight": "int", **_EDGE_TYPES}))
    for of, types in keys:
        for name, kind in types.items():
            yield f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for node in network.nodes():
        yield f"<node id={_quoted(node.iri)}>{_data(node, ('name', *_NODE_TYPES), 'node')}</node>\n"
    for edge in network.edges():
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        yield f"<edge {ends}>{_data(edge, ('weight', *_EDGE_TYPES), 'edge')}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _data(thing: Node | Edge, names: tuple[str, ...], of: str) -> str:
    values = ((name, _text(getattr(thing, name))) for name in names)
    return "".join(f'<data key="{of}-{name}">{_escaped(value)}</data>' for name, value in values if value)


def _gexf(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
    for of, types in (("node", _NODE_TYPES), ("edge", {"kind": "string", "mutual": "boolean"})):
        yield f'<attributes class="{of}" mode="static">\n'
        yield from (f'<attribute id="{name}" title="{name}" type="{_gexf_type(t)}"/>\n' for name, t in types.items())
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in network.nodes():
        values = _attvalues(node, tuple(_NODE_TYPES))
        yield f"<node id={_quoted(node.iri)} label={_quoted(node.name)}>{values}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(network.edges()):
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        lasts = "".join(f' {name}="{day}"' for name, day in (("start", edge.first), ("end", edge.last)) if day)
        yield (
            f'<edge id="{number}" {ends} weight="{edge.weight}" label={_quoted(edge.kind)}{lasts}>'
            f"{_attvalues(edge, ('kind', 'mutual'))}</edge>\n"
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _gexf_type(kind: str) -> str:
    return "integer" if kind == "int" else kind


def _attvalues(thing: Node | Edge, names: tuple[str, ...]) -> str:
    values = ((name, _text(getattr(thing, name))) for name in names)
    inner = "".join(f'<attvalue for="{name}" value={_quoted(value)}/>' for name, value in values if value)
    return f"<attvalues>{inner}</attvalues>"


def _text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    """The text as an attribute, quotation marks included."""
    return quoteattr(_BANNED.sub("", text))


def _escaped(text: str) -> str:
    """The text as content of an element; a carriage return as a reference, or a parser reads it as a line feed."""
    return escape(_BANNED.sub("", text), {"\r": "&#13;"})
