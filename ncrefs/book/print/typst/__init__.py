"""
The builder `pdf`: the book for print, from the same trees as the pages.

Typeset by Typst, which a wheel brings along with Latin fonts; Korean fonts come from
another. No TeX, no network, no font of the system, no clock.
"""

import json
import shutil
import unicodedata
from collections.abc import Set
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book import palette
from ncrefs.book.print import fonts
from ncrefs.book.print.index import lines, targets
from ncrefs.book.print.plan import load, no_garbage_collection, plan
from ncrefs.book.print.typst import front, index, placing
from ncrefs.book.print.typst.links import Piece, Places
from ncrefs.book.print.typst.markup import call, literal, markup
from ncrefs.book.print.typst.typesetting import pack, typeset
from ncrefs.book.print.typst.writer import Heading, TypstTranslator
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog
from ncrefs.files import SOURCES_LIMIT, read_text

_LOGGER = logging.getLogger(__name__)
_TEMPLATE = Path(__file__).with_name("book.typ")


class PdfBuilder(Builder):
    """
    Writes `ncrefs.pdf`, and beside it the Typst source that it was set from.
    """

    name = "pdf"
    format = "pdf"
    epilog = "The book is %(outdir)s/ncrefs.pdf."
    supported_image_types = ["image/svg+xml", "image/png", "image/jpeg"]  # noqa: RUF012  (Sphinx's own)
    supported_linkcode = "text"
    default_translator_class = TypstTranslator
    is_one_file = True

    def init(self) -> None:
        """
        Fail at once if the typesetter or a font is missing.
        """
        fonts.book_fonts()

    def get_outdated_docs(self) -> list[str]:
        """
        None by themselves: the ledger says whether the book is written, and then whole.
        """
        return []

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """
        A document is named by itself; see `key_of`.
        """
        return docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """
        The same from everywhere.
        """
        return self.get_target_uri(to, typ)

    def load(self, docname: str) -> nodes.document:
        """
        The tree of a document, made fit for print.
        """
        return load(self, docname)

    def write_documents(self, docnames: Set[str]) -> None:
        """
        Write the book's Typst source and typeset it.
        """
        out = Path(self.outdir)
        (out / "images").mkdir(parents=True, exist_ok=True)
        with no_garbage_collection():
            source, writer = self._source()
        replacements = self._replacements({*source, *writer.characters}, writer.characters)
        source = source.translate(replacements)
        for uri, name in self.images.items():
            shutil.copyfile(Path(self.srcdir) / uri, out / "images" / name)
            if name.endswith(".svg"):
                _make_printable(out / "images" / name, replacements)
        shutil.copyfile(_TEMPLATE, out / _TEMPLATE.name)
        (out / "palette.typ").write_text(_palette(), encoding="utf-8")
        main = out / "ncrefs.typ"
        main.write_text(source, encoding="utf-8")
        self._typeset(main, [heading.translate(replacements) for heading in writer.contents])

    def _source(self) -> tuple[str, TypstTranslator]:
        order = plan(self)
        places = Places(frozenset(self.config.pdf_leave_out))
        writer = TypstTranslator(
            new_document(self.config.root_doc), self, places, [*order.chapters(), *places.left_out]
        )
        part_end, book_end = (
            f"\n{call('spot', literal(key))}\n" for key in (placing.PART_END, placing.BOOK_END)
        )
        pieces: list[str | Piece] = []
        for docname in order.front:
            pieces += writer.write(docname, 1)
        for part in order.parts:
            if part.caption:
                pieces += [part_end, *self._heading(writer, "part", part.caption)]
            for docname in part.chapters:
                pieces += writer.write(docname, 2 if part.caption else 1)
        pieces.append(part_end)
        for docname in order.back:
            pieces += writer.write(docname, 1)
        found = lines(writer.index)
        wanted = targets(found)
        places.wanted |= wanted
        places.listed |= wanted
        pieces.append("\n#wide[\n")
        pieces += self._heading(writer, "chapter", "Index of names and subjects")
        pieces += [index.source(found, places.known), book_end, "]\n"]
        return front.source(self.config, writer.contents) + places.settle(pieces), writer

    @staticmethod
    def _heading(writer: TypstTranslator, kind: str, title: str) -> list[str]:
        """
        A heading that no document has.
        """
        key = f"{kind}: {title}"
        writer.contents.append(Heading(kind, title, key))
        heading = call("heading", level="1", supplement=f"[{kind}]")
        return [f"\n{heading}[{call('spot', literal(key))}{markup(title)}]\n"]

    def _replacements(self, characters: set[str], places: dict[str, str]) -> dict[int, str]:
        """
        What stands for the characters that no font has; each is named, with the line of the
        record that has it, or where it is printed first.
        """
        missing = fonts.uncovered(characters)
        catalog = catalog_of(self.config)
        for character in missing:
            printed = places.get(character, self.config.root_doc)
            _LOGGER.warning(
                "no font of the PDF has %s",
                fonts.described(character),
                location=_written(character, catalog) or printed,
                type="pdf",
            )
        return {ord(character): fonts.REPLACEMENT for character in missing}

    def _typeset(self, main: Path, headings: list[Heading]) -> None:
        def place(found: Any) -> str:
            places = placing.placed(found)
            heads = placing.heads(places, headings)
            return json.dumps({"places": places, "heads": heads}, ensure_ascii=False)

        for warning in typeset(main, place):
            _LOGGER.warning("Typst: %s", warning, type="pdf")
        pdf = main.with_suffix(".pdf")
        pages = pack(pdf)
        _LOGGER.info("typeset: %d pages, %.1f MB", pages, pdf.stat().st_size / 1e6)


def _written(character: str, catalog: Catalog) -> str:
    """
    The file and line of the records or sources that has a character, "" if none does.
    """
    paths = [origin.path for origin in catalog.origins.values()]
    for path in [*paths, catalog.root / "sources.bib"]:
        text = read_text(path, SOURCES_LIMIT).text
        if character in text:
            return f"{path}:{text.count(chr(10), 0, text.index(character)) + 1}"
    return ""


def _make_printable(drawing: Path, replacements: dict[int, str]) -> None:
    """
    Leave the typesetter no letter in a drawing that it refuses there: one without a font, or
    a mark over a letter with which it makes no character of its own.
    """
    before = drawing.read_bytes().decode("utf-8", "surrogateescape")
    after = "".join(c for c in before if not unicodedata.combining(c)).translate(replacements)
    if after != before:
        drawing.write_bytes(after.encode("utf-8", "surrogateescape"))


def _palette() -> str:
    """
    The colours of the book on paper, and those of the words of its scales.
    """
    colours = palette.variables("light")
    named = ", ".join(f'"{name}": rgb("{value}")' for name, value in colours.items())
    words = {end.partition("-")[2]: name for end, name in palette.tones().items()}
    tones = ", ".join(f'"{word}": colours.at("{name}")' for word, name in words.items())
    return f"#let colours = ({named})\n#let tones = ({tones})\n"


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register the builder and its settings.
    """
    app.add_builder(PdfBuilder)
    app.add_config_value("pdf_title", "", "", str)
    app.add_config_value(
        "pdf_subtitle", "A reference book of cited, dated and graded records", "", str
    )
    app.add_config_value(
        "pdf_keywords", ["North Korea", "DPRK", "coup d'état", "history"], "", list
    )
    app.add_config_value("pdf_leave_out", ["names", "compare", "using/api"], "", list)
    app.add_config_value("pdf_back_matter", ["glossary", "bibliography"], "", list)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
