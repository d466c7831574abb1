"""
Rules for dates, figures and other values that must agree with one another.
"""

from collections.abc import Iterable, Iterator

from ncrefs.dates import Date
from ncrefs.facts import dates_of
from ncrefs.model import (
    Actor,
    DatedStatement,
    Entity,
    Estimate,
    FormerName,
    Holder,
    Kin,
    Organization,
    Person,
    Place,
    Plot,
    Point,
    Post,
    Tie,
)
from ncrefs.problems import one_of
from ncrefs.relations import items
from ncrefs.rules.base import Breach, Context, Rule, after, before
from ncrefs.vocabulary import KIN_INVERSE


def _end_after_start(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, item in items(entity, Post, Holder, Tie, FormerName):
        if item.start and item.end and item.end.surely_before(item.start):
            values = {"end": item.end, "start": item.start}
            yield Breach(entity.id, f"{where}.end", values)
    if isinstance(entity, Organization):
        yield from _life(entity.id, "dissolved", entity.founded, entity.dissolved)


def _died_after_born(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Person):
        yield from _life(entity.id, "died", entity.born, entity.died)


def _life(
    id_: str, name: str, begun: Iterable[DatedStatement], ended: Iterable[DatedStatement]
) -> Iterator[Breach]:
    starts = dates_of(begun)
    for index, end in enumerate(dates_of(ended)):
        if before(end, starts):
            yield Breach(id_, f"{name}[{index}]", {"end": end, "start": starts[0]})


def _post_in_life(entity: Entity, context: Context) -> Iterator[Breach]:
    if not isinstance(entity, Person):
        return
    for where, post in items(entity, Post):
        for name, date in _outside(post, entity):
            values = {"date": date, "born": _list(entity.born), "died": _list(entity.died)}
            yield Breach(entity.id, f"{where}.{name}", values)


def _tie_in_life(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, tie in items(entity, Tie):
        person = context.catalog.records.get(tie.to)
        if isinstance(person, Person) and person.died:
            values = {"who": person.id, "died": _list(person.died)}
            for name, date in _outside(tie, person):
                yield Breach(entity.id, f"{where}.{name}", {"date": date, **values})
            if tie.end is None:
                yield Breach(entity.id, where, {"date": "a tie without an end", **values})


def _outside(item: Post | Tie, person: Person) -> Iterator[tuple[str, Date]]:
    for name, date in (("start", item.start), ("end", item.end)):
        if date and (before(date, dates_of(person.born)) or after(date, dates_of(person.died))):
            yield name, date


def _list(statements: Iterable[DatedStatement]) -> str:
    return " or ".join(map(str, dates_of(statements))) or "unknown"


def _coordinates(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Place) and entity.coordinates:
        for name, limit in (("latitude", 90), ("longitude", 180)):
            value = getattr(entity.coordinates, name)
            if not -limit <= value <= limit:
                values = {"value": value, "name": name, "limit": limit}
                yield Breach(entity.id, f"coordinates.{name}", values)


#: Where a country lies: south, north, west and east.
_BOUNDS = {
    "KP": (37.5, 43.1, 124.0, 131.0),
    "KR": (33.0, 38.7, 124.5, 132.0),
    "CN": (18.0, 53.6, 73.4, 135.1),
    "DE": (47.2, 55.1, 5.8, 15.1),
    "ES": (27.6, 43.9, -18.2, 4.4),
    "JP": (24.0, 45.6, 122.9, 154.0),
    "MM": (9.7, 28.6, 92.1, 101.2),
    "MN": (41.5, 52.2, 87.7, 120.0),
    "MO": (22.0, 22.3, 113.4, 113.7),
    "MY": (0.8, 7.6, 99.6, 119.3),
    "RU": (41.1, 82.0, 19.6, 180.0),
    "VN": (8.1, 23.4, 102.1, 109.5),
}


def _on_the_map(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Place) and entity.coordinates and entity.country in _BOUNDS:
        point = entity.coordinates
        south, north, west, east = _BOUNDS[entity.country]
        if abs(point.latitude) > 90 or abs(point.longitude) > 180:
            return  # no point at all: the rule above tells
        if not (south <= point.latitude <= north and west <= point.longitude <= east):
            values = {"country": entity.country, "south": south, "north": north}
            values |= {"west": west, "east": east}
            yield Breach(entity.id, "coordinates", values)


def _actors(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, item in items(entity, Actor, Holder):
        if (item.who is None) == (item.name is None):
            yield Breach(entity.id, where)


def _kin(entity: Entity, context: Context) -> Iterator[Breach]:
    inverses = KIN_INVERSE
    for name, kin in items(entity, Kin):
        plain = inverses[kin.relation]
        fitting = [word for word in inverses if inverses[word] == inverses[plain]]
        if kin.inverse and kin.inverse not in fitting:
            values = {"inverse": kin.inverse, "relation": kin.relation, "words": one_of(fitting)}
            yield Breach(entity.id, f"{name}.inverse", values)


def _estimates(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, estimate in items(entity, Estimate, Point):
        if estimate.high is not None and estimate.high < estimate.low:
            values = {"low": estimate.low, "high": estimate.high}
            yield Breach(entity.id, f"{where}.high", values)


def _features(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Plot):
        seen = set()
        for index, feature in enumerate(entity.features):
            values = {"feature": feature.feature}
            if entity.country is None or feature.feature in seen or not feature.sources:
                yield Breach(entity.id, f"features[{index}]", values)
            seen.add(feature.feature)


RULES = (
    Rule(
        "end-after-start",
        "record",
        _end_after_start,
        "{end} lies before its start, {start}; mend either",
    ),
    Rule(
        "died-after-born",
        "record",
        _died_after_born,
        "{end} lies before the birth, {start}; mend either",
    ),
    Rule(
        "post-in-life",
        "record",
        _post_in_life,
        "{date} lies outside the holder's life (born {born}, died {died}); mend either",
    ),
    Rule(
        "tie-in-life",
        "record",
        _tie_in_life,
        "{date} lies outside the life of {who} (died {died}); mend either",
    ),
    Rule(
        "coordinates",
        "record",
        _coordinates,
        "{value} is no {name}; write degrees from -{limit} to {limit}, latitude first",
    ),
    Rule(
        "on-the-map",
        "record",
        _on_the_map,
        "no point of {country}; write latitude {south} to {north} and longitude {west} to {east}",
    ),
    Rule("actors", "record", _actors, "write either who (a record's id) or name"),
    Rule(
        "kin",
        "record",
        _kin,
        '"{inverse}" is no inverse of "{relation}"; write {words}, or leave it out',
    ),
    Rule("estimates", "record", _estimates, "{high} is less than low, {low}; swap them"),
    Rule(
        "features",
        "record",
        _features,
        "{feature} belongs to a case with a country, stands there once, and has a source",
    ),
)
