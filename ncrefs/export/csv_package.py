"""
Tables in CSV with a description of each column: a Frictionless data package.

An absent value is an empty cell. The files are UTF-8 with the line ends of RFC 4180.
"""

import csv
import io
from typing import Any

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.export.common import LICENCE, LICENCE_URL, TITLE, dump
from ncrefs.export.tables import Column, Table, tables

_TYPES = {"text": "string", "integer": "integer", "number": "number", "day": "date"}


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    A file for each table, and `datapackage.json`.
    """
    made = tables(catalog)
    package = {
        "profile": "tabular-data-package",
        "name": "ncrefs",
        "title": TITLE,
        "version": ncrefs.__version__,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
        "resources": [_resource(table) for table in made],
    }
    return {
        "datapackage.json": dump(package),
        **{f"{table.name}.csv": _text(table) for table in made},
    }


def _text(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows(table.rows)
    return out.getvalue().encode()


def _resource(table: Table) -> dict[str, Any]:
    foreign = [
        {"fields": column.name, "reference": {"resource": column.to, "fields": "id"}}
        for column in table.columns
        if column.to and not (table.name == "records" and column.name == "id")
    ]
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
    }
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": table.name.replace("_", "-"),
        "title": table.meaning,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.filled and not column.blank:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    field = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.meaning,
    }
    return {**field, "constraints": constraints} if constraints else field
