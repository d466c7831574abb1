"""
What the book uses of Sphinx, docutils and MyST beyond their documentation, in one place.

Each was checked with Sphinx 9.0.4 to 9.2.0, docutils 0.22 to 0.23, MyST-Parser 5.0 to 5.2,
and is the first place to look when a newer version breaks the book.

What needs no function of ours is used where it belongs. Attributes, public by their names:

- of builders of pages `current_docname`, `imgpath`, `images`, `imagedir`, `get_output_path`,
  `render_partial`, `theme` (in `web`, `drawings.node`, `ledger`, `site`, `inputs`);
- of translators `body`, whose last piece is changed (in `web`, `site.links`);
- of environments `all_docs`, `images`, `tocs`, `toctree_includes`, `domains.standard_domain`
  (in `ledger`, `contents`, `site.frame`, `content.glossary`);
- what `Epub3Builder` writes by, most of which `print.epub` overrides.

Functions and names: `logging.get_node_location` and `is_suppressed_warning` (in `trouble`,
`print.typst`), `texescape` and the nodes `start_of_file` of a book in one piece (in
`print.latex`), `application.ENV_PICKLE_FILENAME` (in `ledger`).
"""

from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from jinja2 import FileSystemBytecodeCache
from myst_parser.mdit_to_docutils import base
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from sphinx.domains.std import make_glossary_term

__all__ = [
    "SphinxRenderer",
    "create_md_parser",
    "cut_loose",
    "forget_documents",
    "keep_templates",
    "leave_search_to_us",
    "make_default_settings_once",
    "make_glossary_term",
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


def forget_documents(env: Any, most: int) -> None:
    """
    Drop the documents that Sphinx keeps in memory, read and pickled, if they are more than so
    many: it takes them from their files again.
    """
    for kept in (env._write_doc_doctree_cache, env._pickled_doctree_cache):  # noqa: SLF001
        if len(kept) > most:
            kept.clear()


def leave_search_to_us(builder: Any) -> None:
    """
    Let a builder of web pages make neither an index for its search nor a page for it.
    """
    builder.search = False


def keep_templates(builder: Any) -> None:
    """
    Let a builder of web pages not look, at every use of a template, whether its file has changed,
    and keep what templates are compiled to beside the documents that were read.
    """
    folder = Path(builder.doctreedir, "ncrefs-templates")
    folder.mkdir(parents=True, exist_ok=True)
    builder.templates.environment.auto_reload = False
    builder.templates.environment.bytecode_cache = FileSystemBytecodeCache(str(folder))


def make_default_settings_once() -> None:
    """
    MyST makes the default settings of docutils for each text, for a document that it drops
    when it has been given one.
    """
    setattr(base, "get_default_settings", cache(get_default_settings))  # noqa: B010  (it is imported there)
