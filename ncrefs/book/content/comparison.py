"""
Cases in other countries: what their states had of what is said to keep coups away, what
became of them, and which lists of coups have them.
"""

import typing
from collections.abc import Sequence

from docutils import nodes

from ncrefs.book import phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.matrices import cell, matrix
from ncrefs.book.domain import xref
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.markup import plain
from ncrefs.model import Dataset, Plot
from ncrefs.vocabulary import FeatureName, PlotResult

#: The lists that have a column, by the ids of their records.
_LISTS = ("powell-thyne-coups", "cline-center-coups", "colpus")
_FEATURES: tuple[FeatureName, ...] = typing.get_args(FeatureName)
#: Letters of the outcomes.
_RESULTS: dict[PlotResult, str] = {
    "succeeded": "S",
    "failed": "F",
    "foiled": "B",
    "disputed": "?",
}


def cases(catalog: Catalog) -> list[Plot]:
    """
    The cases that have features, by date.
    """
    return [event for event in catalog.timeline if isinstance(event, Plot) and event.features]


def comparison(catalog: Catalog) -> list[nodes.Node]:
    """
    A row for each case, below a legend of the columns: each sign leads to what is said of it.
    """
    found = cases(catalog)
    seen = {feature.feature for case in found for feature in case.features}
    features = [name for name in _FEATURES if name in seen]
    lists = _lists(catalog)
    legend: list[Inline] = [
        *(elements.text(phrases.capitalized(feature)) for feature in features),
        elements.text(
            "Outcome: S succeeded, F failed, B broken up before anybody moved, ? disputed"
        ),
        *([nodes.Text("Listed by "), xref(dataset)] for dataset in lists),
    ]
    listed = [dataset.id for dataset in lists]
    rows = [[_name(case), *_signs(case, features, listed)] for case in found]
    names = [
        *(phrases.capitalized(feature) for feature in features),
        "Outcome",
        *(f"Listed by {typeset(dataset.name)}" for dataset in lists),
    ]
    return matrix("Case", rows, legend, names)


def _name(case: Plot) -> Inline:
    """
    The name of a case, with its year where the name has none.
    """
    year = phrases.year_apart(case)
    return [xref(case, hint=""), *(elements.text(year) if year else [])]


def _signs(case: Plot, features: Sequence[FeatureName], listed: Sequence[str]) -> list[Inline]:
    known = {feature.feature: feature for feature in case.features}
    row: list[Inline] = []
    for name in features:
        feature = known.get(name)
        says = plain(feature.how or "") if feature else ""
        row.append([cell(case, feature.value, says, "features")] if feature else [])
    row.append(_outcome(case.result) if case.result else [])
    entries = {entry.dataset: entry for entry in case.datasets}
    for id_ in listed:
        entry = entries.get(id_)
        mark = entry.listed if entry else None
        row.append([cell(case, mark, plain(entry.says), "datasets")] if entry and mark else [])
    return row


def _outcome(result: PlotResult) -> elements.Cell:
    letter = _RESULTS[result]
    return elements.Cell(elements.text(letter), letter, f"Outcome: {result}")


def missing(catalog: Catalog) -> list[nodes.Node]:
    """
    The documented cases that a list leaves out, and which lists have them instead.
    """
    lists = _lists(catalog)
    rows: list[list[Inline]] = []
    for case in cases(catalog):
        says = {entry.dataset: plain(entry.says) for entry in case.datasets}
        if any(entry.listed == "no" for entry in case.datasets):
            found = [elements.text(says.get(dataset.id, "")) for dataset in lists]
            rows.append([_name(case), elements.badge(case.grade), *found])
    return [elements.table(("Case", "Grade", *(typeset(dataset.name) for dataset in lists)), rows)]


def _lists(catalog: Catalog) -> list[Dataset]:
    """
    The lists of coups that have a column; a catalog may lack one.
    """
    return [catalog.datasets[id_] for id_ in _LISTS if id_ in catalog.datasets.ids]
