"""
SVG images as PDFs, which is what LaTeX can show.
"""

from os import PathLike
from pathlib import Path
from typing import cast

from docutils import nodes
from sphinx.transforms.post_transforms.images import ImageConverter

from ncrefs.book.print import fonts
from ncrefs.book.print.typst.markup import call, literal

#: A page as large as what stands on it. No date: same input, same bytes.
_PAGE = "#set document(date: none)\n#set page(width: auto, height: auto, margin: 0pt)\n"


class SvgToPdf(ImageConverter):
    """
    Converts SVG images for a builder that shows PDFs and not SVG: `latex`.
    """

    conversion_rules = [("image/svg+xml", "application/pdf")]  # noqa: RUF012  (Sphinx's own)

    def is_available(self) -> bool:
        """
        The typesetter is installed with Sphinx.
        """
        return True

    def match(self, node: nodes.image) -> bool:
        """
        All but drawings in their form for a screen, which print does not show.
        """
        return node.get("medium") != "screen" and super().match(node)

    def convert(self, _from: str | PathLike[str], _to: str | PathLike[str]) -> bool:
        """
        Write the PDF of an image.
        """
        Path(_to).write_bytes(page_of(Path(_from)))
        return True


def page_of(svg: Path) -> bytes:
    """
    A PDF with an image on a page of its size, in the fonts of the book.
    """
    import typst  # noqa: PLC0415  (pages are built without it)

    compiler = typst.Compiler(
        input=f"{_PAGE}{call('image', literal(svg.name))}\n".encode(),
        root=svg.parent,
        font_paths=fonts.book_fonts(),
        ignore_system_fonts=True,
    )
    # No newer than what TeX writes, or it warns.
    return cast("bytes", compiler.compile(format="pdf", pdf_standards=["1.5"]))
