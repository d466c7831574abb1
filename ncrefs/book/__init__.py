"""
The Sphinx extension that makes the book from the catalog.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book import (
    absent,
    directives,
    domain,
    language,
    ledger,
    lock,
    originals,
    outdated,
    pages,
    store,
    trouble,
)
from ncrefs.book.drawings import node as drawings
from ncrefs.book.site import frame, head, json_files, links, lookup, search, sitemap


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Everything that the extension adds to Sphinx, in the order in which it acts.
    """
    trouble.check_folders(app)

    app.add_config_value("ncrefs_data", "", "env", (str, Path))  # folder of records; ours if empty

    app.connect("config-inited", store.find_records)
    app.connect("config-inited", trouble.watch)
    app.connect("config-inited", lock.take_folders, priority=900)
    app.connect("config-inited", ledger.open_ledger, priority=910)

    # Records are read and checked, their pages written, before Sphinx looks for documents.
    app.connect("builder-inited", trouble.check_builder, priority=50)
    app.connect("builder-inited", store.open_catalog, priority=100)
    app.connect("builder-inited", pages.write_pages, priority=200)

    # Reading: directives build nodes from records; roles link to them.
    app.add_domain(domain.NcDomain)
    for name, directive in directives.DIRECTIVES.items():
        app.add_directive_to_domain("nc", name, directive)
    app.add_role("cite", domain.CiteRole())
    app.add_transform(domain.LinkRecords)
    app.add_transform(language.MarkKorean)
    app.connect("missing-reference", absent.leave_words)
    app.connect("warn-missing-reference", domain.suggest_target)

    # Drawings: inline on pages, files for print.
    drawings.setup(app)

    # Rebuilding: documents remember what they showed.
    app.connect("doctree-read", outdated.note_links)
    for watch in (outdated, originals):
        app.connect("env-get-outdated", watch.outdated)
        app.connect("env-purge-doc", watch.purge)
        app.connect("env-merge-info", watch.merge)
    app.connect("source-read", originals.note_source)
    app.connect("doctree-read", originals.note_included)
    app.connect("env-before-read-docs", ledger.reading)
    app.connect("env-updated", ledger.due)
    app.connect("write-started", ledger.clear)
    app.connect("doctree-resolved", ledger.note_written)
    app.connect("build-finished", trouble.judge, priority=890)
    app.connect("build-finished", ledger.close_ledger, priority=900)
    app.connect("build-finished", lock.leave_folders, priority=910)

    # Writing: the frame of a page, its links, and the search.
    app.connect("config-inited", frame.add_paths)
    app.add_node(
        nodes.reference, override=True, html=(links.visit_reference, links.depart_reference)
    )
    app.add_search_language(search.SearchNames)
    app.connect("html-collect-pages", search.complete_index)
    app.connect("html-page-context", frame.add_context)
    app.connect("html-page-context", head.add_context)
    app.connect("html-page-context", head.lighten, priority=900)

    # The book's other forms: builders, and the offer of what they made.
    app.setup_extension("ncrefs.book.print.typst")
    app.setup_extension("ncrefs.book.print.latex")
    app.setup_extension("ncrefs.book.print.epub")
    app.setup_extension("ncrefs.book.site.downloads")

    # Beside the pages: what the box that finds a record looks up, and data.
    app.connect("build-finished", lookup.write_index)
    app.connect("build-finished", json_files.write_files)
    app.connect("build-finished", sitemap.write_sitemap)

    return {
        "version": __version__,
        "env_version": int(store.code_digest()[:8], 16),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
