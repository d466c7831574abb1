"""
Anniversaries as an iCalendar (RFC 5545): what is known to the day, each year again.

Events, plots, purges and successions, births and deaths. What is known less exactly is
no anniversary and is left out.
"""

import datetime as dt
from collections.abc import Iterator

import ncrefs
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export.common import LICENCE, LICENCE_URL, RELEASED, TITLE, uri
from ncrefs.model import Entity


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    One calendar.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//ncrefs//ncrefs {ncrefs.__version__}//EN",
        f"X-WR-CALNAME:{_text(TITLE)}",
        f"X-WR-CALDESC:{_text(f'Licence {LICENCE} ({LICENCE_URL})')}",
    ]
    for entity, what, date, grade in anniversaries(catalog):
        lines += _event(entity, what, date, grade)
    lines.append("END:VCALENDAR")
    return {"ncrefs.ics": "".join(f"{_fold(line)}\r\n" for line in lines).encode()}


def anniversaries(catalog: Catalog) -> Iterator[tuple[Entity, str, dt.date, str | None]]:
    """
    The records with what happened on a day that is known, and its grade.
    """
    for event in catalog.timeline:
        if day := _exact(event.when):
            yield event, event.name, day, event.grade
    for person in catalog.people:
        for statements, what in ((person.born, "born"), (person.died, "died")):
            for statement in statements[:1]:  # the preferred one
                if day := _exact(statement.value):
                    yield person, f"{person.name} {what}", day, statement.grade


def _exact(date: Date) -> dt.date | None:
    return date.earliest if date.is_certain and date.earliest == date.latest else None


def _event(entity: Entity, what: str, day: dt.date, grade: str | None) -> list[str]:
    known = f" ({grade})" if grade else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{uri(entity)}:{day.isoformat()}",
        f"DTSTAMP:{RELEASED.replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{day.isoformat().replace('-', '')}",
        "RRULE:FREQ=YEARLY",
        f"SUMMARY:{_text(f'{day.year}: {what}')}",
        f"DESCRIPTION:{_text(entity.summary + known)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _fold(line: str) -> str:
    """
    A line in pieces of at most 75 bytes, cut between letters.
    """
    pieces = [""]
    for letter in line:
        if len((pieces[-1] + letter).encode()) > 75 - (len(pieces) > 1):
            pieces.append("")
        pieces[-1] += letter
    return "\r\n ".join(pieces)
