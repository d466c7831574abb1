"""
Mistakes in the tables, and in the digests of releases: told with file, line and column.
"""

import shutil
from pathlib import Path

import pytest

import ncrefs
from ncrefs.problems import CatalogError
from ncrefs.releases import FOLDER as RELEASES
from ncrefs.tables import FOLDER, read_tables
from tests.helpers import Folder, Found

ATTEMPTS = "tables/attempts.csv"
CLASSES = "tables/classes.csv"
CODINGS = "tables/codings.csv"
RELEASE = "releases/0.1.0.json"


@pytest.fixture
def full(folder: Folder) -> Folder:
    """
    The small catalog with the tables and releases of the package.
    """
    for name in (FOLDER, RELEASES):
        shutil.copytree(ncrefs.DATA / name, folder / name)
    return folder


def test_those_of_the_package_are_whole(full: Folder) -> None:
    assert [] == full.check()


MISTAKES = {
    "word for a number": (
        ATTEMPTS, "Bolivia,1953-01-06,0,", "Bolivia,1953-01-06,no,", 2, "successful",
        '"no" is not a whole number; write digits only',
    ),
    "not a number": (
        CLASSES, "11274.7", "nan", 2, "country_years", '"nan" is not a number; write digits only',
    ),
    "number below what it counts": (
        CLASSES, ",476,", ",-476,", 2, "attempts", "-476 is too little; write 0 or more",
    ),
    "number to divide by": (
        CLASSES, "11274.7", "0", 2, "country_years", "0.0 is too little; write more than 0",
    ),
    "empty cell": (ATTEMPTS, "Bolivia,1953", ",1953", 2, "state", "empty; write a value"),
    "comma in a cell": (
        ATTEMPTS, "Bolivia,1953", "Bolivia, East,1953", 2, "state",
        "5 cells for 4 columns; quote text that has a comma",
    ),
    "open quotation mark": (
        ATTEMPTS, "Bolivia,1953", '"Bolivia,1953', 2, "file",
        "broken CSV, unexpected end of data; close the quotation marks",
    ),
    "column that is none": (
        ATTEMPTS, "successful", "succesful", 1, "succesful",
        'no such column; did you mean "successful"?',
    ),
    "column too many": (
        ATTEMPTS, "type\nBolivia,1953-01-06,0,party-based", "type,x\nBolivia,1953-01-06,0,a,b", 1,
        "x", "no such column; the columns are state, date, successful or type",
    ),
    "column that is gone": (
        ATTEMPTS, ",successful", "", 1, "successful",
        "missing; the column is required, even if its cells are empty",
    ),
    "no head": (
        ATTEMPTS, "state,date,successful,type\n", "", 1, "file",
        "no names of columns; start with state,date,successful,type",
    ),
    "semicolons": (
        ATTEMPTS, "state,date,successful,type", "state;date;successful;type", 1, "file",
        'columns are parted by ";"; part them by commas',
    ),
    "invisible character": (
        ATTEMPTS, "Bolivia,1953", "Bol\u00adivia,1953", 2, "file",
        "U+00AD SOFT HYPHEN is an invisible character; delete it",
    ),
    "class that is none": (
        CODINGS, "1949,2010,party-personal", "1949,2010,party-persnal", 2, "class",
        'no class "party-persnal"; did you mean "party-personal"?',
    ),
    "broken digests": (
        RELEASE, '{"name": "ncrefs"', '{name: "ncrefs"', 1, "file",
        ("no complete JSON of ncrefs; it is no JSON (line 1, column 2: Expecting property name "
        "enclosed in double quotes); take it back from the history"),
    ),
    "digests of something else": (
        RELEASE, '"digests"', '"digest"', 1, "file",
        ('no complete JSON of ncrefs; it has neither "records" nor "digests"; take it back from '
        "the history"),
    ),
    "digests of another version": (
        RELEASE, '"version": "0.1.0"', '"version": "0.1.1"', 1, "file",
        'has version "0.1.1"; rename it 0.1.1.json',
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_one_mistake(full: Folder, mistake: tuple[str, str, str, int, str, str]) -> None:
    """
    One mistake is told once.
    """
    path, old, new, line, field, message = mistake
    full.replace(path, old, new)

    assert [(path, line, field, message)] == full.check()


def test_a_class_that_is_gone_is_told_once_for_each_table(full: Folder) -> None:
    text = (full / CLASSES).read_text("utf-8").splitlines(keepends=True)
    full.write(CLASSES, "".join(line for line in text if not line.startswith("bloc,")))

    assert [("tables/counts.csv", 6, "class", 'no class "bloc"; add it to classes.csv')] == (
        full.check()
    )


def test_classes_that_are_gone_are_told_once(full: Folder) -> None:
    (full / CLASSES).unlink()

    assert [(CLASSES, 1, "file", "no class in it; other tables name some")] == full.check()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (ATTEMPTS, "tables/attempt.csv", 'is not read: tables are CSV; did you mean "attempts"?'),
        (ATTEMPTS, "tables/z.md", "is not read: tables are CSV; the tables are ages, attempts, "),
        (RELEASE, "releases/0.1.0.txt", "is not read: releases are <version>.json"),
    ],
)
def test_a_file_that_is_none(full: Folder, old: str, new: str, message: str) -> None:
    """
    Told once, and what tells about the folder is passed over.
    """
    (full / old).rename(full / new)
    full.write("tables/README.md", "On these.")

    (found,) = full.check()

    assert (new, 1, "file") == found[:3]
    assert found.message.startswith(message)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("state,date\nBolívia,1\n".encode("latin-1"), "not UTF-8; save it as UTF-8"),
        ("state,date\n".encode("utf-16"), "UTF-16, which some programs call Unicode; save it as"),
        (b"", "no names of columns; start with state,date,successful,type"),
    ],
)
def test_a_file_in_another_form(full: Folder, data: bytes, message: str) -> None:
    full.write(ATTEMPTS, data)

    (found,) = full.check()

    assert found.message.startswith(message)


def test_what_programs_add_is_taken(full: Folder) -> None:
    """
    A mark at the beginning, other line ends, spaces about cells, empty lines.
    """
    before = read_tables(full.root)
    text = (
        (full / ATTEMPTS).read_text("utf-8").replace("\n", "\r\n\r\n").replace("Mali,", " Mali ,")
    )
    full.write(ATTEMPTS, f"\ufeff{text}")

    assert [] == full.check()
    assert before == read_tables(full.root)


def test_all_are_raised(full: Folder) -> None:
    """
    Who reads the tables alone is told of each cell.
    """
    full.replace(ATTEMPTS, "Bolivia,1953-01-06,0,", ",1953-01-06,no,")

    with pytest.raises(CatalogError) as info:
        read_tables(full.root)

    expected = [
        Found(ATTEMPTS, 2, "state", "empty; write a value"),
        Found(ATTEMPTS, 2, "successful", '"no" is not a whole number; write digits only'),
    ]
    assert expected == list(full.found(info.value.problems))
    assert Path(full / ATTEMPTS) == info.value.problems[0].path
