"""
What differs on paper: the tree of a document, made fit for print.

A screen shows one page at a time and repeats on each what a reader may need. A book
has one bibliography, one index and pages with numbers, so that parts of a page
shrink to a line or go.
"""

from collections.abc import Sequence
from urllib.parse import unquote

from docutils import nodes

from ncrefs.book.classes import (
    ABOUT,
    BADGE,
    BIBLIOGRAPHY,
    BOXES,
    CARD,
    CHAPTER,
    CITE,
    CITED_BY,
    CLAIMS,
    FIGURES,
    GLANCE,
    LEAD,
    LINES,
    MENTIONS,
    ON_SCREEN,
    ROLES,
    SOURCE_NAMES,
    SOURCES,
    TIES,
    TIMELINE,
    VERSIONS,
    of_kind,
)

#: Tables of records that follow in the same chapter, in the order of the table.
_SCREEN_TABLES = frozenset(map(of_kind, ("people", "organizations", "places")))
#: Where a long address may go on in the next line; it is not seen.
_BREAK = "\u200b"
#: Lists of records, one a row.
_LEADING = frozenset({TIMELINE, CHAPTER})
_ENTRY_MARKS = frozenset({LEAD, CARD})
#: Classes of what is built from a record's relations, and so leads both ways already.
_APPARATUS = frozenset(
    {
        BOXES,
        GLANCE,
        MENTIONS,
        ROLES,
        TIES,
        VERSIONS,
        CLAIMS,
        CITED_BY,
        ABOUT,
        FIGURES,
        SOURCE_NAMES,
        BIBLIOGRAPHY,
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
    elements = shorten(tree)
    footnotes = [element for element in elements if isinstance(element, nodes.footnote)]
    if footnotes:
        _place_footnotes(footnotes, elements)


def shorten(tree: nodes.document) -> list[nodes.Element]:
    """
    Take out of a tree what only a screen needs; give the elements that it had.
    """
    elements = [*tree.findall(nodes.Element)]  # walking a large tree costs more than all else
    for element in elements:
        if _on_screen_only(element):
            element.parent.remove(element)
    for element in elements:
        _shorten(element)
    return elements


def _shorten(element: nodes.Element) -> None:
    classes = element["classes"]
    match element:
        case nodes.bullet_list() if SOURCES in classes:
            _name_sources(element)
        case nodes.definition_list() if TIES in classes:
            for bullets in element.findall(nodes.bullet_list):
                bullets["classes"].append(LINES)
        case nodes.definition_list() if BIBLIOGRAPHY in classes:
            _shorten_bibliography(element)
        case nodes.table() if not _LEADING.isdisjoint(classes):
            _stress_names(element)


def _on_screen_only(element: nodes.Element) -> bool:
    match element:
        case nodes.table():
            return not _SCREEN_TABLES.isdisjoint(element["classes"])
        case nodes.paragraph():
            return ON_SCREEN in element["classes"]
        case nodes.container():
            return "pst-js-only" in element["classes"]  # the theme's word for what scripts fill
    return False


def _name_sources(sources: nodes.bullet_list) -> None:
    """
    Name the sources that the entry has not named yet; the bibliography has them all in full.
    """
    entry: nodes.Element = sources.parent
    while entry.parent is not None and not is_entry(entry):
        entry = entry.parent
    named = {
        link.get("refuri") for link in entry.findall(nodes.reference) if CITE in link["classes"]
    }
    links = [link for item in sources for link in [*item.findall(nodes.reference)][:1]]
    line = nodes.paragraph("", "", classes=[SOURCE_NAMES])
    for link in links:
        if link.get("refuri") not in named:
            link["classes"].append(CITE)
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
            links = (link for link in row.findall(nodes.reference) if BADGE not in link["classes"])
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
        for line in [*item.findall(nodes.paragraph)]:
            if CITED_BY in line["classes"]:
                line.parent.remove(line)  # the pages on which it is cited stand there instead
        for link in item.findall(nodes.reference):
            if not link.get("internal") and not link.astext().startswith("doi:"):
                link.children = []
                address = readable(link["refuri"])
                link.append(nodes.Text(address.replace("_", f"_{_BREAK}")))


def readable(uri: str) -> str:
    """
    An address as one prints it.

    >>> readable("https://ko.wikipedia.org/wiki/%EA%B5%B0")
    'ko.wikipedia.org/wiki/군'
    """
    decoded = unquote(uri)
    if "\ufffd" in decoded or not decoded.isprintable():
        decoded = uri
    decoded = decoded.replace(" ", "%20")  # an address ends at a space
    return decoded.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _place_footnotes(
    footnotes: Sequence[nodes.footnote], elements: Sequence[nodes.Element]
) -> None:
    texts = {id_: footnote for footnote in footnotes for id_ in footnote["ids"]}
    for mark in elements:
        if isinstance(mark, nodes.footnote_reference) and mark.get("refid") in texts:
            footnote = texts[mark["refid"]]
            parts = [part.deepcopy() for part in footnote if not isinstance(part, nodes.label)]
            mark.parent.replace(mark, printed_footnote("", *parts))
    for footnote in footnotes:
        footnote.parent.remove(footnote)


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
