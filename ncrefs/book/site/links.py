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


def visit_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Open a link, which keeps its own classes alone.
    """
    HTML5Translator.visit_reference(translator, node)
    opening = _CLASSES.sub("", translator.body[-1])
    if CITE in node["classes"] and translator.builder.name == "epub" and node.get("refid"):
        # Readers of EPUB show the note over the page.
        opening = opening.replace("<a ", '<a epub:type="noteref" ', 1)
    translator.body[-1] = opening


def visit_item(translator: HTML5Translator, node: nodes.list_item) -> None:
    """
    Open an item of a list; in an EPUB a source at the foot of a page is a note.
    """
    HTML5Translator.visit_list_item(translator, node)
    if translator.builder.name == "epub" and SOURCES in node.parent["classes"]:
        opening = translator.body[-1]
        translator.body[-1] = opening.replace("<li", '<li epub:type="footnote"', 1)


def depart_item(translator: HTML5Translator, node: nodes.list_item) -> None:
    """
    Close an item.
    """
    HTML5Translator.depart_list_item(translator, node)


def depart_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Close a link.
    """
    HTML5Translator.depart_reference(translator, node)
