"""
The indexed whole: look up, search, filter, relate.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ncrefs import korean, markup, relations
from ncrefs.collection import Collection
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import (
    Claim,
    Dataset,
    Entity,
    Event,
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
from ncrefs.problems import UnknownIdError, suggest
from ncrefs.reading import Origin
from ncrefs.relations import Relation


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

    Args:
        root: The folder with a subfolder for each kind, and sources.bib.
        entities: The records.
        sources: The sources by key.
        origins: Where each record was read, by id.
        source_lines: The line of each source in sources.bib, by key.
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
    questions: Collection[Question]
    terms: Collection[Term]
    claims: Collection[Claim]

    def __init__(
        self,
        root: Path,
        entities: Iterable[Entity],
        sources: Mapping[str, Source],
        origins: Mapping[str, Origin],
        source_lines: Mapping[str, int],
    ) -> None:
        self.root = root
        self.origins = origins
        self.source_lines = source_lines
        self.records: Collection[Entity] = Collection(sorted(entities, key=_order))
        self.sources: Collection[Source] = Collection(sources[key] for key in sorted(sources))
        for kind in KINDS:
            setattr(self, kind, self.records.kind(kind))
        #: Events, plots, purges and successions, in the order of their dates.
        self.timeline: Collection[Event] = Collection(
            sorted(
                (entity for entity in self.records if isinstance(entity, Event)),
                key=lambda event: (event.when, event.id),
            )
        )
        #: Ids that records bore before -> the ids that they bear now.
        self.renamed: dict[str, str] = {
            former: entity.id for entity in self.records for former in entity.renamed_from
        }
        self._related: dict[str, list[Related]] = {}
        self._mentioned: dict[str, dict[str, None]] = {}
        self._cited: dict[str, dict[str, None]] = {}
        self._index()
        self._spellings: dict[str, list[str]] | None = None

    def __repr__(self) -> str:
        return f"<Catalog of {len(self.records)} records and {len(self.sources)} sources>"

    def _index(self) -> None:
        for entity in self.records:
            for relation in relations.relations(entity):
                other = self.records.get(relation.object)
                if other is not None:
                    self._relate(entity, other, relation)
            for _, text in relations.prose_fields(entity):
                for mention in markup.mentions(text):
                    if mention.kind == "link" and mention.target.startswith("#"):
                        self._mentioned.setdefault(mention.target[1:], {})[entity.id] = None
                    elif mention.kind == "cite":
                        self._cited.setdefault(mention.target, {})[entity.id] = None
            for key in self._keys(entity):
                self._cited.setdefault(key, {})[entity.id] = None

    def _keys(self, entity: Entity) -> Iterator[str]:
        """
        Keys of the sources in a record's fields: cited there, or telling a story.
        """
        for citation in relations.citations(entity):
            yield citation.key
        for reference in relations.references(entity):
            if reference.target in self.sources:
                yield reference.target

    def _relate(self, subject: Entity, other: Entity, relation: Relation) -> None:
        if relation.label:
            forward = Related(relation.label, relation.field, other, relation.item, reverse=False)
            self._related.setdefault(subject.id, []).append(forward)
        if relation.reverse:
            backward = Related(
                relation.reverse, relation.field, subject, relation.item, reverse=True
            )
            self._related.setdefault(other.id, []).append(backward)

    def __getitem__(self, id: str) -> Entity | Source:  # noqa: A002  (the field's own name)
        """
        Return the record or source with the id, or with an id that it bore before.

        Raises:
            UnknownIdError: There is none; the message suggests a near one.
        """
        found = self.get(id)
        if found is None:
            hint = suggest(id, [*self.records.ids, *self.sources.ids])
            raise UnknownIdError(f'no record "{id}"{hint}')
        return found

    def get(self, id: str) -> Entity | Source | None:  # noqa: A002
        """
        The record or source with the id, or with an id that it bore before; None if
        there is none.
        """
        return self.records.get(self.renamed.get(id, id)) or self.sources.get(id)

    def spellings(self, entity: Entity) -> list[str]:
        """
        Every way to write a record's name: its name, Korean forms, aliases.
        """
        forms = [entity.name]
        if entity.korean:
            k = entity.korean
            forms += [form for form in (k.hangul, k.hanja, k.rr, k.mr) if form]
        return list(dict.fromkeys([*forms, *entity.aliases]))

    def find(self, text: str) -> list[Entity]:
        """
        Records whose name resembles *text*, in any script, best match first.

        Case, diacritics, apostrophes, hyphens and spaces do not count. Whole
        names come before beginnings, beginnings before parts of names, parts
        before mere likenesses; a record's own name before its other spellings.
        """
        wanted = korean.fold(text)
        if not wanted:
            return []
        if self._spellings is None:
            self._spellings = {
                entity.id: [
                    korean.fold(form)
                    for form in [*self.spellings(entity), entity.id, *entity.misprints]
                ]
                for entity in self.records
            }
        ranked: dict[str, tuple[float, int]] = {}
        for id_, forms in self._spellings.items():
            scores = ((_likeness(wanted, form), place) for place, form in enumerate(forms))
            best = min(((-score, place) for score, place in scores if score), default=None)
            if best is not None:
                ranked[id_] = best
        return [self.records[id_] for id_ in sorted(ranked, key=lambda i: (ranked[i], i))]

    def related(self, entity: Entity) -> list[Related]:
        """
        The ties of a record from both ends: those it declares come first.
        """
        ties = self._related.get(entity.id, [])
        return sorted(ties, key=lambda tie: tie.reverse)

    def mentioned_in(self, id: str) -> list[Entity]:  # noqa: A002
        """
        The records whose prose links to a record.
        """
        return [self.records[other] for other in self._mentioned.get(id, ())]

    def cited_by(self, key: str) -> list[Entity]:
        """
        The records that cite a source, in a field or in prose.
        """
        return [self.records[other] for other in self._cited.get(key, ())]


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


def _likeness(wanted: str, form: str) -> float:
    if wanted == form:
        return 4
    if form.startswith(wanted):
        return 3
    if wanted in form:
        return 2
    # quick_ratio bounds the exact, slow ratio from above.
    matcher = difflib.SequenceMatcher(None, wanted, form, autojunk=False)
    if matcher.real_quick_ratio() < 0.75 or matcher.quick_ratio() < 0.75:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= 0.75 else 0
