"""
The Sphinx extension that makes the book from the catalog.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book import (
    absent,
    chapters,
    directives,
    domain,
    fold,
    language,
    ledger,
    lock,
    memory,
    nowhere,
    numbering,
    openings,
    originals,
    outdated,
    pages,
    settings,
    store,
    trouble,
    undocumented,
    web,
)
from ncrefs.book.drawings import node as drawings


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Everything that the extension adds to Sphinx, in the order in which it acts.
    """
    trouble.check_folders(app)
    undocumented.make_default_settings_once()

    app.add_config_value("ncrefs_data", "", "env", (str, Path))  # folder of records; ours if empty

    app.connect("config-inited", settings.check, priority=50)
    app.connect("config-inited", memory.collect_seldom)
    app.connect("doctree-read", memory.keep_few)
    app.connect("doctree-resolved", memory.keep_few)
    app.connect("config-inited", store.find_records)
    app.connect("config-inited", trouble.watch)
    app.connect("config-inited", lock.take_folders, priority=900)
    app.connect("config-inited", ledger.open_ledger, priority=910)

    # Records are read and checked, their pages written, before Sphinx looks for documents.
    app.connect("builder-inited", trouble.check_builder, priority=50)
    app.connect("builder-inited", store.forget_catalog, priority=100)
    app.connect("builder-inited", pages.write_pages, priority=200)

    # Reading: directives build nodes from records; roles link to them.
    app.add_domain(domain.NcDomain)
    for name, directive in directives.DIRECTIVES.items():
        app.add_directive_to_domain("nc", name, directive)
    app.add_role("cite", domain.CiteRole())
    app.add_role_to_domain("nc", "rate", directives.RateRole())
    app.add_transform(domain.LinkRecords)
    app.add_transform(nowhere.Leftovers)
    app.add_transform(language.MarkKorean)
    numbering.setup(app)
    fold.setup(app)
    web.setup(app)
    openings.setup(app)
    app.connect("missing-reference", absent.leave_words)
    app.connect("warn-missing-reference", nowhere.say_what_was_meant)
    app.add_post_transform(nowhere.Links)

    # Drawings: inline on pages, files for print.
    drawings.setup(app)

    # Rebuilding: documents remember what they showed.
    app.connect("doctree-read", outdated.note_links)
    for watch in (outdated, originals):
        watch.NOTES.setup(app)
        app.connect("env-get-outdated", watch.outdated)
    app.connect("source-read", originals.note_source)
    app.connect("doctree-read", originals.note_included)
    app.connect("env-before-read-docs", chapters.check)
    app.connect("env-before-read-docs", store.open_catalog)
    app.connect("env-before-read-docs", ledger.reading)
    app.connect("env-updated", ledger.due)
    app.connect("write-started", ledger.clear)
    app.connect("doctree-resolved", ledger.note_written)
    app.connect("build-finished", trouble.judge, priority=890)
    app.connect("build-finished", ledger.close_ledger, priority=900)
    app.connect("build-finished", lock.leave_folders, priority=910)
    app.connect("build-finished", memory.collect_as_before, priority=920)

    # Writing: what a site has beside its text, and the book's other forms.
    app.setup_extension("ncrefs.book.site.setup")
    app.setup_extension("ncrefs.book.print.typst")
    app.setup_extension("ncrefs.book.print.latex")
    app.setup_extension("ncrefs.book.print.epub")

    return {
        "version": __version__,
        "env_version": int(store.code_digest()[:8], 16),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
