"""
The thin page of each record, and of each letter of the sources: a title and one directive.

Pages are written into the source folder, only when their text differs, since
Sphinx goes by a file's time; pages of records that are gone are removed.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from ncrefs.book.addresses import FOLDER, PAGED, address, chapter, letter_page, names_page
from ncrefs.book.content import sources, spellings
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS


def write_pages(app: Sphinx) -> None:
    """
    Bring the generated folder in line with the catalog.
    """
    srcdir = Path(app.srcdir)
    wanted = {srcdir / f"{docname}.md": text for docname, text in pages(catalog_of(app.config))}
    for path in sorted((srcdir / FOLDER).rglob("*.md")):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


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


def remove_outputs(app: Sphinx, exception: Exception | None) -> None:
    """
    Remove the pages, in the output, of documents that no longer exist.
    """
    suffix = getattr(app.builder, "out_suffix", None)
    if exception is not None or suffix != ".html":
        return
    folder = Path(app.outdir) / FOLDER
    for path in sorted(folder.rglob("*.html")):
        docname = path.relative_to(app.outdir).with_suffix("").as_posix()
        if docname not in app.env.found_docs:
            path.unlink()
