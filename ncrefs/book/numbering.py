"""
Numbers the citations of a page, and gives their sources in full at its foot.

A name in the text would say who and when; it would not say what kind of witness speaks,
and labels would be a fifth of the text. So a page has numbers, in the colour and shape of
the source's tier, and each leads to the foot. Print keeps the names.
"""

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from ncrefs.book import citing, classes
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


class NumberSources(SphinxTransform):
    """
    Give each source of a document a number, by its first citation, and list them.
    """

    default_priority = 800  # roles and directives have run; quotes and Korean are seen to later

    def apply(self, **kwargs: Any) -> None:
        """
        Number the pending references, and fill the list or add one.
        """
        del kwargs
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
            f" Cited by {count} {'record' if count == 1 else 'records'}.",
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


def raise_numbers(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Set the numbers of citations high, without brackets and spaces: `doctree-resolved`.
    """
    if app.builder.format != "html":
        return
    for cites in [*doctree.findall(nodes.inline)]:
        if classes.CITES not in cites["classes"]:
            continue
        links = [link for link in cites.findall(nodes.reference) if link.get("refid")]
        if not links:
            continue
        raised = nodes.superscript("", "", *links, classes=[classes.CITES])
        place = cites.parent.index(cites)
        before = cites.parent[place - 1] if place else None
        if isinstance(before, nodes.Text):
            # No line begins with a number.
            cites.parent[place - 1] = nodes.Text(f"{before.rstrip()}{_JOINER}")
        cites.parent[place] = raised


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
    app.connect("doctree-resolved", raise_numbers, priority=600)
    app.connect("doctree-resolved", unlist, priority=650)
