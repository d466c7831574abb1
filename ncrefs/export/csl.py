"""
The sources as CSL JSON: for Zotero, Pandoc and other reference managers.
"""

from typing import Any

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import LICENCE, dump, iso_of
from ncrefs.model import Source

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "online": "webpage",
    "report": "report",
    "thesis": "thesis",
}
_FIELDS = {
    "container": "container-title",
    "publisher": "publisher",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
}


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One file, an item for each source, each with version and licence in "custom".
    """
    return {"ncrefs-csl.json": dump([item(source) for source in catalog.sources])}


def item(source: Source) -> dict[str, Any]:
    """
    One source.
    """
    found: dict[str, Any] = {
        "id": source.id,
        "citation-key": source.id,
        "type": _TYPES.get(source.type, "document"),
        "language": source.language or "en",
        # It has no field for a title in English; where one is wanted, it stands in brackets.
        "title": source.full_title,
    }
    found |= {to: getattr(source, name) for name, to in _FIELDS.items() if getattr(source, name)}
    if source.authors:
        found["author"] = [_name(author) for author in source.authors]
    if source.date:
        found["issued"] = _date(source.date)
    if source.note:
        found["note"] = source.note
    found["custom"] = {"tier": source.tier, "dataset": f"ncrefs {ncrefs.__version__}, {LICENCE}"}
    return found


def _name(author: str) -> dict[str, str]:
    family, comma, given = author.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": author}


def _date(date: Date) -> dict[str, Any]:
    """
    A date in parts; what parts cannot say stays as text.
    """
    ends = [end for end in (date.start, date.end if date.is_interval else None) if end]
    prefixes = list(map(iso_of, ends))
    if None in prefixes:
        return {"literal": date.words}
    parts = [list(map(int, prefix.split("-"))) for prefix in prefixes if prefix]
    return {"date-parts": parts, **({"circa": True} if any(e.qualifier for e in ends) else {})}
