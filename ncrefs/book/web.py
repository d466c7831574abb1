"""
What only a page of the web has: HTML of our own, with links to documents of the book.

Print and EPUB leave it out; what it says stands beside it in words.
"""

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ncrefs.book.addresses import resolved
from ncrefs.book.site import BUILDERS


class web(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    Its `html` is written as it is, with its addresses of documents `resolved`.
    """


def html(text: str) -> web:
    """
    The node of a piece of HTML.
    """
    return web("", html=text)


def visit_web(self: HTML5Translator, node: web) -> None:
    """
    Write the HTML.
    """
    builder = self.builder
    here = builder.current_docname
    self.body.append(resolved(node["html"], lambda name: builder.get_relative_uri(here, name)))
    raise nodes.SkipNode


def take_out(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Leave it out where there is no page: `doctree-resolved`.
    """
    if app.builder.name not in BUILDERS:
        for node in [*doctree.findall(web)]:
            node.parent.remove(node)


def visit_entry(self: HTML5Translator, node: nodes.entry) -> None:
    """
    Open a cell, and say by what it sorts if not by its words, and what its heading is.
    """
    HTML5Translator.visit_entry(self, node)
    for name in ("sort", "label"):
        if name in node:
            opening = self.body[-1]
            self.body[-1] = opening.replace("<td", f'<td data-{name}="{escape(node[name])}"', 1)


def depart_entry(self: HTML5Translator, node: nodes.entry) -> None:
    """
    Close a cell.
    """
    HTML5Translator.depart_entry(self, node)


def setup(app: Sphinx) -> None:
    """
    Register the node, and the cells that sort.
    """
    app.add_node(web, html=(visit_web, None))
    app.add_node(nodes.entry, override=True, html=(visit_entry, depart_entry))
    app.connect("doctree-resolved", take_out, priority=100)
