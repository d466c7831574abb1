"""
What a site adds to Sphinx, in the order in which it acts.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book.site import (
    cite,
    compared,
    decades,
    frame,
    head,
    json_files,
    links,
    moved,
    preview,
    search,
    sitemap,
    slim,
)
from ncrefs.book.site.api import writing


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Register the frame of a page, its head and links, the search, and the files beside the pages.
    """
    app.connect("config-inited", frame.add_paths)
    app.connect("write-started", slim.write_sheet, priority=600)  # an altered one is cleared
    app.add_node(
        nodes.reference, override=True, html=(links.visit_reference, links.depart_reference)
    )
    app.add_node(nodes.list_item, override=True, html=(links.visit_item, links.depart_item))
    app.connect("builder-inited", frame.prepare)
    app.connect("builder-inited", search.prepare)

    app.connect("html-page-context", frame.add_context)
    app.connect("html-page-context", head.add_context)
    app.connect("html-page-context", cite.add_context)
    app.connect("html-page-context", head.lighten, priority=900)
    app.connect("html-collect-pages", search.pages)
    app.connect("html-collect-pages", frame.missing)

    app.setup_extension("ncrefs.book.site.downloads")
    app.setup_extension("ncrefs.book.site.table_files")
    app.connect("build-finished", search.write_index)
    app.connect("build-finished", search.remove_unused)
    app.connect("build-finished", json_files.write_files)
    app.connect("build-finished", writing.write_files)
    app.connect("build-finished", moved.write_pages)
    app.connect("build-finished", decades.write_file)
    app.connect("build-finished", compared.write_files)
    app.connect("build-finished", preview.draw)
    app.connect("build-finished", sitemap.write_sitemap)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
