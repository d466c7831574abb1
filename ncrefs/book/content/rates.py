"""
The base rates of coups in documents: their tables, and the figures within prose.
"""

from collections.abc import Callable, Iterable
from functools import cache

from docutils import nodes

from ncrefs import baserates, tables
from ncrefs.book import phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import cited
from ncrefs.catalog import Catalog
from ncrefs.counts import YEARS, Counts
from ncrefs.figures import expected, figures_of, over_codings, percent, schemes
from ncrefs.tables import Tables


@cache
def tables_of(catalog: Catalog) -> Tables:
    """
    The tables of a catalog, read once.
    """
    return tables.read_tables(catalog.root)


@cache
def figures(catalog: Catalog) -> dict[str, str]:
    """
    Every figure of a catalog by its name, as prose says it.
    """
    return figures_of(tables_of(catalog))


# The tables.


def table(catalog: Catalog, name: str) -> list[nodes.Node]:
    """
    A table, what it was made from, and its file.
    """
    head, rows = _TABLES[name](tables_of(catalog), catalog)
    made = nodes.Text(f"Counted for this book from {tables.FROM[name]}")
    return [
        elements.labelled(elements.table(head, rows)),
        elements.para(made, *_sources(tables.SOURCES[name], catalog), nodes.Text(".")),
        table_file("", table=name),
    ]


def _sources(keys: Iterable[str], catalog: Catalog) -> list[nodes.Node]:
    """
    What a figure is from, behind it, as far as the catalog has these sources.
    """
    known = [key for key in dict.fromkeys(keys) if key in catalog.sources]
    return [nodes.Text(" "), cited(known, catalog)] if known else []


class table_file(nodes.General, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    Stands where a page offers the file of a table, until it is written.
    """


Made = tuple[tuple[str, ...], list[list[Inline]]]


def _classes(found: Tables, _: Catalog) -> Made:
    head = (
        "Class of regimes",
        "Regimes",
        "Years",
        "Attempts",
        "Per 100 years",
        f"Expected in {YEARS}",
        "Chance of none, %",
        "if regimes differ, %",
    )
    return head, [
        [
            elements.text(row.name),
            elements.text(str(row.regimes)),
            elements.text(phrases.number(round(row.country_years))),
            elements.text(str(row.attempts)),
            elements.text(f"{row.rate:.2f}"),
            elements.text(expected(row.expected)),
            elements.text(_with_limits(row)),
            elements.text(percent(row.mixture.chance_of_none(YEARS)) if row.mixture else "–"),
        ]
        for row in found.classes
    ]


def _with_limits(row: Counts) -> str:
    low, high = map(percent, row.none_limits)
    return f"{percent(row.none)} ({low}–{high})"


def _bands(found: Tables, catalog: Catalog) -> Made:
    classes = list(dict.fromkeys(age.class_ for age in found.ages))
    names = {row.id: row.name for row in found.classes}
    cells: dict[str, dict[str, str]] = {}
    for age in found.ages:
        end = f"–{age.to_year}" if age.to_year is not None else " and more"
        label = f"{age.counted_by.capitalize()}, {age.from_year}{end}"
        cells.setdefault(label, {})[age.class_] = f"{age.rate:.1f} ({age.attempts})"
    head = ("Years", *(names.get(id_, id_) for id_ in classes))
    return head, [
        [elements.text(label), *(elements.text(row.get(id_, "")) for id_ in classes)]
        for label, row in cells.items()
    ]


def _codings(found: Tables, catalog: Catalog) -> Made:
    rows: list[list[Inline]] = []
    for rows_of in schemes(found).values():
        classes = "; ".join(f"{x.coded_as}, {x.from_year}–{x.to_year}" for x in rows_of)
        keys = [key for row in rows_of for key in row.sources]
        count = over_codings(found, rows_of)
        rows.append(
            [
                [nodes.Text(rows_of[0].scheme), *_sources(keys, catalog)],
                elements.text(classes),
                elements.text(expected(count)),
                elements.text(percent(baserates.chance_of_none(count))),
            ]
        )
    return ("Scheme", "North Korea in it", "Attempts expected", "Chance of none, %"), rows


def _forecasts(found: Tables, catalog: Catalog) -> Made:
    head = ("Forecast", "Year", "North Korea, %", "Rank", "Middle state, %", "Sum", "Happened")
    return head, [
        [
            [nodes.Text(row.forecast), *_sources(row.sources, catalog)],
            *(
                elements.text(str(value))
                for value in (
                    row.for_year,
                    row.percent,
                    f"{row.rank} of {row.states}",
                    row.median,
                    row.sum,
                    row.happened,
                )
            ),
        ]
        for row in found.forecasts
    ]


def _lists(found: Tables, _: Catalog) -> Made:
    head = ("State", "Powell and Thyne", "Cline Center", "Colpus")
    return head, [
        [
            elements.text(row.state),
            elements.text(f"{row.powell_thyne_attempts} ({row.powell_thyne_successful})"),
            elements.text(f"{row.cline_coups} + {row.cline_attempts} + {row.cline_conspiracies}"),
            elements.text(f"{row.colpus_events} ({row.colpus_military})"),
        ]
        for row in found.lists
    ]


#: The tables that can be shown, by name of their file.
_TABLES: dict[str, Callable[[Tables, Catalog], Made]] = {
    "classes": _classes,
    "ages": _bands,
    "codings": _codings,
    "forecasts": _forecasts,
    "lists": _lists,
}
SHOWN = tuple(_TABLES)
