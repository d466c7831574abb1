"""
The typeset book as a smaller file that says the same, as a script: `packing.py FILE`.

The typesetter writes each of its 140,000 objects, most of them links and tags of structure,
as plain text. The format has compressed streams of objects for that, which qpdf writes;
pages, links, tags and metadata stay as they are, but for the tags of some header cells.

Typst (0.15) tags the cells of a table's head as headers and all others as data. Voices that
read a table name the header with each cell, so in a table without a head the first cell of
each row becomes one.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

_SCOPE = {"/O": pikepdf.Name.Table, "/Scope": pikepdf.Name.Row}


def pack(path: Path) -> int:
    """
    Make a PDF smaller; the same document becomes the same bytes.

    Returns:
        The number of its pages.
    """
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        tag_headers(document)
        document.save(
            path,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,  # else it is drawn by chance
        )
        return len(document.pages)


def tag_headers(document: pikepdf.Pdf) -> None:
    """
    Make the first cells of rows headers, in the tables of a tagged PDF that have none.
    """
    for table in document.objects:
        if isinstance(table, pikepdf.Dictionary) and table.get("/S") == "/Table":
            rows = [_cells(row) for row in _rows(table)]
            if any(cell.S == "/TH" for row in rows for cell in row):
                continue
            for first, *_ in filter(None, rows):
                first.S = pikepdf.Name.TH
                first.A = pikepdf.Dictionary(_SCOPE)


def _children(element: Any) -> list[Any]:
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


if __name__ == "__main__":
    print(pack(Path(sys.argv[1])))  # noqa: T201  (its caller reads it)
