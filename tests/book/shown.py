"""
What content says, in a short form that a test can hold beside it, and what it is said of.
"""

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import Any, Final

from docutils import nodes
from sphinx.addnodes import pending_xref

from ncrefs.book.content.prose import Prose
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings.node import drawing
from ncrefs.book.fold import fold
from ncrefs.book.web import web
from ncrefs.catalog import Catalog
from ncrefs.origins import Origin

_SIGNS: Final = {nodes.emphasis: "*", nodes.strong: "**", nodes.literal: "`"}
_NAMES: Final = {
    nodes.paragraph: "p",
    nodes.bullet_list: "list",
    nodes.definition_list: "terms",
    nodes.definition_list_item: "=",
    nodes.field_list: "fields",
    nodes.field: "=",
}
#: What every table has.
_TABLE: Final = ".table.colwidths-auto"
#: What a link of the book has unless it says otherwise.
_USUAL: Final = {"refdomain": "nc", "refwarn": True}


class Quoted(Prose):
    """
    Quotes the texts of records as they are, with where they stand; builds render them.
    """

    def __init__(self) -> None:
        """
        There is no build.
        """

    def blocks(self, text: str, origin: Origin, line: int) -> list[nodes.Node]:
        return [nodes.paragraph("", f"“{text.strip()}” {origin.path.name}:{line}")]

    def inline(self, text: str, origin: Origin, field: str) -> list[nodes.Node]:
        return [nodes.Text(f"“{text}” {origin.path.stem}/{field}")]


def scribe(catalog: Catalog, id_: str) -> Scribe:
    """
    The scribe of a record.
    """
    return Scribe(catalog.records[id_], catalog, Quoted())


def shown(found: Iterable[nodes.Node]) -> list[str]:
    """
    Nodes as lines: a block each, with its classes, ids and words; what it holds is indented.
    """
    return [line for node in found for line in _block(node)]


def said(found: Iterable[nodes.Node]) -> str:
    """
    Inline nodes as one line.
    """
    return "".join(_inline(node) for node in found)


@singledispatch
def _block(node: Any) -> list[str]:
    if not isinstance(node, nodes.Element) or isinstance(node, nodes.Inline):
        return [_inline(node)]
    return [_name(node), *_indented(node.children)]


@_block.register
def _(node: nodes.section | nodes.field | nodes.definition_list_item) -> list[str]:
    head: Any
    head, *rest = node.children
    return [f"{_name(node)} {_name(head)}{said(head.children)}", *_indented(rest)]


@_block.register
def _(node: nodes.definition | nodes.field_body) -> list[str]:
    return shown(node.children)


@_block.register
def _(node: nodes.TextElement) -> list[str]:
    if isinstance(node, nodes.Inline):
        return [_inline(node)]
    return [f"{_name(node)}: {said(node.children)}" if node.children else _name(node)]


@_block.register
def _(node: nodes.row) -> list[str]:
    return [f"| {' | '.join(map(_cell, node.children))} |{_marks(node)}"]


@_block.register
def _(node: nodes.tgroup) -> list[str]:
    parts: Any = node.children[node["cols"] :]
    return shown(row for part in parts for row in part.children)


@_block.register
def _(node: nodes.list_item) -> list[str]:
    line, *rest = shown(node.children)
    return [f"-{_marks(node)} {line.removeprefix('p: ')}", *(f"  {more}" for more in rest)]


def _indented(children: Iterable[nodes.Node]) -> list[str]:
    return [f"  {line}" for line in shown(children)]


def _name(node: Any) -> str:
    """
    What a block is, with its marks.
    """
    match node:
        case fold():
            return f"fold “{node['summary']}”{_marks(node)}"
        case drawing():
            return f"drawing “{node['label']}” of {node['table'] or 'records'}"
        case nodes.enumerated_list():
            numbers = f"{node['enumtype']} {node['prefix']}{node['suffix']}"
            return f"list {numbers}{_marks(node)}"
        case nodes.table():
            return f"table{_marks(node).replace(_TABLE, '')}"
        case nodes.title() | nodes.field_name() | nodes.term():
            return f"{_marks(node)} ".lstrip()
    return f"{_NAMES.get(type(node), node.tagname)}{_marks(node)}"


def _cell(node: Any) -> str:
    sort = f"[{node['sort']}] " if "sort" in node else ""
    words = " / ".join(line.removeprefix("p: ") for line in shown(node.children) if line != "p")
    return f"{sort}{words}{_marks(node)}"


@singledispatch
def _inline(node: Any) -> str:
    names = f"{_marks(node)} ".lstrip()
    return f"{{{names}{said(node.children)}}}"


@_inline.register
def _(node: nodes.Text) -> str:
    return str(node)


@_inline.register
def _(node: nodes.reference) -> str:
    if "refid" in node:
        return f"[{said(node.children)}](#{node['refid']})"
    odd = " internal" if node["internal"] else ""
    return f"[{said(node.children)}]({node['refuri']}{odd})"


@_inline.register
def _(node: web) -> str:
    return f"<<{node['html']}>>"


@_inline.register
def _(node: nodes.raw) -> str:
    return f"<<{node['format']} {node.astext()}>>"


@_inline.register
def _(node: nodes.emphasis | nodes.strong | nodes.literal) -> str:
    sign = _SIGNS[type(node)]
    return f"{sign}{said(node.children)}{sign}"


@_inline.register
def _(node: pending_xref) -> str:
    """
    A link by its target, after its words if it has its own: "[Kim](kim “his hint” .class)".
    """
    target = node["reftarget"] + (f"#{node['nc_anchor']}" if "nc_anchor" in node else "")
    hint = f" “{node['nc_hint']}”" if "nc_hint" in node else ""
    odd = "".join(f" {key}={node[key]}" for key, usual in _USUAL.items() if node[key] != usual)
    more = f"{hint}{_marks(node)}{odd}"
    words = said(node.children).removeprefix("{").removesuffix("}")
    if node["reftype"] in ("grade", "verdict"):
        plain = f" “”.badge.{node['reftype']}-{target}"
        return f"<{target}>" if (words, more) == (target, plain) else f"<{words} {target}{more}>"
    return f"[{words}]({target}{more})" if node["refexplicit"] else f"[{target}{more}]"


def _marks(node: Any) -> str:
    classes: Sequence[str] = [name.removeprefix("nc-") for name in node["classes"]]
    return "".join([*(f".{name}" for name in classes), *(f"#{name}" for name in node["ids"])])
