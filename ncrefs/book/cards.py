"""
The card of facts on a record's page: labels and values, kind by kind.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ncrefs.book import kit
from ncrefs.book.kit import Inline
from ncrefs.model import (
    Entity,
    Event,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Succession,
)

if TYPE_CHECKING:
    from ncrefs.book.entries import Entry

Rows = list[tuple[str, Sequence[Inline]]]


def _person(entry: "Entry", person: Person) -> Rows:
    rows: Rows = [
        ("Born", entry.statements("born")),
        ("Died", entry.statements("died")),
    ]
    if person.fate:
        fate = person.fate
        line = kit.text(fate.what + (f", {fate.when.words}" if fate.when else ""))
        remark = entry.note(fate, "fate")
        if remark:
            line += [nodes.Text(". "), *remark]
        rows.append(("Fate", [[*line, *entry.evidence(fate)]]))
    rows.append(("Faction", [entry.links(person.factions)]))
    return rows


def _organization(entry: "Entry", organization: Organization) -> Rows:
    former: list[Inline] = []
    for name in organization.former_names:
        line = kit.text(name.name)
        if name.korean:
            line += [nodes.Text(" "), kit.korean(name.korean.hangul)]
        span = kit.span(name.start, name.end)
        former.append([*line, *kit.text(f", {span}" if span else ""), *entry.cites(name)])
    return [
        ("Form", [kit.text(organization.form)]),
        ("Founded", entry.statements("founded")),
        ("Dissolved", entry.statements("dissolved")),
        ("Former names", former),
        ("Seat", [entry.links([organization.seat])] if organization.seat else []),
    ]


def _place(entry: "Entry", place: Place) -> Rows:
    del entry
    rows: Rows = [("Country", [kit.text(place.country)])]
    if place.province:
        rows.append(("Province", [kit.text(place.province)]))
    if place.coordinates:
        latitude, longitude = place.coordinates.latitude, place.coordinates.longitude
        north = f"{abs(latitude):.3f}° {'N' if latitude >= 0 else 'S'}"
        east = f"{abs(longitude):.3f}° {'E' if longitude >= 0 else 'W'}"
        rows.append(("Coordinates", [kit.text(f"{north}, {east}")]))
    return rows


def _event(entry: "Entry", event: Event) -> Rows:
    rows: Rows = [("Date", [[kit.when(event.when)]]), ("Place", [entry.links(event.where)])]
    match event:
        case Plot():
            rows.insert(0, ("Form", [kit.text(event.form)]))
            rows.append(("Target", [entry.links(event.target)]))
            rows.append(("Victims", entry.estimates("victims")))
        case Purge():
            rows.append(("Ordered by", [entry.links(event.ordered_by)]))
            rows.append(("Victims", entry.estimates("victims")))
            rows.append(("Turnover", entry.estimates("turnover")))
        case Succession():
            rows.append(("From", [entry.links(event.predecessor)]))
            rows.append(("To", [entry.links(event.successor)]))
    rows.append(("Part of", [entry.links(event.part_of)]))
    rows.append(("Led to", [entry.links(event.led_to)]))
    return rows


def _mechanism(entry: "Entry", mechanism: Mechanism) -> Rows:
    del entry
    return [("Category", [kit.text(mechanism.category)])]


#: The rows of each kind that has a card.
CARDS: dict[type[Entity], Callable[["Entry", Any], Rows]] = {
    Person: _person,
    Organization: _organization,
    Place: _place,
    Event: _event,
    Plot: _event,
    Purge: _event,
    Succession: _event,
    Mechanism: _mechanism,
}
