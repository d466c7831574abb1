"""
The sources as BibTeX, with the fields of BibLaTeX: what `ncrefs` itself reads.
"""

import re

from ncrefs.bibtex import PUBLISHERS
from ncrefs.catalog import Catalog
from ncrefs.export.common import notice
from ncrefs.model import Source

_FIELDS = (
    "title",
    "translation",
    "date",
    "container",
    "publisher",
    "volume",
    "number",
    "pages",
    "url",
    "doi",
    "isbn",
    "language",
    "note",
    "tier",
)
_NAMES = {"language": "langid", "translation": "titleaddon"}
#: Fields that BibLaTeX takes as they are.
_VERBATIM = {"date", "doi", "url"}


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One file, an entry for each source, in the order of the keys.
    """
    entries = "\n".join(entry(source) for source in catalog.sources)
    return {"ncrefs.bib": f"% {notice()}\n\n{entries}".encode()}


def entry(source: Source) -> str:
    """
    One source.
    """
    # A name of one part is kept together: "Central Committee" is no first and last name.
    authors = [name if ", " in name else f"{{{name}}}" for name in source.authors]
    values = {"author": _value("author", " and ".join(authors))} if authors else {}
    for field in _FIELDS:
        value = getattr(source, field)
        if value is not None:
            values[_name(field, source)] = _value(field, _whole(field, str(value)))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in values.items())
    return f"@{source.type}{{{source.id},\n{lines}\n}}\n"


def _name(field: str, source: Source) -> str:
    if field == "publisher":
        return PUBLISHERS.get(source.type, field)
    if field == "container":
        return "booktitle" if source.type.startswith("in") else "journaltitle"
    return _NAMES.get(field, field)


def _whole(field: str, value: str) -> str:
    """
    A value that stays one: a translation in its brackets, a body with "and" in its name.
    """
    if field == "translation":
        return f"[{value}]"
    return f"{{{value}}}" if field == "publisher" and " and " in value.lower() else value


def _value(field: str, text: str) -> str:
    """
    A text with its signs as TeX wants them; BibLaTeX takes some as they are.
    """
    return text if field in _VERBATIM else re.sub(r"[&%$#_]", r"\\\g<0>", text)
