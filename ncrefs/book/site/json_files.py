"""
A JSON file for each record and source, and a list of them, from the catalog alone.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sphinx.application import Sphinx

from ncrefs import __version__
from ncrefs.book.addresses import FOLDER, address, has_page, joined
from ncrefs.book.domain import title_of
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source
from ncrefs.releases import moved
from ncrefs.serial import to_plain

#: SPDX name of the licence of records.
LICENSE = "CC-BY-4.0"


def json_path(entity: Entity | Source) -> str:
    """
    Where the JSON of a record stands, from the book's root.
    """
    return f"{FOLDER}/{kind_of(entity).plural}/{entity.id}.json"


def uris(app: Sphinx) -> Callable[[str], str | None]:
    """
    From a document to its address from the book's root; None if the book has no such page.
    """

    def uri(docname: str) -> str | None:
        return app.builder.get_target_uri(docname) if has_page(app.env, docname) else None

    return uri


def _files(catalog: Catalog, uri: Callable[[str], str | None]) -> Iterator[tuple[str, Any]]:
    """
    The path and content of every file, and of the list of all; paths from the book's root.

    A record that no page shows has none in the list; one that stood elsewhere before is not
    listed there.
    """
    listed = []
    for entity in (*catalog.records, *catalog.sources):
        kind = kind_of(entity).plural
        yield json_path(entity), {"kind": kind, "license": LICENSE, **to_plain(entity)}
        docname, anchor = address(entity)
        page = uri(docname)
        listed.append(
            {
                "id": entity.id,
                "kind": kind,
                "name": title_of(entity, catalog),
                "json": json_path(entity),
                **({"page": joined(page, anchor)} if page else {}),
            }
        )
    for gone in moved(catalog):
        became = {"renamed_to": gone.now.id} if gone.now else {"withdrawn_in": gone.withdrawn}
        told = {"kind": gone.kind, "license": LICENSE, "id": gone.id, **became}
        yield f"{FOLDER}/{gone.kind}/{gone.id}.json", told
    yield f"{FOLDER}/index.json", {"license": LICENSE, "version": __version__, "records": listed}


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the files and remove those of records that are gone: `build-finished`.
    """
    if not is_due(app, exception):
        return

    wanted = {
        path: json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        for path, data in _files(catalog_of(app.config), uris(app))
    }
    put(app, wanted, lambda name: name.startswith(f"{FOLDER}/") and name.endswith(".json"))
