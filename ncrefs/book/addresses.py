"""
Where each record stands in the book: a function of its kind and id.
"""

from ncrefs.book import citing
from ncrefs.catalog import kind_of
from ncrefs.model import KINDS, Entity, Source

#: Below the source folder and the output; all documents in it are generated.
FOLDER = "reference"
#: Kinds whose records are entries on one page; sources have one for each letter.
ENTRY_PAGES = {
    "terms": "glossary",
    "claims": "article",
    "sources": "bibliography",
}
#: Kinds with a page for each record.
PAGED = tuple(kind for kind in KINDS if kind not in ENTRY_PAGES)
#: Singular name of each kind: its role, and its name in objects.inv.
SINGULAR = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "plots": "plot",
    "purges": "purge",
    "successions": "succession",
    "events": "event",
    "mechanisms": "mechanism",
    "terms": "term",
    "claims": "claim",
    "sources": "source",
}
CHAPTERS = {
    "people": "People",
    "organizations": "Organizations",
    "places": "Places",
    "plots": "Plots",
    "purges": "Purges",
    "successions": "Successions",
    "events": "Events",
    "mechanisms": "Mechanisms",
    "terms": "Glossary",
    "claims": "The article, audited",
    "sources": "Bibliography",
}
assert SINGULAR.keys() == CHAPTERS.keys() == {*KINDS, "sources"}  # noqa: S101


def address(entity: Entity | Source) -> tuple[str, str]:
    """
    The document of a record and its anchor there, "" for the page itself.
    """
    if isinstance(entity, Source):
        return letter_page(citing.initial(entity)), entity.id
    kind = kind_of(entity)
    if kind in PAGED:
        return f"{FOLDER}/{kind}/{entity.id}", ""
    return ENTRY_PAGES[kind], entity.id


def letter_page(letter: str) -> str:
    """
    The document with the sources of a letter.
    """
    return f"{FOLDER}/sources/{letter}"


def chapter_of(docname: str) -> str | None:
    """
    The chapter of a generated page; None for any other document, and for the chapters.
    """
    if docname.startswith(f"{FOLDER}/sources/"):
        return ENTRY_PAGES["sources"]
    record = record_at(docname)
    return chapter(record[0]) if record else None


def record_at(docname: str) -> tuple[str, str] | None:
    """
    The kind and id of the record whose page a document is; None for any other document.
    """
    folder, _, rest = docname.partition("/")
    kind, _, id_ = rest.partition("/")
    return (kind, id_) if folder == FOLDER and kind in PAGED and id_ != "index" else None


def chapter(kind: str) -> str:
    """
    The document that opens the chapter of a kind.
    """
    return f"{FOLDER}/{kind}/index" if kind in PAGED else ENTRY_PAGES[kind]
