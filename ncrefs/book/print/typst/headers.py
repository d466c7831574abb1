"""
Header cells of tables that have no head: the cards of facts, where each row begins with
the name of what it says.

Typst (0.15) tags the cells of a table's head as headers and all others as data. Voices
that read a table name the header with each cell, so the first cell of each row becomes one.
"""

from collections.abc import Iterator
from typing import Any


def tag_headers(document: Any) -> None:
    """
    Make the first cells of rows headers, in the tables of a tagged PDF that have none.
    """
    import pikepdf  # noqa: PLC0415  (pages are built without it)

    scope = {"/O": pikepdf.Name.Table, "/Scope": pikepdf.Name.Row}
    for table in document.objects:
        if isinstance(table, pikepdf.Dictionary) and table.get("/S") == "/Table":
            rows = [_cells(row) for row in _rows(table)]
            if any(cell.S == "/TH" for row in rows for cell in row):
                continue
            for first, *_ in filter(None, rows):
                first.S = pikepdf.Name.TH
                first.A = pikepdf.Dictionary(scope)


def _children(element: Any) -> list[Any]:
    import pikepdf  # noqa: PLC0415

    inside = element.get("/K", [])
    children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    return [child for child in children if isinstance(child, pikepdf.Dictionary) and "/S" in child]


def _rows(element: Any) -> Iterator[Any]:
    for child in _children(element):
        if child.S == "/TR":
            yield child
        elif child.S in ("/THead", "/TBody", "/TFoot"):
            yield from _rows(child)


def _cells(row: Any) -> list[Any]:
    return [child for child in _children(row) if child.S in ("/TD", "/TH")]
