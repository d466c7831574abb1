"""
The theme's large style sheet without the rules of components that the book does not have:
icons as a font, carousels, dialogs that slide, grids. Less than a third of its weight is left.
"""

import re
from importlib import resources
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders import Builder

from ncrefs.book import files
from ncrefs.book.site import BUILDERS

#: Ours, beside the other style sheets.
SHEET = "styles/theme-slim.css"
_THEIRS = "theme/pydata_sphinx_theme/static/styles/pydata-sphinx-theme.css"
#: What the classes of those components begin with, up to the first hyphen.
_COMPONENTS = """
    fa sd offset link order mx mt mb pe p ps gap g gx gy justify pb pt px column bg object
    carousel float offcanvas overflow alert sticky accordion fw fs placeholder toast popover
    spinner breadcrumb ablog pagination ethical leaflet cell_input jupyter_container viewcode
    dropdown dropup card d text flex border list form modal progress col row rounded my ms me py
    m align btn table navbar nav toggle tooltip ratio input icon
"""
#: Classes of theirs that the theme's layout and scripts, and Sphinx, do use.
_USED = """
    align-baseline border btn btn-sm d-block d-grid d-none d-print-none flex-column form-control
    icon list-group-item list-group-item-action m me-auto ms-3 ms-auto my-1 nav nav-item nav-link
    navbar navbar-brand navbar-expand-lg progress py-1 rounded-pill row table text-wrap toggle
    tooltip row-odd row-even py py-obj align-default align-left align-center align-right
"""
_BEGINNINGS, _KEPT = frozenset(_COMPONENTS.split()), frozenset(_USED.split())
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
_EMPTY = re.compile(r"@(?:media|supports)[^{}]*\{\s*\}")
_FONT = re.compile(r"@font-face\{[^{}]*\}")
_FRAMES = re.compile(r"@(?:-\w+-)?keyframes [^{}]+\{(?:[^{}]*\{[^{}]*\})*\s*\}")


def is_left_out(name: str) -> bool:
    """
    Whether the rules of a class are gone.

    >>> is_left_out("fa-arrow-up"), is_left_out("d-none"), is_left_out("nc-card")
    (True, False, False)
    """
    return name.partition("-")[0] in _BEGINNINGS and name not in _KEPT


def slim(css: str) -> str:
    """
    A style sheet without the rules of what is not used.

    >>> slim(".fa-x,.a{b:c}.sd-card{d:e}@media print{.carousel .a{f:g}}")
    '.a{b:c}'
    """
    css = _FONT.sub("", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return _EMPTY.sub("", _RULE.sub(_kept, _FRAMES.sub("", css)))


def _kept(rule: re.Match[str]) -> str:
    selectors = rule[1]
    if selectors.lstrip().startswith("@"):
        return rule[0]
    # A comma within brackets separates no selectors.
    parts = re.split(r",(?![^()]*\))", selectors)
    kept = [part for part in parts if not any(map(is_left_out, _CLASS.findall(part)))]
    return f"{','.join(kept)}{{{rule[2]}}}" if kept else ""


def write_sheet(app: Sphinx, builder: Builder) -> None:
    """
    Write it where the other style sheets will be, before pages name its digest: `write-started`.
    """
    if app.builder.name in BUILDERS:
        sheet = resources.files("pydata_sphinx_theme") / _THEIRS
        theirs = sheet.read_text(encoding="utf-8")
        files.write(Path(app.outdir) / "_static" / SHEET, slim(theirs))
