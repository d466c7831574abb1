"""
Dates as people write them -> as EDTF has them, to be suggested and never read.
"""

import re

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?P<name>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
#: A day, a month or a year, in the order of parts in which it may be written.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-./]\s?(?P<month>\d{{1,2}})(?:[-./]\s?(?P<day>\d{{1,2}}))?\.?",
        rf"{_YEAR}[년年](?:\s*(?P<month>\d{{1,2}})[월月](?:\s*(?P<day>\d{{1,2}})[일日])?)?",
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        _YEAR,
    )
)
_DECADE = re.compile(r"(?P<decade>\d{3})0'?s")
_ABOUT = re.compile(r"(?:c\.|c|ca\.?|circa|about|around|approx\.?|~)\s*(.+)", re.IGNORECASE)
_PERHAPS = re.compile(r"(.+?)\s*\(?\?\)?")
_BETWEEN = re.compile(r"(.+?)(?:\s*[–—]\s*|\s+(?:-|to|until)\s+|-(?=\d{4}\b))(.+)")
_OPEN = (
    (re.compile(r"(?:since|from|after)\s+(.+)", re.IGNORECASE), "{}/.."),
    (re.compile(r"(?:until|to|before)\s+(.+)", re.IGNORECASE), "../{}"),
)


def meant(text: str) -> str:
    """
    The date that was meant, "" if none is seen.

    >>> meant("1 May 1970"), meant("c. 1900"), meant("1956-1957"), meant("soon")
    ('1970-05-01', '1900~', '1956/1957', '')
    """
    text = text.strip()
    for pattern, form in _OPEN:
        if found := pattern.fullmatch(text):
            return _filled(form, _moment(found[1]))
    if found := _BETWEEN.fullmatch(text):
        return _filled("{}/{}", *map(_moment, found.groups()))
    return _moment(text)


def _filled(form: str, *moments: str) -> str:
    return form.format(*moments) if all(moments) else ""


def _moment(text: str) -> str:
    for pattern, form in ((_ABOUT, "{}~"), (_PERHAPS, "{}?")):
        if found := pattern.fullmatch(text):
            return _filled(form, _moment(found[1]))
    if found := _DECADE.fullmatch(text):
        return f"{found['decade']}X"
    found = next((f for form in _FORMS if (f := form.fullmatch(text))), None)
    if found is None:
        return ""
    parts = found.groupdict()
    name = parts.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else parts.get("month")
    numbers = (int(part) for part in (month, parts.get("day")) if part)
    return "-".join([parts["year"], *(f"{number:02}" for number in numbers)])
