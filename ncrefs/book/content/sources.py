"""
The bibliography: what opens it, and a page for each letter of its short names.
"""

from collections import Counter
from functools import cache

from docutils import nodes

from ncrefs import korean, labels
from ncrefs.book import addresses, citing, classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.lists import class_text
from ncrefs.book.domain import xref
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import SOURCES
from ncrefs.model import Source
from ncrefs.vocabulary import TIERS


@cache
def by_letter(catalog: Catalog) -> dict[str, list[Source]]:
    """
    The sources under their letters, each by its short name; other scripts come last.
    """
    names = labels.labels(catalog)
    groups: dict[str, list[Source]] = {}
    for source in sorted(catalog.sources, key=lambda s: (korean.fold(names[s.id]), s.id)):
        groups.setdefault(labels.initial(source), []).append(source)
    return {letter: groups[letter] for letter in sorted(groups, key=_place)}


def _place(letter: str) -> tuple[bool, str]:
    return letter == labels.OTHER, letter


def title(letter: str) -> str:
    """
    The title of a letter's page.
    """
    return f"Sources: {_label(letter)}"


def _label(letter: str) -> str:
    return letter if letter == labels.OTHER else letter.upper()


def _words(letter: str) -> str:
    return "no Latin letter" if letter == labels.OTHER else letter.upper()


def overview(catalog: Catalog) -> list[nodes.Node]:
    """
    The way to each letter, and how many sources of each tier there are.
    """
    counts = Counter(str(source.tier) for source in catalog.sources)
    rows = [[elements.text(tier), elements.text(phrases.number(counts[tier]))] for tier in TIERS]
    return [
        class_text(SOURCES),
        ways(catalog),
        elements.table(("Tier", "Sources"), rows, [classes.TOTALS]),
    ]


def ways(catalog: Catalog) -> nodes.paragraph:
    """
    Links to the pages of all letters; print has them one after another.
    """
    return elements.ways(
        elements.chapter_link(addresses.letter_page(letter), _label(letter))
        for letter in by_letter(catalog)
    )


def entries(letter: str, catalog: Catalog) -> list[nodes.Node]:
    """
    The sources of a letter, each in full with what cites it.
    """
    names = labels.labels(catalog)
    listed = nodes.definition_list(classes=[classes.BIBLIOGRAPHY])
    for source in by_letter(catalog).get(letter, ()):
        term = nodes.term(
            "",
            "",
            nodes.Text(f"{typeset(names[source.id])} "),
            nodes.inline("", source.tier, classes=[classes.TIER]),
            nodes.Text(" "),
            nodes.literal("", source.id),
            ids=[source.id],
        )
        cited = elements.join(
            [[xref(entity, hint="")] for entity in catalog.cited_by(source.id)], " · "
        )
        definition = nodes.definition(
            "",
            elements.para(*citing.reference(source)),
            elements.para(nodes.Text("Cited by "), *cited, classes=[classes.CITED_BY]),
        )
        listed += nodes.definition_list_item("", term, definition)
    opening = (
        f"Sources whose short names begin with {_words(letter)}, with the records that cite them."
    )
    return [elements.para(nodes.Text(opening), classes=[classes.ON_SCREEN]), ways(catalog), listed]
