"""
Where the first round of typesetting put everything, as the second needs it.

All that depends on pages - links, their numbers, the heads of pages, the index - is
looked up in one file that stands beside the source. So the typesetter never asks itself
where something is, which would make it set every paragraph again and keep each round.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ncrefs.book.print.typst.writer import Heading

#: Keys of the marks at the ends of parts and of the book.
PART_END, BOOK_END = "part end", "book end"


class Place(NamedTuple):
    """
    A line on a page, in whole points from its upper edge.
    """

    page: int
    y: int


Placed = dict[str, list[Place]]


def placed(found: Iterable[tuple[str, int, float]]) -> Placed:
    """
    The places of all marks by their keys, in the order of the book.
    """
    places: Placed = {}
    for key, page, y in found:
        places.setdefault(key, []).append(Place(page, round(y)))
    return places


def heads(places: Placed, headings: Sequence[Heading]) -> list[dict[str, str]]:
    """
    What the head of each page says: its chapter, and an entry as in a dictionary.

    A left page names the entry that it starts with, a right page the one that it ends
    with. A page on which a part or chapter opens says only that.
    """
    if BOOK_END not in places:
        return []
    opened = [
        (places[heading.key][0].page, heading) for heading in headings if heading.key in places
    ]
    chapters = [(page, h) for page, h in opened if h.kind in ("part", "chapter")]
    entries = [(page, h) for page, h in opened if h.kind in ("chapter", "entry")]
    # A mark that had no room left stands alone on the next page, at its very edge.
    ends = {place.page if place.y else place.page - 1 for place in places.get(PART_END, [])}
    parts = {page for page, heading in chapters if heading.kind == "part"}
    last = places[BOOK_END][-1].page
    return [
        {}
        if page not in parts and page - 1 in ends and page + 1 in parts  # left blank
        else _head(page, chapters, entries)
        for page in range(1, last + 1)
    ]


def _head(
    page: int, chapters: list[tuple[int, Heading]], entries: list[tuple[int, Heading]]
) -> dict[str, str]:
    chapter = _last(chapters, page)
    if chapter is None:
        return {}
    opens, heading = chapter
    if opens == page or heading.kind == "part":
        return {"opens": heading.kind}
    entry = _last(entries, page if page % 2 else page - 1)
    named = entry is not None and entry[1].kind == "entry"
    return {"title": heading.text, "entry": entry[1].text if entry and named else ""}


def _last(opened: list[tuple[int, Heading]], page: int) -> tuple[int, Heading] | None:
    """
    The last of what opens up to a page.
    """
    index = bisect_right(opened, page, key=lambda item: item[0])
    return opened[index - 1] if index else None
