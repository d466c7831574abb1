"""
The indexed whole: look up, search, filter, relate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from ncrefs.arguments import expect
from ncrefs.collection import Collection
from ncrefs.frozen import dataclass
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import (
    Claim,
    Dataset,
    Entity,
    Event,
    Explanation,
    Measure,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Question,
    Source,
    Succession,
    Term,
)

if TYPE_CHECKING:  # what a look-up does without is imported where it is used
    from pathlib import Path

    from ncrefs.origins import Origin
    from ncrefs.relations import Relation
    from ncrefs.spellings import Index

    _Ties = dict[str, list["Related"]]
    _Ids = dict[str, dict[str, None]]

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Related:
    """
    A tie seen from one end: what it is called there, and who is at the other.
    """

    label: str  #: the heading for readers
    field: str  #: the field that declares it, on whichever record: "posts"
    entity: Entity  #: the record at the other end
    item: Any  #: the Post, Tie, Actor ... that declares the tie, if any
    reverse: bool  #: whether the other record declares it


class Catalog:
    """
    All records of one folder, indexed.

    It is as a collection of all of them, and then of their sources: iteration gives them,
    `len` counts them, `in` takes an id or a record, and `catalog["id"]` is one of them.

    >>> import ncrefs
    >>> catalog = ncrefs.load()
    >>> len(catalog) == len(catalog.records) + len(catalog.sources)
    True
    >>> "kim-il-sung" in catalog, "lankov2002" in catalog
    (True, True)

    Args:
        root: The folder with a subfolder for each kind, and sources.bib.
        entities: The records.
        sources: The sources by key.
        origins: Where each record was read, by id.
        source_origins: Where each source was read, by key.
    """

    people: Collection[Person]
    organizations: Collection[Organization]
    places: Collection[Place]
    plots: Collection[Plot]
    purges: Collection[Purge]
    successions: Collection[Succession]
    events: Collection[Event]
    mechanisms: Collection[Mechanism]
    measures: Collection[Measure]
    datasets: Collection[Dataset]
    explanations: Collection[Explanation]
    questions: Collection[Question]
    terms: Collection[Term]
    claims: Collection[Claim]

    root: Path
    origins: Mapping[str, Origin]
    source_origins: Mapping[str, Origin]
    records: Collection[Entity]
    sources: Collection[Source]
    #: Events, plots, purges and successions, in the order of their dates.
    timeline: Collection[Event]
    #: Ids that records bore before -> the ids that they bear now.
    renamed: Mapping[str, str]

    def __init__(
        self,
        root: Path,
        entities: Iterable[Entity],
        sources: Mapping[str, Source],
        origins: Mapping[str, Origin],
        source_origins: Mapping[str, Origin],
    ) -> None:
        ordered = sorted(entities, key=_order)
        renamed = {former: entity.id for entity in ordered for former in entity.renamed_from}
        records = Collection(ordered, renamed)
        timeline = sorted(
            (entity for entity in records if isinstance(entity, Event)),
            key=lambda event: (event.when, event.id),
        )
        vars(self).update(
            {kind: records.kind(kind) for kind in KINDS},
            root=root,
            records=records,
            sources=Collection(sources[key] for key in sorted(sources)),
            timeline=Collection(timeline, renamed),
            renamed=MappingProxyType(renamed),
            origins=MappingProxyType(dict(origins)),
            source_origins=MappingProxyType(dict(source_origins)),
        )

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """
        Refuse: a catalog is shared by all who import the package.
        """
        raise AttributeError("a catalog cannot be changed")

    def __repr__(self) -> str:
        return f"<Catalog of {len(self.records)} records and {len(self.sources)} sources>"

    @cached_property
    def _links(self) -> tuple[_Ties, _Ids, _Ids]:
        """
        Who is related to whom, and which ids mention and cite whom: found when first
        asked for, since it reads every text.
        """
        from ncrefs import markup, relations  # noqa: PLC0415

        related: _Ties = {}
        mentioned: _Ids = {}
        cited: _Ids = {}
        for entity in self.records:
            for relation in relations.relations(entity):
                other = self.records.get(relation.object)
                if other is not None:
                    _relate(related, entity, other, relation)
            for _, text in relations.prose_fields(entity):
                for mention in markup.mentions(text):
                    if mention.kind == "link" and mention.target.startswith("#"):
                        mentioned.setdefault(mention.target[1:], {})[entity.id] = None
                    elif mention.kind == "cite":
                        cited.setdefault(mention.target, {})[entity.id] = None
            for key in self._keys(entity):
                cited.setdefault(key, {})[entity.id] = None
        return related, mentioned, cited

    def _keys(self, entity: Entity) -> Iterator[str]:
        """
        Keys of the sources in a record's fields: cited there, or telling a story.
        """
        from ncrefs import relations  # noqa: PLC0415

        for citation in relations.citations(entity):
            yield citation.key
        for reference in relations.references(entity):
            if reference.target in self.sources:
                yield reference.target

    def __getitem__(self, id: str) -> Entity | Source:  # noqa: A002  (the field's own name)
        """
        Return the record or source with the id, or with an id that it bore before.

        Raises:
            TypeError: The id is no text.
            UnknownIdError: There is none; the message suggests a near one.
        """
        found = self.get(id)
        if found is None:
            from ncrefs.problems import UnknownIdError, suggest  # noqa: PLC0415  (seldom needed)

            hint = suggest(id, [*self.records.ids, *self.sources.ids])
            raise UnknownIdError(f'no record "{id}"{hint}')
        return found

    def __iter__(self) -> Iterator[Entity | Source]:
        yield from self.records
        yield from self.sources

    def __len__(self) -> int:
        return len(self.records) + len(self.sources)

    def __contains__(self, item: object) -> bool:
        """
        Tell whether a record or source, or one with an id, is in the catalog.
        """
        return item in self.records or item in self.sources

    @overload
    def get(self, id: str) -> Entity | Source | None: ...
    @overload
    def get(self, id: str, default: D) -> Entity | Source | D: ...
    def get(self, id: str, default: Any = None) -> Any:  # noqa: A002
        """
        The record or source with the id, or with an id that it bore before, or *default*
        if there is none.

        Raises:
            TypeError: The id is no text.
        """
        found = self.records.get(id)
        return self.sources.get(id, default) if found is None else found

    def spellings(self, entity: Entity) -> list[str]:
        """
        Every way to write a record's name: its name, Korean forms, aliases.
        """
        from ncrefs.finding import spellings  # noqa: PLC0415

        return spellings(entity)

    def find(self, text: str) -> list[Entity]:
        """
        Records whose name resembles *text*, in any script, best match first.

        Case, diacritics, apostrophes, hyphens, spaces and the order of words do not
        count, and either part of a name with a gloss will do. Whole names come before
        beginnings, beginnings before parts of names, parts before mere likenesses; a
        record's own name before its other spellings.

        Raises:
            TypeError: It is no text.
        """
        from ncrefs.spellings import find  # noqa: PLC0415

        return [self.records[id_] for id_ in find(text, self._names)]

    @cached_property
    def _names(self) -> Index:
        from ncrefs.finding import folded  # noqa: PLC0415

        return folded(self.records)

    def related(self, entity: Entity) -> list[Related]:
        """
        The ties of a record from both ends: those it declares come first.

        Raises:
            TypeError: It is no record, but its id or something else.
        """
        expect("entity", entity, Entity, Source)
        ties = self._links[0].get(entity.id, [])
        return sorted(ties, key=lambda tie: tie.reverse)

    def mentioned_in(self, id: str) -> list[Entity]:  # noqa: A002
        """
        The records whose prose links to a record or source.

        Raises:
            TypeError: The id is no text.
            UnknownIdError: There is none with the id.
        """
        return [self.records[other] for other in self._links[1].get(self[id].id, ())]

    def cited_by(self, key: str) -> list[Entity]:
        """
        The records that cite a source, in a field or in prose.

        Raises:
            TypeError: The key is no text.
            UnknownIdError: There is no such source.
        """
        return [self.records[other] for other in self._links[2].get(self.sources[key].id, ())]


def _relate(
    related: dict[str, list[Related]], subject: Entity, other: Entity, relation: Relation
) -> None:
    if relation.label:
        forward = Related(relation.label, relation.field, other, relation.item, reverse=False)
        related.setdefault(subject.id, []).append(forward)
    if relation.reverse:
        backward = Related(relation.reverse, relation.field, subject, relation.item, reverse=True)
        related.setdefault(other.id, []).append(backward)


def _order(entity: Entity) -> tuple[int, object, str]:
    """
    Kinds in the book's order; claims by number, events by date, the rest by id.
    """
    kind = list(KINDS).index(kind_of(entity).plural)
    match entity:
        case Claim():
            return kind, entity.number, entity.id
        case Event():
            return kind, entity.when, entity.id
        case _:
            return kind, 0, entity.id
