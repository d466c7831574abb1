"""
What differs in an electronic book: the tree of a document, made fit for its readers.

They have no pointer that could rest on a link, and no address bar.
"""

from docutils import nodes
from sphinx.application import Sphinx

from ncrefs.book.classes import PERMALINK
from ncrefs.book.print.paper import of_sites_only


def adapt(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Make the tree of one document fit for the book: `doctree-resolved`.
    """
    if app.builder.name != "epub":
        return
    left_out: set[str] = app.builder.left_out  # type: ignore[attr-defined]
    for node in [*doctree.findall(nodes.Element)]:
        if of_sites_only(node) or _permalink(node):
            node.parent.remove(node)
            anchors: list[str] = node["ids"]
            left_out.update(f"{docname}#{anchor}" for anchor in anchors)
        elif isinstance(node, nodes.reference):
            node.attributes.pop("reftitle", None)


def _permalink(node: nodes.Element) -> bool:
    return isinstance(node, nodes.raw) and PERMALINK in node.astext()
