"""
How a source is named in the text, and how it is given in full.
"""

from collections import defaultdict
from functools import cache
from string import ascii_lowercase

from docutils import nodes

from ncrefs import korean, markup, relations
from ncrefs.catalog import Catalog
from ncrefs.model import Source
from ncrefs.vocabulary import TIERS

_SHORT_TITLE = 30
#: For sources whose short name begins with no Latin letter.
OTHER = "other"


@cache
def labels(catalog: Catalog) -> dict[str, str]:
    """
    The short name of every source, unlike any other: "Lankov 2005", "KBS 2010b".
    """
    by_label: dict[str, list[Source]] = defaultdict(list)
    for source in catalog.sources:
        by_label[_label(source)].append(source)
    named = {}
    for label, sources in by_label.items():
        if len(sources) == 1:
            named[sources[0].id] = label
            continue
        apart = " " if label.endswith("”") else ""
        for index, source in enumerate(sources):
            named[source.id] = f"{label}{apart}{_letters(index)}"
    return named


def _label(source: Source) -> str:
    family = [author.partition(",")[0] for author in source.authors]
    match family:
        case []:
            who = source.publisher or source.container or ""
        case [one]:
            who = one
        case [one, two]:
            who = f"{one} and {two}"
        case [one, *_]:
            who = f"{one} et al."
    if source.date:
        return f"{who or _short(source.title)} {source.date.edtf[:4]}"
    if source.authors:
        return f"{who} n.d."
    return f"{who}, “{_short(source.title)}”" if who else f"“{_short(source.title)}”"


def _short(title: str) -> str:
    bare = title.partition(" (")[0] or title
    if len(bare) <= _SHORT_TITLE:
        return bare
    cut = bare[:_SHORT_TITLE].rpartition(" ")[0] or bare[:_SHORT_TITLE]
    return cut.rstrip(",;:") + " …"


def initial(source: Source) -> str:
    """
    The letter under which the bibliography has a source, "a" to "z", or `OTHER`.
    """
    first = korean.fold(_label(source))[:1]
    return first if first.isascii() and first.isalpha() else OTHER


def _letters(index: int) -> str:
    first, second = divmod(index, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[second]


@cache
def cited(id_: str, catalog: Catalog) -> tuple[str, ...]:
    """
    Keys of all sources that a record cites, the best kind of witness first.
    """
    entity = catalog.records[id_]
    keys = [
        reference.target
        for reference in relations.references(entity)
        if reference.kinds == ("sources",)
    ]
    for _, value in relations.prose_fields(entity):
        keys += [mention.target for mention in markup.mentions(value) if mention.kind == "cite"]
    names = labels(catalog)
    tiers = {key: TIERS.index(catalog.sources[key].tier) for key in keys}
    return tuple(sorted(tiers, key=lambda key: (tiers[key], names[key].casefold())))


def anchor(key: str) -> str:
    """
    Where a record's own page gives a source in full.
    """
    return f"s-{key}"


def brief(source: Source) -> str:
    """
    A source in one line of plain text: authors, date, title.

    A citation says it when pointed at, unless its own page has the full reference.
    """
    return f"{_opening(source)} {source.title}"


def reference(source: Source) -> list[nodes.Node]:
    """
    A source in full: authors, date, title, where it appeared, address, note.
    """
    parts: list[nodes.Node] = [
        nodes.Text(f"{_opening(source)} "),
        nodes.emphasis("", source.title),
    ]
    where = _where(source)
    parts.append(nodes.Text(f". {where}." if where else "."))
    for text, uri in _links(source):
        parts += [nodes.Text(" "), nodes.reference("", text, refuri=uri, internal=False)]
        parts.append(nodes.Text("."))
    if source.isbn:
        parts.append(nodes.Text(f" ISBN {source.isbn}."))
    if source.note:
        parts.append(nodes.Text(f" {source.note.rstrip('.')}."))
    return parts


def _opening(source: Source) -> str:
    date = source.date.words if source.date else "no date"
    return f"{_who(source)} ({date}).".lstrip()


def _who(source: Source) -> str:
    return "; ".join(source.authors) or source.publisher or ""


def _where(source: Source) -> str:
    volume = source.volume or ""
    if source.number:
        volume += f"({source.number})" if volume else f"no. {source.number}"
    container = f"{source.container or ''} {volume}".strip()
    pages = f"pp. {source.pages.replace('--', '–')}" if source.pages else ""
    publisher = source.publisher if source.publisher not in (_who(source), source.container) else ""
    return ", ".join(part for part in (container, pages, publisher) if part)


def _links(source: Source) -> list[tuple[str, str]]:
    if source.doi:
        uri = f"https://doi.org/{source.doi}"
        return [(f"doi:{source.doi}", uri)]
    if source.url:
        host = source.url.split("/")[2] if "://" in source.url else source.url
        return [(host.removeprefix("www."), source.url)]
    return []


def bibtex(key: str, fields: dict[str, str]) -> str:
    """
    A BibTeX entry of type `misc`.
    """
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])
