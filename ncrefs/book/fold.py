"""
Parts of a page that are folded until somebody asks for them; in print and EPUB they are open.
"""

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from ncrefs.book.classes import FOLD
from ncrefs.book.site import BUILDERS


class fold(nodes.General, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    What it holds shows when its `summary`, plain text, is pressed.
    """


def folded(summary: str, *children: nodes.Node) -> fold:
    """
    The children behind a summary.
    """
    return fold("", *children, summary=summary)


def visit_fold(self: HTML5Translator, node: fold) -> None:
    """
    Open the element that browsers fold by themselves.
    """
    names = " ".join([FOLD, *node["classes"]])
    summary = f"<summary>{escape(node['summary'])}</summary>"
    self.body.append(f'<details class="{names}">{summary}\n')


def depart_fold(self: HTML5Translator, node: fold) -> None:
    """
    Close it.
    """
    self.body.append("</details>\n")


def unfold(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Leave what is folded in its place wherever nothing can be pressed: `doctree-resolved`.
    """
    if app.builder.name in BUILDERS:
        return
    for node in [*doctree.findall(fold)]:
        node.parent.replace(node, node.children)


def setup(app: Sphinx) -> None:
    """
    Register the node and its forms.
    """
    app.add_node(fold, html=(visit_fold, depart_fold))
    app.connect("doctree-resolved", unfold, priority=100)
