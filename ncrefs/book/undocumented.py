"""
What the book uses of Sphinx, docutils and MyST beyond their documentation, in one place.

Each was checked with Sphinx 9.0.4 to 9.2.0, docutils 0.22 to 0.23, MyST-Parser 5.0 to 5.2,
and is the first place to look when a newer version breaks the book.
"""

from typing import Any

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from sphinx.domains.std import make_glossary_term
from sphinx.util.index_entries import split_index_msg

__all__ = [
    "SphinxRenderer",
    "create_md_parser",
    "cut_loose",
    "indexed_words",
    "make_glossary_term",
    "split_index_msg",
]


def cut_loose(document: Any) -> list[nodes.Node]:
    """
    The children of a throw-away document, without its settings, reporter and transformer.

    Each node keeps its document, and a pickled page would drag the environment along.
    """
    document.settings = document.settings.copy()
    document.settings.env = None
    document.reporter = document.transformer = None
    return list(document.children)


def indexed_words(indexer: Any) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, Any]]:
    """
    The words of texts and titles that Sphinx's search index has, with their pages, and the
    entries of the general index by page; all may be changed in place.
    """
    return indexer._mapping, indexer._title_mapping, indexer._index_entries  # noqa: SLF001
