"""
The small tables of the catalog, read: CSV files in its folder `tables`.

They are aggregates made for this book from public lists: regimes from REIGN, attempts from
Powell and Thyne's list of events. Each row is a dataclass of `ncrefs.counts`.
"""

import csv
import dataclasses
import io
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ncrefs import hints
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
from ncrefs.files import listed, read_text
from ncrefs.numerals import read_number
from ncrefs.problems import CatalogError, Problem, choose, near, suggest

#: Where the tables stand in a catalog.
FOLDER = "tables"
#: Version of the two files that most tables were counted from.
VERSION = (
    "REIGN as archived in democracyData, commit 29ea0a2; "
    "Powell and Thyne's events of 22 April 2019, with Mali of 18 August 2020 added"
)


#: Columns by which others are divided, and the start of those that may be negative.
_DIVISORS = ("country_years", "sum", "alpha", "beta")
_SIGNED = "fit_"


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
    row: type = hints.item(typing.get_type_hints(Tables)[name.replace("-", "_")])
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
        ncrefs.problems.CatalogError: With every cell that is not as its dataclass says.
    """
    read = _read(root)
    if problems := [problem for reader in read.values() for problem in reader.problems]:
        raise CatalogError(problems)
    return Tables(**{name.replace("-", "_"): tuple(reader.rows) for name, reader in read.items()})


def problems_of(root: Path) -> Iterator[Problem]:
    """
    What is wrong with the tables of a folder of records, and what there is no table.
    """
    read = _read(root)
    for reader in read.values():
        yield from reader.problems
    if "classes" not in read or not read["classes"].problems:
        yield from _unknown_classes(root, read)
    for path in listed(root / FOLDER):
        if path.name not in {f"{name}.csv" for name in SOURCES}:
            hint = choose(path.stem, sorted(SOURCES), "the tables are")
            yield Problem(path, 1, "file", f"is not read: tables are CSV{hint}")


def _unknown_classes(root: Path, read: "dict[str, _Reader]") -> Iterator[Problem]:
    classes = {row.id for row in read["classes"].rows} if "classes" in read else set()
    for reader in read.values():
        told = {*classes, None}  # each once for a table
        for line, row in zip(reader.lines, reader.rows, strict=True):
            named = getattr(row, "class_", None)
            if named not in told and not classes:
                what = "no class in it; other tables name some"
                yield Problem(root / FOLDER / "classes.csv", 1, "file", what)
                return
            if named not in told:
                told.add(named)
                hint = suggest(str(named), classes) or "; add it to classes.csv"
                yield Problem(reader.path, line, "class", f'no class "{named}"{hint}')


def _read(root: Path) -> "dict[str, _Reader]":
    paths = {name: root / FOLDER / f"{name}.csv" for name in SOURCES}
    return {name: _Reader(path, row_of(name)) for name, path in paths.items() if path.is_file()}


class _Reader:
    """
    Turns the lines of one table into rows and notes what is wrong.
    """

    def __init__(self, path: Path, cls: type) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.rows: list[Any] = []
        self.lines: list[int] = []  #: of the rows
        self._cls = cls
        self._names = {_heading(field.name): field.name for field in dataclasses.fields(cls)}
        self._hints = typing.get_type_hints(cls)
        self._read()

    def _fail(self, line: int, column: str, message: str) -> None:
        self.problems.append(Problem(self.path, line, column, message))

    def _read(self) -> None:
        file = read_text(self.path)
        self.problems += file.problems
        for line, what in file.strange:
            self._fail(line, "file", what)
        lines = csv.reader(io.StringIO(file.text), strict=True)
        done = 0
        try:
            head = next(lines, [])
            if self.problems or not self._is_head(head):
                return
            done = lines.line_num
            for cells in lines:
                done = lines.line_num
                if cells:
                    self._row(done, head, cells)
        except csv.Error as error:
            self._fail(done + 1, "file", f"broken CSV, {error}; close the quotation marks")

    def _is_head(self, head: list[str]) -> bool:
        wanted = list(self._names)
        if len(head) == 1 and (other := re.search(r"[;\t]", head[0])):
            self._fail(1, "file", f'columns are parted by "{other[0]}"; part them by commas')
            return False
        if not set(head) & set(wanted):
            self._fail(1, "file", f"no names of columns; start with {','.join(wanted)}")
            return False
        twice = {name for name in head if head.count(name) > 1}
        for name in dict.fromkeys(head):
            if name not in wanted:
                hint = choose(name, wanted, "the columns are")
                self._fail(1, name or "file", f"no such column{hint}")
            elif name in twice:
                self._fail(1, name, "given twice; keep one")
        meant = {near(name, wanted) for name in head if name not in wanted}
        for name in wanted:
            if name not in head and name not in meant:
                self._fail(1, name, "missing; the column is required, even if its cells are empty")
        return not self.problems

    def _row(self, line: int, head: list[str], cells: list[str]) -> None:
        if len(cells) != len(head):
            message = f"{len(cells)} cells for {len(head)} columns; quote text that has a comma"
            self._fail(line, head[0], message)
            return
        values = {}
        for heading, text in zip(head, cells, strict=True):
            name = self._names[heading]
            try:
                values[name] = _bounded(name, _value(self._hints[name], text.strip()))
            except ValueError as error:
                self._fail(line, heading, str(error))
        if len(values) == len(head):
            self.rows.append(self._cls(**values))
            self.lines.append(line)


def _heading(name: str) -> str:
    return name.removesuffix("_")


def _bounded(name: str, value: Any) -> Any:
    """
    Raises:
        ValueError: A number is less than what it counts can be.
    """
    counts = isinstance(value, int | float) and not name.startswith(_SIGNED)
    if counts and (value < 0 or (value == 0 and name in _DIVISORS)):
        least = "more than 0" if name in _DIVISORS else "0 or more"
        raise ValueError(f"{value} is too little; write {least}")
    return value


def _value(hint: Any, text: str) -> Any:
    """
    Raises:
        ValueError: The text is no value of the type.
    """
    if not text and hints.bare(hint) is not hint:
        return None
    hint = hints.bare(hint)
    if hints.item(hint):
        return tuple(text.split())
    if not text:
        raise ValueError("empty; write a value")
    return text if hint is str else read_number(hint, text)
