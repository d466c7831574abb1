"""
The parts of the landing page: three doors, all plots by grade, what is often asked.
"""

import datetime as dt
from collections.abc import Iterable
from html import escape

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.addresses import ENTRY_PAGES, address, unresolved
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import xref
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.palette import GRADES, rank
from ncrefs.book.typography import typeset
from ncrefs.book.web import html
from ncrefs.catalog import Catalog
from ncrefs.model import Plot, Question

#: Where `page.html` puts the field of the search.
SEARCH = "<!--nc-search-->"
#: How many years one column of the strip holds.
_YEARS = 2
#: A plot whose date spans more years than this stands at the last of them.
_VAGUE = 30
#: How many questions the landing page shows.
_ASKED = 6


def search() -> list[nodes.Node]:
    """
    The place of the search.
    """
    return [html(SEARCH)]


def doors(catalog: Catalog, first: str) -> list[nodes.Node]:
    """
    Three ways into the book, for who wants to know, to check, or to count; the first leads to
    the document *first*.
    """
    claims, records = map(phrases.number, (len(catalog.claims), len(catalog.records)))
    ways = [
        (first, "I want the answer", "The short answer, then the chapters one by one.", "Read on"),
        (
            ENTRY_PAGES["claims"],
            "I am checking a claim",
            f"{claims} statements heard about coups there, each with a verdict and sources.",
            "Check a claim",
        ),
        (
            "using/python",
            "I need the data",
            f"{records} records as JSON and as a Python package, under a free licence.",
            "Get the data",
        ),
    ]
    cards = "".join(
        f'<a href="{escape(unresolved(docname))}"><b>{escape(title)}</b> '
        f"<span>{escape(text)}</span> "
        f"<i>{escape(way)} →</i></a>"
        for docname, title, text, way in ways
    )
    return [html(f'<div class="{classes.DOORS}">{cards}</div>')]


def strip(catalog: Catalog) -> list[nodes.Node]:
    """
    A mark for each plot in the order of time, in the colour and shape of its grade.
    """
    plots = [p for p in catalog.timeline if isinstance(p, Plot) and p.country is None]
    if not plots:
        return []
    counts = {grade: sum(plot.grade is grade for plot in plots) for grade in GRADES}
    first = min(_year(plot) for plot in plots) // _YEARS * _YEARS
    last = max(_year(plot) for plot in plots)
    columns = []
    for year in range(first, last + 1, _YEARS):
        held = [plot for plot in plots if year <= _year(plot) < year + _YEARS]
        columns.append(f"<span>{_marks(sorted(held, key=lambda plot: rank(plot.grade)))}</span>")
    title = f"{phrases.counted(len(plots), 'story', 'stories')} of plots and risings, no coup"
    said = ", ".join(f"{count} {grade}" for grade, count in counts.items() if count)
    legend: Inline = elements.join(
        [
            [
                nodes.inline(
                    "",
                    "",
                    nodes.Text(f"{count} "),
                    *elements.badge(grade, explained=True),
                    classes=[classes.TALLY],
                )
            ]
            for grade, count in counts.items()
            if count
        ],
        "  ",
    )
    span = last + _YEARS - first
    decades = [y for y in range(first, last + 1) if y % 10 == 0]
    years = "".join(f'<b style="left:{100 * (y - first) / span:.1f}%">{y}</b>' for y in decades)
    drawn = html(
        f'<div class="{classes.STRIP}" role="group" aria-label="{escape(title)}: {escape(said)}">'
        f'<div class="nc-marks">{"".join(columns)}</div>'
        f"<div>{_leaders(catalog, first, span)}</div><div>{years}</div></div>"
    )
    return [elements.section("strip", title, elements.para(*legend), drawn)]


def _year(plot: Plot) -> int:
    when = plot.when
    if when.earliest == dt.date.min or when.latest.year - when.earliest.year > _VAGUE:
        return when.latest.year
    return when.earliest.year


def _marks(plots: Iterable[Plot]) -> str:
    return "".join(
        f'<a class="{classes.badge_class(plot.grade)}" '
        f'href="{escape(unresolved(*address(plot)))}" tabindex="-1" '
        f'title="{escape(typeset(plot.name) + phrases.day_apart(plot))}: {plot.grade}"></a>'
        for plot in plots
    )


def _leaders(catalog: Catalog, first: int, span: int) -> str:
    parts = []
    for reign in reigns(catalog):
        left = max(0.0, 100 * (reign.start.earliest.year - first) / span)
        right = 100 * (reign.end.latest.year - first) / span if reign.end else 100.0
        name = reign.leader.name
        family, space, own = name.partition(" ")
        shown = f"<span>{escape(family + space)}</span>{escape(own)}" if own else escape(name)
        place = f"left:{left:.1f}%;width:{right - left:.1f}%"
        parts.append(f'<u style="{place}" title="{escape(name)}">{shown}</u>')
    return "".join(parts)


def asked(catalog: Catalog) -> list[nodes.Node]:
    """
    Questions that readers ask, each with its answer and grade: those that touch most records.
    """
    found: list[Question] = sorted(catalog.questions, key=lambda q: -len(q.about))
    items: list[Inline] = [
        [
            xref(question, hint=""),
            nodes.Text(f" {_first(question.summary)} "),
            *elements.answered(question.grade),
        ]
        for question in found[:_ASKED]
    ]
    if not items:
        return []
    listed = elements.bullets(items, [classes.ASKED])
    more = elements.para(elements.chapter_link(ENTRY_PAGES["questions"], "All questions"))
    return [elements.section("asked", "Often asked", listed, more)]


def _first(text: str) -> str:
    """
    The first sentence or two of an answer.

    >>> _first("No. Two lists have none. A third has two.")
    'No. Two lists have none.'
    """
    sentences = text.split(". ")
    kept = sentences[:2] if len(sentences[0]) < 40 else sentences[:1]
    return ". ".join(kept).rstrip(".") + "."
