"""
The thin page of each record, and of each letter of the sources: a title and one directive.

Pages are written into the source folder; `generated` knows which files there are ours.
"""

import re
from collections.abc import Iterator

from sphinx.application import Sphinx

from ncrefs.book import generated
from ncrefs.book.addresses import PAGED, address, chapter, letter_page, names_page
from ncrefs.book.content import sources, spellings
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS


def write_pages(app: Sphinx) -> None:
    """
    Bring the generated folder in line with the catalog: `builder-inited`.
    """

    def texts() -> dict[str, str]:
        return {f"{docname}.md": text for docname, text in pages(catalog_of(app.config))}

    generated.bring(app, ".md", texts)


def pages(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """
    The generated documents: name and text.
    """
    for name in PAGED:
        kind, collection = KINDS[name], catalog.records.kind(name)
        entries = "\n".join(entity.id for entity in collection)
        toctree = f"```{{toctree}}\n:hidden:\n\n{entries}\n```\n" if entries else ""
        yield chapter(kind), f"# {kind.chapter}\n\n```{{nc:chapter}} {name}\n```\n\n{toctree}"
        for entity in collection:
            docname, _ = address(entity)
            yield docname, f"# {escaped(entity.name)}\n\n```{{nc:record}} {entity.id}\n```\n"
    for letter in spellings.by_letter(catalog):
        title = spellings.title(letter)
        yield names_page(letter), f"# {escaped(title)}\n\n```{{nc:spellings}} {letter}\n```\n"
    for letter in sources.by_letter(catalog):
        title = sources.title(letter)
        yield letter_page(letter), f"# {escaped(title)}\n\n```{{nc:sources}} {letter}\n```\n"


def escaped(text: str) -> str:
    r"""
    Plain text as MyST that says just this: a name is data, not markup.

    >>> escaped("Unit 39 #")
    'Unit 39 \\#'
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
