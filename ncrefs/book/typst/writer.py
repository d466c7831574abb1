"""
A docutils tree -> Typst source.

Forms are named here and drawn in `book.typ`: each node becomes a call of a function
of the template, with its contents in markup.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from ncrefs.book.typst import paper, tables
from ncrefs.book.typst.links import Piece, Places, key_of
from ncrefs.book.typst.markup import array, call, literal, markup

if TYPE_CHECKING:
    from ncrefs.book.typst import PdfBuilder

_LOGGER = logging.getLogger(__name__)

#: Nodes that only stand around their contents: what opens and what closes them.
_AROUND: dict[str, tuple[str, str]] = {
    "document": ("", "\n"),
    "compound": ("", ""),
    "glossary": ("", ""),
    "compact_paragraph": ("", ""),
    "tgroup": ("", ""),
    "target": ("", ""),
    "generated": ("", ""),
    "problematic": ("", ""),
    "caption_group": ("", ""),
    "PassthroughTextElement": ("", ""),
    "pending_xref": ("", ""),
    "emphasis": ("#emph[", "]"),
    "literal_emphasis": ("#emph[", "]"),
    "strong": ("#strong[", "]"),
    "literal_strong": ("#strong[", "]"),
    "title_reference": ("#emph[", "]"),
    "subscript": ("#sub[", "]"),
    "superscript": ("#super[", "]"),
    "abbreviation": ("", ""),
    "manpage": ("#emph[", "]"),
    "download_reference": ("", ""),
    "number_reference": ("", ""),
    "printed_footnote": ("#footnote[", "]"),
    "classifier": (" #emph[", "]"),
    "block_quote": ("\n#quote(block: true)[", "]\n"),
    "attribution": ("\n\n#attribution[", "]"),
    "line_block": ("\n#line-block[", "]\n"),
    "line": ("", "#linebreak()\n"),
    "rubric": ("\n#rubric[", "]\n"),
    "centered": ("\n#align(center)[", "]\n"),
    "topic": ("\n#aside[", "]\n"),
    "sidebar": ("\n#aside[", "]\n"),
    "legend": ("#legend[", "]"),
    "versionmodified": ("\n", "\n"),
    "definition_list_item": ("([", "]), "),
    "field": ("(", "), "),
    "field_name": ("[", "], "),
    "field_body": ("[", "]"),
    "option_list_item": ("([", "]), "),
    "option_group": ("", ""),
    "option": ("", " "),
    "option_string": ("", ""),
    "option_argument": (" ", ""),
    "description": ("], [", ""),
    "desc": ("\n#aside[", "]\n"),
    "desc_signature": ("#signature[", "]\n"),
    "desc_content": ("", ""),
}
#: Parts of signatures, set one after another.
_AROUND |= dict.fromkeys(
    (f"desc_{part}" for part in (
        "inline", "signature_line", "addname", "name", "returns", "optional", "annotation", "parameter",
        "sig_space", "sig_name", "sig_operator", "sig_punctuation", "sig_keyword", "sig_keyword_type",
        "sig_literal_number", "sig_literal_string", "sig_literal_char", "type", "type_parameter",
    )),
    ("", ""),
)  # fmt: skip
#: Nodes of which nothing is printed, nor of what they hold.
_UNPRINTED = frozenset(
    {
        "comment", "substitution_definition", "system_message", "meta", "pending", "colspec",
        "tabular_col_spec", "highlightlang", "label", "SdIcon", "fontawesome",
    }
)  # fmt: skip
#: Classes that have a form of their own, by kind of node: the function that draws it.
_PARAGRAPHS = {
    f"nc-{name}": f"p-{name}"
    for name in (
        "names", "aliases", "lead", "opening", "statement", "finding", "about", "cited-by",
        "grade-counts", "source-names", "mentions",
    )
}  # fmt: skip
_INLINES = {"language-ko": "ko", "nc-tier": "tier", "nc-cites": "cites", "nc-summary": "faint"}
_LENGTHS = {"px": 0.75, "pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346}


class TypstTranslator(SphinxTranslator):
    """
    Writes the chapters of a book.

    Args:
        document: Any document, for the settings that docutils wants.
        builder: Loads the documents, and knows where the images lie.
        places: Gathers the places and links.
        chapters: Documents that are a chapter, or not printed: never part of another.
    """

    def __init__(
        self, document: nodes.document, builder: "PdfBuilder", places: Places, chapters: Iterable[str]
    ) -> None:
        super().__init__(document, builder)
        self._builder = builder
        self._places = places
        self._written = set(chapters)
        self._body: list[str | Piece] = []
        self._closings: list[Any] = []  # what visits leave for departures
        self._docname = ""
        self._level = 0
        self._chapter = False
        self._entries: list[bool] = []
        self._waiting: list[str] = []  # keys of the next place that can bear a label
        self._paged: set[str] = set()  # targets whose page this entry has given already
        self.index: list[tuple[str, list[tuple[str, ...]]]] = []  # entries by document
        self.characters: dict[str, str] = {}  # where each stands first

    def write(self, docname: str, level: int) -> list[str | Piece]:
        """
        The source of one chapter, with its title as a heading of *level*.
        """
        self._body, self._level, self._chapter = [], level - 1, True
        self._file(docname)
        return self._body

    def _file(self, docname: str) -> None:
        outer, self._docname = self._docname, docname
        self._at(docname)
        self._builder.load(docname).walkabout(self)
        self._place_labels()
        self._docname = outer

    # What is the same for all nodes.

    def dispatch_visit(self, node: nodes.Node) -> None:
        """
        Remember the places that a node is, then visit it.
        """
        if isinstance(node, nodes.Element) and not isinstance(node, nodes.document):
            for id_ in node.get("ids", ()):
                self._at(f"{self._docname}#{id_}")
        super().dispatch_visit(node)

    def _at(self, key: str) -> None:
        self._places.known.add(key)
        self._waiting.append(key)

    def _place_labels(self) -> None:
        self._body += [Piece("spot", key) for key in self._waiting]
        self._waiting.clear()

    def unknown_visit(self, node: nodes.Node) -> None:
        """
        Open a simple node; warn of one that has no form in print.
        """
        name = type(node).__name__
        if name in _UNPRINTED:
            raise nodes.SkipNode
        if name not in _AROUND:
            _LOGGER.warning("the PDF has no form for %r", name, location=node, type="pdf")
        self._body.append(_AROUND.get(name, ("", ""))[0])

    def unknown_departure(self, node: nodes.Node) -> None:
        """
        Close a simple node.
        """
        self._body.append(_AROUND.get(type(node).__name__, ("", ""))[1])

    def _note(self, text: str, node: nodes.Node) -> str:
        new = set(text) - self.characters.keys()
        if new:
            where = logging.get_node_location(node) or self._docname
            self.characters |= dict.fromkeys(new, where)
        return text

    def visit_Text(self, node: nodes.Text) -> None:
        self._place_labels()
        self._body.append(markup(self._note(str(node), node.parent)))

    def depart_Text(self, node: nodes.Text) -> None:
        pass

    def visit_index(self, node: nodes.Element) -> None:
        self.index.append((self._docname, node["entries"]))
        raise nodes.SkipNode

    def visit_toctree(self, node: nodes.Element) -> None:
        for _, docname in node["entries"]:
            if docname not in self._written and docname in self._builder.env.found_docs:
                self._written.add(docname)
                self._file(docname)
        raise nodes.SkipNode

    # Documents, sections, headings.

    def visit_section(self, node: nodes.Element) -> None:
        self._level += 1
        if len(self._entries) < 2 or paper.is_entry(node):
            self._paged.clear()
        self._entries.append(paper.is_entry(node))

    def depart_section(self, node: nodes.Element) -> None:
        self._level -= 1
        self._entries.pop()

    def visit_title(self, node: nodes.Element) -> None:
        parent = node.parent
        if not isinstance(parent, nodes.section):
            self._body.append("\n#aside-title[")
            return
        kind = "section"
        if self._chapter:
            kind, self._chapter = "chapter", False
        elif self._entries[-1]:
            kind = "entry"
        elif any(self._entries):
            kind = "part-of-entry"
        labels, self._waiting = self._waiting, []
        marked = kind != "part-of-entry"
        # The letters of the bibliography are too many for the contents.
        listed = marked and not any("nc-bibliography" in child["classes"] for child in parent[1:])
        heading = call(
            "heading",
            level=str(self._level),
            supplement=f"[{kind}]",
            outlined=str(listed).lower(),
            bookmarked=str(marked).lower(),
        )
        self._body.append(f"\n\n{heading}[")
        self._closings.append(labels)

    def depart_title(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.section):
            self._body.append("]\n")
            return
        labels = self._closings.pop()
        self._body.append("]")
        self._body += [Piece("label", key) for key in labels[:1]]
        self._waiting = labels[1:] + self._waiting
        self._place_labels()
        self._body.append("\n\n")

    def visit_subtitle(self, node: nodes.Element) -> None:
        self._body.append("\n#rubric[")

    def depart_subtitle(self, node: nodes.Element) -> None:
        self._body.append("]\n")

    def visit_transition(self, node: nodes.Element) -> None:
        self._body.append("\n#transition()\n")
        raise nodes.SkipNode

    # Paragraphs and what stands in them.

    def visit_paragraph(self, node: nodes.Element) -> None:
        style = _form(node, _PARAGRAPHS)
        if node.parent.index(node) > 0 or isinstance(node.parent, nodes.section):
            self._body.append("\n\n")
        self._body.append(f"#{style}[" if style else "")

    def depart_paragraph(self, node: nodes.Element) -> None:
        self._body.append("]" if _form(node, _PARAGRAPHS) else "")
        if node.parent.index(node) < len(node.parent) - 1 or isinstance(node.parent, nodes.section):
            self._body.append("\n\n")

    def visit_inline(self, node: nodes.Element) -> None:
        style = _form(node, _INLINES)
        self._body.append(f"#{style}[" if style else "")

    def depart_inline(self, node: nodes.Element) -> None:
        self._body.append("]" if _form(node, _INLINES) else "")

    def visit_literal(self, node: nodes.Element) -> None:
        self._place_labels()
        self._body.append(call("raw", literal(self._note(node.astext(), node))))
        raise nodes.SkipNode

    def visit_reference(self, node: nodes.Element) -> None:
        key = key_of(node, self._docname)
        if key is None:
            uri = node.get("refuri", "")
            link = call("link", literal(uri))
            shown = paper.readable(uri)
            self._body.append(f"{link}[")
            # A printed link leads nowhere unless its address is read.
            noted = paper.in_prose(node) and shown not in (paper.readable(node.astext()), "")
            note = f"#footnote[{link}[{markup(self._note(shown, node))}]]" if noted else ""
            self._closings.append(f"]{note}")
            return
        cite = "nc-cite" in node["classes"]
        counted = cite or paper.in_prose(node)
        self._places.wanted.add(key)
        if cite:
            self._places.listed.add(key)
        self._place_labels()
        self._body.append(Piece("open", key, f"{self._opening(node, key)}[", where=logging.get_node_location(node)))
        self._closings.append(Piece("close", key, "]", counted))

    def depart_reference(self, node: nodes.Element) -> None:
        self._body.append(self._closings.pop())

    def _opening(self, node: nodes.Element, key: str) -> str:
        """
        A link inside the book; the first to a target in an entry gives its page.
        """
        for name in node["classes"]:
            if name == "nc-cite":
                return call("cite-link", literal(key))
            if name.startswith(("nc-grade-", "nc-verdict-")):
                return call("badge", literal(key), literal(name.rpartition("-")[2]))
        first = key not in self._paged
        self._paged.add(key)
        return call("page-link" if first else "inner-link", literal(key))

    def visit_raw(self, node: nodes.Element) -> None:
        if "typst" in node.get("format", "").split():
            self._body.append(node.astext())
        raise nodes.SkipNode

    # Lists.

    def visit_bullet_list(self, node: nodes.Element) -> None:
        self._body.append(f"\n#bullets({_styles(node)}, {_tight(node)}, ")

    def visit_enumerated_list(self, node: nodes.Element) -> None:
        start = node.get("start", 1)
        self._body.append(f"\n#enum(start: {start}, tight: {_tight(node)}, ")

    def visit_list_item(self, node: nodes.Element) -> None:
        self._body.append("[")

    def depart_list_item(self, node: nodes.Element) -> None:
        self._body.append("], ")

    def visit_definition_list(self, node: nodes.Element) -> None:
        self._body.append(f"\n#pairs({_styles(node)}, ")

    visit_field_list = visit_option_list = visit_definition_list

    def depart_bullet_list(self, node: nodes.Element) -> None:
        self._body.append(")\n")

    depart_enumerated_list = depart_definition_list = depart_bullet_list
    depart_field_list = depart_option_list = depart_bullet_list

    def visit_term(self, node: nodes.Element) -> None:
        if node.parent.index(node):
            self._body.append("#linebreak()")

    def visit_definition(self, node: nodes.Element) -> None:
        self._body.append("], [")

    def depart_term(self, node: nodes.Element) -> None:
        pass

    def depart_definition(self, node: nodes.Element) -> None:
        item = node.parent
        if "nc-bibliography" in item.parent["classes"]:
            ids = [id_ for term in item.findall(nodes.term) for id_ in term["ids"]]
            self._body.append(call("cited-on", *(literal(f"m:{self._docname}#{id_}") for id_ in ids)))

    # Tables.

    def visit_table(self, node: nodes.Element) -> None:
        columns = array(tables.widths(node))
        breakable = str(tables.has_long_cell(node)).lower()
        self._body.append(f"\n#tabular({_styles(node)}, {columns}, breakable: {breakable}, ")
        if next(node.findall(nodes.thead), None) is None:
            self._body.append("(), ")

    def depart_table(self, node: nodes.Element) -> None:
        self._body.append(")\n")

    def visit_thead(self, node: nodes.Element) -> None:
        self._body.append("(")

    def depart_thead(self, node: nodes.Element) -> None:
        self._body.append("), ")

    def visit_tbody(self, node: nodes.Element) -> None:
        pass

    def depart_tbody(self, node: nodes.Element) -> None:
        pass

    visit_row, depart_row = visit_tbody, depart_tbody

    def visit_entry(self, node: nodes.Element) -> None:
        across, down = node.get("morecols", 0) + 1, node.get("morerows", 0) + 1
        self._body.append(f"table.cell(colspan: {across}, rowspan: {down})[" if (across, down) != (1, 1) else "[")

    def depart_entry(self, node: nodes.Element) -> None:
        self._body.append("], ")

    # Code, images, boxes.

    def visit_literal_block(self, node: nodes.Element) -> None:
        self._place_labels()
        language = node.get("language", "")
        code = call("raw", literal(self._note(node.astext(), node)), block="true", lang=literal(language))
        self._body.append(f"\n#code[{code}]\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_image(self, node: nodes.Element) -> None:
        self._place_labels()
        name = self._builder.images.get(node["uri"])
        if name is None:
            _LOGGER.warning("the PDF has no image %r", node["uri"], location=node, type="pdf")
            raise nodes.SkipNode
        alt = node.get("alt") or _caption(node)
        if not alt:
            _LOGGER.warning("the image %r says nothing to those who do not see it", node["uri"], location=node, type="pdf")
            alt = PurePosixPath(node["uri"]).stem
        block = isinstance(node.parent, nodes.section | nodes.figure | nodes.container)
        self._body.append(
            call("picture", literal(f"images/{name}"), alt=literal(alt), width=_width(node), block=str(block).lower())
        )
        raise nodes.SkipNode

    def visit_figure(self, node: nodes.Element) -> None:
        self._body.append("\n#plate[")

    def depart_figure(self, node: nodes.Element) -> None:
        captioned = any(isinstance(child, nodes.caption | nodes.legend) for child in node)
        self._body.append("]\n" if captioned else "][]\n")

    def visit_caption(self, node: nodes.Element) -> None:
        figure = isinstance(node.parent, nodes.figure)
        self._body.append("][" if figure else "\n#code-title[")

    def depart_caption(self, node: nodes.Element) -> None:
        if not isinstance(node.parent, nodes.figure):
            self._body.append("]\n")

    def visit_container(self, node: nodes.Element) -> None:
        self._body.append("\n\n")

    depart_container = visit_container

    def visit_admonition(self, node: nodes.Element) -> None:
        name = type(node).__name__
        self._body.append("\n#aside[")
        if name in admonitionlabels:
            self._body.append(f"#aside-title[{markup(admonitionlabels[name])}]\n")

    def depart_admonition(self, node: nodes.Element) -> None:
        self._body.append("]\n")

    visit_attention = visit_caution = visit_danger = visit_error = visit_hint = visit_admonition
    visit_important = visit_note = visit_tip = visit_warning = visit_seealso = visit_admonition
    depart_attention = depart_caution = depart_danger = depart_error = depart_hint = depart_admonition
    depart_important = depart_note = depart_tip = depart_warning = depart_seealso = depart_admonition

    # Signatures.

    def visit_desc_parameterlist(self, node: nodes.Element) -> None:
        self._body.append("\\(" + markup(", ".join(child.astext() for child in node)) + "\\)")
        raise nodes.SkipNode


def _form(node: nodes.Element, forms: dict[str, str]) -> str:
    return next((forms[name] for name in node["classes"] if name in forms), "")


def _styles(node: nodes.Element) -> str:
    return array(literal(name) for name in node["classes"])


def _tight(node: nodes.Element) -> str:
    return str(all(len(item) < 2 for item in cast("Iterable[Any]", node))).lower()


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
    unit = value.lstrip("0123456789.")
    number = value.removesuffix(unit) if unit else value
    if not number:
        return "auto"
    return f"{float(number) * _LENGTHS.get(unit or 'px', 0.75):.2f}pt"
