"""
JSON-LD for search engines: what a page is about, in the vocabulary of schema.org.

That vocabulary knows no doubt. Only what the records hold to be documented or
reported is said in it; a plot that is alleged, disputed or refuted is no `Event`
there but a `Thing` with a name and a description.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sphinx.application import Sphinx

from ncrefs.book.addresses import ENTRY_PAGES, address, joined
from ncrefs.book.site import base_of
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.turtle_words import KIN
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import DatedStatement, Entity, Event, Mechanism, Organization, Person, Place, Term
from ncrefs.vocabulary import Grade

_VOCABULARY = "https://schema.org"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_WIKIDATA = "http://www.wikidata.org/entity/"
_SAID = (None, Grade.DOCUMENTED, Grade.REPORTED)

Thing = dict[str, Any]


def of_page(app: Sphinx, pagename: str, entity: Entity | None) -> str | None:
    """
    The JSON-LD of a page: of a record, of the landing page, or of a page of entries.
    """
    if entity is None and pagename not in (app.config.root_doc, ENTRY_PAGES["terms"]):
        return None
    catalog = catalog_of(app.config)
    writer = _Writer(catalog, lambda docname: _uri(app, pagename, docname))
    book = {"@type": "Book", "name": app.config.html_title, "url": writer.uri(app.config.root_doc)}
    page: Thing
    if entity is not None:
        page = {"@type": "WebPage", "name": entity.name, "description": entity.summary}
        page["mainEntity"] = writer.thing(entity)
    elif pagename == app.config.root_doc:
        page = {"@type": "WebPage", "name": app.config.html_title, "mainEntity": _dataset(app)}
    else:
        terms = [writer.thing(term) for term in catalog.terms]
        page = {"@type": "WebPage", "name": KINDS["terms"].chapter}
        page["mainEntity"] = {
            "@type": "DefinedTermSet",
            "name": KINDS["terms"].chapter,
            "hasDefinedTerm": terms,
        }
    page |= {"@context": _VOCABULARY, "inLanguage": "en", "isPartOf": book, "license": LICENSE}
    # "</script>" in a text would end the element that holds it.
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c")


def _uri(app: Sphinx, pagename: str, docname: str) -> str:
    """
    The address of a page: in full if the book knows where it will stand, or from another page.
    """
    base, target = base_of(app.config), app.builder.get_target_uri(docname)
    if base:
        return base + target
    # A page calls itself by its name, not by an empty address.
    return app.builder.get_relative_uri(pagename, docname) or target.rpartition("/")[2]


def _dataset(app: Sphinx) -> Thing:
    return {
        "@type": "Dataset",
        "name": f"{app.config.project}: people, organizations, plots and purges in North Korea",
        "description": "Typed, dated, graded and cited records of the people, organizations, "
        "places, plots, purges, successions and mechanisms that bear on the question "
        f"“{app.config.html_title}”",
        "license": LICENSE,
        "version": app.config.version,
        "creator": {"@type": "Organization", "name": app.config.author},
        "isAccessibleForFree": True,
        "temporalCoverage": "1945/..",
        "spatialCoverage": {"@type": "Place", "name": "North Korea"},
    }


class _Writer:
    """
    Describes the records of one page.

    Args:
        catalog: The catalog that they are from.
        uri: From the name of a document to its address, as seen from the page.
    """

    def __init__(self, catalog: Catalog, uri: Callable[[str], str]) -> None:
        self.catalog = catalog
        self.uri = uri

    def thing(self, entity: Entity) -> Thing:
        """
        A record with everything that the vocabulary can say of it.
        """
        kind, own = self._own(entity)
        thing = {
            "@type": kind,
            **self._naming(entity),
            "alternateName": self.catalog.spellings(entity)[1:],
            "description": entity.summary,
            "identifier": entity.id,
            "sameAs": [
                f"{_WIKIDATA}{identifier.value}"
                for identifier in entity.identifiers
                if identifier.scheme == "wikidata"
            ],
            **own,
        }
        return {name: value for name, value in thing.items() if value not in (None, [], {})}

    def _naming(self, entity: Entity) -> Thing:
        docname, anchor = address(entity)
        return {
            "name": entity.name,
            "url": joined(self.uri(docname), anchor),
        }

    def _short(self, kind: str, ids: Iterable[str | None]) -> list[Thing]:
        """
        Other records by type, name and address.
        """
        return [{"@type": kind, **self._naming(self.catalog.records[id_])} for id_ in ids if id_]

    def _own(self, entity: Entity) -> tuple[str, Mapping[str, Any]]:
        """
        The type of a record and the properties of that type.
        """
        match entity:
            case Person():
                return "Person", self._person(entity)
            case Organization():
                parts = [t.to for t in entity.ties if t.relation == "part-of" and t.grade in _SAID]
                return "Organization", {
                    "foundingDate": _day(entity.founded),
                    "dissolutionDate": _day(entity.dissolved),
                    "location": self._short("Place", [entity.seat]),
                    "parentOrganization": self._short("Organization", parts),
                }
            case Place():
                return "Place", _place(entity)
            case Event() if entity.grade in _SAID:
                start, end = _span(entity.when)
                where = self._short("Place", entity.where)
                return "Event", {"startDate": start, "endDate": end, "location": where}
            case Term() | Mechanism():
                group = {"@type": "DefinedTermSet", "name": kind_of(entity).chapter}
                return "DefinedTerm", {"inDefinedTermSet": group}
            case _:
                return "Thing", {}

    def _person(self, person: Person) -> Thing:
        own: Thing = {"birthDate": _day(person.born), "deathDate": _day(person.died)}
        for name, statements in (("birthPlace", person.born), ("deathPlace", person.died)):
            said = [s.where for s in statements[:1] if s.grade in _SAID]
            own[name] = self._short("Place", said)
        bodies = dict.fromkeys([p.of for p in person.posts if p.grade in _SAID])
        own["memberOf"] = self._short("Organization", [*bodies, *person.factions])
        for kin in person.kin:
            if kin.relation in KIN:
                own.setdefault(KIN[kin.relation], []).extend(self._short("Person", [kin.to]))
        return own


def _place(place: Place) -> Thing:
    own: Thing = {
        "address": {
            "@type": "PostalAddress",
            "addressCountry": place.country,
            **({"addressRegion": place.province} if place.province else {}),
        }
    }
    if place.coordinates:
        own["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.coordinates.latitude,
            "longitude": place.coordinates.longitude,
        }
    return own


def _day(statements: Iterable[DatedStatement]) -> str | None:
    """
    The preferred date, if it is neither in doubt nor inexact.
    """
    for statement in statements:
        return _span(statement.value)[0] if statement.grade in _SAID else None
    return None


def _span(date: Date) -> tuple[str | None, str | None]:
    """
    First and last day in ISO 8601, or nothing if the date is not certain.
    """
    if not date.is_certain or date.start is None or date.end is None:
        return None, None
    return date.start.iso, date.end.iso if date.is_interval else None
