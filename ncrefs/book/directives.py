"""
The directives of the book: each notes what it shows and builds it.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from ncrefs.book import glossary, lists, sources
from ncrefs.book.addresses import PAGED
from ncrefs.book.drawings import FIGURES, node, tables
from ncrefs.book.entries import Entry
from ncrefs.book.freshness import note
from ncrefs.book.prose import Prose
from ncrefs.book.shelf import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.model import Entity, Event
from ncrefs.problems import suggest


class _CatalogDirective(SphinxDirective):
    @property
    def catalog(self) -> Catalog:
        return catalog_of(self.config)

    @property
    def prose(self) -> Prose:
        return Prose(self.env, self.state.document.settings)


class RecordDirective(_CatalogDirective):
    """
    `nc:record ID`: everything on the page of a record below its title.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """
        Build the page and its index entries.
        """
        entity = self.catalog.records[self.arguments[0]]
        note(self.env, "page", entity.id)
        return [
            index_entries(entity, self.catalog),
            *Entry(entity, self.catalog, self.prose).page(),
        ]


def index_entries(entity: Entity, catalog: Catalog, anchor: str = "") -> addnodes.index:
    """
    Entries of the general index under every spelling of a name.
    """
    spellings = catalog.spellings(entity)
    entries = [
        ("single", spelling, anchor, "main" * (i == 0), None)
        for i, spelling in enumerate(spellings)
    ]
    return addnodes.index(entries=entries)


class ChapterDirective(_CatalogDirective):
    """
    `nc:chapter KIND`: the class docstring and a table of the records.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """
        Build the chapter.
        """
        kind = directives.choice(self.arguments[0], PAGED)
        note(self.env, "chapter", kind)
        return lists.chapter(kind, self.catalog)


class _ListDirective(_CatalogDirective):
    facet: ClassVar[tuple[str, str]]
    build: ClassVar[Callable[..., list[nodes.Node]]]
    needs_prose: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        note(self.env, *self.facet)
        extra: list[Any] = [self.prose] if self.needs_prose else []
        return type(self).build(self.catalog, *extra)


class ArticleDirective(_ListDirective):
    """
    `nc:article`: the claims, audited.
    """

    facet = ("kind", "claims")
    build = staticmethod(lists.article)
    needs_prose = True


class BibliographyDirective(_ListDirective):
    """
    `nc:bibliography`: what the sources are, and the way to them.
    """

    facet = ("bibliography", "")
    build = staticmethod(sources.overview)


class SourcesDirective(_CatalogDirective):
    """
    `nc:sources LETTER`: the sources of a letter, each with what cites it.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """
        Build the entries.
        """
        note(self.env, "sources", self.arguments[0])
        return sources.entries(self.arguments[0], self.catalog)


class TimelineDirective(_ListDirective):
    """
    `nc:timeline`: every dated record in order.
    """

    facet = ("timeline", "")
    build = staticmethod(lists.timeline)


class DrawingDirective(_CatalogDirective):
    """
    `nc:drawing NAME`: the timeline, the posts or the ties, drawn.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """
        Build the figure.
        """
        name = directives.choice(self.arguments[0], tuple(FIGURES))
        note(self.env, "drawing", name)
        return [node.figure_node(FIGURES[name](self.catalog))]


class PostsDirective(_ListDirective):
    """
    `nc:posts`: who held which post when.
    """

    facet = ("tables", "posts")
    build = staticmethod(tables.posts_tables)


class TiesDirective(_ListDirective):
    """
    `nc:ties`: who watches whom.
    """

    facet = ("tables", "ties")
    build = staticmethod(tables.ties_table)


class NamesDirective(_ListDirective):
    """
    `nc:names`: every spelling of every name.
    """

    facet = ("names", "")
    build = staticmethod(lists.names)


class FiguresDirective(_ListDirective):
    """
    `nc:figures`: how much the book holds.
    """

    facet = ("counts", "")
    build = staticmethod(lists.figures)


class MatrixDirective(_CatalogDirective):
    """
    `nc:matrix`: mechanisms by the episodes whose ids are the content, one a line.
    """

    has_content = True

    def run(self) -> list[nodes.Node]:
        """
        Build the matrix.
        """
        note(self.env, "chapter", "mechanisms")
        episodes = []
        for id_ in filter(None, self.content):
            event = self.catalog.records.get(id_)
            if not isinstance(event, Event):
                hint = suggest(id_, self.catalog.records.ids)
                raise self.error(f'no event "{id_}"{hint}')
            note(self.env, "page", id_)
            episodes.append(event)
        return lists.matrix(self.catalog, episodes)


class ScalesDirective(SphinxDirective):
    """
    `nc:scales`: the meanings of grades and verdicts.
    """

    def run(self) -> list[nodes.Node]:
        """
        Build the definitions.
        """
        return lists.scales()


class GlossaryDirective(_CatalogDirective):
    """
    `nc:glossary`: the terms, as targets of Sphinx's own `term` role.
    """

    def run(self) -> list[nodes.Node]:
        """
        Build the glossary and register its terms.
        """
        note(self.env, "kind", "terms")
        return [
            lists.class_text("terms"),
            *glossary.glossary(self.catalog, self.prose, self.env, self.state.document),
        ]


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    "record": RecordDirective,
    "chapter": ChapterDirective,
    "article": ArticleDirective,
    "bibliography": BibliographyDirective,
    "sources": SourcesDirective,
    "timeline": TimelineDirective,
    "drawing": DrawingDirective,
    "posts": PostsDirective,
    "ties": TiesDirective,
    "names": NamesDirective,
    "figures": FiguresDirective,
    "matrix": MatrixDirective,
    "scales": ScalesDirective,
    "glossary": GlossaryDirective,
}
