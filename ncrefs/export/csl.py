"""
The sources as CSL JSON: for Zotero, Pandoc and other reference managers.
"""

from typing import Any

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import LICENCE, dump, iso_prefix
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
    ends = [part for part in date.edtf.split("/") if part not in ("", "..")]
    parts = [
        [int(number) for number in prefix.split("-")]
        for end in ends
        if (prefix := iso_prefix(Date(end)))
    ]
    if len(parts) != len(ends):
        return {"literal": date.words}
    found: dict[str, Any] = {"date-parts": parts}
    if any(mark in date.edtf for mark in "~?%"):
        found["circa"] = True
    return found
