"""
Lists, tables, code and pictures as Typst source.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, cast
from unicodedata import east_asian_width

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from ncrefs.book.classes import AUDIT, BIBLIOGRAPHY, QUESTIONS
from ncrefs.book.print import columns
from ncrefs.book.print.typst import syntax
from ncrefs.book.print.typst.links import Piece, Places, mention
from ncrefs.book.print.typst.markup import array, call, literal, markup

if TYPE_CHECKING:
    from ncrefs.book.print.typst import PdfBuilder

_LOGGER = logging.getLogger(__name__)
#: What fits on the line with a source's short name, less its number and "and 99 more".
_LINE = 56
#: Lists that are set in columns.
_LONG_LISTS = frozenset({AUDIT, BIBLIOGRAPHY, QUESTIONS, "glossary"})
#: A length in points, by unit.
_LENGTHS = {"": 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346}


class BlockTranslator(SphinxTranslator):
    """
    Writes what looks alike wherever it stands.

    Args:
        document: Any document, for the settings that docutils wants.
        builder: Loads the documents, and knows where the images lie.
        places: Gathers the places and links.
    """

    def __init__(self, document: nodes.document, builder: "PdfBuilder", places: Places) -> None:
        super().__init__(document, builder)
        self.places = places
        self.columned = False  # whether the chapter's columns are open
        self._builder = builder
        self._body: list[str | Piece] = []
        self._closings: list[Any] = []  # what visits leave for departures
        self._docname = ""
        self.characters: dict[str, str] = {}  # where each stands first

    def unknown_visit(self, node: nodes.Node) -> None:
        """
        Open a node that needs no thought; warn of one that has no form in print.
        """
        name = type(node).__name__
        if name in syntax.UNPRINTED:
            raise nodes.SkipNode
        if name not in syntax.AROUND:
            _LOGGER.warning("the PDF has no form for %r", name, location=node, type="pdf")
        self._body.append(syntax.AROUND.get(name, ("", ""))[0])

    def unknown_departure(self, node: nodes.Node) -> None:
        """
        Close it.
        """
        self._body.append(syntax.AROUND.get(type(node).__name__, ("", ""))[1])

    def place_labels(self) -> None:
        """
        Put the marks that wait for a place here.
        """

    def open_columns(self) -> None:
        """
        Set what follows, up to the end of the chapter, in columns.
        """
        if not self.columned:
            self.columned = True
            self._body.append("\n#entries[\n")

    def noted(self, text: str, node: nodes.Node) -> str:
        """
        A text that is about to be printed; where its characters stand is remembered.
        """
        new = set(text) - self.characters.keys()
        if new:
            where = logging.get_node_location(node) or self._docname
            self.characters |= dict.fromkeys(new, where)
        return text

    def visit_raw(self, node: nodes.Element) -> None:
        """
        Pass on what is meant for us, and the end of a line, which MyST writes for each form.
        """
        if "typst" in node.get("format", "").split():
            self._body.append(node.astext())
        elif node.astext() == "<br />\n":
            self._body.append("#linebreak()\n")
        raise nodes.SkipNode

    # Lists.

    def visit_bullet_list(self, node: nodes.Element) -> None:
        """
        A list without numbers.
        """
        self._open(f"\n#bullets({_styles(node)}, {_tight(node)}, ", ")\n")

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        """
        A list with numbers.
        """
        self._open(f"\n#enum(start: {node.get('start', 1)}, tight: {_tight(node)}, ", ")\n")

    def visit_definition_list(self, node: nodes.Element) -> None:
        """
        Pairs: terms and definitions, labels and facts, options and what they do.
        """
        if not node.children:  # a card of which print needs no fact
            raise nodes.SkipNode
        if not _LONG_LISTS.isdisjoint(node["classes"]):
            self.open_columns()
        self._open(f"\n#pairs({_styles(node)}, ", ")\n")

    def _open(self, opening: str, closing: str) -> None:
        self._body.append(opening)
        self._closings.append(closing)

    def depart_bullet_list(self, node: nodes.Element) -> None:
        """
        Close what `_open` opened.
        """
        self._body.append(self._closings.pop())

    visit_field_list = visit_option_list = visit_definition_list
    depart_enumerated_list = depart_definition_list = depart_bullet_list
    depart_field_list = depart_option_list = depart_bullet_list

    def visit_term(self, node: nodes.Element) -> None:
        """
        The first, or another, term of a pair.
        """
        self._open("#linebreak()" if node.parent.index(node) else "", "")
        if BIBLIOGRAPHY in node.parent.parent["classes"]:
            numbers = self.places.numbers
            number = max(numbers.values(), default=0) + 1
            numbers |= {f"{self._docname}#{id_}": number for id_ in node["ids"]}
            self._body.append(call("number", str(number)))

    depart_term = depart_bullet_list

    def visit_definition(self, node: nodes.Element) -> None:
        """
        What follows the terms of a pair; another definition follows the one before.
        """
        another = isinstance(node.parent[node.parent.index(node) - 1], nodes.definition)
        self._body.append("\n\n" if another else "], [")
        if BIBLIOGRAPHY in node.parent.parent["classes"]:
            self._body.append(self._cited_on(node.parent))

    def depart_definition(self, node: nodes.Element) -> None:
        """
        The pair closes it.
        """

    def _cited_on(self, source: nodes.Element) -> str:
        """
        The pages that cite a source; as many as fit on the line of its short name.
        """
        terms = [*source.findall(nodes.term)]
        room = _LINE - sum(map(_wide, "".join(term.astext() for term in terms)))
        most = max(0, room // 8)  # "123–125, " is one; without room they get a line of their own
        keys = [mention(f"{self._docname}#{id_}") for term in terms for id_ in term["ids"]]
        return call("cited-on", str(most), *map(literal, keys)) + " "

    # Tables.

    def visit_table(self, node: nodes.Element) -> None:
        """
        A table, with columns as wide as its text wants them; none of a list without entries.
        """
        if not any(body.children for body in node.findall(nodes.tbody)):
            raise nodes.SkipNode
        shares = array(columns.widths(node))
        breakable = str(columns.has_long_cell(node)).lower()
        whole = str(columns.is_short(node)).lower()
        headless = next(node.findall(nodes.thead), None) is None
        narrow = str(self.columned).lower()
        form = f"breakable: {breakable}, whole: {whole}, narrow: {narrow}"
        opening = f"\n#tabular({_styles(node)}, {shares}, {form}, "
        self._open(opening + "(), " * headless, ")\n")

    depart_table = depart_bullet_list

    def visit_entry(self, node: nodes.Element) -> None:
        """
        A cell.
        """
        across, down = node.get("morecols", 0) + 1, node.get("morerows", 0) + 1
        plain = (across, down) == (1, 1)
        self._open("[" if plain else f"table.cell(colspan: {across}, rowspan: {down})[", "], ")

    depart_entry = depart_bullet_list

    # Code and pictures.

    def visit_literal_block(self, node: nodes.Element) -> None:
        """
        Code, with its language.
        """
        self.place_labels()
        text = literal(self.noted(node.astext(), node))
        code = call("raw", text, block="true", lang=literal(node.get("language", "")))
        self._body.append(f"\n#code[{code}]\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_image(self, node: nodes.Element) -> None:
        """
        A picture, with words for those who do not see it.
        """
        self.place_labels()
        name = self._builder.images.get(node["uri"])
        if name is None:
            _LOGGER.warning("the PDF has no image %r", node["uri"], location=node, type="pdf")
            raise nodes.SkipNode
        alt = node.get("alt") or _caption(node)
        if not alt:
            message = "the image %r says nothing to those who do not see it"
            _LOGGER.warning(message, node["uri"], location=node, type="pdf")
            alt = PurePosixPath(node["uri"]).stem
        if name.endswith(".svg"):
            drawing = Path(self._builder.srcdir) / node["uri"]
            self.noted(drawing.read_text(encoding="utf-8", errors="replace"), node)
        path = literal(f"images/{name}")
        if _opens_chapter(node):
            self._body.append(call("opening-picture", path, alt=literal(alt)))
            raise nodes.SkipNode
        block = isinstance(node.parent, nodes.section | nodes.figure | nodes.container)
        picture = call(
            "picture",
            path,
            alt=literal(alt),
            width=_width(node),
            alone=str(block).lower(),
        )
        self._body.append(picture)
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.Element) -> None:
        """
        A picture with a caption.
        """
        captioned = any(isinstance(child, nodes.caption | nodes.legend) for child in node)
        self._open("\n#plate[", "]\n" if captioned else "][]\n")

    depart_figure = depart_bullet_list

    def visit_caption(self, node: nodes.Element) -> None:
        """
        The second argument of a figure, or the title of a piece of code.
        """
        figure = isinstance(node.parent, nodes.figure)
        self._open("][" if figure else "\n#code-title[", "" if figure else "]\n")

    depart_caption = depart_bullet_list

    def visit_desc_parameterlist(self, node: nodes.Element) -> None:
        """
        The parameters of a signature.
        """
        self._body.append(f"\\({markup(', '.join(child.astext() for child in node))}\\)")
        raise nodes.SkipNode


def has_long_list(section: nodes.Element) -> bool:
    """
    Whether a section holds a list that is set in columns.
    """
    lists = (child for child in section if isinstance(child, nodes.definition_list))
    return any(not _LONG_LISTS.isdisjoint(found["classes"]) for found in lists)


def _wide(character: str) -> int:
    """
    How many letters wide a character is.
    """
    return 2 if east_asian_width(character) in "WF" else 1


def _styles(node: nodes.Element) -> str:
    return array(literal(name) for name in node["classes"])


def _tight(node: nodes.Element) -> str:
    return str(all(len(item) < 2 for item in cast("Iterable[Any]", node))).lower()


def _opens_chapter(image: nodes.Element) -> bool:
    """
    Whether a picture follows the title of a document after nothing but a few paragraphs.
    """
    section = image.parent
    if not isinstance(section, nodes.section) or not isinstance(section.parent, nodes.document):
        return False
    before = section[: section.index(image)]
    blocks = (nodes.title, nodes.paragraph, nodes.Invisible)
    full = image.get("width", "100%") == "100%"
    return full and all(isinstance(node, blocks) for node in before)


def _caption(image: nodes.Element) -> str:
    figure = image.parent
    if isinstance(figure, nodes.figure):
        return " ".join(child.astext() for child in figure if isinstance(child, nodes.caption))
    return ""


def _width(image: nodes.Element) -> str:
    """
    The width that the author asked for, in Typst's units; as it comes if none.
    """
    value = str(image.get("width", "")).replace(" ", "")
    if value.endswith("%"):
        return value
    number = value.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = value.removeprefix(number)
    return f"{float(number) * _LENGTHS[unit]:.2f}pt" if number and unit in _LENGTHS else "auto"
