"""
The tables of base rates as files beside the pages, with a description of their columns.

Each is offered where it is shown or drawn: CSV, and its metadata as the W3C's "CSV on the
Web" has them.
"""

import json
from html import escape
from posixpath import dirname, join
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__, tables
from ncrefs.book.content.rates import table_file
from ncrefs.book.site import BUILDERS
from ncrefs.book.site.beside import is_due, put
from ncrefs.book.site.json_files import LICENSE
from ncrefs.book.store import catalog_of

#: Where the files stand, from the book's root.
_FILES = "tables"


def address(builder: Builder, docname: str, name: str) -> str:
    """
    The address of a table's file from a page; "" if the form of the book has none.
    """
    if builder.name not in BUILDERS:
        return ""
    root = dirname(builder.get_relative_uri(docname, builder.config.root_doc))
    return join(root, _FILES, f"{name}.csv")


def place(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Write the links where a page has a place for them: `doctree-resolved`.
    """
    for node in [*doctree.findall(table_file)]:
        href = escape(address(app.builder, docname, node["table"]))
        html = f'<p><a href="{href}" download type="text/csv">This table as a CSV file</a></p>'
        raw = nodes.raw("", html, format="html", classes=["no-search"])
        node.parent.replace(node, [raw] if href else [])


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """
    Put the tables that the catalog has beside the pages: `build-finished`.
    """
    if not is_due(app, exception):
        return
    wanted: dict[str, str] = {}
    for name in tables.SOURCES:
        source = catalog_of(app.config).root / tables.FOLDER / f"{name}.csv"
        if source.is_file():
            text = json.dumps(_metadata(name), ensure_ascii=False, indent=1) + "\n"
            wanted[f"{_FILES}/{source.name}"] = source.read_text(encoding="utf-8")
            wanted[f"{_FILES}/{source.name}-metadata.json"] = text
    put(app, wanted, lambda name: name.startswith(f"{_FILES}/"))


def _metadata(name: str) -> dict[str, Any]:
    columns = [
        {"name": key, "dc:description": means} for key, means in tables.columns(name).items()
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{name}.csv",
        "dc:description": f"Counted from {tables.FROM[name]}.",
        "dc:source": list(tables.SOURCES[name]),
        "dc:hasVersion": tables.VERSION,
        "dc:license": LICENSE,
        "tableSchema": {"columns": columns},
    }


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register the place on a page and what fills it.
    """
    app.add_node(table_file)
    app.connect("doctree-resolved", place)
    app.connect("build-finished", write_files)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
