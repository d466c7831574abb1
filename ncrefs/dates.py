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


@dataclass(frozen=True, slots=True)
class _Atom:
    """
    One end of a date: a day, month, season, year, decade or century.
    """

    year: str
    month: str | None
    day: str | None
    qualifier: str
    earliest: dt.date
    latest: dt.date

    @property
    def words(self) -> list[str]:
        """
        Day, month and year as words, from the smallest unit to the largest.
        """
        year = self.year
        if year.endswith("XX"):
            year = f"{year[:2]}00s (century)"
        elif year.endswith("X"):
            year = f"{year[:3]}0s"
        else:
            year = year.lstrip("0")
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


def _atom(text: str) -> _Atom:
    match = _ATOM.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text}" is not a date; write for example {_FORMS}')
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
        raise ValueError(f'"{text}": {error}') from None
    return _Atom(year, month, day, qualifier, *bounds)


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
        ValueError: The text is not a date, or its end lies before its start.
    """

    edtf: str
    #: First and last day that the date may mean. Qualifiers do not widen it;
    #: an open or unknown end reaches to `datetime.date.min` or `.max`.
    earliest: dt.date = field(init=False, repr=False, compare=False)
    latest: dt.date = field(init=False, repr=False, compare=False)
    _ends: tuple[_Atom | str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """
        Read the text.
        """
        parts = self.edtf.split("/")
        if len(parts) > 2:
            raise ValueError(f'"{self.edtf}" has more than one "/"')
        if len(parts) == 2 and set(parts) <= {"", ".."}:
            raise ValueError(f'"{self.edtf}" has neither a start nor an end')
        ends = tuple(
            part if len(parts) == 2 and part in ("", "..") else _atom(part) for part in parts
        )
        start, end = ends[0], ends[-1]
        earliest = dt.date.min if isinstance(start, str) else start.earliest
        latest = dt.date.max if isinstance(end, str) else end.latest
        if latest < earliest:
            raise ValueError(f'"{self.edtf}" ends before it starts')
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)
        object.__setattr__(self, "_ends", ends)

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
    def is_certain(self) -> bool:
        """
        Whether no part is approximate, uncertain, unspecified or open.
        """
        return not re.search(r"[?~%X]|\.\.|^/|/$", self.edtf)

    @property
    def words(self) -> str:
        """
        The date as one reads it: "c. 1995", "30–31 August 1956", "1990s".
        """
        if len(self._ends) == 1:
            return str(self._ends[0])
        start, end = self._ends
        if isinstance(start, str):
            return f"until {end}" if start else f"until {end} (start unknown)"
        if isinstance(end, str):
            return f"from {start}" if end else f"from {start} (end unknown)"
        if start.qualifier or end.qualifier:
            return f"{start} – {end}"
        first, last = start.words, end.words
        # Say once what both ends share: "30–31 August 1956", "June–July 1956".
        while len(first) > 1 and len(last) > 1 and first[-1] == last[-1]:
            first, last = first[:-1], last[:-1]
        shared = end.words[len(last) :]
        dash = "–" if len(first) == len(last) == 1 else " – "
        return " ".join([f"{' '.join(first)}{dash}{' '.join(last)}", *shared])

    def overlaps(self, other: "Date") -> bool:
        """
        Whether both may fall on one day.
        """
        return self.earliest <= other.latest and other.earliest <= self.latest

    def surely_before(self, other: "Date") -> bool:
        """
        Whether the last day of this date lies before the first of the other.
        """
        return self.latest < other.earliest
