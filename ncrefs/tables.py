"""
The small tables of the catalog, read: CSV files in its folder `tables`.

They are aggregates made for this book from public lists: regimes from REIGN, attempts from
Powell and Thyne's list of events. Each row is a dataclass of `ncrefs.counts`.
"""

import csv
import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ncrefs.arguments import expect_word
from ncrefs.counts import (
    MEANS,
    Age,
    Attempt,
    Class,
    Coding,
    Forecast,
    ListCount,
    Period,
    Regime,
    StateLists,
)

#: Where the tables stand in a catalog.
FOLDER = "tables"
#: Version of the two files that most tables were counted from.
VERSION = (
    "REIGN as archived in democracyData, commit 29ea0a2; "
    "Powell and Thyne's events of 22 April 2019, with Mali of 18 August 2020 added"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """
    All tables of a catalog; those that it lacks are empty.
    """

    classes: tuple[Class, ...] = ()
    periods: tuple[Period, ...] = ()
    ages: tuple[Age, ...] = ()
    bloc: tuple[Regime, ...] = ()
    long_regimes: tuple[Regime, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    counts: tuple[ListCount, ...] = ()
    lists: tuple[StateLists, ...] = ()
    codings: tuple[Coding, ...] = ()
    forecasts: tuple[Forecast, ...] = ()

    def of_class(self, id_: str) -> Class:
        """
        The class of an id.

        Raises:
            ValueError: There is none.
        """
        expect_word("class", id_, [row.id for row in self.classes])
        return next(row for row in self.classes if row.id == id_)

    def by_age(self, class_: str, counted_by: str = "age of the regime") -> tuple[Age, ...]:
        """
        The bands of a class.
        """
        rows = (row for row in self.ages if row.class_ == class_)
        return tuple(row for row in rows if row.counted_by == counted_by)


#: What each table was made from: keys of sources.
SOURCES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("classes", "periods", "ages", "bloc", "long-regimes", "attempts"),
        ("democracydata", "powellthyne-events2019"),
    ),
    "counts": ("democracydata", "powellthyne-events2019", "cline2023", "colpus2022"),
    "lists": ("powellthyne-cy2026", "cline2023", "colpus2022"),
    "codings": ("democracydata",),
    "forecasts": ("ulfelder2015", "beger2017", "beger2020", "powellthyne-cy2026"),
}


#: The same in words.
FROM: Mapping[str, str] = {
    **dict.fromkeys(
        ("classes", "periods", "ages", "bloc", "long-regimes", "attempts"),
        "the regimes of REIGN and the attempts of Powell and Thyne, 1950 to 2020",
    ),
    "counts": "the regimes of REIGN and three lists of coups",
    "lists": "three lists of coups",
    "codings": "the classes of four schemes and the attempts of Powell and Thyne",
    "forecasts": "the published files of the forecasts; what happened is Powell and Thyne's",
}


def row_of(name: str) -> type:
    """
    The dataclass of a table's rows.
    """
    row: type = _item(typing.get_type_hints(Tables)[name.replace("-", "_")])
    return row


def columns(name: str) -> dict[str, str]:
    """
    What each column of a table means, by the name that it has in the file.
    """
    return {_heading(f.name): f.metadata[MEANS] for f in dataclasses.fields(row_of(name))}


def read_tables(root: Path) -> Tables:
    """
    The tables of a folder of records.

    Raises:
        ValueError: With file and line of a row that is not as its dataclass says.
    """
    found: dict[str, Any] = {}
    for name in SOURCES:
        path = root / FOLDER / f"{name}.csv"
        if path.is_file():
            found[name.replace("-", "_")] = tuple(_rows(path, row_of(name)))
    return Tables(**found)


def _rows(path: Path, cls: type) -> list[Any]:
    hints = typing.get_type_hints(cls)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = []
        for cells in reader:
            try:
                values = {name: _value(hint, cells[_heading(name)]) for name, hint in hints.items()}
            except (KeyError, ValueError) as error:
                raise ValueError(f"{path}:{reader.line_num}: {error}") from None
            rows.append(cls(**values))
    return rows


def _heading(name: str) -> str:
    return name.removesuffix("_")


def _item(hint: Any) -> Any:
    return typing.get_args(hint)[0]


def _value(hint: Any, text: str) -> Any:
    if typing.get_origin(hint) is types.UnionType:
        return _value(_item(hint), text) if text else None
    if typing.get_origin(hint) is tuple:
        return tuple(text.split())
    return hint(text)
