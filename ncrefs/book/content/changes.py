"""
What changed with each release: how many records of each kind, and which.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from docutils import nodes
from sphinx import addnodes

from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import xref
from ncrefs.book.fold import folded
from ncrefs.book.site import BUILDERS
from ncrefs.catalog import Catalog
from ncrefs.diff import Change, What
from ncrefs.facts import grade_of
from ncrefs.kinds import KINDS, SOURCES
from ncrefs.releases import Release, releases

#: The forms of the book that are pages; see `ncrefs.book.site.BUILDERS`.
_PAGES = " or ".join(f"builder_{name}" for name in BUILDERS)
_KINDS = {kind.plural: kind.chapter for kind in (*KINDS.values(), SOURCES)}


def changes(catalog: Catalog) -> list[nodes.Node]:
    """
    Every release after the first, the newest first.
    """
    return [node for release in releases(catalog) for node in _release(release, catalog)]


def _release(release: Release, catalog: Catalog) -> Iterator[nodes.Node]:
    found = list(release.changes)
    heading = f"From version {release.since} to {release.version}"
    yield elements.para(nodes.strong("", heading))
    whats = [what for what in get_args(What) if any(change.what == what for change in found)]
    yield elements.table(
        ["Kind", *(what.capitalize() for what in whats)],
        [
            [elements.text(chapter), *(_count(found, kind, what) for what in whats)]
            for kind, chapter in _KINDS.items()
            if any(change.kind == kind for change in found)
        ],
    )
    graded = [change for change in found if change.grade]
    if graded:
        yield elements.para(nodes.Text("Graded anew:"))
        yield elements.bullets(_graded(change, catalog) for change in graded)
    for what in whats:
        named = [c for c in found if c.what == what and c.kind != SOURCES.plural]
        if named:
            summary = f"{what.capitalize()}: {elements.counted(len(named), 'record', 'records')}"
            # On paper the names would fill pages, and the counts say enough.
            yield addnodes.only("", folded(summary, *_named(named, catalog)), expr=_PAGES)


def _count(found: Iterable[Change], kind: str, what: What) -> Inline:
    count = sum(change.kind == kind and change.what == what for change in found)
    return elements.text(elements.number(count) if count else "")


def _graded(change: Change, catalog: Catalog) -> Inline:
    record = catalog.records[change.id]
    before, after = (
        grade.value if grade else "no grade" for grade in (change.grade_before, grade_of(record))
    )
    how = "" if change.grade == "other" else f"{change.grade} "
    return [xref(record, hint=""), nodes.Text(f", {how}from {before} to {after}")]


def _named(found: Iterable[Change], catalog: Catalog) -> Iterator[nodes.Node]:
    """
    A paragraph for each kind, with links to the records that are there.
    """
    by_kind: dict[str, list[Inline]] = {}
    for change in found:
        record = catalog.records.get(change.id)
        shown = [xref(record, hint="")] if record else elements.text(change.name)
        former = elements.text(f" (was {change.former_id})") if change.former_id else []
        by_kind.setdefault(change.kind, []).append([*shown, *former])
    for kind, links in by_kind.items():
        label = nodes.strong("", f"{_KINDS[kind]}: ")
        yield elements.para(label, *elements.join(links, " · "))
