"""
How often Python looks for garbage while a book is built, and how many documents are kept.

Nodes point at their parents, so that a document is a circle of references, which only the
collector frees. As Python comes, it looks through all that is new after each 700 objects, most
of which are still in use then. And Sphinx keeps every document that it has read until its page
is written, which is of use as long as there are not too many.
"""

import gc
import weakref

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from ncrefs.book.undocumented import forget_documents

#: How many new objects are waited for.
_NEW = 50_000
#: Documents that may stay in memory: more than the book has.
_KEPT = 1000
_BEFORE: "weakref.WeakKeyDictionary[Sphinx, tuple[int, int, int]]" = weakref.WeakKeyDictionary()


def collect_seldom(app: Sphinx, config: Config) -> None:
    """
    Let many objects come together before Python looks through them: `config-inited`.
    """
    _BEFORE[app] = gc.get_threshold()
    gc.set_threshold(_NEW, *_BEFORE[app][1:])


def collect_as_before(app: Sphinx, exception: Exception | None) -> None:
    """
    Leave the process as it was: `build-finished`.
    """
    gc.set_threshold(*_BEFORE.pop(app))


def keep_few(app: Sphinx, doctree: nodes.document, docname: str = "") -> None:
    """
    Let documents wait in their files when there are many: `doctree-read`, `doctree-resolved`.
    """
    forget_documents(app.env, _KEPT)
