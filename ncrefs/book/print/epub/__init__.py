"""
The builder `epub`: Sphinx's, with a cover, parts in the contents, and the same bytes for
the same records.
"""

import os
from collections.abc import Iterable, Iterator, Set
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.epub3 import Epub3Builder, NavPoint
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ncrefs import __version__
from ncrefs.book.contents import chapters
from ncrefs.book.ledger import ledger_at
from ncrefs.book.print.epub.adapt import adapt
from ncrefs.book.print.epub.cover import cover
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog

if TYPE_CHECKING:
    from sphinx.builders._epub_base import NavPoint as NcxPoint

#: Where the cover's picture and page stand in the book.
_COVER = "_static/cover.png"
_COVER_PAGE = "epub-cover.html"
#: The style sheets of the book; Sphinx and its extensions bring more, for sites.
_STYLES = ("pygments.css", "epub.css")
#: The first files of the archive, in this order.
_HEAD = ("mimetype", "META-INF/container.xml", "content.opf", "toc.ncx")
#: The first day that an archive can name: a file's own time would differ in each.
_EPOCH = (1980, 1, 1)


class EpubBuilder(Epub3Builder):
    """
    Writes `ncrefs.epub`.
    """

    is_one_file = True
    template_dir = Path(__file__).with_name("templates")  # type: ignore[assignment]  # any path

    def init(self) -> None:
        """
        Say on each page in which language it is.
        """
        super().init()
        language = escape(self.config.epub_language)
        names = ("http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops")
        self.html_tag = (
            f'<html xmlns="{names[0]}" xmlns:epub="{names[1]}"'
            f' lang="{language}" xml:lang="{language}">'
        )

        #: Parts that pages of a site have, by document and anchor: see `adapt`.
        self.left_out: set[str] = set()

    def get_toc(self) -> None:
        """
        The contents, without what was taken out of the pages.
        """
        super().get_toc()
        gone = {
            f"{self.get_target_uri(docname)}#{anchor}"
            for docname, _, anchor in (place.partition("#") for place in self.left_out)
        }
        self.refnodes = [node for node in self.refnodes if node["refuri"] not in gone]

    def get_outdated_docs(self) -> list[str]:  # type: ignore[override]
        """
        None by themselves: the ledger says whether the book is written, and then whole.
        """
        return []

    def copy_assets(self) -> None:
        """
        Nothing, if nothing is written.
        """
        if not ledger_at(Path(self.outdir)).idle:
            super().copy_assets()

    def finish(self) -> None:
        """
        Likewise.
        """
        if not ledger_at(Path(self.outdir)).idle:
            super().finish()

    def prepare_writing(self, docnames: Set[str]) -> None:
        """
        Leave out the indexes of Python's names: a reader searches.
        """
        super().prepare_writing(docnames)
        self.domain_indices = []

    def handle_finish(self) -> None:
        """
        Pack the book, without what else is in the folder.
        """
        out = Path(self.outdir)
        pages = {self.get_output_path(name) for name in (*self.env.found_docs, "genindex")}
        images = {out / self.imagedir / name for name in self.images.values()}
        styles = {out / "_static" / name for name in _STYLES}
        ledger = ledger_at(out)
        foreign = ledger.foreign() - ledger.planned
        theirs = {out / name for name in foreign}
        for path in (*out.rglob("*.xhtml"), *out.glob("_*/**/*")):
            if path.is_file() and path not in pages | images | styles | theirs:
                path.unlink()
        self.config.epub_exclude_files = [*self.config.epub_exclude_files, *sorted(foreign)]
        (out / _COVER).write_bytes(cover(self.config, catalog_of(self.config)))
        super().handle_finish()

    def content_metadata(self) -> dict[str, Any]:
        """
        The book is as old as its newest source, unless the build says otherwise.
        """
        metadata = super().content_metadata()
        if "SOURCE_DATE_EPOCH" not in os.environ:
            metadata["date"] = f"{_newest(catalog_of(self.config))}T00:00:00Z"
        return metadata

    def build_navlist(self, navnodes: list[dict[str, Any]]) -> list[NavPoint]:
        """
        The contents, with the chapters below their parts.
        """
        return super().build_navlist([*self._in_parts(navnodes)])

    def build_navpoints(self, nodes: list[dict[str, Any]]) -> "list[NcxPoint]":
        """
        The contents for readers of EPUB 2.
        """
        return super().build_navpoints([*self._in_parts(nodes)])

    def new_navpoint(self, node: dict[str, Any], level: int, incr: bool = True) -> "NcxPoint":  # noqa: FBT001, FBT002  (Sphinx's own)
        """
        A part and its first chapter begin at the same place, which is counted once.
        """
        return super().new_navpoint(node, level, incr and not node.get("opens"))

    def _in_parts(self, entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """
        The entries of the contents, each part as one more before its first chapter.
        """
        captions: dict[str, str] = {}
        opening: set[str] = set()
        for caption, documents in chapters(self.env):
            uris = [self.get_target_uri(docname) for docname, _ in documents]
            if caption and uris:
                captions |= dict.fromkeys(uris, caption)
                opening.add(uris[0])
        within = False
        for entry in entries:
            uri = entry["refuri"]
            if entry["level"] == 1:
                within = uri in captions
                if uri in opening:
                    yield {"level": 1, "refuri": uri, "text": escape(captions[uri])}
            opens = entry["level"] == 1 and uri in opening
            yield {**entry, "level": entry["level"] + within, "opens": opens}

    def navigation_doc_metadata(self, navlist: list[NavPoint]) -> dict[str, Any]:
        """
        Beside the contents, the places that readers offer by name.
        """
        start = escape(self.get_target_uri(self.config.root_doc))
        landmarks = [
            ("cover", self.guide_titles["cover"], self.coverpage_name),
            ("toc", self.guide_titles["toc"], "nav.xhtml"),
            ("bodymatter", "Start of the text", start),
        ]
        return {**super().navigation_doc_metadata(navlist), "landmarks": landmarks}

    def build_epub(self) -> None:
        """
        Pack the files, each as if of the same day and with the same rights.
        """
        out = Path(self.outdir)
        with ZipFile(out / f"{self.config.epub_basename}.epub", "w") as archive:
            for name in (*_HEAD, *self.files):
                entry = ZipInfo(name, (*_EPOCH, 0, 0, 0))
                entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, (out / name).read_bytes())


def _newest(catalog: Catalog) -> date:
    """
    The day of the newest source.
    """
    days = (source.date.earliest for source in catalog.sources if source.date)
    return max((day for day in days if day), default=date(*_EPOCH))


def set_files(app: Sphinx, config: Config) -> None:
    """
    Say what is in the book: `config-inited`.
    """
    config.epub_cover = (_COVER, _COVER_PAGE)
    # Our style sheet has the name of the theme's and so takes its place.
    config.epub_css_files = []


def style(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Let a page load no style sheet but the book's: `html-page-context`.
    """
    if app.builder.name == "epub":
        context["css_files"] = [
            css for css in context["css_files"] if Path(str(css.filename)).name in _STYLES
        ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """
    Put our builder in the place of Sphinx's.
    """
    app.add_builder(EpubBuilder, override=True)
    app.add_config_value("epub_cover_word", "", "", str)  # record whose Korean is on the cover
    app.connect("config-inited", set_files)
    app.connect("doctree-resolved", adapt)
    app.connect("html-page-context", style, priority=900)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
