"""
The complete JSON and its schema.
"""

import copy
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.export import files
from ncrefs.export.fields import classes, fields
from ncrefs.export.schema import definitions
from ncrefs.kinds import KINDS
from ncrefs.serial import from_plain
from tests.export.rebuild import plain
from tests.test_dates import EDTF

jsonschema = pytest.importorskip("jsonschema")


def schema_of_dates() -> dict[str, Any]:
    """
    The schema that all dates share.
    """
    found: dict[str, Any] = definitions("#")["Date"]
    return found


@pytest.fixture(scope="module")
def written(catalog: Catalog) -> Any:
    """
    The complete JSON, parsed.
    """
    return json.loads(files(catalog, "json")["ncrefs.json"])


@pytest.fixture(scope="module")
def schema(small: Catalog) -> Any:
    """
    The schema, parsed.
    """
    return json.loads(files(small, "json")["ncrefs.schema.json"])


def test_complete(catalog: Catalog, written: Any) -> None:
    """
    The records come back as they were, also as dataclasses.
    """
    assert plain(catalog) == written["records"]
    for kind in KINDS.values():
        found = [from_plain(kind.cls, data) for data in written["records"][kind.plural]]
        assert list(getattr(catalog, kind.plural)) == found


def test_valid(written: Any, schema: Any) -> None:
    """
    The schema is valid by its own standard, and the records by the schema.
    """
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [] == list(jsonschema.Draft202012Validator(schema).iter_errors(written))


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("purges", "grade", "certain"),
        ("purges", "when", 1956),
        ("purges", "when", "1956-13"),
        ("purges", "when", "in 1956"),
        ("purges", "summary", None),
        ("purges", "summary", ""),
        ("purges", "sources", "lee2001"),
        ("purges", "sources", ["lee 2001"]),
        ("purges", "id", "Corps purge"),
        ("purges", "id", "a" * 81),
        ("purges", "ordered_by", ["The Army"]),
        ("purges", "renamed_from", ["old_purge"]),
        ("purges", "no_such_field", "a"),
        ("plots", "country", "China"),
        ("plots", "actors", [{"who": "first-corps"}]),
        ("claims", "section", 10),
        ("places", "coordinates", {"latitude": 91, "longitude": 0}),
        ("people", "checked", "2026-02-30"),
        ("people", "accounts", [{"told_by": "lee2001"}]),
        ("sources", "id", "lee..2001"),
        ("sources", "url", "example.org/general"),
        ("sources", "url", "https://example.org/a general"),
        ("sources", "doi", "https://doi.org/10.1000/abc"),
        ("sources", "isbn", "978-0-231-14000-4"),
        ("sources", "language", "Korean"),
        ("sources", "tier", "press"),
    ],
)
def test_invalid(small: Catalog, schema: Any, kind: str, field: str, value: object) -> None:
    """
    The schema refuses what is no date, no id, no word of a vocabulary, no such field, or empty.
    """
    broken = copy.deepcopy(json.loads(files(small, "json")["ncrefs.json"]))
    broken["records"][kind][0][field] = value

    errors = jsonschema.Draft202012Validator(schema).iter_errors(broken)
    assert {("records", kind, 0)} == {tuple(error.absolute_path)[:3] for error in errors}


@given(EDTF)
def test_dates(edtf: str) -> None:
    """
    Every form of date that the package reads is one to the schema.
    """
    assert _is_date(edtf)


@given(st.from_regex(schema_of_dates()["pattern"], fullmatch=True))
def test_dates_are_dates(text: str) -> None:
    """
    What is a date to the schema is one to the package, but for the calendar and the order.
    """
    try:
        Date(text)
    except ValueError as error:
        assert re.search("out of range|ends before it starts", str(error))  # noqa: PT017


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "../..", "195", "1956-00", "1956-25", "1956-04-31", "1956-XX-05", "199X-05",
     "1956~~", "1956/1957/1958", "30 August 1956", "1956-8", "1956 "],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    """
    What is no date is none to either.
    """
    assert not _is_date(text)
    with pytest.raises(ValueError, match=r"."):
        Date(text)


def _is_date(text: str) -> bool:
    return not list(jsonschema.Draft202012Validator(schema_of_dates()).iter_errors(text))


def _meanings() -> dict[tuple[str, str], str]:
    return {(name, f.name): f.meaning for name, cls in classes().items() for f in fields(cls)}


def test_every_field_means_something() -> None:
    """
    The table of fields says of each what it means, in words of its own or those of its class.
    """
    assert all(_meanings().values())


def test_comments_are_the_meanings() -> None:
    """
    What a field means is what stands beside it in the model.
    """
    found = _meanings()

    assert "versions".capitalize() in found["Person", "accounts"]
    assert "where the two were seen together" in found["Identifier", "seen"]
    assert found["Account", "told_by"].startswith("Who tells it in these sources")
