"""
The tables in Parquet: for data frames, DuckDB, Spark and warehouses.

Needs pyarrow (`pip install ncrefs[export]`). Days are dates, and each column carries its
meaning.
"""

import io
from importlib.util import find_spec
from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.export.common import about
from ncrefs.export.tables import Table, tables


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    A file for each table.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise ModuleNotFoundError("Parquet needs pyarrow: pip install ncrefs[export]")
    return {f"{table.name}.parquet": _bytes(table) for table in tables(catalog)}


def _bytes(table: Table) -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  (an extra)
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415

    types: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
    }
    schema = pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.filled,
                metadata={"description": column.meaning},
            )
            for column in table.columns
        ],
        metadata={**about(), "description": table.meaning},
    )
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array(list(values), type=field.type)
        for values, field in zip(columns, schema, strict=True)
    ]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()
