"""
The fonts of the printed book, and whether they can show its text.

Latin is set in Libertinus Serif, code in DejaVu Sans Mono, which the typesetter
brings along; Korean in Noto Serif KR and what else there is of Chinese characters,
in Chinese names and Japanese titles, in Noto Serif SC, each from a wheel. No font of
the system is used: the book must look and be the same wherever it is built.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    import typst

#: The families that the template names.
FAMILIES = ("Libertinus Serif", "DejaVu Sans Mono", "Noto Serif KR", "Noto Serif SC")
#: The packages that bring those which the typesetter does not.
_WHEELS = ("pylopdf_fonts_ko", "pylopdf_fonts_zh_cn")
#: Stands, in print, for a character without a glyph.
REPLACEMENT = "\ufffd"
_AT_LINE = re.compile(r"could not be displayed.*?\n\s*┌─ [^\n]*?:(\d+):\d+\n", re.DOTALL)


def folders() -> list[Path]:
    """
    The folders of the fonts that wheels bring.

    Raises:
        SphinxError: If one of them is not installed.
    """
    return [Path(str(_module(name).__file__)).parent for name in _WHEELS]


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        raise SphinxError(
            f'The PDF needs the package "{missing.name}": pip install "ncrefs[book]".'
        ) from missing


@cache
def book_fonts() -> "typst.Fonts":
    """
    The fonts of the typesetter and of the wheels.

    Raises:
        SphinxError: If one of them is not installed.
    """
    module = _module("typst")
    fonts: typst.Fonts = module.Fonts(include_system_fonts=False, font_paths=folders())
    absent = sorted(set(FAMILIES) - set(fonts.families()))
    if absent:
        raise SphinxError(f"The PDF needs fonts that are not installed: {', '.join(absent)}.")
    return fonts


def uncovered(characters: Iterable[str]) -> list[str]:
    """
    The characters for which no font has a glyph.

    The typesetter is the judge, as only it can read the fonts that it brings along:
    it sets each character on a line of its own and, by the rules of PDF/UA,
    names the lines that have none.
    """
    import typst  # noqa: PLC0415  (only a PDF needs it)

    asked = sorted({c for c in characters if not c.isspace()})
    head = '#set document(title: "-", date: none)\n#set page(width: auto, height: auto)\n= -\n'
    source = head + "".join(f'#text("\\u{{{ord(c):x}}}")\n' for c in asked)
    compiler = typst.Compiler(
        input=source.encode(), font_paths=book_fonts(), ignore_system_fonts=True
    )
    try:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        first = head.count("\n") + 1
        found = {asked[int(line) - first] for line in _AT_LINE.findall(error.diagnostic)}
        if not found:
            raise
        return sorted(found)
    return []


def described(character: str) -> str:
    """
    A character as a message names it: "U+0E01 THAI CHARACTER KO KAI (ก)".
    """
    name = unicodedata.name(character, "without a name")
    return f"U+{ord(character):04X} {name} ({character})"
