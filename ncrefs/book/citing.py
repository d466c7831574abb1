"""
How a source is named in the text, and how it is given in full.
"""

from functools import cache
from urllib.parse import urlsplit

from docutils import nodes

from ncrefs import labels, markup, relations
from ncrefs.book.language import spoken
from ncrefs.catalog import Catalog
from ncrefs.model import Source
from ncrefs.vocabulary import TIERS


@cache
def cited(id_: str, catalog: Catalog) -> tuple[str, ...]:
    """
    Keys of all sources that a record cites, the best kind of witness first.
    """
    entity = catalog.records[id_]
    keys = [citation.key for citation in relations.citations(entity)]
    keys += [r.target for r in relations.references(entity) if r.target in catalog.sources]
    for _, value in relations.prose_fields(entity):
        keys += [mention.target for mention in markup.mentions(value) if mention.kind == "cite"]
    names = labels.labels(catalog)
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
    return f"{_opening(source)} {source.full_title}"


def reference(source: Source) -> list[nodes.Node]:
    """
    A source in full: authors, date, title, where it appeared, address, note.
    """
    parts: list[nodes.Node] = [
        nodes.Text(f"{_opening(source)} "),
        nodes.emphasis("", "", _title(source)),
    ]
    if source.translation:
        parts.append(nodes.Text(f" [{source.translation}]"))
    where = _where(source)
    parts.append(nodes.Text(f". {where}." if where else "."))
    for text, uri in _links(source):
        link = nodes.reference("", text, refuri=uri, internal=False) if uri else nodes.Text(text)
        parts += [nodes.Text(" "), link]
        parts.append(nodes.Text("."))
    if source.isbn:
        parts.append(nodes.Text(f" ISBN {source.isbn}."))
    if source.note:
        parts.append(nodes.Text(f" {source.note.rstrip('.')}."))
    return parts


def _title(source: Source) -> nodes.Node:
    if source.language and source.translation:
        return spoken(source.title, source.language)
    return nodes.Text(source.title)


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
    """
    What a link to a source says and where it leads; "" if that is no address of a page.
    """
    if source.doi:
        uri = f"https://doi.org/{source.doi}"
        return [(f"doi:{source.doi}", uri)]
    address = urlsplit(source.url or "")
    if source.url and address.scheme in ("http", "https") and address.netloc:
        return [(address.netloc.removeprefix("www."), source.url)]
    return [(source.url, "")] if source.url else []


def bibtex(key: str, fields: dict[str, str]) -> str:
    """
    A BibTeX entry of type `misc`.
    """
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, "}"])
