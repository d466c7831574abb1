"""
Records for other libraries: dicts, data frames, graphs.

None of those libraries is needed to use the package; each is imported when it is asked for.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ncrefs import relations
from ncrefs.arguments import expect_word, texts
from ncrefs.collection import Collection
from ncrefs.export.fields import fields
from ncrefs.export.network import node
from ncrefs.export.tables import Column, cells_of, columns_of
from ncrefs.kinds import ALL_KINDS, kind_of
from ncrefs.model import Entity, Kin, Source, Tie
from ncrefs.problems import one_of
from ncrefs.serial import to_plain

if TYPE_CHECKING:
    import networkx as nx

    from ncrefs.catalog import Catalog


def to_dict(entity: Entity | Source) -> dict[str, Any]:
    """
    A record as a dict of text, numbers, lists and dicts, with its kind.
    """
    return {"kind": kind_of(entity).plural, **to_plain(entity)}


def row(entity: Entity | Source) -> dict[str, Any]:
    """
    A record as a row of a table, in the columns of its class.
    """
    cls = type(entity)
    cells = (kind_of(entity).plural, *cells_of(cls, entity, lists=True))
    return dict(zip(_names(cls), cells, strict=True))  # type: ignore[arg-type]  # classes are hashable


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(column.name for column in columns(cls))


def columns(*classes: type) -> list[Column]:
    """
    The columns of a table of records: those of each class in the order of the model.

    A single nested value is spread over columns ("fate_what"), several are a list of dicts; a
    date is EDTF text, with its first and last day beside it ("when_earliest").
    """
    words = tuple(ALL_KINDS)
    kind = Column(name="kind", type="text", meaning="kind of the record", filled=True, words=words)
    found = {"kind": kind}
    for cls in classes:
        for column in columns_of(cls, lists=True):
            found[column.name] = _both(found.get(column.name, column), column)
    return list(found.values())


def _both(one: Column, other: Column) -> Column:
    """
    A column that holds what either does: where these are of two sorts, as text.
    """
    if one.type != other.type:
        return replace(one, type="text", words=())
    both = dict.fromkeys([*one.words, *other.words])
    holds = one.holds if one.holds is other.holds else object
    return replace(one, words=tuple(both) if one.words and other.words else (), holds=holds)


def frame(collection: Collection[Any], library: Literal["pandas", "polars"] | None = None) -> Any:
    """
    A collection as a data frame, indexed by nothing, a row for each record.

    The columns (see `columns`) are those of the kinds that are there, in the book's order, and
    have one type each, whatever records fill them: text; a category, with all words of the
    vocabulary in its order; whole numbers and numbers; days; lists, which may be empty. Any
    but a list may be missing.

    Args:
        collection: The records.
        library: Which to use; without it pandas, or polars where that is missing.

    Raises:
        ModuleNotFoundError: It is not installed.
        ValueError: It is another library.
    """
    if library is not None:
        expect_word("library", library, _MAKERS)
    wanted = [library] if library else list(_MAKERS)
    for name in wanted:
        try:
            module = import_module(name)
        except ModuleNotFoundError:
            continue
        there = {type(entity) for entity in collection}
        known = columns(*(k.cls for k in ALL_KINDS.values() if k.cls in there))
        rows = [row(entity) for entity in collection]
        return _MAKERS[name](module, {c: [_cell(c, cells) for cells in rows] for c in known})
    raise ModuleNotFoundError(f"a data frame needs {one_of(wanted)}: pip install {wanted[0]}")


def _cell(column: Column, cells: dict[str, Any]) -> Any:
    value = cells.get(column.name)
    if column.type == "list":
        return value or []
    return str(value) if column.type == "text" and value is not None else value


def _pandas(pandas: Any, table: dict[Column, list[Any]]) -> Any:
    types = {
        "text": pandas.StringDtype(na_value=float("nan")),
        "integer": "Int64",
        "number": "float64",
        "day": "datetime64[s]",
        "list": "object",
    }
    return pandas.DataFrame(
        {
            column.name: pandas.Series(
                values,
                dtype=pandas.CategoricalDtype(column.words) if column.words else types[column.type],
            )
            for column, values in table.items()
        }
    )


def _polars(polars: Any, table: dict[Column, list[Any]]) -> Any:
    return polars.DataFrame(
        {column.name: values for column, values in table.items()},
        schema={column.name: _polars_type(polars, column) for column in table},
    )


def _polars_type(polars: Any, column: Column) -> Any:
    if column.words:
        return polars.Enum(column.words)
    types = {
        "text": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "day": polars.Date,
    }
    if column.type != "list":
        return types[column.type]
    if column.holds is object:
        return polars.Object
    return polars.List(_polars_struct(polars, column.holds) if column.holds else polars.String)


def _polars_struct(polars: Any, cls: type) -> Any:
    """
    The type of nested values as `to_plain` gives them.
    """
    types = {"integer": polars.Int64, "number": polars.Float64}
    found = {}
    for field in fields(cls):
        one = types.get(field.type, polars.String)
        if field.cls is not None:
            one = _polars_struct(polars, field.cls)
        found[field.name] = polars.List(one) if field.many else one
    return polars.Struct(found)


#: What makes a data frame of each library, the preferred first.
_MAKERS: dict[str, Callable[[Any, dict[Column, list[Any]]], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
}


def graph(catalog: "Catalog", what: Iterable[str] = ("ties", "kin")) -> "nx.MultiDiGraph[str]":
    """
    Relations between records as a directed graph; several may join the same two.

    A node is a record's id, with name, kind, summary and grade. An edge runs from the
    record that declares the relation, with "relation", "field", and where they are
    known "start", "end", "grade" and "sources".

    Args:
        catalog: The catalog.
        what: Names of the fields that declare relations.

    Raises:
        ModuleNotFoundError: networkx is not installed.
        TypeError: It is no list of names.
        ValueError: No record has such a relation.
    """
    try:
        import networkx as nx  # noqa: PLC0415  (not needed for anything else)
    except ModuleNotFoundError:
        raise ModuleNotFoundError("a graph needs networkx: pip install networkx") from None
    wanted = texts("what", what)
    found = [relation for entity in catalog.records for relation in relations.relations(entity)]
    known = sorted({relation.field for relation in found})
    for field in wanted:
        expect_word("relation", field, known)
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for relation in found:
        other = catalog.records.get(relation.object)
        if relation.field not in wanted or other is None:
            continue
        for entity in (catalog.records[relation.subject], other):
            made.add_node(entity.id, **node(entity))
        made.add_edge(relation.subject, other.id, **_edge(relation))
    return made


def _edge(relation: relations.Relation) -> dict[str, str]:
    item = relation.item
    named = item.relation if isinstance(item, Kin | Tie) else relation.label
    facts = {"relation": named, "field": relation.field}
    for name in ("title", "office", "role", "inverse", "start", "end", "grade", "note"):
        value = getattr(item, name, None)
        if value is not None:
            facts[name] = str(value)
    if sources := getattr(item, "sources", ()):
        facts["sources"] = " ".join(sources)
    return facts
