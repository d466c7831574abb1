"""
Drawings in documents: inline on a page of HTML, so that they have links and the colours of
its theme; an image from a file in other formats.
"""

import posixpath
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.images import guess_mimetype
from sphinx.writers.html5 import HTML5Translator

from ncrefs.book import generated
from ncrefs.book.addresses import FOLDER, resolved
from ncrefs.book.classes import FIGURE, FRAME, NARROW, TALL, TIMELINE
from ncrefs.book.content import elements
from ncrefs.book.domain import xref
from ncrefs.book.drawings import Figure, drawings, figure_of
from ncrefs.book.drawings.svg import Drawing
from ncrefs.book.site import table_files
from ncrefs.book.store import catalog_of
from ncrefs.catalog import Catalog

#: Where the files of drawings are written, below the source folder.
_FILES = f"{FOLDER}/_drawings"
#: Height of the type area of a printed page, in parts of its width.
_PAGE = 1.45


class drawing(nodes.General, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    A figure: `svg` has it for a page; the images below have its files, `screen` or `paper`.
    """


def figure_node(figure: Figure) -> drawing:
    """
    The node of a figure.
    """
    images = [
        _image(figure.screen, "screen"),
        *(_image(part, "paper", figure.share) for part in figure.paper),
    ]
    phone = figure.phone.inline(NARROW) if figure.phone else ""
    screen = figure.screen
    svg = phone + screen.inline(TALL if screen.height > _PAGE * screen.width else "")
    return drawing("", *images, svg=svg, label=screen.title, table=figure.table)


def drawn(catalog: Catalog, name: str) -> list[nodes.Node]:
    """
    A figure by its name; above the chart of a measure, what it is and the way to its figures.
    """
    figure = figure_node(figure_of(catalog, name))
    measure = catalog.measures.get(name)
    if measure is None:
        return [figure]
    title = nodes.strong("", "", xref(measure))
    words = f" ({measure.unit}). Its page has each figure with who counted it."
    return [elements.para(title, nodes.Text(words)), figure]


def _image(part: Drawing, medium: str, most: float = 1.0) -> nodes.image:
    # A drawing that would be higher than a page is made narrower.
    share = min(most, _PAGE * part.width / part.height)
    return nodes.image(
        "",
        uri=f"/{_path(part)}",
        alt=f"{part.title}. {part.description}",
        width=f"{share:.0%}",
        medium=medium,
    )


def _path(part: Drawing) -> str:
    return f"{_FILES}/{part.name}.svg"


def write_files(app: Sphinx) -> None:
    """
    Bring the files of the drawings in line with the catalog: `builder-inited`.
    """

    def texts() -> dict[str, str]:
        return {_path(part): part.file() for part in drawings(catalog_of(app.config))}

    generated.bring(app, ".svg", texts)


def choose_form(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    Leave of each drawing what the builder can show: `doctree-resolved`.

    A page keeps the drawing itself; print and EPUB get images, which every reader of EPUB
    shows; a format that can show none gets nothing, as the tables below a drawing say the same.
    """
    builder = app.builder
    for node in list(doctree.findall(drawing)):
        images = [image for image in node.children if isinstance(image, nodes.image)]
        if builder.format == "html" and builder.name != "epub":
            node.children = [image for image in images if image["medium"] == "screen"]
        else:
            parts = [image for image in images if image["medium"] == "paper"]
            shown = (
                guess_mimetype(image["uri"]) in builder.supported_image_types for image in parts
            )
            node.parent.replace(node, parts if all(shown) else [])


def visit_drawing(self: HTML5Translator, node: drawing) -> None:
    """
    Write the drawing with its links, and where its file is.
    """
    builder = self.builder
    here = builder.current_docname
    svg = resolved(node["svg"], lambda docname: builder.get_relative_uri(here, docname))
    (image,) = node.findall(nodes.image)
    file = posixpath.join(builder.imgpath, builder.images[image["uri"]])
    label = escape(node["label"])
    table = escape(table_files.address(builder, here, node["table"])) if node["table"] else ""
    figures = (
        f', <a href="{table}" download type="text/csv">its figures as CSV</a>' if table else ""
    )
    leads = ", and leads to its record" if "<a " in svg else ""
    self.body.append(
        f'<figure class="{FIGURE}">\n'
        f'<div class="{FRAME}" role="region" aria-label="{label}" tabindex="0">{svg}</div>\n'
        f"<figcaption>Everything drawn says more when pointed at{leads}. "
        f'<a href="{file}" download>This drawing as an SVG file</a>{figures}.</figcaption>\n'
        f"</figure>\n"
    )
    raise nodes.SkipNode


def load_what_is_used(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """
    Load the style of drawings, and what makes them answer, where they are: `html-page-context`.
    """
    if doctree is None:
        return
    figures = [*doctree.findall(drawing)]
    if figures and app.builder.format == "html":
        app.add_css_file("drawings.css")
    if any("data-body=" in figure["svg"] for figure in figures):
        app.add_js_file("ties.js")
        app.add_css_file("desk.css")
    if any(TIMELINE in table["classes"] for table in doctree.findall(nodes.table)):
        app.add_js_file("timeline.js")


def setup(app: Sphinx) -> None:
    """
    Register the node, its forms and its files.
    """
    app.add_node(drawing, html=(visit_drawing, None))
    app.connect("builder-inited", write_files, priority=300)
    app.connect("doctree-resolved", choose_form)
    app.connect("html-page-context", load_what_is_used)
