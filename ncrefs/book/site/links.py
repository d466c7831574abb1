"""
Links of pages without the classes that docutils gives to every link.

No style uses them, and in a page of two hundred links they are a tenth of its weight.
"""

import re

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ncrefs.book.classes import CITE, SOURCES

_CLASSES = re.compile(
    r' class="reference (?:internal|external)"| reference (?:internal|external)(?=")'
)
_ID = re.compile(r' id="[^"]*"')


def visit_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Open a link, which keeps its own classes alone.
    """
    HTML5Translator.visit_reference(translator, node)
    opening = _CLASSES.sub("", translator.body[-1])
    if CITE in node["classes"] and translator.builder.name == "epub" and node.get("refid"):
        # Readers of EPUB show the note over the page.
        opening = opening.replace("<a ", '<a epub:type="noteref" role="doc-noteref" ', 1)
    translator.body[-1] = opening


def visit_item(translator: HTML5Translator, node: nodes.list_item) -> None:
    """
    Open an item of a list; in an EPUB a source at the foot of a page is a note.

    The note stands inside the item, which has a role of its own. It is no `aside`: some
    readers show one over the page alone, and the list would be empty there.
    """
    HTML5Translator.visit_list_item(translator, node)
    if _is_note(translator, node):
        opening = translator.body[-1]
        id_ = _ID.search(opening)
        note = f'<div epub:type="footnote" role="doc-footnote"{id_[0] if id_ else ""}>'
        translator.body[-1] = _ID.sub("", opening, count=1) + note


def depart_item(translator: HTML5Translator, node: nodes.list_item) -> None:
    """
    Close an item.
    """
    if _is_note(translator, node):
        translator.body.append("</div>")
    HTML5Translator.depart_list_item(translator, node)


def _is_note(translator: HTML5Translator, node: nodes.list_item) -> bool:
    return translator.builder.name == "epub" and SOURCES in node.parent["classes"]


def depart_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Close a link.
    """
    HTML5Translator.depart_reference(translator, node)
