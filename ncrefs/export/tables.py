"""
The records as tables, for CSV, SQLite and Parquet alike.

A table for each kind and for each sort of nested value (posts, ties, accounts ...), and
three for what any record may have: `links` to other records, `citations` of sources,
`mentions` in prose. A single nested value is spread over columns ("fate_what"); a date
has its first and last day beside it. Nothing is left out: the records can be put
together again from the tables.
"""

from collections.abc import Iterator
from typing import Any, Literal

from ncrefs import markup, relations
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import first_day, last_day
from ncrefs.export.fields import Field, fields, meaning
from ncrefs.frozen import dataclass
from ncrefs.kinds import ALL_KINDS, KINDS, SOURCES
from ncrefs.serial import to_plain

ColumnType = Literal["text", "integer", "number", "day", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """
    One column of a table.
    """

    name: str
    type: ColumnType
    meaning: str
    filled: bool  #: whether every row has a value
    blank: bool = False  #: whether an empty text is a value
    words: tuple[str, ...] = ()  #: the words that it may hold
    to: str | None = None  #: the table whose `id` it names
    holds: Any = None  #: the class of what a list holds; None for text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    One table, with all of its rows.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]  #: the columns that tell the rows apart
    rows: tuple[tuple[Any, ...], ...]


_RECORD = Column(name="record", type="text", meaning="id of the record", filled=True, to="records")
_POSITION = Column(
    name="position", type="integer", meaning="place in the record's list, from 0", filled=True
)


def tables(catalog: Catalog) -> list[Table]:
    """
    All tables; those that others point to come first.
    """
    return [
        _records(catalog),
        *(_of_kind(catalog, kind) for kind in (SOURCES.plural, *KINDS)),
        *_nested(catalog),
        *_words(catalog),
        _links(catalog),
        _citations(catalog),
        _mentions(catalog),
    ]


def table_name(field: Field) -> str:
    """
    The table of a field of nested values: its name, or that of its class where a kind
    has the same.
    """
    if field.name not in KINDS:
        return field.name
    return {"mechanisms": "mechanism_roles", "datasets": "dataset_entries"}[field.name]


def _records(catalog: Catalog) -> Table:
    columns = (
        Column(name="id", type="text", meaning="permanent id, unique over all kinds", filled=True),
        Column(name="kind", type="text", meaning="the table with its fields", filled=True),
        Column(name="name", type="text", meaning="the name, or a source's title", filled=True),
    )
    rows = [
        (entity.id, kind, entity.title if kind == SOURCES.plural else entity.name)
        for kind in ALL_KINDS
        for entity in getattr(catalog, kind)
    ]
    return Table(
        name="records",
        meaning="All records and sources: what the other tables point to.",
        columns=columns,
        key=("id",),
        rows=tuple(rows),
    )


def _of_kind(catalog: Catalog, kind: str) -> Table:
    cls = ALL_KINDS[kind].cls
    columns = tuple(columns_of(cls))
    return Table(
        name=kind,
        meaning=meaning(cls),
        columns=columns,
        key=("id",),
        rows=tuple(cells_of(cls, entity) for entity in getattr(catalog, kind)),
    )


def columns_of(
    cls: type, prefix: str = "", *, filled: bool = True, lists: bool = False
) -> Iterator[Column]:
    """
    The columns over which a class is spread.

    Args:
        cls: A class of the model.
        prefix: What stands before their names.
        filled: Whether there is always such a value.
        lists: Whether what the class holds several of has a column too, and not a table.
    """
    for field in fields(cls):
        name = prefix + field.name
        if field.many:
            if lists:
                yield Column(
                    name=name, type="list", meaning=field.meaning, filled=True, holds=field.cls
                )
            continue
        if field.cls is not None:
            inner = filled and field.filled
            yield from columns_of(field.cls, f"{name}_", filled=inner, lists=lists)
            continue
        one = field.records is not None and len(field.records) == 1
        to = "records" if name == "id" else field.records[0] if one and field.records else None
        if field.records is not None and not one:
            to = "records"
        yield Column(
            name=name,
            type="text" if field.type == "date" else field.type,  # type: ignore[arg-type]
            meaning=field.meaning + (" (EDTF)" if field.type == "date" else ""),
            filled=filled and field.filled,
            blank=field.prose and not field.required,
            words=field.words,
            to=to,
        )
        if field.type == "date":
            for end in ("earliest", "latest"):
                yield Column(
                    name=f"{name}_{end}",
                    type="day",
                    meaning=f"{end} day that {name} may mean; empty where it is open",
                    filled=False,
                )


def cells_of(cls: type, value: Any, *, lists: bool = False) -> tuple[Any, ...]:
    """
    What stands in these columns for a value of the class, or for none.
    """
    cells: list[Any] = []
    for field in fields(cls):
        held = None if value is None else getattr(value, field.name)
        if field.many:
            if lists:
                cells.append(to_plain(held or ()))
        elif field.cls is not None:
            cells += cells_of(field.cls, held, lists=lists)
        elif field.type == "date":
            if isinstance(held, Date):
                cells += [held.edtf, first_day(held), last_day(held)]
            else:
                cells += [None] * 3
        else:
            cells.append(to_plain(held))
    return tuple(cells)


def _nested(catalog: Catalog) -> list[Table]:
    classes: dict[str, type] = {}
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for kind in KINDS.values():
        for field in fields(kind.cls):
            if field.many and field.cls is not None:
                name = table_name(field)
                classes[name] = field.cls
                own = rows.setdefault(name, [])
                for entity in getattr(catalog, kind.plural):
                    for position, item in enumerate(getattr(entity, field.name)):
                        own.append((entity.id, position, *cells_of(field.cls, item)))
    return [
        Table(
            name=name,
            meaning=meaning(cls),
            columns=(_RECORD, _POSITION, *columns_of(cls)),
            key=("record", "position"),
            rows=tuple(rows[name]),
        )
        for name, cls in classes.items()
    ]


def _words(catalog: Catalog) -> list[Table]:
    """
    Lists of text that are neither ids nor keys: aliases, former ids, authors.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {}
    meanings: dict[str, str] = {}
    for kind in ALL_KINDS.values():
        for field in fields(kind.cls):
            if field.many and field.cls is None and field.records is None and not field.cites:
                meanings[field.name] = field.meaning
                own = rows.setdefault(field.name, [])
                for entity in getattr(catalog, kind.plural):
                    values = enumerate(getattr(entity, field.name))
                    own += [(entity.id, position, value) for position, value in values]
    return [
        Table(
            name=name,
            meaning=f"{meanings[name].capitalize()}.",
            columns=(
                _RECORD,
                _POSITION,
                Column(name="value", type="text", meaning=meanings[name], filled=True),
            ),
            key=("record", "position"),
            rows=tuple(own),
        )
        for name, own in rows.items()
    ]


_FIELD = Column(
    name="field", type="text", meaning='where it stands: "posts[0].sources"', filled=True
)


def _links(catalog: Catalog) -> Table:
    rows: list[tuple[Any, ...]] = []
    for entity in catalog.records:
        for reference in relations.references(entity):
            field, _, rest = reference.field.rpartition("[")
            if rest.endswith("]"):  # one of a list; single ones are columns
                rows.append((entity.id, field, int(rest[:-1]), reference.target))
    return Table(
        name="links",
        meaning="Ids in lists: who was the target, what an event is part of, who tells a story.",
        columns=(
            _RECORD,
            _FIELD,
            _POSITION,
            Column(
                name="target", type="text", meaning="id of the other", filled=True, to="records"
            ),
        ),
        key=("record", "field", "position"),
        rows=tuple(rows),
    )


def _citations(catalog: Catalog) -> Table:
    rows: list[tuple[Any, ...]] = []
    for entity in catalog.records:
        for citation in relations.citations(entity):
            field, _, rest = citation.field.rpartition("[")
            rows.append((entity.id, field, int(rest[:-1]), citation.key))
    return Table(
        name="citations",
        meaning="Which source supports what, by record and field.",
        columns=(
            _RECORD,
            _FIELD,
            _POSITION,
            Column(
                name="source", type="text", meaning="key of the source", filled=True, to="sources"
            ),
        ),
        key=("record", "field", "position"),
        rows=tuple(rows),
    )


def _mentions(catalog: Catalog) -> Table:
    rows: list[tuple[Any, ...]] = []
    for entity in catalog.records:
        for where, text in relations.prose_fields(entity):
            for position, mention in enumerate(markup.mentions(text)):
                target = mention.target.removeprefix("#")
                rows.append((entity.id, where, position, mention.kind, target))
    return Table(
        name="mentions",
        meaning="What prose points to: links to records, citations, terms, addresses.",
        columns=(
            _RECORD,
            _FIELD,
            _POSITION,
            Column(name="sort", type="text", meaning='"link", "cite" or "term"', filled=True),
            Column(name="target", type="text", meaning="id, key, term or address", filled=True),
        ),
        key=("record", "field", "position"),
        rows=tuple(rows),
    )
