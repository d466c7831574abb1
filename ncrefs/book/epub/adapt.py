"""
What differs in an electronic book: the tree of a document, made fit for its readers.

They have no pointer that could rest on a link, and no address bar.
"""

from docutils import nodes
from sphinx.application import Sphinx

#: Sections and fields that only the page of a site needs.
_SITE_SECTIONS = frozenset({"cite"})
_SITE_FIELDS = frozenset({"Record"})


def adapt(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Make the tree of one document fit for the book: `doctree-resolved`.
    """
    del docname
    if app.builder.name != "epub":
        return
    for node in [*doctree.findall(nodes.Element)]:
        if _on_sites_only(node):
            node.parent.remove(node)
        elif isinstance(node, nodes.reference):
            node.attributes.pop("reftitle", None)


def _on_sites_only(node: nodes.Element) -> bool:
    match node:
        case nodes.section():
            return not _SITE_SECTIONS.isdisjoint(node["ids"])
        case nodes.field():
            return node[0].astext() in _SITE_FIELDS and "nc-card" in node.parent["classes"]
        case nodes.raw():
            return "nc-permalink" in node.astext()
    return False
