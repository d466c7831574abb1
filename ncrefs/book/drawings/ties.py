"""
The drawing of who watches whom: threads from a column of those who watch to a column of
those who are watched.

A picture of boxes and arrows of some hundred ties crosses itself at every turn. Two columns
for each sort of tie can be read line by line, and stay so when records are added.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from ncrefs.book import phrases
from ncrefs.book.drawings.edges import FROM_BELOW, SORTS, Edge, Sort, edges, label, rank
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.drawings.svg import Drawing, element, flow, link, number, width, wrap
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
#: Least width of a drawing, for its legend; height of a line of that.
_LEAST, _KEY = 340.0, 17.0
#: Height of a row, and of a line of it; distance of the threads at a name, and how far all of
#: them may spread.
_ROW, _LINE, _APART, _SPREAD = 21.0, 12.5, 4.0, 13.0


def ties(
    catalog: Catalog,
    name: str,
    names: float,
    sorts: Sequence[Sort] = SORTS,
    between: float = _BETWEEN,
) -> Drawing:
    """
    Sorts of ties one below another; *names* is the greatest width of a column of names,
    *between* that of the threads.
    """
    found = [edge for edge in edges(catalog) if edge.grade is not Grade.REFUTED]
    leader = next((reign.leader for reign in reversed(reigns(catalog))), None)
    left = _column((edge.watcher for edge in found), leader, names)
    right = _column((edge.watched for edge in found), leader, names)
    columns = left, left + between, left + between + right
    across = max(columns[2], _LEAST)
    body: list[Element] = []
    foot = 0.0
    for sort in sorts:
        part = [edge for edge in found if edge.relation in sort.looks]
        if part:
            drawn, foot = _Panel(name, sort, part, leader, columns, across).draw(foot)
            body += drawn
    parts, foot = _grades(foot, across)
    titles = [sort.title for sort in sorts]
    return Drawing(
        name=name,
        title="Who watches whom" if len(titles) > 1 else titles[0],
        description="Threads from the bodies that command, watch, guard or balance on the left to "
        "those they do it to on the right. The table on this page says the same.",
        width=across,
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
        across: float,
    ) -> None:
        self.name = name
        self.sort = sort
        self.found = found
        self.leader = leader
        self.columns = columns
        self.across = across
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
        legend, first = self._legend(top + 34)
        parts += legend
        heights = {
            watcher: {entity.id: self._height(entity, watcher=watcher) for entity in column}
            for watcher, column in ((True, self.left), (False, self.right))
        }
        height = max(sum(column.values()) for column in heights.values())
        left = _places(heights[True], first, height)
        right = _places(heights[False], first, height)
        starts = self._ends(left, right, watcher=True)
        ends = self._ends(left, right, watcher=False)
        for edge in sorted(self.found, key=lambda edge: not edge.past):
            parts.append(self._thread(edge, starts[edge.key], ends[edge.key]))
        parts += [self._body(entity, left[entity.id], watcher=True) for entity in self.left]
        parts += [self._body(entity, right[entity.id], watcher=False) for entity in self.right]
        return parts, first + height + 14

    def _lines(self, entity: Entity, *, watcher: bool) -> list[str]:
        """
        The name of a body in lines that its column has room for.
        """
        left, start, end = self.columns
        return wrap(_words(entity, self.leader), left if watcher else end - start)

    def _height(self, entity: Entity, *, watcher: bool) -> float:
        return _ROW + (len(self._lines(entity, watcher=watcher)) - 1) * _LINE

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

    def _legend(self, top: float) -> tuple[list[Element], float]:
        """
        Which thread stands for what, and where that ends.
        """
        looks = self.sort.looks.items()
        places = _keys((label(relation) for relation in self.sort.looks), self.across)
        parts: list[Element] = []
        for (relation, (hue, _)), (x, line) in zip(looks, places, strict=True):
            y = top + line * _KEY
            thread = self._line(f"M{number(x)} {number(y - 4)}h26", relation)
            parts.append(element("g", thread, class_=f"{hue} g-documented"))
            parts.append(element("text", label(relation), x=x + 32, y=y, class_="note"))
        return parts, top + 10 + places[-1][1] * _KEY

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

    def _body(self, entity: Entity, y: float, *, watcher: bool) -> Element:
        """
        The name of a body, which leads to its record.
        """
        x, anchor = (self.columns[0], "end") if watcher else (self.columns[1], None)
        lines = self._lines(entity, watcher=watcher)
        top = y + 4 - (len(lines) - 1) * _LINE / 2
        texts = [
            element("text", words, x=x, y=top + place * _LINE, text_anchor=anchor)
            for place, words in enumerate(lines)
        ]
        name = link(entity, f"{entity.name}\n{entity.summary}", *texts)
        name.set("data-body", entity.id)
        return name


def _places(heights: Mapping[str, float], top: float, whole: float) -> dict[str, float]:
    """
    Where the middles of the names of a column stand, spread over the whole height.
    """
    spare = (whole - sum(heights.values())) / len(heights)
    places = {}
    for id_, height in heights.items():
        places[id_] = top + (height + spare) / 2
        top += height + spare
    return places


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
        lines.append(whom + " · ".join(filter(None, (phrases.span(tie.start, tie.end), tie.grade))))
    return "\n".join(filter(None, lines))


def _grades(top: float, across: float) -> tuple[list[Element], float]:
    """
    What the styles of lines mean, and where that ends.
    """
    styles = [
        *((f"g-{grade}", str(grade)) for grade in Grade if grade is not Grade.REFUTED),
        ("g-documented past", "in the past"),
    ]
    places = _keys((words for _, words in styles), across)
    parts: list[Element] = []
    for (classes, words), (x, line) in zip(styles, places, strict=True):
        y = top + 8 + line * _KEY
        thread = element("path", d=f"M{number(x)} {number(y)}h26", class_="thread")
        parts.append(element("g", thread, class_=f"grey {classes}"))
        parts.append(element("text", words, x=x + 32, y=y + 4, class_="note"))
    return parts, top + 22 + places[-1][1] * _KEY


def _keys(words: Iterable[str], across: float) -> list[tuple[float, int]]:
    """
    Where threads stand in a legend, each before its words.
    """
    return flow((32 + width(said) for said in words), across, 14)
