"""
Values in words, as one reads them: numbers, figures, spans of time, what became of people.
"""

import re

from ncrefs.dates import Date
from ncrefs.model import Estimate, Event, Fate

#: Groups of people that stand first in what happened to them: "aides executed".
_APPOSITION = re.compile(
    r"(?:(?:senior|junior|party|army|state|other|high) )*"
    r"(?:officials|officers|generals|aides|associates|members|leaders|soldiers|students|relatives)\b"
)
_SINGULAR = {"people": "person", "men": "man", "women": "woman"}
_UNCOUNTED = frozenset({"per cent"})


def capitalized(text: str) -> str:
    """
    A text with a capital letter at its start.

    >>> capitalized("head of the KPA")
    'Head of the KPA'
    """
    return text[:1].upper() + text[1:]


def counted(count: int, one: str, many: str) -> str:
    """
    A number of things.

    >>> counted(1, "list", "lists"), counted(1000, "list", "lists")
    ('1 list', '1,000 lists')
    """
    return f"{number(count)} {one if count == 1 else many}"


def number(value: float) -> str:
    r"""
    A number as one reads it, with commas between thousands and a minus sign.

    >>> number(12500), number(3.5), number(-4.5)
    ('12,500', '3.5', '\u22124.5')
    """
    words = f"{int(value) if value == int(value) else value:,}"
    return words.replace("-", "\u2212")


def amount(low: float, high: float | None) -> str:
    """
    A number, or the range between two: "300–400".
    """
    return f"{number(low)}–{number(high)}" if high is not None else number(low)


def measured(low: float, high: float | None, unit: str) -> str:
    """
    A number or range of a unit: "1 missile", "300–400 people".
    """
    return f"{amount(low, high)} {_numbered(low, high, unit)}"


def figure(estimate: Estimate) -> str:
    """
    An estimate as one reads it: "300–400 people punished", "15 senior officials executed".
    """
    shown = amount(estimate.low, estimate.high)
    unit = _unit(estimate)
    return " ".join(part for part in (shown, unit, estimate.what) if part)


def _unit(estimate: Estimate) -> str:
    """
    What is counted, in the right number; "" where what happened names the people itself.
    """
    if estimate.unit == "people" and _APPOSITION.match(estimate.what):
        return ""
    return _numbered(estimate.low, estimate.high, estimate.unit)


def _numbered(low: float, high: float | None, unit: str) -> str:
    if low != 1 or high is not None or unit in _UNCOUNTED:
        return unit
    return _SINGULAR.get(unit) or unit.removesuffix("s")


def fated(fate: Fate) -> str:
    """
    What became of a person, with its day: "dismissed, 1957", "last seen in office, 2025".
    """
    when = fate.when.words if fate.when else ""
    if fate.what == "unknown":
        return f"not known after {when}" if when else "not known"
    if fate.what == "in office" and when:
        return f"last seen in office, {when}"
    return f"{fate.what}, {when}" if when else fate.what


def span(start: Date | None, end: Date | None) -> str:
    """
    From when to when, as one reads it: "1948 – 1950", "from 1951 or before".
    """
    if start and end:
        if start == end:
            return start.words
        if _is_day(start) and _is_day(end):
            return Date(f"{start.edtf}/{end.edtf}").words
        return f"{_edge(start)} – {_edge(end)}"
    if start:
        return f"from {_edge(start)}"
    return f"until {_edge(end)}" if end else ""


def _is_day(date: Date) -> bool:
    return date.earliest == date.latest and date.is_certain


def _edge(date: Date) -> str:
    """
    Where a span begins or ends, if that lies itself within a span.
    """
    if not date.is_interval:
        return date.words
    if date.start is None:
        return f"{date.end} or before"
    if date.end is None:
        return f"{date.start} or later"
    return f"between {date.start} and {date.end}"


def day_apart(event: Event) -> str:
    """
    What follows the name of an event that does not say its years: ", March 1957"; "" for the
    others.
    """
    when = event.when.words
    years, named = (set(re.findall(r"\d{4}", text)) for text in (when, event.name))
    return "" if years and years <= named else f", {when}"


def year_apart(event: Event) -> str:
    """
    What follows the name of an event that has no year in it: ", 1995"; "" for the others.
    """
    year = event.when.year_words
    return "" if year[:4] in event.name else f", {year}"
