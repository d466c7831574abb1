"""
Links of web pages without the classes that docutils gives to every link.

No style uses them, and in a page of two hundred links they are a tenth of its weight.
"""

import re

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

_CLASSES = re.compile(
    r' class="reference (?:internal|external)"| reference (?:internal|external)(?=")'
)


def visit_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Open a link, which keeps its own classes alone.
    """
    HTML5Translator.visit_reference(translator, node)
    translator.body[-1] = _CLASSES.sub("", translator.body[-1])


def depart_reference(translator: HTML5Translator, node: nodes.reference) -> None:
    """
    Close a link.
    """
    HTML5Translator.depart_reference(translator, node)
