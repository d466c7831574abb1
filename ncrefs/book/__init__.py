"""
The Sphinx extension that makes the book from the catalog.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book import (
    directives,
    domain,
    freshness,
    jump,
    language,
    layout,
    links,
    machine,
    pages,
    search,
    shelf,
)
from ncrefs.book.drawings import node as drawn


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Everything that the extension adds to Sphinx, in the order in which it acts.
    """
    app.add_config_value("ncrefs_data", "", "env", (str, Path))  # folder of records; ours if empty

    # Records are read and checked, their pages written, before Sphinx looks for documents.
    app.connect("builder-inited", shelf.open_catalog, priority=100)
    app.connect("builder-inited", pages.write_pages, priority=200)

    # Reading: directives build nodes from records; roles link to them.
    app.add_domain(domain.NcDomain)
    for name, directive in directives.DIRECTIVES.items():
        app.add_directive_to_domain("nc", name, directive)
    app.add_role("cite", domain.CiteRole())
    app.add_transform(domain.LinkRecords)
    app.add_transform(language.MarkKorean)
    app.connect("warn-missing-reference", domain.suggest_target)

    # Drawings: inline on pages, files for print.
    drawn.setup(app)

    # Rebuilding: documents remember what they showed.
    app.connect("doctree-read", freshness.note_links)
    app.connect("env-get-outdated", freshness.outdated)
    app.connect("env-updated", freshness.rewritten)
    app.connect("env-purge-doc", freshness.purge)
    app.connect("env-merge-info", freshness.merge)
    app.connect("build-finished", pages.remove_outputs)

    # Writing: the frame of a page, its links, and the search.
    app.connect("config-inited", layout.add_paths)
    app.add_node(
        nodes.reference, override=True, html=(links.visit_reference, links.depart_reference)
    )
    app.add_search_language(search.SearchNames)
    app.connect("html-collect-pages", search.complete_index)
    app.connect("html-page-context", layout.add_context)
    app.connect("html-page-context", layout.lighten, priority=900)

    # The book's other forms: builders, and the offer of what they made.
    app.setup_extension("ncrefs.book.typst")
    app.setup_extension("ncrefs.book.latex")
    app.setup_extension("ncrefs.book.epub")
    app.setup_extension("ncrefs.book.downloads")

    # Beside the pages: what the jump box looks up, and the book for machines.
    app.connect("build-finished", jump.write_index)
    app.connect("build-finished", machine.write_twins)
    app.connect("build-finished", machine.write_sitemap)

    return {
        "version": __version__,
        "env_version": int(shelf.code_digest()[:8], 16),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
