"""
Which documents must be read again when records change.

While a document is read, it notes which views of the catalog it shows and what it links
to, with a digest of each. Before the next build the digests are compared: a document is
read again exactly if something that it shows has changed, wherever it stands.
"""

from collections.abc import Set
from functools import cache
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs.book.addresses import (
    LINK,
    address,
    letter_page,
    names_page,
    page_behind,
    record_behind,
)
from ncrefs.book.content import sources, spellings
from ncrefs.book.domain import NcDomain, hint_of, title_of
from ncrefs.book.ledger import ledger_of
from ncrefs.book.notes import Notes
from ncrefs.book.store import catalog_of, digest
from ncrefs.book.views import VIEWS
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Source

#: What a document notes: the name of a view and its argument, or `LINK` and what it leads to.
Shown = tuple[str, str]
#: By document, the digests of what it shows.
NOTES: Notes[dict[Shown, str]] = Notes("ncrefs_shown")


def link(catalog: Catalog, id_: str) -> Any:
    """
    What a link to a record says and where it leads; of the document of a letter, or of what
    there is not, whether there is one.
    """
    entity = catalog.get(id_)
    if entity is None:
        return id_ in _letters(catalog)
    kind = kind_of(entity).singular
    shown = (kind, *address(entity), title_of(entity, catalog), hint_of(entity))
    if isinstance(entity, Source):  # its page's foot gives it in full
        return *shown, entity, len(catalog.cited_by(id_))
    return shown


@cache
def _letters(catalog: Catalog) -> frozenset[str]:
    """
    The documents of letters, which come and go with the names and sources in them.
    """
    names = map(names_page, spellings.by_letter(catalog))
    return frozenset((*names, *map(letter_page, sources.by_letter(catalog))))


@cache
def _digest(catalog: Catalog, shown: Shown) -> str:
    """
    A digest of what is shown; the same record is linked to from many documents.
    """
    name, argument = shown
    if name == LINK:
        return digest(link(catalog, argument))
    return digest(VIEWS[name].shows(catalog, argument))


def note(env: BuildEnvironment, name: str, argument: str = "") -> None:
    """
    Note that the document being read shows a view, or links to a record.
    """
    shown = NOTES.of(env).setdefault(env.docname, {})
    shown[name, argument] = _digest(catalog_of(env.config), (name, argument))


def is_shown(env: BuildEnvironment, name: str, argument: str = "") -> bool:
    """
    Whether a document of the book shows a view.
    """
    return any((name, argument) in shown for shown in NOTES.of(env).values())


def shown_elsewhere(env: BuildEnvironment, name: str) -> str:
    """
    Another document than the one being read that shows a view; "" if none does.
    """
    others = ((doc, shown) for doc, shown in NOTES.of(env).items() if doc != env.docname)
    return next((doc for doc, shown in others if (name, "") in shown), "")


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """
    Note the records and letters that a document links to, whoever made the links, and what it
    links to in vain, since that may come: `doctree-read`.
    """
    for target in {node.get("reftarget", "") for node in doctree.findall(pending_xref)}:
        for name in (target, record_behind(target) or page_behind(target)):
            if name:
                note(app.env, LINK, name)


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """
    The known documents that show something else now: `env-get-outdated`.

    None do if all that could be shown is as it was when the documents were last compared.
    """
    matter = ledger_of(app).matter
    if getattr(env, "ncrefs_matter", None) == matter:
        return []
    env.ncrefs_matter = matter  # type: ignore[attr-defined]
    cast("NcDomain", env.domains["nc"]).note_objects()
    catalog = catalog_of(app.config)
    return [
        docname
        for docname, shown in NOTES.of(env).items()
        if docname in env.all_docs
        and any(_digest(catalog, key) != old for key, old in shown.items())
    ]
