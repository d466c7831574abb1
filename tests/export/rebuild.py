"""
Puts records together again from what an export wrote.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.export.fields import Field, fields
from ncrefs.export.tables import table_name
from ncrefs.kinds import KINDS, SOURCES
from ncrefs.serial import to_plain

Rows = Sequence[Mapping[str, Any]]
Plain = dict[str, list[dict[str, Any]]]


def plain(catalog: Catalog) -> Plain:
    """
    All records and sources as plain values, by kind.
    """
    return {
        kind: [to_plain(entity) for entity in getattr(catalog, kind)]
        for kind in (*KINDS, SOURCES.plural)
    }


def from_tables(tables: Mapping[str, Rows]) -> Plain:
    """
    The records that tables hold, however those were written.

    Args:
        tables: Name -> rows by column; numbers may be text, and absent values "".
    """
    return _Tables(tables).records()


class _Tables:
    def __init__(self, tables: Mapping[str, Rows]) -> None:
        self.tables = tables
        self.nested: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        self.lists: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for name in tables:
            for row in sorted(tables[name], key=lambda row: int(row.get("position") or 0)):
                if name == "links":
                    self.lists[row["record"], row["field"]].append(row["target"])
                elif name == "citations":
                    self.lists[row["record"], row["field"]].append(row["source"])
                elif "record" in row and "value" in row and "position" in row and len(row) == 3:
                    self.lists[row["record"], name].append(row["value"])
                elif "record" in row and name != "mentions":
                    self.nested[row["record"], name].append(row)

    def records(self) -> Plain:
        return {
            kind.plural: [self.value(kind.cls, row, row["id"]) for row in self.tables[kind.plural]]
            for kind in (*KINDS.values(), SOURCES)
        }

    def value(
        self, cls: type, row: Mapping[str, Any], record: str, prefix: str = "", path: str = ""
    ) -> dict[str, Any]:
        return {
            field.name: self.field(field, row, record, prefix, path + field.name)
            for field in fields(cls)
        }

    def field(
        self, field: Field, row: Mapping[str, Any], record: str, prefix: str, path: str
    ) -> Any:
        if field.many and field.cls is not None:
            rows = self.nested[record, table_name(field)]
            return [
                self.value(field.cls, inner, record, "", f"{path}[{index}].")
                for index, inner in enumerate(rows)
            ]
        if field.many:
            return self.lists[record, path]
        if field.cls is not None:
            inner_prefix = f"{prefix}{field.name}_"
            value = self.value(field.cls, row, record, inner_prefix, f"{path}.")
            return None if all(one in (None, []) for one in value.values()) else value
        value = row[prefix + field.name]
        if value is None or (value == "" and (prefix or field.type != "text" or not field.filled)):
            return None
        if field.type == "integer":
            return int(value)
        return float(value) if field.type == "number" else value
