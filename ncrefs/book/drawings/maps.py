"""
Maps: where it happened, how far from the capital, and in how many records.

Drawn like every other drawing, without tiles and without another host, from an outline
that comes with the package.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from xml.etree.ElementTree import Element

from ncrefs.book import phrases
from ncrefs.book.drawings import names
from ncrefs.book.drawings.geography import (
    CAPITAL,
    ENVIRONS,
    KOREA,
    Box,
    Point,
    Projection,
    distance,
    inside,
    outline,
    ring,
)
from ncrefs.book.drawings.names import Rectangle, Sign
from ncrefs.book.drawings.svg import Drawing, element, link, number, width
from ncrefs.catalog import Catalog
from ncrefs.model import Coordinates, Event, Place

#: Rings round the capital in kilometres, on the large map and in its environs.
_RINGS, _NEAR_RINGS = (100, 200, 400), (10,)
#: The corner of Korea's map that is sea: there stand the environs of the capital.
_SEA = Box(128.75, 37.62, 131.1, 40.35)
#: Width of a small map.
_SMALL = 340.0
#: The record of the city from which distances are told.
_CAPITAL = "pyongyang"
#: Forms of bodies whose seats are garrisons.
_UNITS = frozenset({"army unit", "guard force"})
#: Points of a line are at least so far apart, in units of the drawing.
_STEP = 1.2
#: In how many records a place is named that a phone's map has.
_OFTEN = 5
#: Height of the legend.
_LEGEND = 34.0


def atlas(catalog: Catalog, name: str, across: float) -> Drawing:
    """
    All places on one map, by the number of records in which they are named.
    """
    near = [place for place, at in _located(catalog.places) if ENVIRONS.has(at)]
    ground = Projection(KOREA, 0, 0, across)
    corner = ground.at((_SEA.west, _SEA.north))
    inset = Projection(ENVIRONS, *corner, ground.at((_SEA.east, 0))[0] - corner[0])
    frame = Rectangle(
        inset.left, inset.top - 18, inset.left + inset.width, inset.top + inset.height
    )
    return _sized(
        catalog,
        ground,
        _countrywide(catalog),
        frame=[frame],
        inset=_inset(catalog, near, inset),
        name=name,
        title="Where it happened",
        description="A map of North Korea with its borders: a dot for each place of the book, "
        "larger with the number of records that name it, and rings of 100, 200 and 400 "
        "kilometres round Pyongyang. The table on this page says the same.",
    )


def pocket_atlas(catalog: Catalog, name: str, across: float) -> Drawing:
    """
    The places that most records name, on a map that a phone shows whole.
    """
    often = [place for place in _countrywide(catalog) if records_at(catalog, place) >= _OFTEN]
    return _sized(
        catalog,
        Projection(KOREA, 0, 0, across),
        often,
        name=name,
        title="Where most of it happened",
        description="A map of North Korea with its borders: a dot for each place that at least "
        f"{_OFTEN} records name, larger with their number, and rings of 100, 200 and 400 "
        "kilometres round Pyongyang. The table on this page has all places.",
    )


def _countrywide(catalog: Catalog) -> list[Place]:
    """
    The places on a map of the country: of the capital and its environs, the capital alone.
    """
    return [
        place
        for place, at in _located(catalog.places)
        if place.id == _CAPITAL or (KOREA.has(at) and not ENVIRONS.has(at))
    ]


def _sized(
    catalog: Catalog,
    ground: Projection,
    places: Iterable[Place],
    *,
    name: str,
    title: str,
    description: str,
    frame: Sequence[Rectangle] = (),
    inset: Sequence[Element] = (),
) -> Drawing:
    """
    A map with dots by the number of records and a legend below.
    """
    rings, taken = _rings(ground)
    return Drawing(
        name=name,
        title=title,
        description=description,
        width=ground.width,
        height=ground.height + _LEGEND,
        body=(
            *_land(ground),
            *rings,
            *_signs(catalog, places, ground, taken=[*frame, *taken]),
            *inset,
            *_legend(ground.height, ground.width),
        ),
    )


def garrisons(catalog: Catalog, name: str, across: float) -> Drawing:
    """
    Where the army's commands and the guards have their seats, and how far from the capital.
    """
    units: dict[str, list[str]] = {}
    for unit in catalog.organizations:
        if unit.seat and unit.form in _UNITS:
            ended = f" (to {unit.dissolved[0].value.year_words})" if unit.dissolved else ""
            units.setdefault(unit.seat, []).append(unit.name + ended)
    seats = [catalog.places[id_] for id_ in units]
    ground = Projection(KOREA, 0, 0, across)
    rings, taken = _rings(ground)
    labels = {id_: _several(found) for id_, found in units.items()}
    body = [*_land(ground), *rings, *_signs(catalog, seats, ground, labels=labels, taken=taken)]
    words = "; ".join(
        f"{', '.join(units[place.id])}: {place.name}, {_away(at)}" for place, at in _located(seats)
    )
    return Drawing(
        name=name,
        title="Where the commands stand",
        description="A map of North Korea with the seats of corps and guards, as far as they are "
        f"known, and rings of 100, 200 and 400 kilometres round Pyongyang. {words}.",
        width=across,
        height=ground.height,
        body=tuple(body),
    )


def _several(found: Sequence[str]) -> str:
    """
    Names in the room of two.
    """
    more = len(found) - 2
    return ", ".join(found) if more <= 0 else f"{found[0]} and {more + 1} more"


def small_map(catalog: Catalog, name: str, title: str, places: Iterable[Place]) -> Drawing | None:
    """
    A map of some places, with their distance from the capital; None if one is not on it.
    """
    located = _located(places)
    points = [at for _, at in located]
    if not points or not inside(points, KOREA):
        return None
    near = inside(points, ENVIRONS)
    ground = Projection(ENVIRONS if near else KOREA, 0, 0, _SMALL)
    shown = [place for place, _ in located]
    rings, taken = _rings(ground)
    centre = [] if any(place.id == _CAPITAL for place in shown) else _centre(ground)
    x, y = ground.of(CAPITAL)
    if centre:
        taken.append(Rectangle(x - 4, y - 6, x + 8 + width("Pyongyang"), y + 6))
    body = [
        *_land(ground),
        *rings,
        *centre,
        *_signs(catalog, shown, ground, labels={p.id: p.name for p in shown}, taken=taken),
    ]
    words = "; ".join(f"{place.name}: {_away(at)}" for place, at in located)
    return Drawing(
        name=name,
        title=title,
        description=f"A map of {'Pyongyang' if near else 'North Korea'}. {words}.",
        width=_SMALL,
        height=ground.height,
        body=tuple(body),
    )


def map_of(catalog: Catalog, entity: Place | Event) -> Drawing | None:
    """
    The small map of a place, or of where something happened; None if there is none.

    What happened in Pyongyang alone has none: half of the book did.
    """
    name = f"map-{entity.id}"
    if isinstance(entity, Place):
        return small_map(catalog, name, f"Where {entity.name} is", [entity])
    places = [catalog.places[id_] for id_ in entity.where if id_ in catalog.places]
    on_map = [p for p, at in _located(places) if KOREA.has(at)]
    if all(place.id == _CAPITAL for place in on_map):
        return None
    return small_map(catalog, name, "Where it happened", on_map)


def _located(places: Iterable[Place]) -> list[tuple[Place, Coordinates]]:
    return [(place, place.coordinates) for place in places if place.coordinates]


def _away(at: Coordinates) -> str:
    """
    How far a place is from the capital, in words.
    """
    away = distance(CAPITAL, at)
    return "in Pyongyang" if away < 5 else f"{away:.0f} km from Pyongyang"


def records_at(catalog: Catalog, place: Place) -> int:
    """
    The number of records that name a place.
    """
    ids = {found.entity.id for found in catalog.related(place)}
    return len(ids | {entity.id for entity in catalog.mentioned_in(place.id)})


def _land(ground: Projection) -> list[Element]:
    if ground.box == ENVIRONS:
        return [_rectangle(ground, "home")]
    outlines = [
        element("path", d=path, class_="home" if code == "KP" else "land")
        for code, path in _outlines(ground)
    ]
    return [_rectangle(ground, "sea"), *outlines]


def _rectangle(ground: Projection, class_: str) -> Element:
    box = {"x": ground.left, "y": ground.top, "width": ground.width, "height": ground.height}
    return element("rect", **box, class_=class_)


@cache
def _outlines(ground: Projection) -> list[tuple[str, str]]:
    """
    Each country with its outline as a path, the North last.
    """
    return [
        (code, "".join(f"{_line(ground, polygon)}z" for polygon in polygons))
        for code, polygons in sorted(outline().items(), key=lambda item: item[0] == "KP")
    ]


def _line(ground: Projection, points: Sequence[Point]) -> str:
    """
    A path through some points, without those that the eye cannot tell from the one before.
    """
    kept: list[Point] = []
    for x, y in map(ground.at, points):
        if not kept or math.hypot(x - kept[-1][0], y - kept[-1][1]) > _STEP:
            kept.append((x, y))
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in kept)


def _rings(ground: Projection) -> tuple[list[Element], list[Rectangle]]:
    """
    The rings with their names, and where those stand: at the north of each.
    """
    parts: list[Element] = []
    taken = []
    for kilometres, path, (x, y) in _circles(ground):
        parts.append(element("path", d=path, class_="reach-line"))
        words = f"{kilometres} km"
        left = x - width(words) / 2
        parts.append(element("text", words, x=left, y=y - 4, class_="note on-map"))
        taken.append(Rectangle(left, y - 14, left + width(words), y))
    return parts, taken


@cache
def _circles(ground: Projection) -> list[tuple[int, str, Point]]:
    """
    Each ring round the capital by its kilometres, as a path, with its northernmost point.
    """
    found = []
    for kilometres in _NEAR_RINGS if ground.box == ENVIRONS else _RINGS:
        pieces = ring(CAPITAL, kilometres, ground.box)
        north = max((point for piece in pieces for point in piece), key=lambda point: point[1])
        path = "".join(_line(ground, piece) for piece in pieces)
        found.append((kilometres, path, ground.at(north)))
    return found


def _centre(ground: Projection) -> list[Element]:
    """
    The middle of the rings, where the capital itself is not among the places.
    """
    x, y = ground.of(CAPITAL)
    dot = element("circle", cx=x, cy=y, r=3, class_="place")
    name = element("text", "Pyongyang", x=x + 6, y=y + 4, class_="note on-map")
    return [element("g", dot, name, class_="grey")]


def _signs(
    catalog: Catalog,
    places: Iterable[Place],
    ground: Projection,
    *,
    labels: Mapping[str, str] | None = None,
    taken: Sequence[Rectangle] = (),
) -> list[Element]:
    """
    A dot and name for each place, those with most records first; with *labels*, what to
    call each, all dots are alike.
    """
    places = list(places)
    counts = {place.id: 0 if labels else records_at(catalog, place) for place in places}
    signs: dict[Sign, tuple[Place, Coordinates]] = {}
    for place, at in sorted(_located(places), key=lambda pair: (-counts[pair[0].id], pair[0].id)):
        radius = 5.0 if labels else _radius(counts[place.id])
        words = labels[place.id] if labels else place.name
        signs[Sign(words, *ground.of(at), radius)] = place, at
    right, bottom = ground.left + ground.width, ground.top + ground.height
    frame = Rectangle(ground.left, ground.top, right, bottom)
    dots: list[Element] = []
    placed = names.place(signs, frame, taken)
    for sign, (place, at) in signs.items():
        spot = placed.get(sign)
        parts: list[Element] = []
        if spot and spot.far:
            line = f"M{number(sign.x)} {number(sign.y)}L{number(spot.x)} {number(spot.y)}"
            parts.append(element("path", d=line, class_="grid"))
        parts.append(element("circle", cx=sign.x, cy=sign.y, r=sign.radius, class_="place"))
        if spot:
            parts.append(
                element(
                    "text",
                    sign.name,
                    x=spot.x,
                    y=spot.y + 4,
                    class_="on-map",
                    text_anchor=None if spot.anchor == "start" else spot.anchor,
                )
            )
        hint = f"{place.name}\n{place.summary}\n{_away(at)}"
        if not labels:
            hint += f" · {phrases.counted(counts[place.id], 'record', 'records')}"
        dots.append(link(place, hint, *parts, class_="orange"))
    return dots


def _radius(count: int) -> float:
    """
    Of a dot whose area grows with the number of records.
    """
    return 2.4 + 1.1 * math.sqrt(count)


def _inset(catalog: Catalog, places: Sequence[Place], ground: Projection) -> list[Element]:
    """
    The environs of the capital, in a box of their own with a heading.
    """
    others = [place for place in places if place.id != _CAPITAL]
    heading = element(
        "text", "Round Pyongyang", x=ground.left, y=ground.top - 6, class_="heading ink"
    )
    rings, taken = _rings(ground)
    return [
        *_land(ground),
        *rings,
        _rectangle(ground, "edge"),
        heading,
        *_signs(catalog, others, ground, taken=taken),
    ]


def _legend(top: float, across: float) -> list[Element]:
    """
    What the sizes of dots and the rings mean.
    """
    parts: list[Element] = []
    x = 4.0
    for count in (1, 10, 100):
        radius = _radius(count)
        x += radius
        dot = element("circle", cx=x, cy=top + 18, r=radius, class_="place")
        parts.append(element("g", dot, class_="orange"))
        words = phrases.counted(count, "record", "records")
        parts.append(element("text", words, x=x + radius + 4, y=top + 22, class_="note"))
        x += radius + width(words) + 18
    parts.append(element("path", d=f"M{number(x)} {number(top + 18)}h26", class_="reach-line"))
    words = "distance from Pyongyang"
    if x + 32 + width(words) > across:
        words = "distance"
    parts.append(element("text", words, x=x + 32, y=top + 22, class_="note"))
    return parts
