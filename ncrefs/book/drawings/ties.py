"""
Who watches whom: the ties between the country's bodies and its leader, as threads from a
column of those who watch to a column of those who are watched.

A picture of boxes and arrows of some fifty ties crosses itself at every turn. Two columns
for each sort of tie can be read at a glance, line by line, and stay so when records are added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ncrefs.book import kit
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.drawings.svg import Drawing, element, link, number, shorten, width
from ncrefs.catalog import Catalog
from ncrefs.model import TIE_LABELS, Entity, Grade, Organization, Person, Tie

#: Forms of the country's own bodies, from those nearest to the leader to the units.
FORMS = (
    "ruling party",
    "party organ",
    "state organ",
    "security organ",
    "guard force",
    "armed forces",
    "army organ",
    "army unit",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """
    Ties that are drawn together, with the colour and the head of each relation's threads.
    """

    title: str
    looks: dict[str, tuple[str, str]]


SORTS = (
    Sort(
        title="Who commands whom, and who hears whose reports",
        looks={"commands": ("orange", "arrow"), "reports-to": ("blue", "arrow")},
    ),
    Sort(
        title="Who monitors, inspects and guides whom",
        looks={
            "monitors": ("pink", "ring"),
            "inspects": ("gold", "block"),
            "guides": ("green", "arrow"),
        },
    ),
    Sort(
        title="Who guards whom, and who is set against whom",
        looks={"guards": ("blue", "block"), "counterbalances": ("grey", "arrow")},
    ),
)
#: Shapes at the end of a thread, in a square of 8 whose middle right is the end.
_HEADS = {
    "arrow": "M0 0L8 4L0 8z",
    "ring": "M4.5 1A3 3 0 1 1 4.4 1z",
    "block": "M1 1H8V7H1z",
}
RELATIONS = tuple(relation for sort in SORTS for relation in sort.looks)
#: Ties that are declared by the one who is watched.
_FROM_BELOW = frozenset({"reports-to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """
    Ties of one relation between the same two, the ties to successive leaders taken together.
    """

    watcher: Entity
    watched: Entity
    relation: str
    ties: tuple[tuple[Tie, Entity], ...]  #: with the one that each tie leads to
    past: bool  #: whether all of them have ended

    @property
    def grade(self) -> Grade | None:
        """
        The grade of the latest tie.
        """
        return self.ties[-1][0].grade


def bonds(catalog: Catalog) -> list[Bond]:
    """
    The ties between the country's bodies, and of these with people.
    """
    leaders = [reign.leader for reign in reigns(catalog)]
    leader_of = {leader.id: leaders[-1] for leader in leaders}
    groups: dict[tuple[str, str, str], list[tuple[Tie, Entity]]] = {}
    for body in catalog.organizations:
        for tie in body.ties:
            other = catalog.records[tie.to]
            if tie.relation in RELATIONS and _own(body) and _own(other):
                ends = (body.id, leader_of.get(other.id, other).id)
                watcher, watched = reversed(ends) if tie.relation in _FROM_BELOW else ends
                groups.setdefault((tie.relation, watcher, watched), []).append((tie, other))
    return [
        Bond(
            watcher=catalog.records[watcher],
            watched=catalog.records[watched],
            relation=relation,
            ties=tuple(ties),
            past=all(tie.end for tie, _ in ties),
        )
        for (relation, watcher, watched), ties in sorted(groups.items())
    ]


def _own(entity: Entity) -> bool:
    return isinstance(entity, Person) or (isinstance(entity, Organization) and entity.form in FORMS)


def rank(entity: Entity) -> tuple[int, str]:
    """
    The place of a body among others: people first, then by form, then by name.
    """
    form = FORMS.index(entity.form) + 1 if isinstance(entity, Organization) else 0
    return form, entity.name


#: Where the names of watchers end and those of the watched begin; the whole width.
_LEFT, _RIGHT, _WIDTH = 238.0, 402.0, 640.0
#: Height of a row; distance of the threads at a name, and how far all of them may spread.
_ROW, _APART, _SPREAD = 21.0, 4.0, 13.0


def ties(catalog: Catalog, name: str) -> Drawing:
    """
    The sorts of ties one below another.
    """
    found = bonds(catalog)
    leaders = [reign.leader for reign in reigns(catalog)]
    leader = leaders[-1] if leaders else None
    body: list[Element] = []
    y = 0.0
    for sort in SORTS:
        part = [bond for bond in found if bond.relation in sort.looks]
        if part:
            drawn, y = _Panel(name, sort, part, leader).draw(y)
            body += drawn
    foot = _grades(body, y)
    return Drawing(
        name=name,
        title="Who watches whom",
        description="Threads from the bodies that command, watch, guard or balance on the left to "
        "those they do it to on the right. The table on this page says the same.",
        width=_WIDTH,
        height=foot,
        body=(_heads(name), *body),
    )


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

    def __init__(self, name: str, sort: Sort, found: Sequence[Bond], leader: Person | None) -> None:
        self.name = name
        self.sort = sort
        self.found = found
        self.leader = leader
        watchers = sorted({bond.watcher.id: bond.watcher for bond in found}.values(), key=rank)
        places = {entity.id: place for place, entity in enumerate(watchers)}
        heights: dict[str, list[int]] = {}
        for bond in found:
            heights.setdefault(bond.watched.id, []).append(places[bond.watcher.id])
        watched = sorted(
            {bond.watched.id: bond.watched for bond in found}.values(),
            key=lambda entity: (sum(heights[entity.id]) / len(heights[entity.id]), rank(entity)),
        )
        self.left, self.right = watchers, watched

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
        for bond in sorted(self.found, key=lambda bond: not bond.past):
            parts.append(self._thread(bond, starts[_key(bond)], ends[_key(bond)]))
        parts += [self._name(entity, _LEFT, left[entity.id], "end") for entity in self.left]
        parts += [self._name(entity, _RIGHT, right[entity.id], None) for entity in self.right]
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
        for bond in self.found:
            near, far = bond.watcher.id, bond.watched.id
            if not watcher:
                near, far = far, near
            groups.setdefault(near, []).append((there[far], bond.relation, _key(bond)))
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
        below = relation in _FROM_BELOW
        return element(
            "path",
            d=curve,
            class_="thread",
            marker_start=head if below else None,
            marker_end=None if below else head,
        )

    def _thread(self, bond: Bond, start: float, end: float) -> Element:
        x1, x2 = _LEFT + 6, _RIGHT - 6
        bend = (x2 - x1) / 2
        curve = (
            f"M{number(x1)} {number(start)}C{number(x1 + bend)} {number(start)} "
            f"{number(x2 - bend)} {number(end)} {number(x2)} {number(end)}"
        )
        hue, _ = self.sort.looks[bond.relation]
        classes = f"{hue} g-{bond.grade}" + " past" * bond.past
        reach = element("path", d=curve, class_="reach")
        line = self._line(curve, bond.relation)
        return link(bond.watcher, hint(bond), reach, line, class_=classes)

    def _name(self, entity: Entity, x: float, y: float, anchor: str | None) -> Element:
        words = f"The leader ({entity.name})" if entity is self.leader else entity.name
        words = shorten(words, _LEFT if anchor else _WIDTH - _RIGHT)
        text = element("text", words, x=x, y=y + 4, text_anchor=anchor)
        return link(entity, f"{entity.name}\n{entity.summary}", text, class_="name")


def _key(bond: Bond) -> tuple[str, str, str]:
    return bond.watcher.id, bond.watched.id, bond.relation


def label(relation: str) -> str:
    """
    The relation, seen from the one who watches.
    """
    return TIE_LABELS[relation][relation in _FROM_BELOW]


def hint(bond: Bond) -> str:
    """
    What a thread says when pointed at.
    """
    lines = [f"{bond.watcher.name} {label(bond.relation)} {bond.watched.name}"]
    for tie, other in bond.ties:
        whom = f"{other.name}: " if len(bond.ties) > 1 else ""
        lines.append(whom + " · ".join(filter(None, (kit.span(tie.start, tie.end), tie.grade))))
    return "\n".join(filter(None, lines))


def _grades(body: list[Element], y: float) -> float:
    """
    What the styles of lines mean; returns the foot.
    """
    x = 0.0
    styles: Iterable[tuple[str, str]] = [
        *((f"g-{grade}", str(grade)) for grade in Grade if grade is not Grade.REFUTED),
        ("g-documented past", "in the past"),
    ]
    for classes, words in styles:
        line = element("path", d=f"M{number(x)} {number(y + 8)}h26", class_="thread")
        body.append(element("g", line, class_=f"grey {classes}"))
        body.append(element("text", words, x=x + 32, y=y + 12, class_="note"))
        x += 46 + width(words)
    return y + 22
