"""
The picture that others show beside a link to the book: drawn by the typesetter of the PDF,
and left out where that is not installed.
"""

from importlib.util import find_spec
from pathlib import Path

from sphinx.application import Sphinx

from ncrefs.book import palette
from ncrefs.book.print.picture import png
from ncrefs.book.site.beside import is_due
from ncrefs.book.store import catalog_of
from ncrefs.model import Plot

_TEMPLATE = Path(__file__).with_name("preview.typ")
#: Beside the style sheets.
PICTURE = "_static/preview.png"


def offered() -> bool:
    """
    Whether there is a typesetter to draw it.
    """
    return find_spec("typst") is not None


def draw(app: Sphinx, exception: Exception | None) -> None:
    """
    Draw the picture: the question, and a mark for each plot: `build-finished`.
    """
    if not (is_due(app, exception) and offered()):
        return
    plots = [p for p in catalog_of(app.config).timeline if isinstance(p, Plot) and not p.country]
    shown = {
        "title": app.config.html_title,
        "subtitle": f"{len(plots)} stories of plots and risings, each with its sources and a grade",
        "plots": [
            {"year": min(max(p.when.earliest.year, 1945), 2100), "grade": p.grade} for p in plots
        ],
        "colours": palette.variables("light"),
    }
    drawn = png(_TEMPLATE, 72, shown)
    path = Path(app.outdir) / PICTURE
    if not path.is_file() or path.read_bytes() != drawn:
        path.write_bytes(drawn)
