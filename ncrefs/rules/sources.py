"""
Rules for sources: each can be found, is cited, and is there once.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from ncrefs import korean
from ncrefs.folding import is_latin
from ncrefs.model import Source
from ncrefs.rules.base import Breach, Context, Rule
from ncrefs.rules.time import in_time


def _cited(context: Context) -> Iterator[Breach]:
    if context.unreadable:
        return  # they may cite what nothing else cites
    for source in context.catalog.sources:
        if not context.catalog.cited_by(source.id):
            yield Breach(source.id, source.id)


def _traceable(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        found = source.authors or source.publisher or source.container or source.url
        if not (found or source.doi or source.note):
            yield Breach(source.id, source.id)


def _published(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        if source.date and not in_time(source.date, context.today):
            yield Breach(source.id, f"{source.id}.date", {"date": source.date})


def _online(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        if source.type in ("online", "www", "electronic") and not (source.url or source.doi):
            yield Breach(source.id, f"{source.id}.url", {"type": source.type})


def _translated(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        if not (source.translation or is_latin(source.title)):
            yield Breach(source.id, f"{source.id}.titleaddon")


def _foreign(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        if source.translation and not source.language:
            yield Breach(source.id, f"{source.id}.langid")


def _settled(context: Context) -> Iterator[Breach]:
    for source in context.catalog.sources:
        host = urlsplit(source.url or "").netloc
        if re.fullmatch(r"[\d.]+(?::\d+)?|.*:\d+", host):
            yield Breach(source.id, f"{source.id}.url", {"host": host})


#: What two sources share only if they are one work: its field, and what it is called.
_KEYS: dict[tuple[str, str], Callable[[Source], object]] = {
    ("doi", "DOI"): lambda source: source.doi and source.doi.casefold(),
    ("url", "address"): lambda source: source.url and source.url.partition("://")[2].rstrip("/"),
    ("title", "title, author and date"): lambda source: (
        source.authors
        and source.date
        and (korean.fold(source.title), source.authors, source.date.edtf)
    ),
}


def _works(context: Context) -> Iterator[Breach]:
    seen: dict[tuple[str, object], str] = {}
    told = set()
    for source in context.catalog.sources:
        for (field, what), key in _KEYS.items():
            found = key(source)
            other = seen.setdefault((what, found), source.id) if found else source.id
            if other != source.id and source.id not in told:
                told.add(source.id)
                values = {"what": what, "other": other}
                yield Breach(source.id, f"{source.id}.{field}", values)


RULES = (
    Rule("cited", "catalog", _cited, "no record cites this source; cite it or take it out"),
    Rule(
        "traceable",
        "catalog",
        _traceable,
        "nobody can find it; write an author, a publisher, a url, or where it is known from",
    ),
    Rule("published", "catalog", _published, "{date} is in the future or long ago; mend the year"),
    Rule("online", "catalog", _online, "@{type} has no address; add its url, or write @misc"),
    Rule(
        "translated",
        "catalog",
        _translated,
        "few can read this title; add what it means in English, in brackets",
        "advice",
    ),
    Rule(
        "foreign",
        "catalog",
        _foreign,
        "a title is translated, but from which language; add langid, or take titleaddon out",
    ),
    Rule(
        "settled",
        "catalog",
        _settled,
        "{host} is a machine's number or port, which seldom lasts; write the publisher's address",
        "advice",
    ),
    Rule(
        "works",
        "catalog",
        _works,
        "{other} has the same {what}; keep one of them, or give the part that each is",
        "advice",
    ),
)
