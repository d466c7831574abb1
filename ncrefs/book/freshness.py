"""
Which documents must be read again when records change.

While a document is read, it notes the facets of the catalog that it shows, with a
digest of each. Before the next build the digests are compared: a document is
read again exactly if something that it shows has changed, wherever it stands.
"""

from collections.abc import Callable, Iterable, Set
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs import markup, relations
from ncrefs.book import sources
from ncrefs.book.domain import hint_of, title_of
from ncrefs.book.drawings import FIGURES, tables
from ncrefs.book.layout import frame
from ncrefs.book.shelf import catalog_of, digest
from ncrefs.catalog import Catalog, kind_of
from ncrefs.model import KINDS, Entity


def _link(catalog: Catalog, id_: str) -> Any:
    """
    What a link to a record shows.
    """
    entity = catalog.records.get(id_) or catalog.sources.get(id_)
    return entity and (title_of(entity, catalog), hint_of(entity))


def _page(catalog: Catalog, id_: str) -> Any:
    """
    What the page of a record shows, with every record that it names.
    """
    entity = catalog.records.get(id_)
    if entity is None:
        return None
    related = [(tie.label, outline(tie.entity), tie.item) for tie in catalog.related(entity)]
    named = [reference.target for reference in relations.references(entity)]
    for _, text in relations.prose_fields(entity):
        named += [mention.target.removeprefix("#") for mention in markup.mentions(text)]
    mentioned = [_link(catalog, other.id) for other in catalog.mentioned_in(id_)]
    links = [_link(catalog, name) for name in named]
    sources = [catalog.sources.get(name) for name in named]
    return fields(entity), related, links, list(map(_source, sources)), mentioned


def _source(source: Any) -> Any:
    return source and fields(source)


def _chapter(catalog: Catalog, kind: str) -> Any:
    """
    What the table of a kind shows.
    """
    collection: Iterable[Entity] = catalog.records.kind(kind)
    return [
        (outline(entity), [(tie.label, tie.entity.name) for tie in catalog.related(entity)])
        for entity in collection
    ]


def _kind(catalog: Catalog, kind: str) -> Any:
    """
    What a page with the entries of all records of a kind shows.
    """
    collection: Iterable[Entity] = catalog.records.kind(kind)
    return [_page(catalog, entity.id) for entity in collection]


def _timeline(catalog: Catalog, _: str) -> Any:
    """
    What the timeline shows.
    """
    return [
        (kind_of(event), event.id, event.when, event.name, event.summary, event.grade)
        for event in catalog.timeline
    ]


def _drawing(catalog: Catalog, name: str) -> Any:
    """
    What a drawing shows: itself.
    """
    return FIGURES[name](catalog).screen.inline()


def _tables(catalog: Catalog, name: str) -> Any:
    """
    What the tables below a drawing show: their nodes, and what their links say.
    """
    built = tables.TABLES[name](catalog)
    targets = [link["reftarget"] for node in built for link in node.findall(pending_xref)]
    return [node.pformat() for node in built], [_link(catalog, target) for target in targets]


def _names(catalog: Catalog, _: str) -> Any:
    """
    What the index of names shows.
    """
    return [(catalog.spellings(entity), entity.summary) for entity in catalog.records]


def _bibliography(catalog: Catalog, _: str) -> Any:
    """
    What opens the bibliography.
    """
    return [source.tier for source in catalog.sources], list(sources.by_letter(catalog))


def _sources(catalog: Catalog, letter: str) -> Any:
    """
    What the page of a letter shows.
    """
    groups = sources.by_letter(catalog)
    return list(groups), [
        (fields(source), [_link(catalog, entity.id) for entity in catalog.cited_by(source.id)])
        for source in groups.get(letter, ())
    ]


def _counts(catalog: Catalog, _: str) -> Any:
    """
    What the figures of the landing page show.
    """
    return [len(catalog.sources), *(len(catalog.records.kind(kind)) for kind in KINDS)]


def outline(entity: Entity) -> tuple[Any, ...]:
    """
    All values of a record but its prose, which only its own page shows.
    """
    names = type(entity).__dataclass_fields__
    return tuple(getattr(entity, name) for name in names if name not in ("text", "accounts"))


def fields(entity: Any) -> tuple[Any, ...]:
    """
    All values of a record; its own repr is too short.
    """
    return tuple(getattr(entity, name) for name in type(entity).__dataclass_fields__)


_FACETS: dict[str, Callable[[Catalog, str], Any]] = {
    "link": _link,
    "page": _page,
    "chapter": _chapter,
    "kind": _kind,
    "timeline": _timeline,
    "drawing": _drawing,
    "tables": _tables,
    "names": _names,
    "bibliography": _bibliography,
    "sources": _sources,
    "counts": _counts,
}


def note(env: BuildEnvironment, facet: str, name: str = "") -> None:
    """
    Note that the document being read shows a facet of the catalog.
    """
    shown = _shown(env).setdefault(env.docname, {})
    shown[facet, name] = digest(_FACETS[facet](catalog_of(env.config), name))


def _shown(env: BuildEnvironment) -> dict[str, dict[tuple[str, str], str]]:
    if not hasattr(env, "ncrefs_shown"):
        env.ncrefs_shown = {}  # type: ignore[attr-defined]
    shown: dict[str, dict[tuple[str, str], str]] = env.ncrefs_shown  # type: ignore[attr-defined]
    return shown


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """
    Note the records that hand-written prose links to.
    """
    if app.env.docname in _shown(app.env):
        return  # a directive has noted them, and more
    catalog = catalog_of(app.config)
    for target in {node.get("reftarget", "") for node in doctree.findall(pending_xref)}:
        if target in catalog.records or target in catalog.sources:
            note(app.env, "link", target)


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """
    The known documents that show something else now.
    """
    del added, changed, removed
    catalog = catalog_of(app.config)
    now: dict[tuple[str, str], str] = {}

    def current(key: tuple[str, str]) -> str:
        if key not in now:
            now[key] = digest(_FACETS[key[0]](catalog, key[1]))
        return now[key]

    return [
        docname
        for docname, shown in _shown(env).items()
        if docname in env.all_docs and any(current(key) != old for key, old in shown.items())
    ]


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """
    Forget what a document showed.
    """
    del app
    _shown(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment) -> None:
    """
    Take over what a parallel reader noted.
    """
    del app
    theirs = _shown(other)
    _shown(env).update({name: theirs[name] for name in docnames if name in theirs})


def rewritten(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """
    Write anew the pages whose frame changes, and every page when pages came or went.
    """
    del app
    frames = {docname: digest(frame(env, docname)) for docname in sorted(env.found_docs)}
    before = getattr(env, "ncrefs_frames", frames)
    env.ncrefs_frames = frames  # type: ignore[attr-defined]
    if before.keys() != frames.keys():
        return env.found_docs
    return [docname for docname in frames if frames[docname] != before[docname]]
