"""
The card of facts on a record's page: a row for each field that no other part shows.
"""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import quote

from docutils import nodes

from ncrefs import model
from ncrefs.book import classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.typography import typeset
from ncrefs.countries import COUNTRIES
from ncrefs.dates import Date
from ncrefs.model import Coordinates, DatedStatement, Entity, Estimate, Fate, FormerName, Identifier

#: Where an identifier leads to, by its scheme.
_SITES = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "geonames": "https://www.geonames.org/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "isni": "https://isni.org/isni/{}",
    "britannica": "https://www.britannica.com/{}",
    "encykorea": "https://encykorea.aks.ac.kr/Article/{}",
    "kotobank": "https://kotobank.jp/word/{}",
    "wilson-center": "https://digitalarchive.wilsoncenter.org/{}",
    "ourairports": "https://ourairports.com/airports/{}/",
}
_SCHEMES = {
    "wikidata": "Wikidata",
    "geonames": "GeoNames",
    "viaf": "VIAF",
    "isni": "ISNI",
    "archigos": "Archigos",
    "britannica": "Britannica",
    "encykorea": "Encyclopedia of Korean Culture",
    "kotobank": "Kotobank",
    "wilson-center": "Wilson Center Digital Archive",
    "ourairports": "OurAirports",
    "iso3166": "ISO 3166-1",
    "iso3166-2": "ISO 3166-2",
    "cow": "Correlates of War",
    "gw": "Gleditsch and Ward",
    "powell-thyne": "Powell and Thyne",
    "cline": "Cline Center",
    "colpus": "Colpus",
    "csp": "Center for Systemic Peace",
    "icb": "International Crisis Behavior",
    "ucdp": "UCDP",
}


def card(scribe: Scribe, elsewhere: Iterable[str]) -> nodes.field_list:
    """
    The facts of a record in the order of its fields, but those shown *elsewhere*.
    """
    rows = [
        (heading(spec), _values(scribe, spec, getattr(scribe.entity, spec.name)))
        for spec in dataclasses.fields(scribe.entity)
        if spec.name not in elsewhere
    ]
    rows.sort(key=lambda row: row[0] in _LAST)
    return elements.facts(rows)


#: Rows that few look for.
_LAST = ("Identifiers", "Renamed from")


def heading(spec: "dataclasses.Field[Any]") -> str:
    """
    What a field is called for readers: its own heading, or its name in words.
    """
    label: str = spec.metadata.get(model.LABEL, "")
    return label or spec.name.replace("_", " ").capitalize()


def _values(scribe: Scribe, spec: "dataclasses.Field[Any]", value: Any) -> Sequence[Inline]:
    if value is None or value == ():
        return []
    if spec.metadata.get(model.RECORDS) is not None:
        return [scribe.links(value if isinstance(value, tuple) else [value])]
    if spec.metadata.get(model.PROSE):
        return [scribe.inline(value)]
    first = value[0] if isinstance(value, tuple) else value
    if type(first) in _FORMS:
        return _FORMS[type(first)](scribe, value)
    items = value if isinstance(value, tuple) else (value,)
    if dataclasses.is_dataclass(first):
        return [_item(scribe, item) for item in items]
    words = [COUNTRIES[item] if spec.name == "country" else str(item) for item in items]
    return [elements.text("; ".join(words))]


def _item(scribe: Scribe, item: Any) -> Inline:
    """
    A nested value that has no form of its own: its fields in words, then its evidence.
    """
    shown = [
        [nodes.Text(f"{heading(spec).lower()}: "), *_values(scribe, spec, value)[0]]
        for spec in dataclasses.fields(item)
        if spec.name not in ("sources", "grade", "note")
        and (value := getattr(item, spec.name)) not in (None, ())
    ]
    evidence = scribe.evidence(item) if hasattr(item, "sources") else []
    return [*elements.join(shown), *scribe.further(item), *evidence]


def _date(_: Scribe, date: Date) -> Sequence[Inline]:
    return [[elements.when(date)]]


def _fate(scribe: Scribe, fate: Fate) -> Sequence[Inline]:
    return [[nodes.Text(phrases.fated(fate)), *scribe.remarks(fate)]]


def _former_names(scribe: Scribe, names: Sequence[FormerName]) -> Sequence[Inline]:
    lines = []
    for name in names:
        line = elements.text(name.name)
        if name.korean:
            line += [nodes.Text(" "), elements.korean(name.korean.hangul)]
        span = phrases.span(name.start, name.end)
        lines.append([*line, nodes.Text(f", {span}" if span else ""), *scribe.cites(name)])
    return lines


def _coordinates(_: Scribe, point: Coordinates) -> Sequence[Inline]:
    north = f"{abs(point.latitude):.3f}° {'N' if point.latitude >= 0 else 'S'}"
    east = f"{abs(point.longitude):.3f}° {'E' if point.longitude >= 0 else 'W'}"
    return [elements.text(f"{north}, {east}")]


def _identifiers(scribe: Scribe, identifiers: Sequence[Identifier]) -> Sequence[Inline]:
    lines = []
    for identifier in identifiers:
        site = _SITES.get(identifier.scheme)
        value: nodes.Node = nodes.Text(identifier.value)
        if site:
            uri = site.format(quote(identifier.value))
            value = nodes.reference("", identifier.value, refuri=uri, internal=False)
        lines.append([nodes.Text(f"{_SCHEMES[identifier.scheme]} "), value])
    return lines


#: How values of a class are written, wherever they stand.
_FORMS: dict[type, Callable[[Scribe, Any], Sequence[Inline]]] = {
    Date: _date,
    DatedStatement: lambda scribe, value: scribe.statements(value),
    Estimate: lambda scribe, value: scribe.estimates(value),
    Fate: _fate,
    FormerName: _former_names,
    Coordinates: _coordinates,
    Identifier: _identifiers,
}


def names(scribe: Scribe) -> list[nodes.Node]:
    """
    The name in other scripts and its other spellings.
    """
    entity: Entity = scribe.entity
    k = entity.korean
    forms: list[Inline] = []
    if k:
        forms.append([elements.korean(k.hangul)])
        if k.hanja:
            forms.append([elements.korean(k.hanja)])
        for label, value in (("RR", k.rr), ("MR", k.mr)):
            if value:
                forms.append([nodes.emphasis("", value), nodes.Text(f" ({label})")])
    lines: list[nodes.Node] = []
    if forms:
        lines.append(elements.para(*elements.join(forms, " · "), classes=[classes.NAMES]))
    if entity.aliases:
        also = f"Also: {'; '.join(map(typeset, entity.aliases))}"
        line = elements.para(nodes.Text(also), classes=[classes.ALIASES])
        line["support_smartquotes"] = False  # names are data
        lines.append(line)
    return lines
