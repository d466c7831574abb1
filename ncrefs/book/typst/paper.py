"""
What differs on paper: the tree of a document, made fit for print.

A screen shows one page at a time and repeats on each what a reader may need. A book
has one bibliography, one index and pages with numbers, so that parts of a page
shrink to a line or go.
"""

from collections.abc import Iterator
from typing import TypeVar
from urllib.parse import unquote

from docutils import nodes

_E = TypeVar("_E", bound=nodes.Element)

#: Sections and fields that only a page on a screen needs.
_SCREEN_SECTIONS = frozenset({"cite"})
_SCREEN_FIELDS = frozenset({"Record"})
#: Tables of records that follow in the same chapter, in the order of the table.
_SCREEN_TABLES = frozenset({"nc-people", "nc-organizations", "nc-places"})
#: Lists of records, one a row.
_LEADING = frozenset({"nc-timeline", "nc-chapter"})
_ENTRY_MARKS = frozenset({"nc-lead", "nc-card"})
#: Classes of what is built from a record's relations, and so leads both ways already.
_APPARATUS = frozenset(
    {
        "nc-ties",
        "nc-claims",
        "nc-cited-by",
        "nc-about",
        "nc-figures",
        "nc-source-names",
        "nc-bibliography",
    }
)


class printed_footnote(nodes.Inline, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    A footnote, at the place that refers to it.
    """


def adapt(tree: nodes.document) -> None:
    """
    Make the tree of one document fit for print.
    """
    _remove(tree)
    for sources in list(_classed(tree, nodes.bullet_list, "nc-sources")):
        _name_sources(sources)
    for section in tree.findall(nodes.section):
        if "mentions" in section["ids"]:
            for paragraph in section.findall(nodes.paragraph):
                paragraph["classes"].append("nc-mentions")
    for ties in _classed(tree, nodes.definition_list, "nc-ties"):
        for bullets in ties.findall(nodes.bullet_list):
            bullets["classes"].append("nc-lines")
    for table in tree.findall(nodes.table):
        if _LEADING & {*table["classes"]}:
            _stress_names(table)
    for references in _classed(tree, nodes.definition_list, "nc-bibliography"):
        _shorten_bibliography(references)
    _place_footnotes(tree)


def _remove(tree: nodes.document) -> None:
    unwanted: list[nodes.Element] = [
        section for section in tree.findall(nodes.section) if _SCREEN_SECTIONS & {*section["ids"]}
    ]
    unwanted += [
        table for table in tree.findall(nodes.table) if _SCREEN_TABLES & {*table["classes"]}
    ]
    unwanted += [
        field
        for card in _classed(tree, nodes.field_list, "nc-card")
        for field in card.findall(nodes.field)
        if field[0].astext() in _SCREEN_FIELDS
    ]
    for element in unwanted:
        if element.parent is not None:
            element.parent.remove(element)


def _name_sources(sources: nodes.bullet_list) -> None:
    """
    Name the sources that the entry has not named yet; the bibliography has them all in full.
    """
    entry: nodes.Element = sources.parent
    while entry.parent is not None and not is_entry(entry):
        entry = entry.parent
    named = {
        link.get("refuri") for link in entry.findall(nodes.reference) if "nc-cite" in link["classes"]
    }
    links = [link for item in sources for link in [*item.findall(nodes.reference)][:1]]
    line = nodes.paragraph("", "", classes=["nc-source-names"])
    for link in links:
        if link.get("refuri") not in named:
            link["classes"].append("nc-cite")
            line += [nodes.Text("; " if line.children else "Also from: "), link]
    place: nodes.Element = sources
    parent = sources.parent
    before = parent.index(sources) - 1
    if before >= 0 and isinstance(parent[before], nodes.rubric):
        parent.remove(parent[before])
    elif isinstance(parent, nodes.section) and len(parent) == 2:
        place = parent
    place.parent.replace(place, [line] if line.children else [])


def _stress_names(table: nodes.table) -> None:
    """
    Set the record that each row of a list is about in bold.
    """
    for body in table.findall(nodes.tbody):
        for row in body.findall(nodes.row):
            links = (link for link in row.findall(nodes.reference) if "nc-badge" not in link["classes"])
            name = next(links, None)
            if name is not None:
                place = name.parent
                index = place.index(name)
                place.remove(name)
                place.insert(index, nodes.strong("", "", name))


def _shorten_bibliography(references: nodes.definition_list) -> None:
    for item in references.findall(nodes.definition_list_item):
        for key in list(item.findall(nodes.literal)):
            key.parent.remove(key)
        for cited in list(_classed(item, nodes.paragraph, "nc-cited-by")):
            cited.parent.remove(cited)  # the pages on which it is cited stand there instead
        for link in item.findall(nodes.reference):
            if not link.get("internal") and not link.astext().startswith("doi:"):
                link.children = []
                link += nodes.Text(readable(link["refuri"]))


def readable(uri: str) -> str:
    """
    An address as one prints it.

    >>> readable("https://ko.wikipedia.org/wiki/%EA%B5%B0")
    'ko.wikipedia.org/wiki/군'
    """
    decoded = unquote(uri)
    if "\ufffd" in decoded or not decoded.isprintable() or " " in decoded:
        decoded = uri
    return decoded.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _place_footnotes(tree: nodes.document) -> None:
    texts = {id_: footnote for footnote in tree.findall(nodes.footnote) for id_ in footnote["ids"]}
    for mark in list(tree.findall(nodes.footnote_reference)):
        footnote = texts.get(mark.get("refid", ""))
        if footnote is not None:
            parts = [part.deepcopy() for part in footnote if not isinstance(part, nodes.label)]
            mark.parent.replace(mark, printed_footnote("", *parts))
    for footnote in list(tree.findall(nodes.footnote)):
        footnote.parent.remove(footnote)


def _classed(tree: nodes.Element, kind: type[_E], name: str) -> Iterator[_E]:
    return (element for element in tree.findall(kind) if name in element["classes"])


def is_entry(section: nodes.Element) -> bool:
    """
    Whether a section is the entry of a record: it has a summary or a card of facts.
    """
    return any(
        isinstance(child, nodes.Element) and not _ENTRY_MARKS.isdisjoint(child["classes"])
        for child in section
    )


def in_prose(node: nodes.Node) -> bool:
    """
    Whether a node stands in running text rather than in a card, table or list of relations.
    """
    parent = node.parent
    while parent is not None and not isinstance(parent, nodes.section):
        if isinstance(parent, nodes.table | nodes.field_list):
            return False
        if any(name in _APPARATUS for name in parent["classes"]):
            return False
        parent = parent.parent
    return True
