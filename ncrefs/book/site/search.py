"""
The search: one index of records, questions and chapters, which a browser loads on first use.

Sphinx's own index ranks equal pages by the alphabet, knows no fields, and has each page
fetched for its excerpt. Here names, summaries and the words of texts are fields with
weights, ranked by BM25 in MiniSearch (`static/minisearch-*.js`, as published on npm: a
well-kept library of one file without needs of its own, which runs as a classic script and
so from the disk, where browsers refuse the modules and WebAssembly of others, such as
Pagefind). The index is a script too, not JSON, as a page opened from the disk may load
scripts but fetch nothing.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs import markup, relations
from ncrefs.book.addresses import address, chapter, has_page, is_generated, joined, letter_page
from ncrefs.book.content import sources
from ncrefs.book.site import BUILDERS
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.site.passages import opening, passages
from ncrefs.book.site.words import language, terms
from ncrefs.book.store import catalog_of
from ncrefs.book.typography import typeset
from ncrefs.book.undocumented import leave_search_to_us
from ncrefs.catalog import Catalog
from ncrefs.docstrings import docstring
from ncrefs.finding import unseen
from ncrefs.kinds import KINDS, kind_of
from ncrefs.model import Actor, Claim, Entity, Event, Fate, Holder, Organization, Post

#: In the book's root; `search.js` knows it and has the function that it calls.
INDEX = "search-index.js"
#: What Sphinx copies for a search of its own.
_UNUSED = ("searchtools.js", "language_data.js")
#: A word in more than this share of all texts tells nothing apart.
_COMMON = 0.25
#: The digits in which the places of a word are written.
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    What a search can lead to.
    """

    kind: str  #: in words
    docname: str
    anchor: str = ""
    title: str
    when: str = ""
    grade: str = ""
    summary: str = ""
    other: tuple[str, ...] = ()  #: other spellings, or keywords
    ties: int = 0  #: with how many records it is connected
    text: str  #: only its words are kept

    def address(self, uri: Callable[[str], str]) -> str:
        """
        Where it leads.
        """
        return joined(uri(self.docname), self.anchor)


def index(
    catalog: Catalog,
    chapters: Iterable[tuple[str, str]],
    uri: Callable[[str], str],
    there: Callable[[str], bool] = lambda _: True,
) -> dict[str, Any]:
    """
    What the browser needs: everything that can be found, and in which of it each word stands.

    Args:
        catalog: The records.
        chapters: Names and Markdown of the documents written by hand.
        uri: The address of a document.
        there: Whether the book has a document that shows records.
    """
    records = (_record(entity, catalog) for entity in catalog.records)
    found = [
        *(item for item in records if there(item.docname)),
        *(passage for docname, source in chapters for passage in _chapter(docname, source)),
        *(item for item in (*_kinds(), *_letters(catalog)) if there(item.docname)),
    ]
    places: dict[str, list[int]] = {}
    for place, item in enumerate(found):
        for word in set(terms(item.text)):
            places.setdefault(word, []).append(place)
    common = _COMMON * len(found)
    return {
        "found": [_row(item, uri) for item in found],
        "words": {w: gaps(at) for w, at in sorted(places.items()) if len(at) < common},
        **{name: language()[name] for name in ("nothing", "asks", "subject", "same")},
    }


def _row(found: Found, uri: Callable[[str], str]) -> list[Any]:
    """
    What the browser is told of what can be found, as it is shown.
    """
    title, when, summary = map(typeset, (found.title, found.when, found.summary))
    place = found.address(uri)
    return [found.kind, place, title, when, found.grade, summary, found.ties, *found.other]


def gaps(places: Iterable[int]) -> str:
    """
    Numbers as the distances between them, in digits of base 31; all but the last digit of
    a distance are raised by 31.
    """
    written = []
    last = -1
    for place in places:
        gap = place - last - 1
        last = place
        digits = _DIGITS[gap % 31]
        while gap := gap // 31:
            digits = _DIGITS[31 + gap % 31] + digits
        written.append(digits)
    return "".join(written)


def _record(entity: Entity, catalog: Catalog) -> Found:
    docname, anchor = address(entity)
    claim = isinstance(entity, Claim)
    spellings = catalog.spellings(entity)
    title = (
        f"Claim {entity.number}: {entity.statement}" if isinstance(entity, Claim) else entity.name
    )
    return Found(
        kind=kind_of(entity).singular,
        docname=docname,
        anchor=anchor,
        title=title,
        when=entity.when.words if isinstance(entity, Event) else "",
        grade=getattr(entity, "grade", None) or "",
        summary="" if claim else entity.summary,
        other=() if claim else tuple(spellings[1:]),
        ties=len(catalog.related(entity)) + len(catalog.mentioned_in(entity.id)),
        text=" ".join(_texts(entity, catalog)),
    )


def _texts(entity: Entity, catalog: Catalog) -> Iterator[str]:
    """
    What a record says: its prose, the posts and parts that people had, and what else leads to it.
    """
    yield from unseen(entity)
    for _, text in relations.prose_fields(entity):
        yield markup.plain(text)
    for _, item in relations.items(entity, Actor, Fate, Holder, Post):
        for name in ("title", "office", "name", "role", "what"):
            yield getattr(item, name, None) or ""
        other = catalog.records.get(getattr(item, "of", None) or getattr(item, "who", None) or "")
        yield other.name if other else ""
    if isinstance(entity, Organization):
        yield from (former.name for former in entity.former_names)
    for name in ("form", "category", "theme", "what", "publisher", "country", "pretext"):
        yield getattr(entity, name, None) or ""


def _chapter(docname: str, source: str) -> Iterator[Found]:
    for passage in passages(source):
        yield Found(
            kind="passage" if passage.anchor else "chapter",
            docname=docname,
            anchor=passage.anchor,
            title=passage.heading,
            # Of a passage, the chapter that it is from.
            when=passage.chapter if passage.anchor else "",
            summary=passage.opening,
            other=tuple(word.strip() for word in passage.keywords.split(",") if word),
            text=passage.text,
        )


def _kinds() -> Iterator[Found]:
    """
    The pages that list the records of a kind.
    """
    for kind in KINDS.values():
        if not kind.entries_on:
            text = docstring(kind.cls)
            yield Found(
                kind="chapter",
                docname=chapter(kind),
                title=kind.chapter,
                summary=opening(text),
                text=text,
            )


def _letters(catalog: Catalog) -> Iterator[Found]:
    """
    The pages of the bibliography, by the names and titles on them.
    """
    for letter, works in sources.by_letter(catalog).items():
        yield Found(
            kind="sources",
            docname=letter_page(letter),
            title=sources.title(letter),
            text=" ".join(f"{' '.join(source.authors)} {source.full_title}" for source in works),
        )


# In a build.


def prepare(app: Sphinx) -> None:
    """
    Keep Sphinx from making an index that nothing uses: `builder-inited`.
    """
    if app.builder.name in BUILDERS:
        leave_search_to_us(app.builder)


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """
    The page for searches, which Sphinx makes only with its own index: `html-collect-pages`.
    """
    if app.builder.name in BUILDERS:
        yield "search", {}, "search.html"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """
    Write the index: `build-finished`.
    """
    if not is_due(app, exception):
        return
    env = app.env
    by_hand = sorted(name for name in env.found_docs if not is_generated(name))
    chapters = [(docname, _source(env, docname)) for docname in by_hand]
    uri = app.builder.get_target_uri
    made = index(catalog_of(app.config), chapters, uri, lambda docname: has_page(env, docname))
    put(app, {INDEX: script(made)})


def remove_unused(app: Sphinx, exception: Exception | None) -> None:
    """
    Take away what Sphinx copies for its own search, in every build: `build-finished`.
    """
    if exception is None and app.builder.name in BUILDERS:
        for name in _UNUSED:
            (Path(app.outdir) / "_static" / name).unlink(missing_ok=True)


def _source(env: BuildEnvironment, docname: str) -> str:
    """
    The Markdown of a chapter; of one in another language, its title.
    """
    path = Path(env.doc2path(docname))
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    return f"# {env.titles[docname].astext()}"


def script(made: dict[str, Any]) -> str:
    """
    The index as the script that a page loads.
    """
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return f"ncSearchIndex({text});\n"
