"""
What the API answers, as plain data.

A record is told as its twin tells it (see `json_files`): by `to_plain` alone. Around it
stand what makes it of use elsewhere: its prose without markup, where it stands in the book,
what it points to and what points to it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ncrefs import markup, plain
from ncrefs.book.addresses import address
from ncrefs.book.domain import title_of
from ncrefs.catalog import Catalog
from ncrefs.export.common import about
from ncrefs.facts import grade_of
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.model import Entity, Source
from ncrefs.relations import citations, prose_fields, references
from ncrefs.releases import Moved, latest, moved, releases
from ncrefs.serial import to_plain

#: Where the API stands, from the book's root.
FOLDER = "api/v1"
#: The kinds, as the paths of the API name them.
NAMES = (*KINDS, SOURCES.plural)

Data = dict[str, Any]


def path_of(kind: str, id_: str = "") -> str:
    """
    The path of a record, or of the list of a kind, from the book's root.
    """
    return f"{FOLDER}/{kind}/{id_}.json" if id_ else f"{FOLDER}/{kind}.json"


def head() -> Data:
    """
    What every answer begins with.
    """
    told = about()
    return {name: told[name] for name in ("version", "license", "license_url")}


@dataclass(frozen=True)
class Answers:
    """
    All answers of one build.
    """

    catalog: Catalog
    page: Callable[[str], str | None]  #: from a document to its address; None if there is none
    base: str = ""  #: what stands before the paths: "" if the book does not know where it stands

    def files(self) -> Iterator[tuple[str, Data]]:
        """
        The path and content of every file but the description, from the book's root.
        """
        told = {kind: list(map(self._told, getattr(self.catalog, kind))) for kind in NAMES}
        for kind, items in told.items():
            entities = getattr(self.catalog, kind)
            yield path_of(kind), head() | {"kind": kind, "records": list(map(self._row, entities))}
            for entity, item in zip(entities, items, strict=True):
                yield path_of(kind, entity.id), head() | item | self._links(entity)
        for gone in moved(self.catalog):
            yield path_of(gone.kind, gone.id), head() | self._moved(gone)
        yield path_of("all"), head() | {"records": told}
        yield path_of("changes"), head() | {"releases": self._releases()}

    def address(self, entity: Entity | Source) -> Data:
        """
        What a record is called, and where it stands in the API and in the book.
        """
        return self._addresses[entity.id]

    @cached_property
    def _addresses(self) -> dict[str, Data]:
        return {e.id: self._address(e) for kind in NAMES for e in getattr(self.catalog, kind)}

    def _address(self, entity: Entity | Source) -> Data:
        kind = kind_of(entity).plural
        docname, anchor = address(entity)
        page = self.page(docname)
        return {
            "kind": kind,
            "id": entity.id,
            "name": title_of(entity, self.catalog),
            "api": self.base + path_of(kind, entity.id),
            "page": self.base + page + (f"#{anchor}" if anchor else "") if page else None,
        }

    def _told(self, entity: Entity | Source) -> Data:
        prose = [] if isinstance(entity, Source) else prose_fields(entity)
        version, change = latest(self.catalog).get(entity.id, (None, None))
        changed = {"version": version, "what": change.what} if change else None
        return {
            **self.address(entity),
            "changed": changed,
            "record": to_plain(entity),
            "plain": {where: plain(text) for where, text in prose},
        }

    def _row(self, entity: Entity | Source) -> Data:
        summary = entity.full_title if isinstance(entity, Source) else entity.summary
        grade = to_plain(grade_of(entity))
        return {**self.address(entity), "summary": summary, "grade": grade}

    def _links(self, entity: Entity | Source) -> Data:
        catalog = self.catalog
        if isinstance(entity, Source):
            return {"links": [], "linked_from": self._listed(catalog.cited_by(entity.id))}
        others = [catalog.get(id_) for id_ in _targets(entity)]
        back = [found.entity for found in catalog.related(entity) if found.reverse]
        return {
            "links": self._listed(other for other in others if other is not None),
            "linked_from": self._listed([*back, *catalog.mentioned_in(entity.id)]),
        }

    def _listed(self, entities: Iterable[Entity | Source]) -> list[Data]:
        found = {entity.id: entity for entity in entities}
        return [self.address(found[id_]) for id_ in sorted(found)]

    def _moved(self, gone: Moved) -> Data:
        told: Data = {"kind": gone.kind, "id": gone.id, "name": gone.name}
        if gone.now is not None:
            return {**told, "renamed_to": self.address(gone.now)}
        return {**told, "withdrawn_in": gone.withdrawn}

    def _releases(self) -> list[Data]:
        return [
            {
                "version": release.version,
                "since": release.since,
                "counts": release.changes.counts(),
                "changes": [
                    to_plain(change) | {"fields": [field.field for field in change.fields]}
                    for change in release.changes
                ],
            }
            for release in releases(self.catalog)
        ]


def _targets(entity: Entity) -> Iterator[str]:
    """
    The ids and keys that a record points to, in fields and in prose.
    """
    for reference in references(entity):
        yield reference.target
    for citation in citations(entity):
        yield citation.key
    for _, text in prose_fields(entity):
        for mention in markup.mentions(text):
            if mention.kind in ("link", "cite"):
                yield mention.target.removeprefix("#")
