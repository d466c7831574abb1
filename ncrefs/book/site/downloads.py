"""
The book's other forms, offered on its pages: what they are and how large.

A build of pages that is told of files takes them along; any other offers nothing.
"""

import shutil
from html import escape
from pathlib import Path
from posixpath import dirname, join
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book.classes import DOWNLOADS
from ncrefs.book.settings import refuse
from ncrefs.book.site import BUILDERS

_MEDIA_TYPES = {".pdf": "application/pdf", ".epub": "application/epub+zip"}


class downloads(nodes.General, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    Stands where a page offers the files, until it is written.
    """


class DownloadsDirective(SphinxDirective):
    """
    `nc:downloads`: the files that the site offers, in a line; nothing if there are none.
    """

    def run(self) -> list[nodes.Node]:
        """
        Mark the place: what is offered may change without the page.
        """
        return [downloads()]


def offer(app: Sphinx, config: Config) -> None:
    """
    Note name and size of the files that `ncrefs_downloads` names: `config-inited`.

    Raises:
        SystemExit: If there is no such file, or it is neither PDF nor EPUB.
    """
    offered = []
    for path in _files(app, config):
        if path.suffix not in _MEDIA_TYPES or not path.is_file():
            refuse(app, "ncrefs_downloads", f"no PDF or EPUB at {path}; make it first")
        offered.append((path.name, size(path.stat().st_size)))
    config.ncrefs_offered = offered


def _files(app: Sphinx, config: Config) -> list[Path]:
    return [Path(app.confdir) / name for name in config.ncrefs_downloads]


def size(count: int) -> str:
    """
    A number of bytes for readers, by thousands as shops and systems count them.

    >>> size(33_123_456), size(2_036_792), size(1_949), size(0)
    ('33 MB', '2.0 MB', '2 kB', '1 kB')
    """
    if count >= 9_950_000:
        return f"{count / 1_000_000:.0f} MB"
    if count >= 999_500:
        return f"{count / 1_000_000:.1f} MB"
    return f"{max(1, round(count / 1_000))} kB"


def links(app: Sphinx, pagename: str) -> str:
    """
    HTML of the links on a page, in a line; "" if nothing is offered.
    """
    if app.builder.name not in BUILDERS:
        return ""
    root = dirname(app.builder.get_relative_uri(pagename, app.config.root_doc))
    return ", ".join(
        f'<a href="{escape(join(root, name))}" type="{_MEDIA_TYPES[Path(name).suffix]}">'
        f"{Path(name).suffix[1:].upper()}</a>&nbsp;({shown.replace(' ', '&nbsp;')})"
        for name, shown in app.config.ncrefs_offered
    )


def place(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Write the links where a page has a place for them: `doctree-resolved`.
    """
    for node in [*doctree.findall(downloads)]:
        line = links(app, docname)
        html = f'<p class="{DOWNLOADS}">The whole book as a file: {line}</p>'
        raw = nodes.raw("", html, format="html", classes=["no-search"])
        node.parent.replace(node, [raw] if line else [])


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Let the frame of every page offer the files: `html-page-context`.
    """
    context["nc_downloads"] = links(app, pagename)


def copy(app: Sphinx, exception: Exception | None) -> None:
    """
    Put the files beside the start page: `build-finished`.
    """
    if exception is None and app.builder.name in BUILDERS:
        for path in _files(app, app.config):
            shutil.copyfile(path, Path(app.outdir) / path.name)


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register the setting, the place on a page and what fills it.
    """
    app.add_config_value("ncrefs_downloads", [], "", list)  # paths from the folder of conf.py
    # What pages show of them: when it changes, they are written anew, but not read.
    app.add_config_value("ncrefs_offered", [], "html", list)
    app.add_node(downloads)
    app.add_directive_to_domain("nc", "downloads", DownloadsDirective)
    app.connect("config-inited", offer)
    app.connect("doctree-resolved", place)
    app.connect("html-page-context", add_context)
    app.connect("build-finished", copy)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
