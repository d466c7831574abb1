"""
A script for each record that can be compared: what the page of comparisons shows of it.

Scripts, as a page opened from the disk may load these but fetch nothing; and one for each
record, as a comparison needs two to four of some two hundred.
"""

import json
from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx

from ncrefs import labels
from ncrefs.book.addresses import address, joined
from ncrefs.book.content import compared
from ncrefs.book.domain import METHOD
from ncrefs.book.outdated import is_shown
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.store import catalog_of
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.model import Entity, Source


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the scripts, if the book has the page: `build-finished`.
    """
    if not is_due(app, exception):
        return
    catalog = catalog_of(app.config)
    wanted = {}
    if is_shown(app.env, "compare"):
        for kind in compared.COMPARED:
            for entity in catalog.records.kind(kind):
                data = _data(entity, catalog, app.builder.get_target_uri)
                text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
                wanted[f"{compared.PAGE}/{entity.id}.js"] = f"ncCompare({text});\n"
    put(app, wanted, lambda name: name.startswith(f"{compared.PAGE}/") and name.endswith(".js"))


def _data(entity: Entity, catalog: Catalog, uri: Callable[[str], str]) -> dict[str, Any]:
    """
    What `compare.js` takes; addresses are from the book's root.
    """

    def place(shown: Entity | Source) -> str:
        docname, anchor = address(shown)
        return joined(uri(docname), anchor)

    named = labels.labels(catalog)
    return {
        "id": entity.id,
        "name": typeset(entity.name),
        "page": place(entity),
        "grades": f"{uri(METHOD)}#grade-",
        "rows": [
            [
                label,
                [
                    [
                        one.words,
                        one.more,
                        place(catalog[one.record]) if one.record else "",
                        one.grade or "",
                        one.sources,
                    ]
                    for one in said
                ],
            ]
            for label, said in compared.rows(entity, catalog)
        ],
        "sources": {
            source.id: [typeset(named[source.id]), place(source)]
            for source in compared.sources(entity, catalog)
        },
    }
