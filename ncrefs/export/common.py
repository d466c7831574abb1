"""
What all exports share.
"""

import datetime as dt
import json
from typing import Any

import ncrefs
from ncrefs.dates import Date, Moment
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Source

TITLE = "Why has North Korea never had a successful military coup? The records"
#: Of the records; the code has its own.
LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
#: The day of this version, where a format asks for one: exports know no clock.
RELEASED = "2026-11-28"
#: How much of a day in ISO 8601 is as exact as a moment, by the unit of that.
_EXACT = {"year": 4, "season": 4, "month": 7, "day": 10}


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
    return date.start.earliest if date.start else None


def last_day(date: Date) -> dt.date | None:
    """
    The last day that a date may mean; None if it is open.
    """
    return date.end.latest if date.end else None


def iso_prefix(date: Date | None) -> str | None:
    """
    The earliest day in ISO 8601, no longer than the date is exact: "1956", "1956-08"; None
    where it is open or not even a year is known.

    Approximate and uncertain dates lose that they are; who needs it reads the EDTF.
    """
    return iso_of(date.start) if date else None


def iso_of(moment: Moment | None) -> str | None:
    """
    The same of one end of a date.
    """
    length = _EXACT.get(moment.precision) if moment else None
    return moment.earliest.isoformat()[:length] if moment and length else None
