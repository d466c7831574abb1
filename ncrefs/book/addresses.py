"""
Where each record stands in the book: a function of its kind and id.
"""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from sphinx.environment import BuildEnvironment

from ncrefs import labels
from ncrefs.kinds import KINDS, SOURCES, Kind, kind_of
from ncrefs.model import Entity, Source

#: Below the source folder and the output; all documents in it are generated.
FOLDER = "reference"
#: What a document notes of a link to a record; see `outdated`.
LINK = "link"
#: Scheme of the address of a document that no builder has resolved yet: "doc:name#anchor".
_SCHEME = "doc:"
#: Kinds with a page for each record.
PAGED = tuple(name for name, kind in KINDS.items() if not kind.entries_on)
#: The index of names, and the folder of its letters.
NAMES = "names"
#: Documents that hold entries: of all records of a kind, or the ways to those of the sources.
ENTRY_PAGES = {
    kind.plural: kind.entries_on for kind in (*KINDS.values(), SOURCES) if kind.entries_on
}


def address(entity: Entity | Source) -> tuple[str, str]:
    """
    The document of a record and its anchor there, "" for the page itself.
    """
    if isinstance(entity, Source):
        return letter_page(labels.initial(entity)), entity.id
    kind = kind_of(entity)
    if kind.entries_on:
        return kind.entries_on, entity.id
    return f"{FOLDER}/{kind.plural}/{entity.id}", ""


def joined(page: str, anchor: str) -> str:
    """
    A page with an anchor on it; the page alone where that is "".
    """
    return f"{page}#{anchor}" if anchor else page


def unresolved(docname: str, anchor: str = "") -> str:
    """
    The address of a document in HTML of our own, until a page is written: see `resolved`.
    """
    return f"{_SCHEME}{joined(docname, anchor)}"


def resolved(html: str, uri: Callable[[str], str]) -> str:
    """
    HTML of our own with its links; *uri* gives the address of a document.
    """

    def target(match: re.Match[str]) -> str:
        return f'href="{uri(match[1])}{match[2] or ""}"'

    return re.sub(rf'href="{_SCHEME}([^"#]+)(#[^"]+)?"', target, html)


def letter_page(letter: str) -> str:
    """
    The document with the sources of a letter.
    """
    return f"{FOLDER}/{SOURCES.plural}/{letter}"


def names_page(letter: str) -> str:
    """
    The document with the names of a letter.
    """
    return f"{FOLDER}/{NAMES}/{letter}"


def chapter_of(docname: str) -> str | None:
    """
    The chapter of a generated page; None for any other document, and for the chapters.
    """
    if docname.startswith(f"{FOLDER}/{SOURCES.plural}/"):
        return SOURCES.entries_on
    if docname.startswith(f"{FOLDER}/{NAMES}/"):
        return NAMES
    record = record_at(docname)
    return chapter(KINDS[record[0]]) if record else None


def record_at(docname: str) -> tuple[str, str] | None:
    """
    The kind and id of the record whose page a document is; None for any other document.
    """
    folder, _, rest = docname.partition("/")
    kind, _, id_ = rest.partition("/")
    return (kind, id_) if folder == FOLDER and kind in PAGED and id_ != "index" else None


def is_generated(docname: str) -> bool:
    """
    Whether a document is made of records; the others are written by hand.
    """
    return docname.startswith(f"{FOLDER}/")


def page_behind(target: str) -> str | None:
    """
    The generated document in a link by its path; None for any other target.
    """
    parts = PurePosixPath(target).with_suffix("").parts
    return "/".join(parts[parts.index(FOLDER) :]) if FOLDER in parts else None


def record_behind(target: str) -> str | None:
    """
    The id in a link to a record's page by the page's path; None for any other target.
    """
    record = record_at(page_behind(target) or "")
    return record[1] if record else None


def has_page(env: BuildEnvironment, docname: str) -> bool:
    """
    Whether the book has a document, and for entries one that shows them; a book of
    another project may have no glossary, or one of its own.
    """
    if docname not in env.found_docs or is_generated(docname):
        return docname in env.found_docs
    shown: dict[str, dict[tuple[str, str], str]] = getattr(env, "ncrefs_shown", {})
    return any(name != LINK for name, _ in shown.get(docname, ()))


def chapter(kind: Kind) -> str:
    """
    The document that opens the chapter of a kind.
    """
    return kind.entries_on or f"{FOLDER}/{kind.plural}/index"
