"""
Dates that say how exact they are.

`Date` reads the Extended Date/Time Format, level 1, as defined in ISO 8601-2:2019
(https://www.loc.gov/standards/datetime/), for the years 0001 to 9999 and whole
days. It prints back exactly what it was given.
"""

import datetime as dt
import re
from dataclasses import field
from functools import total_ordering
from typing import Literal

from ncrefs.arguments import expect
from ncrefs.frozen import dataclass

_ATOM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)
#: Not `calendar.month_name`, which speaks the language of the process.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUALIFIED = {
    "": "{}",
    "~": "c. {}",
    "?": "perhaps {}",
    "%": "perhaps c. {}",
}
_FORMS = "1956, 1956-08, 1956-08-30, 1995~, 1993?, 199X, 1956-06/1956-07 or 1948-09-09/.."
#: What is written where nothing is known.
_NO_DATES = ("", "-", "?", "..", "n.d.", "none", "now", "present", "today", "unknown")


Precision = Literal["century", "decade", "year", "season", "month", "day"]


@dataclass(frozen=True, slots=True)
class Moment:
    """
    One end of a date: a day, month, season, year, decade or century.
    """

    year: str  #: four characters; "X" stands for a digit that is not known
    month: str | None  #: "01" to "12", a season from "21" to "24", or "XX": not known
    day: str | None
    qualifier: str  #: "~" approximate, "?" uncertain, "%" both, or ""
    earliest: dt.date
    latest: dt.date

    @property
    def precision(self) -> Precision:
        """
        The unit in which it is exact.
        """
        if self.month is None or self.month == "XX":
            return {0: "year", 1: "decade", 2: "century"}[self.year.count("X")]  # type: ignore[return-value]
        if int(self.month) in _SEASONS:
            return "season"
        return "month" if self.day in (None, "XX") else "day"

    @property
    def is_approximate(self) -> bool:
        """
        Whether it is about right: "c. 1995".
        """
        return self.qualifier in ("~", "%")

    @property
    def is_uncertain(self) -> bool:
        """
        Whether it may be wrong: "perhaps 1995".
        """
        return self.qualifier in ("?", "%")

    @property
    def is_certain(self) -> bool:
        """
        Whether nothing in it is approximate, uncertain or not known.
        """
        return not self.qualifier and "X" not in f"{self.year}{self.month}{self.day}"

    @property
    def iso(self) -> str | None:
        """
        The ISO 8601 form of a certain year, month or day; None for anything else.
        """
        if not self.is_certain or self.precision == "season":
            return None
        return "-".join(part for part in (self.year, self.month, self.day) if part)

    @property
    def year_words(self) -> str:
        """
        The year as one reads it in a narrow place: "1995", "c. 1995", "1990s", "1900s".
        """
        return "c. " * self.is_approximate + self._year

    @property
    def _year(self) -> str:
        known = self.year.rstrip("X")
        missing = len(self.year) - len(known)
        return f"{known}{'0' * missing}s" if missing else self.year.lstrip("0")

    @property
    def words(self) -> list[str]:
        """
        Day, month and year as words, from the smallest unit to the largest.
        """
        year = f"{self._year} (century)" if self.precision == "century" else self._year
        if self.month is None:
            return [year]
        if self.month == "XX":
            return [f"{year} (day unknown)" if self.day else f"{year} (month unknown)"]
        number = int(self.month)
        month = _SEASONS.get(number) or _MONTHS[number - 1]
        if self.day is None:
            return [month, year]
        if self.day == "XX":
            return [month, f"{year} (day unknown)"]
        return [str(int(self.day)), month, year]

    def __str__(self) -> str:
        """
        Say the qualifier and the words.
        """
        return _QUALIFIED[self.qualifier].format(" ".join(self.words))


def _moment(text: str) -> Moment:
    match = _ATOM.fullmatch(text)
    if match is None:
        raise _no_date(text)
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    if "X" in year and month is not None:
        raise ValueError(f'"{text}": a month needs a full year')
    if month == "XX" and day not in (None, "XX"):
        raise ValueError(f'"{text}": a day needs a month')
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if month is None or month == "XX":
            bounds = dt.date(first, 1, 1), dt.date(last, 12, 31)
        elif int(month) in _SEASONS:
            if day is not None:
                raise ValueError("a season has no days")  # noqa: TRY301
            start, end = _SEASON_MONTHS[int(month)]
            bounds = _month(first, start)[0], _month(first, end)[1]
        elif day is None or day == "XX":
            bounds = _month(first, int(month))
        else:
            bounds = (dt.date(first, int(month), int(day)),) * 2
    except ValueError as error:
        raise ValueError(f'"{text}": {error}; write for example {_FORMS}') from None
    return Moment(year, month, day, qualifier, *bounds)


def _no_date(text: str) -> ValueError:
    """
    What is said of a text that is no date.
    """
    from ncrefs.misdated import meant  # noqa: PLC0415  (only for mistakes)
    from ncrefs.problems import did_you_mean  # noqa: PLC0415

    if text.strip().lower() in _NO_DATES:
        return ValueError(f'"{text}" is not a date; leave the field out')
    found = meant(text)
    try:
        hint = did_you_mean(Date(found) if found not in ("", text) else "")
    except ValueError:
        hint = ""
    return ValueError(f'"{text}" is not a date{hint or f"; write for example {_FORMS}"}')


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    first = dt.date(year, month, 1)
    # Not `calendar.monthrange`: its module takes longer to import than this whole one.
    end = (
        dt.date(year, month + 1, 1) - dt.timedelta(days=1) if month < 12 else dt.date(year, 12, 31)
    )
    return first, end


@total_ordering
@dataclass(frozen=True, slots=True)
class Date:
    """
    A date or interval that may be uncertain, approximate or open.

    >>> Date("1995~").latest
    datetime.date(1995, 12, 31)
    >>> print(Date("1956-08-30/1956-08-31").words)
    30–31 August 1956

    Dates are equal if they are written alike. They are ordered by their
    earliest day, then by their latest, then by their text.

    Args:
        edtf: The date in EDTF level 1, kept as given.

    Raises:
        TypeError: What is given is no text.
        ValueError: The text is not a date, or its end lies before its start.
    """

    edtf: str
    #: First and last day that the date may mean. Qualifiers do not widen it;
    #: an open or unknown end reaches to `datetime.date.min` or `.max` (see `known`).
    earliest: dt.date = field(init=False, repr=False, compare=False)
    latest: dt.date = field(init=False, repr=False, compare=False)
    #: Both ends; the same for a date that is no interval, None where one is open or unknown.
    start: Moment | None = field(init=False, repr=False, compare=False)
    end: Moment | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        expect("edtf", self.edtf, str)
        parts = self.edtf.split("/")
        if len(parts) > 2:
            raise _no_date(self.edtf)
        if len(parts) == 2 and set(parts) <= {"", ".."}:
            raise ValueError(f'"{self.edtf}" has neither a start nor an end')
        ends = [None if len(parts) == 2 and part in ("", "..") else _moment(part) for part in parts]
        start, end = ends[0], ends[-1]
        earliest = start.earliest if start else dt.date.min
        latest = end.latest if end else dt.date.max
        if latest < earliest:
            raise ValueError(f'"{self.edtf}" ends before it starts; swap its ends')
        for name, value in (
            ("earliest", earliest),
            ("latest", latest),
            ("start", start),
            ("end", end),
        ):
            object.__setattr__(self, name, value)

    def __str__(self) -> str:
        """
        Give back the text as it was given.
        """
        return self.edtf

    def __lt__(self, other: object) -> bool:
        """
        Compare the earliest days, then the latest, then the texts.
        """
        if not isinstance(other, Date):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[dt.date, dt.date, str]:
        return self.earliest, self.latest, self.edtf

    @property
    def is_interval(self) -> bool:
        """
        Whether it has a start and an end of its own.
        """
        return "/" in self.edtf

    @property
    def is_certain(self) -> bool:
        """
        Whether no part is approximate, uncertain, unspecified or open.
        """
        return all(end is not None and end.is_certain for end in (self.start, self.end))

    @property
    def known(self) -> tuple[dt.date, dt.date]:
        """
        First and last day of what is known: the earliest and the latest, but for an end
        that is unknown, which reaches no further than the other.

        >>> Date("1948/..").known[1], Date("1948/").known[1]
        (datetime.date(9999, 12, 31), datetime.date(1948, 12, 31))
        """
        first, last = self.earliest, self.latest
        if self.start and self.edtf.endswith("/"):
            last = self.start.latest
        if self.end and self.edtf.startswith("/"):
            first = self.end.earliest
        return first, last

    @property
    def middle(self) -> dt.date:
        """
        The day halfway between the first and the last that are known.
        """
        first, last = self.known
        return first + (last - first) / 2

    @property
    def year_words(self) -> str:
        """
        The year as one reads it in a narrow place: "1995", "c. 1995", "1990s", "before 1900".
        """
        if self.start is not None:
            return self.start.year_words
        return f"before {self.end.year_words}" if self.end else ""

    @property
    def words(self) -> str:
        """
        The date as one reads it: "c. 1995", "30–31 August 1956", "1990s".
        """
        start, end = self.start, self.end
        if not self.is_interval:
            return str(start)
        before, after = self.edtf.split("/")
        if start is None:
            return f"until {end}" if before else f"until {end} (start unknown)"
        if end is None:
            return f"from {start}" if after else f"from {start} (end unknown)"
        if start.qualifier or end.qualifier:
            return f"{start} – {end}"
        first, last = start.words, end.words
        # Say once what both ends share: "30–31 August 1956", "June–July 1956".
        while len(first) > 1 and len(last) > 1 and first[-1] == last[-1]:
            first, last = first[:-1], last[:-1]
        shared = end.words[len(last) :]
        dash = "–" if len(first) == len(last) == 1 else " – "
        return " ".join([f"{' '.join(first)}{dash}{' '.join(last)}", *shared])

    def surely_before(self, other: "Date") -> bool:
        """
        Whether the last day of this date lies before the first of the other.
        """
        return self.latest < other.earliest


def date_of(name: str, value: Date | str) -> Date:
    """
    An argument that is a date, or its text.

    Args:
        name: What the argument is called.
        value: What was given.

    Raises:
        TypeError: It is neither.
        ValueError: The text is not EDTF.
    """
    expect(name, value, Date, str)
    return value if isinstance(value, Date) else Date(value)
