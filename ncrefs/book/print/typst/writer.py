"""
The docutils trees of the book -> Typst source.

What a form looks like is decided in `book.typ`; each node becomes a call of one of its
functions, with what the node holds as markup.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util import logging

from ncrefs.book.classes import BIBLIOGRAPHY, CITE, CITES, is_badge
from ncrefs.book.print import columns, paper
from ncrefs.book.print.plan import release
from ncrefs.book.print.typst import syntax
from ncrefs.book.print.typst.blocks import BlockTranslator, has_long_list
from ncrefs.book.print.typst.links import Piece, Places, key_of
from ncrefs.book.print.typst.markup import call, literal, markup

if TYPE_CHECKING:
    from ncrefs.book.print.typst import PdfBuilder


class Heading(NamedTuple):
    """
    A line of the contents: what kind of heading, its text, its place.
    """

    kind: str
    text: str
    key: str

    def translate(self, replacements: dict[int, str]) -> "Heading":
        """
        The same with other characters.
        """
        return Heading(*(text.translate(replacements) for text in self))


class TypstTranslator(BlockTranslator):
    """
    Writes the chapters of a book.

    Args:
        document: Any document, for the settings that docutils wants.
        builder: Loads the documents, and knows where the images lie.
        places: Gathers the places and links.
        chapters: Documents that are a chapter, or not printed: never part of another.
    """

    def __init__(
        self,
        document: nodes.document,
        builder: "PdfBuilder",
        places: Places,
        chapters: Iterable[str],
    ) -> None:
        super().__init__(document, builder, places)
        self._written = set(chapters)
        self._level = self._base = 0
        self._entries: list[bool] = []  # of the sections that we are in, which are a record's
        self._waiting: list[str] = []  # keys of the next place that can bear a label
        self._paged: set[str] = set()  # targets whose page this entry has given already
        self.contents: list[Heading] = []
        self.index: list[tuple[str, list[tuple[str, ...]]]] = []  # entries by document

    def write(self, docname: str, level: int) -> list[str | Piece]:
        """
        The source of one chapter, with its title as a heading of *level*.
        """
        self._body = []
        self._base, self._level = level, level - 1
        self.columned = False
        self._write(docname)
        if self.columned:
            return ["\n#wide[\n", *self._body, "\n]\n]\n"]
        return self._body

    def _write(self, docname: str) -> None:
        outer, self._docname = self._docname, docname
        self._at(docname)
        tree = self._builder.load(docname)
        tree.walkabout(self)
        release(tree)
        self.place_labels()
        self._docname = outer

    # Places, documents, text.

    def dispatch_visit(self, node: nodes.Node) -> None:
        """
        Remember the places that a node is, then visit it.
        """
        if isinstance(node, nodes.Element) and not isinstance(node, nodes.document):
            for id_ in node["ids"]:
                self._at(f"{self._docname}#{id_}")
        super().dispatch_visit(node)

    def _at(self, key: str) -> None:
        self.places.known.add(key)
        self._waiting.append(key)

    def place_labels(self) -> None:
        """
        Put the labels that wait for a place here.
        """
        self._body += [Piece("spot", key) for key in self._waiting]
        self._waiting.clear()

    def visit_toctree(self, node: nodes.Element) -> None:
        """
        The documents of a toctree inside a chapter, in its place.
        """
        for _, docname in node["entries"]:
            if docname not in self._written and docname in self._builder.env.found_docs:
                self.open_columns()
                self._written.add(docname)
                self._write(docname)
        raise nodes.SkipNode

    def visit_index(self, node: nodes.Element) -> None:
        """
        Entries of the index at the end.
        """
        self.index.append((self._docname, node["entries"]))
        raise nodes.SkipNode

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802  (docutils' name)
        """
        Text, which can bear labels.
        """
        self.place_labels()
        if CITES in node.parent["classes"]:  # brackets come with the look of numbers
            self._body.append(", " if node == "; " else "")
            return
        self._body.append(markup(self.noted(str(node), node.parent)))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802  (docutils' name)
        """
        Nothing closes text.
        """

    # Sections and headings.

    def visit_section(self, node: nodes.Element) -> None:
        """
        A level deeper; a chapter or entry gives the pages of its links anew.
        """
        self._level += 1
        if self._level > self._base and has_long_list(node):
            self.open_columns()
        entry = paper.is_entry(node)
        if entry or len(self._entries) < 2:
            self._paged.clear()
        self._entries.append(entry)

    def depart_section(self, node: nodes.Element) -> None:
        """
        A level up.
        """
        self._level -= 1
        self._entries.pop()

    def visit_title(self, node: nodes.Element) -> None:
        """
        A heading; the mark of its place stands within, so that links lead to its first line.
        """
        section = node.parent
        if not isinstance(section, nodes.section):
            self._open("\n#aside-title[", "]\n")
            return
        labels, self._waiting = self._waiting, []
        kind = self._kind()
        marked = kind != "part-of-entry"
        # The letters of the bibliography are too many for the contents.
        letter = any(
            isinstance(child, nodes.definition_list) and BIBLIOGRAPHY in child["classes"]
            for child in section
        )
        if labels and marked and not letter and self._level - self._base < 2:
            self.contents.append(Heading(kind, node.astext(), labels[0]))
            self.places.wanted.add(labels[0])
        flag = str(marked).lower()
        level = str(self._level)
        heading = call("heading", level=level, supplement=f"[{kind}]", bookmarked=flag)
        self._body.append(f"\n\n{heading}[")
        self._body += [Piece("spot", key) for key in labels]
        self._closings.append("]\n\n")

    depart_title = BlockTranslator.depart_bullet_list

    def _kind(self) -> str:
        if self._level == self._base:
            return "chapter"
        if self._entries[-1]:
            return "entry"
        return "part-of-entry" if any(self._entries) else "section"

    # Paragraphs and links.

    def visit_paragraph(self, node: nodes.Element) -> None:
        """
        A paragraph, apart from what stands before it.
        """
        place = node.parent.index(node)
        alone = isinstance(node.parent, nodes.section | nodes.document)
        last = place == len(node.parent) - 1
        function = syntax.function(node)
        self._open(
            ("\n\n" if alone or place else "") + (f"#{function}[" if function else ""),
            ("]" if function else "") + ("\n\n" if alone or not last else ""),
        )

    depart_paragraph = BlockTranslator.depart_bullet_list

    def visit_inline(self, node: nodes.Element) -> None:
        """
        Words with a form of their own.
        """
        function = syntax.function(node)
        self._open(f"#{function}[" if function else "", "]" if function else "")

    depart_inline = BlockTranslator.depart_bullet_list

    def visit_literal(self, node: nodes.Element) -> None:
        """
        Code within a line.
        """
        self.place_labels()
        self._body.append(call("raw", literal(self.noted(node.astext(), node))))
        raise nodes.SkipNode

    def visit_reference(self, node: nodes.Element) -> None:
        """
        A link, inside the book or out of it.
        """
        self.place_labels()
        key = key_of(node, self._docname)
        if key is None:
            self._outward(node)
            return
        self.places.wanted.add(key)
        where = logging.get_node_location(node)
        if CITE in node["classes"]:
            self.places.listed.add(key)
            alone = CITES not in node.parent["classes"]
            number = Piece("cite", key, counted=True, where=where)
            self._body += ["#source[", number, "]"] if alone else [number]
            raise nodes.SkipNode
        self._body.append(Piece("open", key, f"{self._inward(node, key)}[", where=where))
        self._closings.append(Piece("close", key, "]", counted=paper.in_prose(node)))

    depart_reference = BlockTranslator.depart_bullet_list

    def _outward(self, node: nodes.Element) -> None:
        """
        Open a link out of the book; in print it leads nowhere unless its address is read.
        """
        uri = node.get("refuri", "")
        shown = paper.readable(uri)
        opening = f"{call('link', literal(uri))}["
        noted = paper.in_prose(node) and shown not in (paper.readable(node.astext()), "")
        address = f"#footnote[{opening}{markup(self.noted(shown, node))}]]" if noted else ""
        self._open(opening, f"]{address}")

    def _inward(self, node: nodes.Element, key: str) -> str:
        """
        The function of a link inside the book; the first to a target in an entry gives its page.
        """
        for name in node["classes"]:
            if is_badge(name):
                return call("badge", literal(name.rpartition("-")[2]))
        if not columns.gives_page(node) or key in self._paged:
            return call("inner-link", literal(key))
        self._paged.add(key)
        return call("page-link", literal(key))
