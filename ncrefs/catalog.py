"""
The indexed whole: look up, search, filter, relate.
"""

import datetime as dt
import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from ncrefs import korean, markup, relations
from ncrefs.bibliography import read_sources
from ncrefs.dates import Date
from ncrefs.model import (
    KINDS,
    Claim,
    Entity,
    Event,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Source,
    Succession,
    Term,
)
from ncrefs.problems import CatalogError, Problem, suggest
from ncrefs.reading import Origin, read_record, record_files, strays
from ncrefs.relations import Relation
from ncrefs.vocabulary import Grade

T = TypeVar("T", bound=Entity | Source)
E = TypeVar("E", bound=Entity)
_KIND_OF: dict[type, str] = {cls: kind for kind, cls in KINDS.items()} | {Source: "sources"}


class UnknownIdError(LookupError):
    """
    No record has the id; the message suggests a near one.
    """


def kind_of(entity: Entity | Source) -> str:
    """
    The plural name of a record's kind: "people", "plots", "sources".
    """
    return _KIND_OF[type(entity)]


def grade_of(entity: Entity | Source) -> Grade | None:
    """
    The grade of a record; of a person, that of the fate; None if it has none.
    """
    if isinstance(entity, Person):
        return entity.fate.grade if entity.fate else None
    return getattr(entity, "grade", None)


def period_of(entity: Entity | Source) -> tuple[dt.date, dt.date] | None:
    """
    First and last day with which a record may have to do; None if undated.

    An event's date, a person's life, an organization's existence, a source's
    publication. A missing end is open.
    """
    match entity:
        case Event():
            return entity.when.earliest, entity.when.latest
        case Person():
            dates = _dates(entity.born), _dates(entity.died)
        case Organization():
            dates = _dates(entity.founded), _dates(entity.dissolved)
        case Source() if entity.date:
            return entity.date.earliest, entity.date.latest
        case _:
            return None
    begins, ends = dates
    if not begins and not ends:
        return None
    return (
        min((date.earliest for date in begins), default=dt.date.min),
        max((date.latest for date in ends), default=dt.date.max),
    )


def _dates(statements: Iterable[Any]) -> list[Date]:
    return [statement.value for statement in statements]


class Collection(Generic[T]):
    """
    Records in a fixed order, by id.

    Iteration gives the records, `collection["id"]` one of them. Filters give a
    smaller collection, so that they can be chained.
    """

    __slots__ = ("_by_id",)

    def __init__(self, entities: Iterable[T]) -> None:
        self._by_id: dict[str, T] = {entity.id: entity for entity in entities}

    def __iter__(self) -> Iterator[T]:
        """
        Iterate over the records.
        """
        return iter(self._by_id.values())

    def __len__(self) -> int:
        """
        Count the records.
        """
        return len(self._by_id)

    def __contains__(self, item: object) -> bool:
        """
        Tell whether a record, or one with an id, is in the collection.
        """
        key = item.id if isinstance(item, Entity | Source) else item
        return key in self._by_id

    def __getitem__(self, id: str) -> T:  # noqa: A002  (the field's own name)
        """
        Return the record with the id.

        Raises:
            UnknownIdError: There is none; the message suggests a near one.
        """
        try:
            return self._by_id[id]
        except KeyError:
            hint = suggest(id, self._by_id)
            raise UnknownIdError(f'no record "{id}"{hint}') from None

    def __repr__(self) -> str:
        """
        Show the number of records.
        """
        return f"<Collection of {len(self)}>"

    @property
    def ids(self) -> list[str]:
        """
        The ids, in the collection's order.
        """
        return list(self._by_id)

    @overload
    def get(self, id: str) -> T | None: ...
    @overload
    def get(self, id: str, default: T) -> T: ...
    def get(self, id: str, default: T | None = None) -> T | None:  # noqa: A002
        """
        The record, or *default* if there is none.
        """
        return self._by_id.get(id, default)

    def filter(self, keep: Callable[[T], object]) -> "Collection[T]":
        """
        The records for which *keep* is true.
        """
        return Collection(entity for entity in self if keep(entity))

    def kind(self, *kinds: str) -> "Collection[T]":
        """
        The records of the kinds, named by their plural: "plots", "people".

        Raises:
            ValueError: There is no such kind.
        """
        for kind in kinds:
            if kind not in _KIND_OF.values():
                raise ValueError(f'no kind "{kind}"{suggest(kind, _KIND_OF.values())}')
        return self.filter(lambda entity: kind_of(entity) in kinds)

    def graded(self, *grades: Grade | str) -> "Collection[T]":
        """
        The records whose evidence has one of the grades (of people: their fate).

        Raises:
            ValueError: There is no such grade.
        """
        wanted = {Grade(grade) for grade in grades}
        return self.filter(lambda entity: grade_of(entity) in wanted)

    def between(self, start: Date | str, end: Date | str) -> "Collection[T]":
        """
        The dated records that may fall into a period, its ends included.

        An uncertain date counts by its earliest and latest day.

        Raises:
            ValueError: An end is not EDTF, or the last day lies before the first.
        """
        first = Date(str(start)).earliest
        last = Date(str(end)).latest
        if last < first:
            raise ValueError(f'"{start}" to "{end}" ends before it starts')

        def inside(entity: T) -> bool:
            period = period_of(entity)
            return period is not None and period[0] <= last and first <= period[1]

        return self.filter(inside)


@dataclass(frozen=True, slots=True)
class Related:
    """
    A tie seen from one end: what it is called there, and who is at the other.
    """

    label: str
    entity: Entity
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

    def __init__(
        self,
        root: Path,
        entities: Iterable[Entity],
        sources: Mapping[str, Source],
        origins: Mapping[str, Origin],
        source_lines: Mapping[str, int],
    ) -> None:
        """
        Index the records by id, kind, name and tie.
        """
        self.root = root
        self.origins = origins
        self.source_lines = source_lines
        self.records: Collection[Entity] = Collection(sorted(entities, key=_order))
        self.sources: Collection[Source] = Collection(sources[key] for key in sorted(sources))
        self.people = self._of(Person)
        self.organizations = self._of(Organization)
        self.places = self._of(Place)
        self.events = self._of(Event)
        self.plots = self._of(Plot)
        self.purges = self._of(Purge)
        self.successions = self._of(Succession)
        self.mechanisms = self._of(Mechanism)
        self.terms = self._of(Term)
        self.claims = self._of(Claim)
        self._related: dict[str, list[Related]] = {}
        self._mentioned: dict[str, dict[str, None]] = {}
        self._cited: dict[str, dict[str, None]] = {}
        self._index()
        self._spellings: dict[str, list[str]] | None = None

    def __repr__(self) -> str:
        """
        Show the number of records and sources.
        """
        return f"<Catalog of {len(self.records)} records and {len(self.sources)} sources>"

    def _of(self, cls: type[E]) -> Collection[E]:
        # Exactly the class: a plot is an event, but has a chapter of its own.
        return Collection(entity for entity in self.records if type(entity) is cls)

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
            for reference in relations.references(entity):
                if reference.kinds == ("sources",):
                    self._cited.setdefault(reference.target, {})[entity.id] = None

    def _relate(self, subject: Entity, other: Entity, relation: Relation) -> None:
        if relation.label:
            forward = Related(relation.label, other, relation.item, reverse=False)
            self._related.setdefault(subject.id, []).append(forward)
        if relation.reverse:
            backward = Related(relation.reverse, subject, relation.item, reverse=True)
            self._related.setdefault(other.id, []).append(backward)

    @property
    def timeline(self) -> list[Event]:
        """
        Events, plots, purges and successions, in the order of their dates.
        """
        events = (entity for entity in self.records if isinstance(entity, Event))
        return sorted(events, key=lambda event: (event.when, event.id))

    def get(self, id: str) -> Entity | Source:  # noqa: A002
        """
        The record or source with the id.

        Raises:
            UnknownIdError: There is none; the message suggests a near one.
        """
        found = self.records.get(id) or self.sources.get(id)
        if found is None:
            hint = suggest(id, [*self.records.ids, *self.sources.ids])
            raise UnknownIdError(f'no record "{id}"{hint}')
        return found

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
                entity.id: [korean.fold(form) for form in [*self.spellings(entity), entity.id]]
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
    kind = list(KINDS).index(kind_of(entity))
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


def read(root: Path) -> tuple[Catalog, list[Problem], set[str]]:
    """
    Read a folder as far as it can be read.

    Returns:
        The catalog of all readable records, what is wrong with the rest, and
        the ids of the unreadable ones, which may still be referred to.
    """
    entities: list[Entity] = []
    origins: dict[str, Origin] = {}
    problems: list[Problem] = []
    unreadable: set[str] = set()
    if not root.is_dir():
        problems.append(Problem(root, 1, "folder", "no such folder"))
    problems += strays(root)
    for kind, path in record_files(root):
        entity, origin, found = read_record(path, KINDS[kind])
        problems += found
        if path.stem in origins:
            other = origins[path.stem].path.relative_to(root)
            message = f'"{path.stem}" is also the id of {other}; rename this file'
            problems.append(Problem(path, 1, "id", message))
            continue
        origins[path.stem] = origin
        if entity is None:
            unreadable.add(path.stem)
        else:
            entities.append(entity)
    sources, source_lines, found = read_sources(root / "sources.bib")
    problems += found
    for key in sorted(sources.keys() & origins.keys()):
        message = f'"{key}" is also the id of a record; rename this source'
        problems.append(Problem(root / "sources.bib", source_lines[key], key, message))
    return Catalog(root, entities, sources, origins, source_lines), problems, unreadable


def load(root: Path | str) -> Catalog:
    """
    Read a folder of records.

    Raises:
        CatalogError: With every record that cannot be read, by file and line.
    """
    catalog, problems, _ = read(Path(root))
    if problems:
        raise CatalogError(problems)
    return catalog
