"""
The index of the jump box: every spelling of every name, with where it leads.

It is a script, not JSON, since a page opened from the disk may load scripts but fetch
nothing; `static/jump.js` loads it when somebody first uses the box.
"""

import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from ncrefs.book.addresses import SINGULAR, address
from ncrefs.book.layout import chapters
from ncrefs.book.machine import BUILDERS, write
from ncrefs.book.shelf import catalog_of
from ncrefs.catalog import Catalog, kind_of
from ncrefs.model import KINDS, Claim, Entity

#: In the book's root; `jump.js` knows it and calls the function that it calls.
INDEX = "jumpindex.js"
_CHAPTER = "chapter"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the index of records and chapters.
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
        target = uri(docname) + (f"#{anchor}" if anchor else "")
        entries.append([SINGULAR[kind_of(entity)], target, *_spellings(entity, catalog)])
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    write(Path(app.outdir) / INDEX, f"ncJump({text});\n")


def _weight(entity: Entity, catalog: Catalog) -> Any:
    """
    What orders records that fit equally well: the kinds of the book, the most connected first.
    """
    ties = len(catalog.related(entity)) + len(catalog.mentioned_in(entity.id))
    return list(KINDS).index(kind_of(entity)), -ties, entity.id


def _spellings(entity: Entity, catalog: Catalog) -> list[str]:
    """
    The title of a record, then its other spellings; a claim is known by its number and words.
    """
    if isinstance(entity, Claim):
        return [f"Claim {entity.number}: {entity.statement}", f"Claim {entity.number}"]
    return catalog.spellings(entity)
