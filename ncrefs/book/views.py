"""
What the book's directives show of the catalog: a row each.

A row says how the nodes are built and what of the catalog they show. A document is read
again when what it shows has changed; what its links say and where they lead is watched
for every document alike (see `outdated`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from ncrefs import meant
from ncrefs.book import citing
from ncrefs.book.content import (
    audit,
    changes,
    chronology,
    compared,
    comparison,
    desk,
    entries,
    landing,
    lists,
    matrices,
    rates,
    scales,
    sources,
    spellings,
    weighing,
)
from ncrefs.book.content.glossary import glossary
from ncrefs.book.content.prose import Prose
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings import FIGURES, figure_of, tables
from ncrefs.book.drawings.node import drawn
from ncrefs.book.store import digest
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import Entity, Event
from ncrefs.problems import suggest
from ncrefs.releases import changed_in, releases


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a view is shown: the document being read.
    """

    catalog: Catalog
    prose: Prose
    env: BuildEnvironment
    document: nodes.document


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    One directive.
    """

    build: Callable[[Place, str], list[nodes.Node]]  #: takes the argument, "" if there is none
    shows: Callable[[Catalog, str], Any]  #: plain values and records
    choices: Callable[[Catalog], Iterable[str]] | None = None  #: of its argument, if it has one
    has_content: bool = False  #: whether its content, line by line, is its argument
    once: bool = False  #: whether it makes targets, which a book has once


def _record(place: Place, id_: str) -> list[nodes.Node]:
    entity = place.catalog.records[id_]
    name_page(place.document, entity.name)
    scribe = Scribe(entity, place.catalog, place.prose)
    return [index_entries(entity, place.catalog), *entries.page(scribe)]


def name_page(document: nodes.document, name: str) -> None:
    """
    Let the title of a page be a name: it is data, not Markdown.
    """
    for title in [*document.findall(nodes.title)][:1]:
        title.children = []
        title.append(nodes.Text(typeset(name)))
        title["support_smartquotes"] = False


def index_entries(entity: Entity, catalog: Catalog) -> addnodes.index:
    """
    Entries of the general index under every spelling of a name.
    """
    spellings = catalog.spellings(entity)
    found = [
        ("single", typeset(spelling), "", "main" * (i == 0), None)
        for i, spelling in enumerate(spellings)
    ]
    return addnodes.index(entries=found)


#: Kinds of what has a date.
_EVENTS = [kind.plural for kind in KINDS.values() if issubclass(kind.cls, Event)]


def _matrix(place: Place, lines: str) -> list[nodes.Node]:
    return matrices.episodes(place.catalog, list(_episodes(place.catalog, lines)))


def _episodes(catalog: Catalog, lines: str) -> Iterable[Event]:
    """
    Raises:
        ValueError: A line is not the id of an event.
    """
    for id_ in lines.split():
        event = catalog.records.get(id_)
        if not isinstance(event, Event):
            hint = meant.hint(id_, catalog, _EVENTS)
            raise ValueError(f'no event "{id_}"{hint}')  # noqa: TRY004
        yield event


def _doors(place: Place, first: str) -> list[nodes.Node]:
    """
    Raises:
        ValueError: The content is not the name of a document.
    """
    if first not in place.env.found_docs:
        hint = suggest(first, place.env.found_docs) or "; write its path without .md"
        raise ValueError(f'no document "{first}"{hint}')
    return landing.doors(place.catalog, first)


# What is shown.


def page(catalog: Catalog, id_: str) -> Any:
    """
    What the page of a record shows: its own fields and sources, those of the records that
    it is related to, and which mention it, and with which version it last changed.
    """
    entity = catalog.records.get(id_)
    if entity is None:
        return None
    related = [
        (found.label, found.reverse, found.entity.id, outline(catalog, found.entity.id))
        for found in catalog.related(entity)
    ]
    cited = [outline(catalog, key) for key in citing.cited(id_, catalog)]
    mentioned = [other.id for other in catalog.mentioned_in(id_)]
    return entity, related, cited, mentioned, changed_in(id_, catalog)


@cache
def _ids(catalog: Catalog) -> dict[str, None]:
    """
    The ids of all records, in which the page of each looks for its own.
    """
    return dict.fromkeys(catalog.records.ids)


@cache
def outline(catalog: Catalog, id_: str) -> str:
    """
    A digest of all values of a record but its prose, which only its own page shows, or of
    a source.
    """
    entity = catalog[id_]
    fields = type(entity).__dataclass_fields__
    return digest([getattr(entity, name) for name in fields if name != "text"])


def _all_of(kind: str) -> Callable[[Catalog, str], Any]:
    """
    What a page with the entries of all records of a kind shows.
    """

    def shows(catalog: Catalog, argument: str) -> Any:
        return [page(catalog, entity.id) for entity in catalog.records.kind(kind)]

    return shows


def _chapter(catalog: Catalog, kind: str) -> Any:
    return [
        (outline(catalog, entity.id), [found.field for found in catalog.related(entity)])
        for entity in catalog.records.kind(kind)
    ]


def _tables(name: str) -> Callable[[Catalog, str], Any]:
    def shows(catalog: Catalog, argument: str) -> Any:
        return [node.pformat() for node in tables.TABLES[name](catalog)]

    return shows


def _compared(catalog: Catalog) -> Any:
    return [
        (case.id, case.name, case.when, case.grade, case.result, case.features, case.datasets)
        for case in comparison.cases(catalog)
    ]


def _letter(catalog: Catalog, letter: str) -> Any:
    groups = sources.by_letter(catalog)
    return list(groups), [
        (source, [entity.id for entity in catalog.cited_by(source.id)])
        for source in groups.get(letter, ())
    ]


VIEWS: dict[str, View] = {
    # Everything on the page of a record below its title.
    "record": View(build=_record, shows=page, choices=_ids),
    # The class docstring of a kind and a table of its records.
    "chapter": View(
        build=lambda place, kind: lists.chapter(KINDS[kind], place.catalog),
        shows=_chapter,
        choices=lambda _: KINDS,
    ),
    # The claims, audited.
    "article": View(
        build=lambda place, _: audit.article(place.catalog, place.prose), shows=_all_of("claims")
    ),
    # The questions and their answers.
    "questions": View(
        build=lambda place, _: audit.questions(place.catalog, place.prose),
        shows=_all_of("questions"),
    ),
    # The terms, as targets of Sphinx's own role `term`.
    "glossary": View(
        build=lambda place, _: glossary(place.catalog, place.prose, place.env, place.document),
        shows=_all_of("terms"),
        once=True,
    ),
    # What the sources are, and the way to them.
    "bibliography": View(
        build=lambda place, _: sources.overview(place.catalog),
        shows=lambda c, _: ([source.tier for source in c.sources], list(sources.by_letter(c))),
    ),
    # The sources of a letter, each with what cites it.
    "sources": View(
        build=lambda place, letter: sources.entries(letter, place.catalog),
        shows=_letter,
        choices=sources.by_letter,
    ),
    # Records side by side, as readers choose them.
    "compare": View(
        build=lambda place, _: compared.page(place.catalog),
        shows=lambda c, _: [
            (entity.id, entity.name, getattr(entity, "when", None))
            for kind in compared.COMPARED
            for entity in c.records.kind(kind)
        ],
    ),
    # Where a script puts the tools of the tables below, if they are not beside these.
    "tools": View(build=lambda place, _: [desk.tools()], shows=lambda c, _: None),
    # Every dated record in order.
    "timeline": View(
        build=lambda place, _: chronology.timeline(place.catalog),
        shows=lambda c, _: [
            (kind_of(event).singular, event.id, event.when, event.name, event.summary, event.grade)
            for event in c.timeline
        ],
    ),
    # The timeline, the posts, the ties and so on, drawn, or the chart of a measure: what
    # they show is themselves.
    "drawing": View(
        build=lambda place, name: drawn(place.catalog, name),
        shows=lambda c, name: figure_of(c, name).screen.inline(),
        choices=lambda c: (*FIGURES, *c.measures.ids),
    ),
    # Who held which post when.
    "posts": View(
        build=lambda place, _: tables.posts_tables(place.catalog), shows=_tables("posts")
    ),
    # Who watches whom.
    "ties": View(build=lambda place, _: tables.ties_table(place.catalog), shows=_tables("ties")),
    # Who told of the plots of the nineties.
    "told": View(build=lambda place, _: tables.told_table(place.catalog), shows=_tables("told")),
    # How far the places of the map are from the capital.
    "distances": View(
        build=lambda place, _: tables.distances(place.catalog), shows=_tables("distances")
    ),
    # The way to each letter of the index of names, and the names of a letter.
    "names": View(
        build=lambda place, _: spellings.overview(place.catalog),
        shows=lambda c, _: [(k, len(found)) for k, found in spellings.by_letter(c).items()],
    ),
    "spellings": View(
        build=lambda place, letter: spellings.entries(letter, place.catalog),
        shows=lambda c, letter: (
            list(spellings.by_letter(c)),
            [(said, entity.id) for said, entity in spellings.by_letter(c).get(letter, ())],
        ),
        choices=spellings.by_letter,
    ),
    # How much the book holds.
    "figures": View(
        build=lambda place, _: lists.figures(place.catalog),
        shows=lambda c, _: [len(c.sources), *(len(c.records.kind(kind)) for kind in KINDS)],
    ),
    # Mechanisms by the episodes whose ids are the content, one a line.
    "matrix": View(
        build=_matrix,
        shows=lambda c, lines: (
            [mechanism.id for mechanism in c.mechanisms],
            [page(c, id_) for id_ in lines.split()],
        ),
        has_content=True,
    ),
    # Features of states by the cases in other countries.
    "comparison": View(
        build=lambda place, _: comparison.comparison(place.catalog),
        shows=lambda c, _: _compared(c),
    ),
    # Those of these cases that a list of coups leaves out.
    "unlisted": View(
        build=lambda place, _: comparison.missing(place.catalog),
        shows=lambda c, _: _compared(c),
    ),
    # The rival explanations and their weights.
    "explanations": View(
        build=lambda place, _: weighing.explanations(place.catalog, place.prose),
        shows=lambda c, _: [(e.id, outline(c, e.id)) for e in c.explanations],
    ),
    # A table of base rates, with its file.
    "rates": View(
        build=lambda place, name: rates.table(place.catalog, name),
        shows=lambda c, name: [node.pformat() for node in rates.table(c, name)],
        choices=lambda _: rates.SHOWN,
    ),
    # One figure of these tables; the role of this name sets it within a sentence.
    "rate": View(
        build=lambda place, name: [nodes.paragraph("", rates.figures(place.catalog)[name])],
        shows=lambda c, name: rates.figures(c).get(name),
        choices=rates.figures,
    ),
    # The landing page: the place of the search, three doors, the plots by grade, questions.
    "search": View(build=lambda place, _: landing.search(), shows=lambda c, _: None),
    "doors": View(
        build=_doors,
        shows=lambda c, _: (len(c.claims), len(c.records)),
        has_content=True,
    ),
    "strip": View(
        build=lambda place, _: landing.strip(place.catalog),
        shows=lambda c, _: (
            [(plot.id, plot.name, plot.when, plot.grade, plot.country) for plot in c.plots],
            [(succession.predecessor, succession.successor) for succession in c.successions],
        ),
    ),
    "asked": View(
        build=lambda place, _: landing.asked(place.catalog),
        shows=lambda c, _: [(q.id, q.summary, q.grade, len(q.about)) for q in c.questions],
    ),
    # What changed with each release.
    "changes": View(
        build=lambda place, _: changes.changes(place.catalog),
        shows=lambda c, _: [(r.version, r.since, list(r.changes)) for r in releases(c)],
    ),
    # The meanings of grades and verdicts.
    "scales": View(build=lambda place, _: scales.scales(), shows=lambda c, _: None),
}
