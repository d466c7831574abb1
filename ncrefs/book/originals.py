"""
The files that documents are read from, watched by their contents.

Sphinx goes by their times, and so misses a file that was replaced by an older one, or was
edited while it was read.
"""

from collections.abc import Set
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from ncrefs.book import files
from ncrefs.book.notes import Notes

#: By document, the digests of the files that it was read from, by their paths.
NOTES: Notes[dict[str, str | None]] = Notes("ncrefs_read")


def note_source(app: Sphinx, docname: str, content: list[str]) -> None:
    """
    Note the file of a document when it is read: `source-read`.
    """
    path = str(app.env.doc2path(docname, base=False))
    NOTES.of(app.env)[docname] = {path: _digest(app.env, path)}


def note_included(app: Sphinx, doctree: nodes.document) -> None:
    """
    Note what else a document was made from: `doctree-read`.
    """
    docname = app.env.docname
    NOTES.of(app.env).setdefault(docname, {}).update(
        (str(path), _digest(app.env, str(path))) for path in app.env.dependencies[docname]
    )


def _digest(env: BuildEnvironment, path: str) -> str | None:
    return files.digest_of(Path(env.srcdir) / path)


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """
    The documents with other contents than were read: `env-get-outdated`.
    """
    return [
        docname
        for docname, read in NOTES.of(env).items()
        if docname in env.all_docs
        and any(_digest(env, path) != digest for path, digest in read.items())
    ]
