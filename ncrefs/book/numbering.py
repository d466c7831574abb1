"""
Numbers the citations of a page, and gives their sources in full at its foot.

A name in the text would say who and when; it would not say what kind of witness speaks,
and labels would be a fifth of the text. So a page has numbers, in the colour and shape of
the source's tier, and each leads to the foot; in the PDF they are those of the bibliography.
Prose has its citations before the stop of a sentence, where names in brackets stand, as in
LaTeX; numbers are set behind it.
"""

import re
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from ncrefs.book import citing, classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.domain import xref
from ncrefs.book.fold import fold, folded
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.vocabulary import TIERS

#: The id of the section at the foot.
SECTION = "sources"
#: Keeps what stands on both sides of it in one line.
_JOINER = "\u2060"
#: A list longer than this is folded.
_LONG = 8
#: The formats that have numbers for citations.
_NUMBERED = ("html", "pdf")
#: What a number stands behind: stops, and the quotation marks that they close or are closed by.
#: A closing bracket is none of them, since the words within it are what the source says.
_STOPS = re.compile("[”’»]*[.,;:?!]+[”’»]*|[”»]+")


class NumberSources(SphinxTransform):
    """
    Give each source of a document a number, by its first citation, and list them.
    """

    default_priority = 800  # roles and directives have run; quotes and Korean are seen to later

    def apply(self, **kwargs: Any) -> None:
        """
        Number the pending references, and fill the list or add one.
        """
        catalog = catalog_of(self.config)
        cites = [n for n in self.document.findall(pending_xref) if n.get("nc_citation")]
        places = [
            n for n in self.document.findall(nodes.bullet_list) if n["classes"] == [classes.SOURCES]
        ]
        own: Sequence[str] = places[0]["keys"] if places else ()
        keys = list(dict.fromkeys([*(node["reftarget"] for node in cites), *own]))
        numbers = {key: number for number, key in enumerate(keys, start=1)}
        for node in cites:
            node["nc_number"] = numbers[node["reftarget"]]
        if not keys:
            return
        if not places:
            place = nodes.bullet_list(classes=[classes.SOURCES], keys=[])
            sections = self.document.findall(nodes.section)
            top: nodes.Element = next(iter(sections), self.document)
            top.append(elements.section(SECTION, "Sources", place))
            places = [place]
        for key, number in numbers.items():
            places[0] += _item(key, number, catalog)
        if len(keys) > _LONG:
            section = places[0].parent
            section.replace(places[0], folded(_summary(keys, catalog), places[0]))


def _item(key: str, number: int, catalog: Catalog) -> nodes.list_item:
    source = catalog.sources[key]
    tier = classes.tier_class(source.tier)
    count = len(catalog.cited_by(key))
    line = elements.para(
        nodes.inline("", str(number), classes=[classes.NUMBER, tier]),
        nodes.Text(" "),
        xref(source, hint=""),
        nodes.Text(" "),
        nodes.inline("", source.tier, classes=[classes.TIER]),
        nodes.Text(" "),
        *citing.reference(source),
        nodes.inline(
            "",
            f" Cited by {phrases.counted(count, 'record', 'records')}.",
            classes=[classes.COUNT],
        ),
    )
    return nodes.list_item("", line, ids=[citing.anchor(key)])


def _summary(keys: Sequence[str], catalog: Catalog) -> str:
    """
    How many sources there are, by their tiers.
    """
    tiers = [catalog.sources[key].tier for key in keys]
    counts = [f"{tiers.count(tier)} {tier}" for tier in TIERS if tier in tiers]
    return f"{len(keys)} sources: {', '.join(counts)}"


def place_numbers(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Set the numbers of citations behind the stop, on pages high: `doctree-resolved`.
    """
    if app.builder.format not in _NUMBERED:
        return
    marks = [node for node in doctree.findall(nodes.inline) if classes.CITES in node["classes"]]
    for cites in marks:
        put_behind_stop(cites)
        join_to_last(cites)
    if app.builder.format == "html":
        for cites in marks:
            if cites in cites.parent:  # or another has it
                _raise(cites)


def put_behind_stop(cites: nodes.Element) -> None:
    """
    Let a mark of sources follow its words without a space, and the stop behind them.
    """
    parent = cites.parent
    place = parent.index(cites)
    before, after = _text(parent, place - 1), _text(parent, place + 1)
    found = _STOPS.match(after or "")
    stop = found[0] if found else ""
    if after is not None:
        parent[place + 1] = nodes.Text(after[len(stop) :])
    if before is not None or stop:
        # No line begins with a number.
        words = nodes.Text(f"{(before or '').rstrip()}{stop}{_JOINER}")
        parent[place - (before is not None) : place] = [words]


def _text(parent: nodes.Element, place: int) -> nodes.Text | None:
    node = parent[place] if 0 <= place < len(parent) else None
    return node if isinstance(node, nodes.Text) else None


def join_to_last(cites: nodes.Element) -> None:
    """
    Make a mark of sources that follows another one with it, which has each source once.
    """
    parent = cites.parent
    place = parent.index(cites)
    last = parent[place - 2] if place > 1 and parent[place - 1] == _JOINER else None
    if not isinstance(last, nodes.inline) or classes.CITES not in last["classes"]:
        return
    parts = [part for part in (*last, *cites) if not isinstance(part, nodes.Text)]
    links = {_target(part): part for part in parts}
    last.children = []
    last += [nodes.Text("("), *elements.join([[link] for link in links.values()], "; ")]
    last += nodes.Text(")")
    del parent[place - 1 : place + 1]


def _target(part: Any) -> object:
    """
    Where a source's number or name leads; itself, if that is nowhere in the book.
    """
    return part.get("refid") or part.get("refuri") or part


def _raise(cites: nodes.Element) -> None:
    """
    Set the numbers of a mark high, without brackets.
    """
    links = [link for link in cites.findall(nodes.reference) if link.get("refid")]
    if links:
        raised = nodes.superscript("", "", *links, classes=[classes.CITES])
        cites.parent.replace(cites, raised)


def unlist(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Keep the sources at the foot out of the index of the search: each has a place of its own.
    """
    for listed in doctree.findall(nodes.bullet_list):
        if classes.SOURCES in listed["classes"] and app.builder.format == "html":
            place = listed.parent if isinstance(listed.parent, fold) else listed
            place["classes"].append("no-search")


def setup(app: Sphinx) -> None:
    """
    Register what numbers, and what writes the numbers.
    """
    app.add_transform(NumberSources)
    app.connect("doctree-resolved", place_numbers, priority=600)
    app.connect("doctree-resolved", unlist, priority=650)
