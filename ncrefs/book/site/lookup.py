"""
The index of the box that finds a record: every spelling of every name, with where it leads.

It is a script, not JSON, since a page opened from the disk may load scripts but fetch
nothing; `static/lookup.js` loads it when somebody first uses the box.
"""

import json
from typing import Any

from sphinx.application import Sphinx

from ncrefs.book.addresses import address, has_page
from ncrefs.book.site import BUILDERS
from ncrefs.book.site.beside import put
from ncrefs.book.site.frame import chapters
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import Claim, Entity

#: In the book's root; `lookup.js` knows it and calls the function that it calls.
INDEX = "lookup-index.js"
_CHAPTER = "chapter"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the index of records and chapters: `build-finished`.
    """
    if exception is not None or app.builder.name not in BUILDERS:
        return
    uri = app.builder.get_target_uri
    entries = [
        [_CHAPTER, uri(docname), title] for _, part in chapters(app.env) for docname, title in part
    ]
    catalog = catalog_of(app.config)
    for entity in sorted(catalog.records, key=lambda entity: _weight(entity, catalog)):
        docname, anchor = address(entity)
        if not has_page(app.env, docname):
            continue
        target = uri(docname) + (f"#{anchor}" if anchor else "")
        entries.append([kind_of(entity).singular, target, *_spellings(entity, catalog)])
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    put(app, {INDEX: f"ncLookup({text});\n"})


def _weight(entity: Entity, catalog: Catalog) -> Any:
    """
    What orders records that fit equally well: the kinds of the book, the most connected first.
    """
    ties = len(catalog.related(entity)) + len(catalog.mentioned_in(entity.id))
    return list(KINDS).index(kind_of(entity).plural), -ties, entity.id


def _spellings(entity: Entity, catalog: Catalog) -> list[str]:
    """
    The title of a record, then its other spellings; a claim is known by its number and words.
    """
    if isinstance(entity, Claim):
        return [f"Claim {entity.number}: {entity.statement}", f"Claim {entity.number}"]
    return [*catalog.spellings(entity), *entity.misprints]
