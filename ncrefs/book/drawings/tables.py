"""
What the drawings of posts and ties show, as tables.
"""

from collections.abc import Callable

from docutils import nodes

from ncrefs.book import kit
from ncrefs.book.domain import xref
from ncrefs.book.drawings.bonds import RELATIONS, Bond, bonds, label, rank
from ncrefs.book.drawings.posts import OFFICES, Office, full_title, tenures
from ncrefs.book.kit import Inline
from ncrefs.catalog import Catalog
from ncrefs.vocabulary import Grade


def posts_tables(catalog: Catalog) -> list[nodes.Node]:
    """
    For each office its holders, when they held it, and what became of them.
    """
    return [
        kit.section(f"posts-{office.key}", office.title, _holders(catalog, office))
        for office in OFFICES
        if tenures(catalog, office)
    ]


def _holders(catalog: Catalog, office: Office) -> nodes.table:
    rows: list[list[Inline]] = []
    for tenure in tenures(catalog, office):
        person, post = tenure.person, tenure.post
        fate = person.fate
        rows.append(
            [
                [xref(person)],
                kit.text(full_title(post, catalog)),
                [*kit.text(kit.span(post.start, post.end) or "dates unknown"), *_grade(post.grade)],
                [nodes.Text(f"{fate.what} "), *kit.badge(fate.grade)] if fate else [],
            ]
        )
    return kit.table(("Who", "Post", "When", "What became of them"), rows, ["nc-holders"])


def ties_table(catalog: Catalog) -> list[nodes.Node]:
    """
    Every tie in a row, by the one who watches.
    """
    rows: list[list[Inline]] = []
    for bond in sorted(bonds(catalog), key=_order):
        for tie, other in bond.ties:
            # A body that reports is the watched one; the leader it reports to is the watcher.
            leader_watches = bond.relation == "reports-to"
            watcher = other if leader_watches else bond.watcher
            watched = bond.watched if leader_watches else other
            rows.append(
                [
                    [xref(watcher)],
                    kit.text(label(bond.relation)),
                    [xref(watched)],
                    [*kit.text(kit.span(tie.start, tie.end)), *_grade(tie.grade)],
                ]
            )
    return [kit.table(("Who", "Tie", "Whom", "When"), rows, ["nc-watchers"])]


def _order(bond: Bond) -> tuple[object, ...]:
    return rank(bond.watcher), RELATIONS.index(bond.relation), rank(bond.watched)


def _grade(grade: Grade | None) -> list[nodes.Node]:
    badge = kit.badge(grade)
    return [nodes.Text(" "), *badge] if badge else []


TABLES: dict[str, Callable[[Catalog], list[nodes.Node]]] = {
    "posts": posts_tables,
    "ties": ties_table,
}
