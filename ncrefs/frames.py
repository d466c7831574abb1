"""
Records for other libraries: dicts, data frames, graphs.

None of those libraries is needed to use the package; each is imported when it is asked for.
"""

import datetime as dt
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from ncrefs import relations
from ncrefs.collection import Collection, grade_of
from ncrefs.dates import Date
from ncrefs.kinds import kind_of
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
    A record as a row of a table: one nested value is spread over columns
    ("fate_what"), several stay a list of dicts; a date has its first and last day
    beside it ("when_earliest"), None where it is open.
    """
    cells: dict[str, Any] = {"kind": kind_of(entity).plural}
    for name in entity.__dataclass_fields__:
        cells |= _cells(name, getattr(entity, name))
    return cells


def _cells(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, Date):
        return {
            name: value.edtf,
            f"{name}_earliest": None if value.earliest == dt.date.min else value.earliest,
            f"{name}_latest": None if value.latest == dt.date.max else value.latest,
        }
    if hasattr(value, "__dataclass_fields__"):
        cells: dict[str, Any] = {}
        for inner in value.__dataclass_fields__:
            cells |= _cells(f"{name}_{inner}", getattr(value, inner))
        return cells
    return {name: to_plain(value)}


def frame(collection: Collection[Any], library: Literal["pandas", "polars"] | None = None) -> Any:
    """
    A collection as a data frame, indexed by nothing, a row for each record.

    Args:
        collection: The records; columns are the fields that any of them fills.
        library: Which to use; without it pandas, or polars where that is missing.

    Raises:
        ModuleNotFoundError: It is not installed.
    """
    rows = [row(entity) for entity in collection]
    columns = list(dict.fromkeys(name for cells in rows for name in cells))
    table = {name: [cells.get(name) for cells in rows] for name in columns}
    wanted = (library,) if library else ("pandas", "polars")
    for name in wanted:
        try:
            module = import_module(name)
        except ModuleNotFoundError:
            continue
        return (
            module.DataFrame(table, strict=False) if name == "polars" else module.DataFrame(table)
        )
    raise ModuleNotFoundError(f"a data frame needs {one_of(wanted)}: pip install {wanted[0]}")


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
        ValueError: No record has such a relation.
    """
    try:
        import networkx as nx  # noqa: PLC0415  (not needed for anything else)
    except ModuleNotFoundError:
        raise ModuleNotFoundError("a graph needs networkx: pip install networkx") from None
    wanted = set(what)
    found = [relation for entity in catalog.records for relation in relations.relations(entity)]
    if unknown := wanted - (known := {relation.field for relation in found}):
        names = one_of(sorted(known))
        raise ValueError(f'no relation "{min(unknown)}"; the relations are {names}')
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for relation in found:
        other = catalog.records.get(relation.object)
        if relation.field not in wanted or other is None:
            continue
        for entity in (catalog.records[relation.subject], other):
            made.add_node(entity.id, **_node(entity))
        made.add_edge(relation.subject, other.id, **_edge(relation))
    return made


def _node(entity: Entity) -> dict[str, str]:
    facts = {
        "name": entity.name,
        "kind": kind_of(entity).plural,
        "summary": entity.summary,
        "grade": grade_of(entity),
    }
    return {name: str(value) for name, value in facts.items() if value}


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
