"""
The book for TeX: what Sphinx's own builder `latex` does not know of our trees.

The documents stand in the order of the builder `pdf`, records as sections of their
chapters, with its index; drawings become PDFs by its typesetter; columns get the widths
that their text needs. Nothing here runs TeX, or needs it.
"""

import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import texescape
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book import palette
from ncrefs.book.classes import is_badge
from ncrefs.book.print import columns, paper
from ncrefs.book.print.latex import index
from ncrefs.book.print.latex.drawings import SvgToPdf
from ncrefs.book.print.plan import Plan, plan

_STYLE = Path(__file__).with_name("ncrefsbook.sty")
#: Classes of blocks for which the style has an environment.
_STYLED = (
    "about aliases bibliography card cited-by finding lead mentions opening source-names statement"
)
_BLOCKS = frozenset(f"nc-{name}" for name in _STYLED.split())
#: Where an address may break.
_PARTS = re.compile(r"(?<=[/?&=_.:-])(?=[^/])|(?=%)")


def add_style(app: Sphinx, config: Config) -> None:
    """
    Have the book's style copied beside the source: `config-inited`.
    """
    config.latex_additional_files = [*config.latex_additional_files, str(_STYLE)]


def write_palette(app: Sphinx) -> None:
    """
    Write the colours of the book and of its badges for the style: `builder-inited`.
    """
    if app.builder.format == "latex":
        colours = {**palette.variables("paper"), "faded": palette.OTHERS["muted"].light}
        lines = [
            rf"\definecolor{{nc{name}}}{{HTML}}{{{value[1:].upper()}}}"
            for name, value in colours.items()
        ]
        badges = "".join(
            rf"\ncwords{{nc-{end}}}{{\ncbadge{{nc{name}}}{{##1}}}}"
            for end, name in palette.tones().items()
        )
        head = r"\ProvidesPackage{ncrefspalette}"
        text = "\n".join([head, *lines, rf"\newcommand*{{\ncbadges}}{{{badges}}}", ""])
        path = Path(app.outdir) / "ncrefspalette.sty"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def adapt(app: Sphinx, tree: nodes.document, docname: str) -> None:
    """
    Make the tree of the whole book, its references resolved, fit for LaTeX: `doctree-resolved`.
    """
    if app.builder.format != "latex":
        return
    paper.shorten(tree)
    book = _arranged(tree, plan(app.builder), app.config)
    tree.children = []
    tree += book
    _unlink(tree)
    book += index.take(tree)
    for element in [*tree.findall(nodes.Element)]:
        if isinstance(element, nodes.table):
            _set_widths(element)
        elif isinstance(element, nodes.reference):
            _mark_badge(element)
            _break_address(element)
        elif not _BLOCKS.isdisjoint(element["classes"]):
            _wrap(element)


def _arranged(tree: nodes.document, order: Plan, config: Config) -> nodes.section:
    """
    The chapters in their parts; what the plan does not name is left out.

    Sphinx has them where the root document's toctrees were, which is within a section of it.
    """
    names = {*order.chapters(), *config.pdf_leave_out}
    files = [file for file in tree.findall(addnodes.start_of_file) if file["docname"] in names]
    for file in files:
        file.parent.remove(file)
    chapters = {file["docname"]: file for file in files}
    # Sphinx takes the first title for the book's own, and does not print it.
    book = nodes.section("", nodes.title("", config.project))
    if order.front:
        book += tree.children
    for part in order.parts:
        if part.caption:
            book += _command(rf"\part{{{texescape.escape(part.caption, config.latex_engine)}}}")
        book += [chapters[name] for name in part.chapters]
    book += _command(r"\ncendofparts")
    book += [chapters[name] for name in order.back]
    return book


def _command(source: str) -> nodes.raw:
    return nodes.raw("", source, format="latex")


def _unlink(tree: nodes.document) -> None:
    """
    Turn links to documents that are left out into their text.
    """
    present = {file["docname"] for file in tree.findall(addnodes.start_of_file)}
    present.add(tree["docname"])
    for link in [*tree.findall(nodes.reference)]:
        uri: str = link.get("refuri", "")
        if uri.startswith("%") and uri[1:].partition("#")[0] not in present:
            link.parent.replace(link, link.children)


def _set_widths(table: nodes.table) -> None:
    """
    Give each column the share of the page that its text needs, and let the table break.
    """
    shares = columns.shares(table)
    for column, (share, _) in zip(table.findall(nodes.colspec), shares, strict=True):
        column["colwidth"] = round(share) + 2  # what parts it from its neighbours
    classes = [name for name in table["classes"] if name != "colwidths-auto"]
    table["classes"] = [*classes, "colwidths-given", "longtable"]


def _mark_badge(link: nodes.reference) -> None:
    """
    Mark the words of a grade or verdict, since LaTeX knows no classes of links.
    """
    badges = [name for name in link["classes"] if is_badge(name)]
    if badges:
        words = nodes.inline("", "", *link.children, classes=badges)
        link.children = []
        link += words


def _break_address(link: nodes.reference) -> None:
    """
    Let the address that a link shows break at its signs, as it may be longer than a line.
    """
    shown = link.astext()
    if link.get("internal") or "refuri" not in link or " " in shown:
        return
    first, *rest = _PARTS.split(shown)
    link.children = []
    link += nodes.Text(first)
    for part in rest:
        link += [_command(r"\allowbreak{}"), nodes.Text(part)]


def _wrap(block: nodes.Element) -> None:
    """
    Put a block into an environment for each of its classes that has one.
    """
    classes = [name for name in block["classes"] if name in _BLOCKS]
    box = nodes.container(classes=classes)
    block.parent.replace(block, box)
    box += block


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register what makes the book fit for LaTeX.
    """
    app.connect("config-inited", add_style)
    app.connect("builder-inited", write_palette)
    app.add_latex_package(_STYLE.stem, after_hyperref=True)
    app.add_post_transform(SvgToPdf)
    app.connect("doctree-resolved", adapt, priority=800)  # drawings have chosen their form
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
