"""
Records as plain values, and back.
"""

import json

import pytest

from ncrefs.dates import Date
from ncrefs.model import Fate, Person, Post
from ncrefs.serial import from_plain, to_plain
from ncrefs.vocabulary import Grade
from tests.book.sample import sample
from tests.helpers import person

MAN = Person(
    id="a",
    name="A",
    summary="A.",
    aliases=("B", "C"),
    posts=(Post(title="Chief", start=Date("1950")),),
    fate=Fate(what="retired", grade=Grade.REPORTED),
)


@pytest.mark.parametrize("defaults", [True, False])
def test_a_catalog_comes_back(defaults: bool) -> None:  # noqa: FBT001
    """
    By way of JSON, with its empty fields or without.
    """
    catalog = sample()
    for entity in (*catalog.records, *catalog.sources):
        told = json.loads(json.dumps(to_plain(entity, defaults=defaults)))
        assert entity == from_plain(type(entity), told)


def test_what_is_empty_need_not_be_told() -> None:
    """
    A field with its default is left out, at any depth.
    """
    assert {
        "id": "a",
        "name": "A",
        "summary": "A.",
        "aliases": ["B", "C"],
        "posts": [{"title": "Chief", "start": "1950"}],
        "fate": {"what": "retired", "grade": "reported"},
    } == to_plain(MAN, defaults=False)


def test_values_have_their_types_again() -> None:
    made = from_plain(Person, to_plain(MAN))

    assert MAN == made
    assert isinstance(made.aliases, tuple)
    assert isinstance(made.posts[0].start, Date)
    assert made.fate is not None
    assert isinstance(made.fate.grade, Grade)


def test_what_must_be_told_is_missed() -> None:
    told = to_plain(person("a", "A"))
    del told["name"]

    with pytest.raises(KeyError, match="name"):
        from_plain(Person, told)


def test_keys_are_text() -> None:
    """
    As JSON wants them.
    """
    assert {"1": ["1950", {"2": None}]} == to_plain({1: (Date("1950"), {2: None})})
    assert {"1": [{"title": "A"}]} == to_plain({1: [Post(title="A")]}, defaults=False)
