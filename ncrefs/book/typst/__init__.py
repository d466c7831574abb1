"""
The builder `pdf`: the book for print, from the same trees as the pages.

Typeset by Typst, which a wheel brings along with Latin fonts; Korean fonts come from
another. No TeX, no network, no font of the system, no clock.
"""

import shutil
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.utils import new_document
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.errors import SphinxError
from sphinx.util import logging
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book.typst import fonts, index
from ncrefs.book.typst.assemble import Book, assemble
from ncrefs.book.typst.markup import array, call, literal, markup
from ncrefs.book.typst.writer import TypstTranslator, key_of

_LOGGER = logging.getLogger(__name__)
_TEMPLATE = Path(__file__).with_name("book.typ")
#: Where the index of the book is found: a place like any other.
_LICENCES = (
    "Records and prose may be shared and changed under the licence Creative Commons Attribution 4.0 "
    "(CC BY 4.0, creativecommons.org/licenses/by/4.0); the software is under the MIT licence."
)
_HOW_TO_READ = (
    "A small number after an arrow is the page of the entry that the words before it lead to. Short names in "
    "brackets, such as (Lankov 2005), are sources: the bibliography gives them in full, with the pages that "
    "cite them. A word in a frame is a grade of evidence or a verdict."
)
_MADE_WITH = (
    "Set in Libertinus Serif, Noto Serif KR and SC, and DejaVu Sans Mono, by Typst, from the trees that Sphinx "
    "makes of the records."
)


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

    def init(self) -> None:
        """
        Fail at once if the typesetter or a font is missing.
        """
        fonts.book_fonts()

    def get_outdated_docs(self) -> str:
        """
        The book is one document: it is always written whole.
        """
        return "the whole book"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """
        A document is named by itself; see `key_of`.
        """
        del typ
        return docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """
        The same from everywhere.
        """
        del from_
        return self.get_target_uri(to, typ)

    def write_documents(self, docnames: Set[str]) -> None:
        """
        Assemble the book, write its Typst source, typeset it.
        """
        del docnames
        with logging.pending_warnings():
            book = assemble(self)
            source = self._source(book)
        out = Path(self.outdir)
        (out / "images").mkdir(parents=True, exist_ok=True)
        for uri, name in self.images.items():
            shutil.copyfile(Path(self.srcdir) / uri, out / "images" / name)
        shutil.copyfile(_TEMPLATE, out / _TEMPLATE.name)
        main = out / "ncrefs.typ"
        main.write_text(source, encoding="utf-8")
        self._typeset(main)

    def _source(self, book: Book) -> str:
        files = list(book.files())
        found = index.lines(files)
        known, cited, linked = _places(files)
        translator = TypstTranslator(
            new_document(self.config.root_doc),
            self,
            known=known,
            wanted=(linked | index.targets(found)) & known,
            counted=(cited | index.targets(found)) & known,
            dropped=self._missing(files, found),
        )
        parts = [self._front()]
        parts += [translator.write(file, 1) for file in book.front]
        for part in book.parts:
            level = 1
            if part.caption:
                level = 2
                heading = call("heading", level="1", supplement="[part]")
                parts.append(f"\n#part-end()\n{heading}[{markup(part.caption)}]\n")
            parts += [translator.write(file, level) for file in part.chapters]
        parts.append("\n#part-end()\n")
        parts += [translator.write(file, 1) for file in book.back]
        parts.append("\n" + call("heading", level="1", supplement="[chapter]") + "[Index of names and subjects]\n")
        parts.append(index.source(found, known))
        return "".join(parts)

    def _front(self) -> str:
        config = self.config
        title = config.pdf_title or config.html_title or config.project
        imprint = [
            title,
            f"{config.project} {config.release}",
            f"© {config.author}",
            _LICENCES,
            _HOW_TO_READ,
            _MADE_WITH,
        ]
        lines = "\n\n".join(markup(line) for line in imprint)
        settings = {
            "title": literal(title),
            "subtitle": literal(config.pdf_subtitle),
            "author": literal(config.author),
            "description": literal(config.pdf_subtitle),
            "keywords": array(map(literal, config.pdf_keywords)),
            "language": literal(config.language or "en"),
        }
        page = call("title-page", *(literal(value) for value in (title, config.pdf_subtitle, config.author, config.release)))
        return (
            f'#import "{_TEMPLATE.name}": *\n#show: {call("book.with", **settings)[1:]}\n'
            f"{page}\n#imprint[\n{lines}\n]\n#contents[Contents]\n"
        )

    def _missing(self, files: list[addnodes.start_of_file], found: list[index.Line]) -> list[str]:
        """
        Name the characters that no font has, each with the place of the first.
        """
        first: dict[str, nodes.Element | str] = {}
        for file in files:
            for text in file.findall(nodes.Text):
                first |= dict.fromkeys(set(str(text)) - first.keys(), text.parent)
        for line in found:
            where = line.keys[0].partition("#")[0]
            first |= dict.fromkeys(set(line.text) - first.keys(), where)
        missing = fonts.uncovered(first)
        for character in missing:
            _LOGGER.warning(
                "no font of the PDF has %s",
                fonts.described(character),
                location=first[character],
                type="pdf",
            )
        return missing

    def _typeset(self, main: Path) -> None:
        import typst  # noqa: PLC0415  (pages are built without it)

        compiler = typst.Compiler(
            input=main, root=main.parent, font_paths=fonts.book_fonts(), ignore_system_fonts=True
        )
        try:
            pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            raise SphinxError(f"Typst cannot set the book:\n{error.diagnostic}") from error
        for warning in warnings:
            _LOGGER.warning("Typst: %s", warning.diagnostic, type="pdf")
        assert isinstance(pdf, bytes)
        main.with_suffix(".pdf").write_bytes(pdf)


def _places(files: list[addnodes.start_of_file]) -> tuple[set[str], set[str], set[str]]:
    """
    Keys of all places in the book; of those that citations lead to; of all that links lead to.
    """
    known, cited, linked = set(), set(), set()
    for docname, element in _elements(files):
        if isinstance(element, addnodes.start_of_file):
            known.add(docname)
        known.update(f"{docname}#{id_}" for id_ in element["ids"])
        if isinstance(element, nodes.reference):
            key = key_of(element, docname)
            if key is not None:
                linked.add(key)
                if "nc-cite" in element["classes"]:
                    cited.add(key)
    return known, cited, linked


def _elements(children: Any, docname: str = "") -> Iterator[tuple[str, nodes.Element]]:
    for child in children:
        if isinstance(child, nodes.Element):
            inner = child["docname"] if isinstance(child, addnodes.start_of_file) else docname
            yield inner, child
            yield from _elements(child.children, inner)


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register the builder and its settings.
    """
    app.add_builder(PdfBuilder)
    app.add_config_value("pdf_title", "", "", str)
    app.add_config_value("pdf_subtitle", "A reference book of cited, dated and graded records", "", str)
    app.add_config_value("pdf_keywords", ["North Korea", "DPRK", "coup d'état", "history"], "", list)
    app.add_config_value("pdf_leave_out", ["names", "using/api"], "", list)
    app.add_config_value("pdf_back_matter", ["glossary", "bibliography"], "", list)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
