"""
The drawing of who watches whom: threads from a column of those who watch to a column of
those who are watched.

A picture of boxes and arrows of some hundred ties crosses itself at every turn. Two columns
for each sort of tie can be read line by line, and stay so when records are added.
"""

import math
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from ncrefs.book.content import elements
from ncrefs.book.drawings.edges import FROM_BELOW, SORTS, Edge, Sort, edges, label, rank
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.drawings.svg import Drawing, element, link, number, shorten, width
from ncrefs.catalog import Catalog
from ncrefs.model import Entity, Person, Tie
from ncrefs.vocabulary import Grade

#: Shapes at the end of a thread, in a square of 8 whose middle right is the end.
_HEADS = {
    "arrow": "M0 0L8 4L0 8z",
    "ring": "M4.5 1A3 3 0 1 1 4.4 1z",
    "block": "M1 1H8V7H1z",
}
#: Width of the threads between the columns of names.
_BETWEEN = 164.0
#: Height of a row; distance of the threads at a name, and how far all of them may spread.
_ROW, _APART, _SPREAD = 21.0, 4.0, 13.0


def ties(catalog: Catalog, name: str, names: float, sorts: Sequence[Sort] = SORTS) -> Drawing:
    """
    Sorts of ties one below another; *names* is the greatest width of a column of names.
    """
    found = [edge for edge in edges(catalog) if edge.grade is not Grade.REFUTED]
    leader = next((reign.leader for reign in reversed(reigns(catalog))), None)
    left = _column((edge.watcher for edge in found), leader, names)
    right = _column((edge.watched for edge in found), leader, names)
    columns = left, left + _BETWEEN, left + _BETWEEN + right
    body: list[Element] = []
    foot = 0.0
    for sort in sorts:
        part = [edge for edge in found if edge.relation in sort.looks]
        if part:
            drawn, foot = _Panel(name, sort, part, leader, columns).draw(foot)
            body += drawn
    parts, foot = _grades(foot)
    titles = [sort.title for sort in sorts]
    return Drawing(
        name=name,
        title="Who watches whom" if len(titles) > 1 else titles[0],
        description="Threads from the bodies that command, watch, guard or balance on the left to "
        "those they do it to on the right. The table on this page says the same.",
        width=max(columns[2], 480.0),
        height=foot,
        body=(_heads(name), *body, *parts),
    )


def _column(entities: Iterable[Entity], leader: Person | None, most: float) -> float:
    """
    The width that the names of a column need, up to *most*.
    """
    widest = max((width(_words(entity, leader)) for entity in entities), default=0.0)
    return min(most, math.ceil(widest))


def _words(entity: Entity, leader: Person | None) -> str:
    return f"The leader ({entity.name})" if entity is leader else entity.name


def _heads(name: str) -> Element:
    """
    The heads of threads in their colours.
    """
    looks = sorted({look for sort in SORTS for look in sort.looks.values()})
    heads = [
        element(
            "marker",
            element("path", d=_HEADS[head], class_=head),
            id=f"{name}-{head}-{hue}",
            viewBox="0 0 8 8",
            refX="7.5",
            refY="4",
            markerWidth="8",
            markerHeight="8",
            markerUnits="userSpaceOnUse",
            orient="auto-start-reverse",
            class_=hue,
        )
        for hue, head in looks
    ]
    return element("defs", *heads)


class _Panel:
    """
    The ties of one sort.
    """

    def __init__(
        self,
        name: str,
        sort: Sort,
        found: Sequence[Edge],
        leader: Person | None,
        columns: tuple[float, float, float],
    ) -> None:
        self.name = name
        self.sort = sort
        self.found = found
        self.leader = leader
        self.columns = columns
        watchers = {edge.watcher.id: edge.watcher for edge in found}.values()
        self.left = sorted(watchers, key=lambda entity: (entity is not leader, rank(entity)))
        places = {entity.id: place for place, entity in enumerate(self.left)}
        heights: dict[str, list[int]] = {}
        for edge in found:
            heights.setdefault(edge.watched.id, []).append(places[edge.watcher.id])
        self.right = sorted(
            {edge.watched.id: edge.watched for edge in found}.values(),
            key=lambda entity: (sum(heights[entity.id]) / len(heights[entity.id]), rank(entity)),
        )

    def draw(self, top: float) -> tuple[list[Element], float]:
        """
        Draw below *top*; also returns where the panel ends.
        """
        parts = [element("text", self.sort.title, x=0, y=top + 16, class_="heading ink")]
        parts += self._legend(top + 34)
        first = top + 44
        rows = max(len(self.left), len(self.right))
        left = self._places(self.left, first, rows)
        right = self._places(self.right, first, rows)
        starts = self._ends(left, right, watcher=True)
        ends = self._ends(left, right, watcher=False)
        for edge in sorted(self.found, key=lambda edge: not edge.past):
            parts.append(self._thread(edge, starts[edge.key], ends[edge.key]))
        parts += [self._watcher(entity, left[entity.id]) for entity in self.left]
        parts += [self._watched(entity, right[entity.id]) for entity in self.right]
        return parts, first + rows * _ROW + 14

    def _places(self, column: Sequence[Entity], first: float, rows: int) -> dict[str, float]:
        """
        The heights of the names of a column, spread over that of the longer one.
        """
        step = rows * _ROW / len(column)
        return {entity.id: first + (i + 0.5) * step for i, entity in enumerate(column)}

    def _ends(
        self, left: dict[str, float], right: dict[str, float], *, watcher: bool
    ) -> dict[tuple[str, str, str], float]:
        """
        The height of each thread at one side: threads at a name lie side by side, in the
        order of their other ends.
        """
        here, there = (left, right) if watcher else (right, left)
        groups: dict[str, list[tuple[float, str, tuple[str, str, str]]]] = {}
        for edge in self.found:
            near, far = edge.watcher.id, edge.watched.id
            if not watcher:
                near, far = far, near
            groups.setdefault(near, []).append((there[far], edge.relation, edge.key))
        heights = {}
        for near, threads in groups.items():
            step = min(_APART, _SPREAD / max(len(threads) - 1, 1))
            first = here[near] - step * (len(threads) - 1) / 2
            for place, (_, _, key) in enumerate(sorted(threads)):
                heights[key] = first + place * step
        return heights

    def _legend(self, y: float) -> list[Element]:
        parts: list[Element] = []
        x = 0.0
        for relation, (hue, _) in self.sort.looks.items():
            words = label(relation)
            line = self._line(f"M{number(x)} {number(y - 4)}h26", relation)
            parts.append(element("g", line, class_=f"{hue} g-documented"))
            parts.append(element("text", words, x=x + 32, y=y, class_="note"))
            x += 50 + width(words)
        return parts

    def _line(self, curve: str, relation: str) -> Element:
        hue, shape = self.sort.looks[relation]
        head = f"url(#{self.name}-{shape}-{hue})"
        below = relation in FROM_BELOW
        return element(
            "path",
            d=curve,
            class_="thread",
            marker_start=head if below else None,
            marker_end=None if below else head,
        )

    def _thread(self, edge: Edge, start: float, end: float) -> Element:
        x1, x2 = self.columns[0] + 6, self.columns[1] - 6
        bend = (x2 - x1) / 2
        curve = (
            f"M{number(x1)} {number(start)}C{number(x1 + bend)} {number(start)} "
            f"{number(x2 - bend)} {number(end)} {number(x2)} {number(end)}"
        )
        hue, _ = self.sort.looks[edge.relation]
        classes = f"{hue} g-{edge.grade}" + " past" * edge.past
        reach = element("path", d=curve, class_="reach")
        line = self._line(curve, edge.relation)
        thread = link(edge.watcher, hint(edge), reach, line, class_=classes)
        # For ties.js, which shows the ties of a body, and those of a year.
        thread.set("data-from", edge.watcher.id)
        thread.set("data-to", edge.watched.id)
        thread.set("data-years", " ".join(_years(tie) for tie, _ in edge.ties))
        return thread

    def _watcher(self, entity: Entity, y: float) -> Element:
        words = shorten(_words(entity, self.leader), self.columns[0])
        text = element("text", words, x=self.columns[0], y=y + 4, text_anchor="end")
        return _body(entity, text)

    def _watched(self, entity: Entity, y: float) -> Element:
        words = shorten(_words(entity, self.leader), self.columns[2] - self.columns[1])
        text = element("text", words, x=self.columns[1], y=y + 4)
        return _body(entity, text)


def _body(entity: Entity, text: Element) -> Element:
    """
    The name of a body, which leads to its record.
    """
    name = link(entity, f"{entity.name}\n{entity.summary}", text)
    name.set("data-body", entity.id)
    return name


def _years(tie: Tie) -> str:
    """
    The years that a tie may touch: "1948-1994", "1996-"; "-" if neither end is known.
    """
    begin, close = tie.start and tie.start.start, tie.end and tie.end.end
    start = f"{begin.earliest.year}" if begin else ""
    end = f"{close.latest.year}" if close else ""
    return f"{start}-{end}"


def hint(edge: Edge) -> str:
    """
    What a thread says when pointed at.
    """
    lines = [f"{edge.watcher.name} {label(edge.relation)} {edge.watched.name}"]
    for tie, other in edge.ties:
        whom = f"{other.name}: " if len(edge.ties) > 1 else ""
        lines.append(
            whom + " · ".join(filter(None, (elements.span(tie.start, tie.end), tie.grade)))
        )
    return "\n".join(filter(None, lines))


def _grades(top: float) -> tuple[list[Element], float]:
    """
    What the styles of lines mean, and where that ends.
    """
    parts: list[Element] = []
    x = 0.0
    styles: Iterable[tuple[str, str]] = [
        *((f"g-{grade}", str(grade)) for grade in Grade if grade is not Grade.REFUTED),
        ("g-documented past", "in the past"),
    ]
    for classes, words in styles:
        line = element("path", d=f"M{number(x)} {number(top + 8)}h26", class_="thread")
        parts.append(element("g", line, class_=f"grey {classes}"))
        parts.append(element("text", words, x=x + 32, y=top + 12, class_="note"))
        x += 46 + width(words)
    return parts, top + 22
