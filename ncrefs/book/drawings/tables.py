"""
What the drawings of posts and ties show, as tables.
"""

from collections.abc import Callable, Sequence

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import desk, elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import xref
from ncrefs.book.drawings.edges import RELATIONS, Edge, edges, label, rank
from ncrefs.book.drawings.geography import CAPITAL, KOREA, distance
from ncrefs.book.drawings.maps import records_at
from ncrefs.book.drawings.posts import ROWS, full_title, shown_tenures
from ncrefs.book.drawings.told import plots_told, tellers
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.offices import Tenure


def posts_tables(catalog: Catalog) -> list[nodes.Node]:
    """
    For each office its holders, when they held it, and how their careers or lives ended.
    """
    sections = [
        elements.section(f"posts-{office.replace(' ', '-').lower()}", row.title, _holders(found))
        for office, row in ROWS.items()
        if (found := shown_tenures(catalog, office))
    ]
    return [desk.tools(), *sections]


def _holders(found: Sequence[Tenure]) -> nodes.table:
    rows: list[list[Inline]] = []
    for tenure in found:
        span = elements.text(phrases.span(tenure.start, tenure.end) or "dates unknown")
        when = [*span, *elements.grade_after(tenure.grade)]
        rows.append(
            [
                [xref(tenure.person) if tenure.person else xref(tenure.declared_by, tenure.name)],
                elements.text(full_title(tenure)),
                desk.by_span(when, tenure.start, tenure.end),
                elements.graded_fate(tenure.person.fate if tenure.person else None),
            ]
        )
    head = ("Who", "Post", "When", "Fate of the holder")
    return elements.table(head, rows, [classes.HOLDERS, classes.DESK])


def ties_table(catalog: Catalog) -> list[nodes.Node]:
    """
    Every tie in a row, by the one who watches.
    """
    rows: list[list[Inline]] = []
    for edge in sorted(edges(catalog), key=_order):
        for tie, other in edge.ties:
            # A body that reports is the watched one; the leader it reports to is the watcher.
            leader_watches = edge.relation == "reports-to"
            watcher = other if leader_watches else edge.watcher
            watched = edge.watched if leader_watches else other
            when = [
                *elements.text(phrases.span(tie.start, tie.end)),
                *elements.grade_after(tie.grade),
            ]
            rows.append(
                [
                    [xref(watcher)],
                    elements.text(label(edge.relation)),
                    [xref(watched)],
                    desk.by_span(when, tie.start, tie.end),
                ]
            )
    head = ("Who", desk.choice("Tie"), "Whom", "When")
    return [desk.tools(), elements.table(head, rows, [classes.WATCHERS, classes.DESK])]


def _order(edge: Edge) -> tuple[object, ...]:
    return rank(edge.watcher), RELATIONS.index(edge.relation), rank(edge.watched)


def distances(catalog: Catalog) -> list[nodes.Node]:
    """
    The places of the map, the nearest to the capital first.
    """
    found = [
        (distance(CAPITAL, place.coordinates), place)
        for place in catalog.places
        if place.coordinates and KOREA.has(place.coordinates)
    ]
    rows: list[list[Inline]] = [
        [
            [xref(place)],
            elements.text(place.province or ""),
            elements.text(f"{away:.0f}"),
            elements.text(str(records_at(catalog, place))),
        ]
        for away, place in sorted(found, key=lambda pair: (pair[0], pair[1].id))
    ]
    head = ("Place", "Province", "Kilometres", "Records")
    made = elements.table(head, rows, [classes.DISTANCES, classes.DESK])
    return [desk.tools(), elements.labelled(made)]


def told_table(catalog: Catalog) -> list[nodes.Node]:
    """
    Who tells of a plot of the nineties, the first first, and from whom.
    """
    rows: list[list[Inline]] = []
    undated = elements.text("undated")
    for plot in plots_told(catalog):
        for teller in tellers(plot, catalog):
            heard = [[xref(other)] for id_ in teller.heard if (other := catalog.get(id_))]
            rows.append(
                [
                    [xref(plot)],
                    [xref(teller.who)],
                    elements.by_date(Date(str(teller.year))) if teller.year else undated,
                    elements.join(heard) if heard else elements.text("not known to be retold"),
                ]
            )
    head = ("Plot", "Who tells it", "Seen", "From")
    return [desk.tools(), elements.table(head, rows, [classes.TELLERS, classes.DESK])]


TABLES: dict[str, Callable[[Catalog], list[nodes.Node]]] = {
    "posts": posts_tables,
    "ties": ties_table,
    "distances": distances,
    "told": told_table,
}
