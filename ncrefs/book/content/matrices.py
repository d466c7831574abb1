"""
Matrices: signs in rows and numbered columns, each of which leads to what is said of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import desk, elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.plots import SIGNS
from ncrefs.book.domain import xref
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.markup import plain
from ncrefs.model import Event

#: What a mechanism did in an episode, or a state had, as a sign.
_SIGNS: dict[str, str] = {**SIGNS, "yes": "+", "in part": "±", "no": "−"}


def episodes(catalog: Catalog, events: Sequence[Event]) -> list[nodes.Node]:
    """
    Mechanisms by episodes: each cell leads to what is said of it, and by whom.
    """
    signs: dict[str, dict[str, list[nodes.Node]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        for role in event.mechanisms:
            sign = cell(event, role.mark, plain(role.how), "mechanisms")
            signs[role.mechanism][event.id].append(sign)
    rows: list[list[Inline]] = [
        [[xref(mechanism)], *(signs[mechanism.id].get(event.id, []) for event in events)]
        for mechanism in catalog.mechanisms
        if mechanism.id in signs
    ]
    legend = [[xref(event), nodes.Text(phrases.day_apart(event))] for event in events]
    return matrix("Mechanism", rows, legend, [typeset(event.name) for event in events])


def cell(event: Event, mark: str, says: str, anchor: str) -> nodes.Node:
    """
    A sign that leads to the part of a record's page which says what it stands for.
    """
    link = xref(event, _SIGNS[mark], f"{mark}: {says}" if says else mark)
    link["nc_anchor"] = anchor
    link["classes"] = [classes.MARK, classes.mark_class(mark)]
    return link


def matrix(
    head: str, rows: Iterable[Sequence[Inline]], legend: Sequence[Inline], names: Sequence[str]
) -> list[nodes.Node]:
    """
    A legend that numbers the columns, the place of the tools, and the table.

    Args:
        head: The heading of the first column.
        rows: Below it, and below each number.
        legend: What the columns are, in their order.
        names: The same in plain words, which cells say where rows are stacked.
    """
    items = [nodes.list_item("", elements.para(*line)) for line in legend]
    numbers = [str(number) for number in range(1, len(legend) + 1)]
    table = elements.table((head, *numbers), rows, [classes.MATRIX, classes.DESK])
    return [
        nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix="."),
        desk.tools(),
        elements.labelled(table, names),
    ]
