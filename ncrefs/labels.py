"""
The short names of sources: "Lankov 2005", "KBS 2010b".
"""

import re
from collections import defaultdict
from functools import cache
from string import ascii_lowercase

from ncrefs import korean
from ncrefs.catalog import Catalog
from ncrefs.folding import is_latin
from ncrefs.model import Source

_SHORT_TITLE = 30
_SINGLE = str.maketrans("“”", "‘’")
#: A quotation mark that opens: at the beginning, or behind a space, a bracket or a dash.
_OPENS = re.compile(r'(?<![^\s([{–—])"')
#: The letter of sources whose short name begins with no Latin one.
OTHER = "other"


@cache
def labels(catalog: Catalog) -> dict[str, str]:
    """
    The short name of every source by its key; those alike get letters: "Lee 2024a".
    """
    by_label: dict[str, list[Source]] = defaultdict(list)
    for source in catalog.sources:
        by_label[label(source)].append(source)
    named = {}
    for shared, sources in by_label.items():
        if len(sources) == 1:
            named[sources[0].id] = shared
            continue
        apart = " " if shared.endswith("”") else ""
        for index, source in enumerate(sources):
            named[source.id] = f"{shared}{apart}{letters(index)}"
    return named


def label(source: Source) -> str:
    """
    What a source is called by itself: authors, or who published it, and the year.

    Authors whose names stand in letters that few of the readers know give way to the publisher.
    """
    family = [author.partition(",")[0] for author in source.authors]
    houses = [name for name in (source.publisher, source.container) if name]
    latin = next(filter(is_latin, houses), "")
    if latin and not all(map(is_latin, family)):
        family = []
    match family:
        case []:
            who = latin or "".join(houses[:1])
        case [one]:
            who = one
        case [one, two]:
            who = f"{one} and {two}"
        case [one, *_]:
            who = f"{one} et al."
    title = _short(source.translation or source.title)
    if source.date:
        return f"{who or title} {source.date.year_words}"
    if family:
        return f"{who} n.d."
    return f"{who}, {quoted(title)}" if who else quoted(title)


def _short(title: str) -> str:
    bare = title.partition(" (")[0] or title
    if len(bare) <= _SHORT_TITLE:
        return bare
    cut = bare[:_SHORT_TITLE].rpartition(" ")[0] or bare[:_SHORT_TITLE]
    return cut.rstrip(",;:") + " …"


def quoted(title: str) -> str:
    """
    A title in quotation marks: its own become single, and what was cut within them ends with one.
    """
    inner = curled(title)
    closed = inner + "”" * (inner.count("“") - inner.count("”"))
    return f"“{closed.translate(_SINGLE)}”"


def curled(text: str) -> str:
    """
    A text with quotation marks that open and close, where the typewriter's stand.

    >>> curled('A "party centre"')
    'A “party centre”'
    """
    return _OPENS.sub("“", text).replace('"', "”")


def letters(index: int) -> str:
    """
    A place among sources that are called alike, in letters as columns of a sheet have them.

    >>> letters(0), letters(25), letters(26), letters(702)
    ('a', 'z', 'aa', 'aaa')
    """
    found = ""
    index += 1
    while index:
        index, place = divmod(index - 1, len(ascii_lowercase))
        found = ascii_lowercase[place] + found
    return found


def initial(source: Source) -> str:
    """
    The letter under which the bibliography has a source, "a" to "z", or `OTHER`.
    """
    first = korean.fold(label(source))[:1]
    return first if first.isascii() and first.isalpha() else OTHER
