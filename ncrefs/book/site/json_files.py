"""
A JSON file for each record and source, and a list of them, from the catalog alone.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ncrefs import __version__
from ncrefs.book.addresses import FOLDER, address
from ncrefs.book.domain import title_of
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source
from ncrefs.serial import to_plain

#: SPDX name of the licence of records.
LICENSE = "CC-BY-4.0"
#: Builders whose output is a web site.
BUILDERS = ("html", "dirhtml")


def json_path(entity: Entity | Source) -> str:
    """
    Where the JSON of a record stands, from the book's root.
    """
    return f"{FOLDER}/{kind_of(entity).plural}/{entity.id}.json"


def _files(catalog: Catalog, uri: Callable[[str], str]) -> Iterator[tuple[str, Any]]:
    """
    The path and content of every file, and of the list of all; paths from the book's root.
    """
    listed = []
    for entity in (*catalog.records, *catalog.sources):
        kind = kind_of(entity).plural
        yield json_path(entity), {"kind": kind, "license": LICENSE, **to_plain(entity)}
        docname, anchor = address(entity)
        listed.append(
            {
                "id": entity.id,
                "kind": kind,
                "name": title_of(entity, catalog),
                "json": json_path(entity),
                "page": uri(docname) + (f"#{anchor}" if anchor else ""),
            }
        )
    yield f"{FOLDER}/index.json", {"license": LICENSE, "version": __version__, "records": listed}


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the files that have changed and remove those of records that are gone.
    """
    if exception is not None or app.builder.name not in BUILDERS:
        return
    files = _files(catalog_of(app.config), app.builder.get_target_uri)
    wanted = {Path(app.outdir) / path: data for path, data in files}
    for path in sorted((Path(app.outdir) / FOLDER).rglob("*.json")):
        if path not in wanted:
            path.unlink()
    for path, data in wanted.items():
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        write(path, text)


def write(path: Path, text: str) -> None:
    """
    Write a file of UTF-8 unless it has this text already.
    """
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
