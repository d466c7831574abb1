"""
What every part of a record's page is written with: its texts, evidence, links and figures.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes

from ncrefs import relations
from ncrefs.book import classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.prose import Prose
from ncrefs.book.domain import cite, cited, xref
from ncrefs.catalog import Catalog
from ncrefs.model import DatedStatement, Entity, Estimate


class Scribe:
    """
    Writes what one record says.

    Args:
        entity: The record.
        catalog: The catalog it is from.
        prose: Renders its texts.
    """

    def __init__(self, entity: Entity, catalog: Catalog, prose: Prose) -> None:
        self.entity = entity
        self.catalog = catalog
        self.prose = prose
        self.origin = catalog.origins[entity.id]
        #: Where each text stands, for messages.
        self._fields = {text: field for field, text in relations.prose_fields(entity)}

    def of(self, entity: Entity) -> "Scribe":
        """
        The scribe of another record, whose texts the page shows too.
        """
        return self if entity is self.entity else Scribe(entity, self.catalog, self.prose)

    def body(self) -> list[nodes.Node]:
        """
        The record's prose.
        """
        if not self.entity.text:
            return []
        return self.prose.blocks(self.entity.text, self.origin, self.origin.body)

    def inline(self, text: str) -> list[nodes.Node]:
        """
        One paragraph of MyST that stands in a field of the record.
        """
        return self.prose.inline(text, self.origin, self._fields[text])

    def note(self, item: Any) -> list[nodes.Node]:
        """
        The note of a nested value, if it has one.
        """
        note = getattr(item, "note", None)
        return self.inline(note) if note else []

    def further(self, item: Any) -> list[nodes.Node]:
        """
        The note of a nested value as sentences of their own behind other words.
        """
        note = self.note(item)
        return [nodes.Text(". "), *note] if note else []

    def cites(self, item: Any, hint: str | None = None) -> list[nodes.Node]:
        """
        The sources of a nested value, in brackets.
        """
        if not item.sources:
            return []
        return [nodes.Text(" "), cited(item.sources, self.catalog, hint)]

    def sources(self) -> list[nodes.Node]:
        """
        The sources of the record as a line that says so, where the record is an entry of a page.
        """
        keys = self.entity.sources
        if not keys:
            return []
        links = elements.join([[cite(key, self.catalog)] for key in keys])
        label = nodes.Text("Source: " if len(keys) == 1 else "Sources: ")
        return [elements.para(label, *links, classes=[classes.ABOUT])]

    def evidence(self, item: Any, hint: str | None = None) -> list[nodes.Node]:
        """
        The sources and grade of a nested value.
        """
        return [*self.cites(item, hint), *elements.grade_after(getattr(item, "grade", None))]

    def remarks(self, item: Any) -> list[nodes.Node]:
        """
        The note of a nested value as sentences of their own, then its evidence.
        """
        return [*self.further(item), *self.evidence(item)]

    def link(self, id_: str) -> nodes.Node:
        """
        A link to a record or source.
        """
        return xref(self.catalog[id_])

    def links(self, ids: Iterable[str]) -> list[nodes.Node]:
        """
        Links to records, with commas.
        """
        return elements.join([[self.link(id_)] for id_ in ids])

    def somebody(self, item: Any) -> list[nodes.Node]:
        """
        Who is meant by a value with `who`, the id of a record, or a plain `name`.
        """
        return [self.link(item.who)] if item.who else elements.text(item.name or "")

    def note_and_sources(self, item: Any) -> list[nodes.Node]:
        """
        The note of a nested value and its sources, as a cell beside that of its grade.
        """
        return [*self.note(item), *self.cites(item)]

    def told(self, item: Any) -> list[nodes.Node]:
        """
        The note of a nested value and its sources: its grade stands elsewhere.
        """
        return [*self.further(item), *self.cites(item)]

    def statements(self, dated: Sequence[DatedStatement], *, graded: bool = True) -> list[Inline]:
        """
        Dated statements: the preferred one first, each with its evidence.
        """
        lines: list[Inline] = []
        for statement in dated:
            line = [nodes.Text("or " if lines else ""), elements.when(statement.value)]
            if statement.where:
                line += [nodes.Text(", "), self.link(statement.where)]
            remarks = self.remarks if graded else self.told
            lines.append([*line, *remarks(statement)])
        return lines

    def estimates(self, figures: Sequence[Estimate], *, graded: bool = True) -> list[Inline]:
        """
        Figures with who counted.
        """
        lines: list[Inline] = []
        for estimate in figures:
            line = elements.text(phrases.figure(estimate))
            if estimate.as_of:
                line += elements.text(f" (as of {estimate.as_of.words})")
            remarks = self.remarks if graded else self.told
            lines.append([*line, *remarks(estimate)])
        return lines
