"""
The complete JSON and its schema.
"""

import copy
import json
from typing import Any

import pytest

from ncrefs.catalog import Catalog
from ncrefs.export import files
from ncrefs.export.fields import described
from ncrefs.kinds import KINDS
from ncrefs.serial import from_plain
from tests.export.rebuild import plain

jsonschema = pytest.importorskip("jsonschema")


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
    ("field", "value"),
    [("grade", "certain"), ("when", 1956), ("summary", None), ("sources", "lee2001")],
)
def test_invalid(small: Catalog, schema: Any, field: str, value: object) -> None:
    """
    The schema refuses an unknown word, a wrong type, and an empty field that must be filled.
    """
    broken = copy.deepcopy(json.loads(files(small, "json")["ncrefs.json"]))
    broken["records"]["purges"][0][field] = value

    assert list(jsonschema.Draft202012Validator(schema).iter_errors(broken))


def test_every_field_means_something() -> None:
    """
    The table of fields says of each what it means, in words of its own or those of its class.
    """
    assert [] == [(owner, field.name) for owner, field in described() if not field.meaning]


def test_comments_are_the_meanings() -> None:
    """
    What a field means is what stands beside it in the model.
    """
    found = {(owner, field.name): field.meaning for owner, field in described()}

    assert "versions".capitalize() in found["Person", "accounts"]
    assert "where the two were seen together" in found["Identifier", "seen"]
    assert found["Account", "told_by"].startswith("Who tells it in these sources")
