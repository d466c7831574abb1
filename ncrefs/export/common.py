"""
What all exports share.
"""

import datetime as dt
import json
from typing import Any

import ncrefs
from ncrefs import model
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source

TITLE = "Why has North Korea never had a successful military coup? The records"
#: Of the records; the code has its own.
LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
#: The day of this version, where a format asks for one: exports know no clock.
RELEASED = "2026-11-28"


def about() -> dict[str, str]:
    """
    Name, version and licence of the records.
    """
    return {
        "name": "ncrefs",
        "title": TITLE,
        "version": ncrefs.__version__,
        "license": LICENCE,
        "license_url": LICENCE_URL,
    }


def notice() -> str:
    """
    The same in one line, for formats that have comments.
    """
    return f"ncrefs {ncrefs.__version__}, licence {LICENCE} ({LICENCE_URL})"


def dump(value: Any) -> bytes:
    """
    JSON as text editors like it: one space of indent, keys as they come, UTF-8.
    """
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def uri(entity: Entity | Source) -> str:
    """
    What a record is called everywhere: "urn:ncrefs:people:kim-il-sung".
    """
    return f"urn:ncrefs:{kind_of(entity).plural}:{entity.id}"


def first_day(date: Date) -> dt.date | None:
    """
    The first day that a date may mean; None if it is open.
    """
    return None if date.earliest == dt.date.min else date.earliest


def last_day(date: Date) -> dt.date | None:
    """
    The last day that a date may mean; None if it is open.
    """
    return None if date.latest == dt.date.max else date.latest


def iso_prefix(date: Date | None) -> str | None:
    """
    The earliest day in ISO 8601, no longer than the date is exact: "1956", "1956-08".

    Approximate and uncertain dates lose that they are; who needs it reads the EDTF.
    """
    if date is None or (day := first_day(date)) is None:
        return None
    start = date.edtf.partition("/")[0].rstrip("?~%")
    if "X" in start[:4]:
        return None
    parts = [part for part in start.split("-") if part.isdigit()]
    exact = len(parts) if len(parts) < 2 or int(parts[1]) <= 12 else 1
    return day.isoformat()[: (4, 7, 10)[exact - 1]]


def places(catalog: Catalog, entity: Entity) -> list[model.Place]:
    """
    The places of an event that have coordinates.
    """
    found = [catalog.places.get(id_) for id_ in getattr(entity, "where", ())]
    return [place for place in found if place is not None and place.coordinates is not None]
