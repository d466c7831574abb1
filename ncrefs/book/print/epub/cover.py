"""
The cover of the EPUB: set by the typesetter of the PDF, in its fonts.
"""

from pathlib import Path

from sphinx.config import Config

from ncrefs.book.print.picture import png
from ncrefs.catalog import Catalog

_TEMPLATE = Path(__file__).with_name("cover.typ")
#: Makes a page of 400 by 640 points 1600 by 2560 pixels, the size that shops ask for.
_PIXELS_PER_INCH = 288


def cover(config: Config, catalog: Catalog) -> bytes:
    """
    The cover as PNG: title, version, and a mark for each plot in the order of time.

    The same records give the same bytes.
    """
    word = catalog.records.get(config.epub_cover_word) if config.epub_cover_word else None
    korean = word.korean.hangul if word and word.korean else None
    shown = {
        "title": config.epub_title,
        "subtitle": config.pdf_subtitle,
        "project": config.project,
        "version": config.version,
        "language": config.epub_language,
        "korean": korean or "",
        "grades": [plot.grade for plot in catalog.timeline if plot in catalog.plots],
    }
    return png(_TEMPLATE, _PIXELS_PER_INCH, shown)
