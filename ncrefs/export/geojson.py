"""
Places and what happened there as GeoJSON (RFC 7946).

A feature for each place, and one for each event, plot, purge and succession with the
points of its places; without coordinates the geometry is null, so that none is missing.
"""

from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.export.common import about, dump, first_day, last_day
from ncrefs.kinds import kind_of
from ncrefs.markup import plain
from ncrefs.model import Coordinates, Event, Place


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One collection of features.
    """
    features = [_place(place) for place in catalog.places]
    features += [_event(catalog, event) for event in catalog.timeline]
    return {"ncrefs.geojson": dump({"type": "FeatureCollection", **about(), "features": features})}


def _place(place: Place) -> dict[str, Any]:
    point = place.coordinates
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": _position(point)} if point else None,
        "properties": {
            "kind": "places",
            "name": place.name,
            "summary": place.summary,
            "country": place.country,
            "province": place.province,
            "text": plain(place.text),
            **{i.scheme: i.value for i in place.identifiers},
        },
    }


def _event(catalog: Catalog, event: Event) -> dict[str, Any]:
    places = filter(None, map(catalog.places.get, event.where))
    points = [_position(place.coordinates) for place in places if place.coordinates]
    geometry: dict[str, Any] | None = None
    if len(points) == 1:
        geometry = {"type": "Point", "coordinates": points[0]}
    elif points:
        geometry = {"type": "MultiPoint", "coordinates": points}
    days = first_day(event.when), last_day(event.when)
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "kind": kind_of(event).plural,
            "name": event.name,
            "summary": event.summary,
            "when": event.when.edtf,
            "when_earliest": days[0].isoformat() if days[0] else None,
            "when_latest": days[1].isoformat() if days[1] else None,
            "grade": event.grade.value,
            "theme": event.theme,
            "places": list(event.where),
            "sources": list(event.sources),
        },
    }


def _position(point: Coordinates) -> list[float]:
    return [point.longitude, point.latitude]
