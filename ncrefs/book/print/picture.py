"""
Pictures drawn by the typesetter of the PDF, in its fonts: the cover, the preview of a link.
"""

import json
from pathlib import Path
from typing import Any, cast

from ncrefs.book.print import fonts


def png(template: Path, pixels_per_inch: int, shown: dict[str, Any]) -> bytes:
    """
    A page as PNG: the same values give the same bytes.

    Args:
        template: Its Typst source.
        pixels_per_inch: How large it is.
        shown: What stands on it, in JSON's types; the source reads it as the input `shown`.

    Raises:
        SphinxError: If the typesetter or a font is not installed.
    """
    font_paths = fonts.book_fonts()
    import typst  # noqa: PLC0415  (pages are built without it)

    compiler = typst.Compiler(input=template, font_paths=font_paths, ignore_system_fonts=True)
    inputs = {"shown": json.dumps(shown, ensure_ascii=False, sort_keys=True)}
    drawn = compiler.compile(format="png", ppi=pixels_per_inch, sys_inputs=inputs)
    return cast("bytes", drawn)
