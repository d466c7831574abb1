"""
What makes a table one that readers work with: a script filters its rows, sorts them, and
gives them as text and as a file.
"""

import datetime as dt

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content.elements import Cell, Inline
from ncrefs.book.web import html
from ncrefs.dates import Date


def tools() -> nodes.Node:
    """
    Where the script puts its tools: they are for the tables of the class `DESK` from here to
    the next such place. Without the script it stays empty.
    """
    return html(f'<div class="{classes.TOOLS} pst-js-only"></div>')


def choice(heading: str) -> list[nodes.Node]:
    """
    The heading of a column by whose values readers choose rows.
    """
    return [nodes.inline("", heading, classes=[classes.CHOICE])]


def by_span(content: Inline, start: Date | None, end: Date | None) -> Inline:
    """
    A time in a cell, which sorts by its first known day; without an end it goes on.
    """
    known = start or end
    if known is None:
        return content
    return Cell(content, f"{known.earliest}/{end.latest if end else dt.date.max}")
