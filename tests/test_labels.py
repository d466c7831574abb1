"""
The short names of sources.
"""

from pathlib import Path
from typing import Any

import pytest

from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.labels import initial, label, labels
from ncrefs.model import Source


def source(id: str = "a", date: str = "", **fields: Any) -> Source:  # noqa: A002
    dated = {"date": Date(date)} if date else {}
    return Source(
        **{"id": id, "type": "book", "title": "Armies", "tier": "official", **fields, **dated}
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"authors": ("Lee, Mina",), "date": "2001-05"}, "Lee 2001"),
        ({"authors": ("Lee, Mina", "Army Museum"), "date": "1995~"}, "Lee and Army Museum c. 1995"),
        ({"authors": ("Lee, A", "Kim, B", "Pak, C"), "date": "199X"}, "Lee et al. 1990s"),
        ({"authors": ("Lee, Mina",), "publisher": "Hanul"}, "Lee n.d."),
        ({"publisher": "Hanul", "container": "Review", "date": "2001"}, "Hanul 2001"),
        ({"container": "Review", "date": "2001"}, "Review 2001"),
        ({"date": "2001"}, "Armies 2001"),
        ({"publisher": "Hanul"}, "Hanul, “Armies”"),
        ({}, "“Armies”"),
        ({"authors": ("김, 정은",), "publisher": "Hanul", "date": "2001"}, "Hanul 2001"),
        ({"authors": ("김철수",), "publisher": "한울", "container": "Review"}, "Review, “Armies”"),
        ({"authors": ("Ŏm, Sun", "김철수"), "publisher": "Hanul"}, "Hanul, “Armies”"),
        ({"authors": ("김, 정은",), "publisher": "한울", "date": "2001"}, "김 2001"),
        ({"publisher": "한울", "container": "Review", "date": "2001"}, "Review 2001"),
        ({"publisher": "한울", "date": "2001"}, "한울 2001"),
        ({"title": "군대", "translation": "The army", "publisher": "Hanul"}, "Hanul, “The army”"),
        ({"title": "Armies (in Korean)"}, "“Armies”"),
        ({"title": "Armies (a study) at war (2nd edition)"}, "“Armies”"),
        ({"title": " (in Korean)"}, "“ (in Korean)”"),
        ({"title": "A title of thirty letters, so!"}, "“A title of thirty letters, so!”"),
        ({"title": "A title of thirty letters, andmore"}, "“A title of thirty letters …”"),
        ({"title": "The “Frunze” affair"}, "“The ‘Frunze’ affair”"),
        ({"title": '"No Way Out" in 1996'}, "“‘No Way Out’ in 1996”"),
        ({"title": "“Bloody purge” that struck an army"}, "“‘Bloody purge’ that struck an …”"),
        ({"title": "What is the “elite upheaval affair”?"}, "“What is the ‘elite upheaval …’”"),
        ({"title": "Incomprehensibilitiesincomprehensible"}, "“Incomprehensibilitiesincompreh …”"),
    ],
)
def test_one(fields: dict[str, Any], name: str) -> None:
    """
    Authors, or who published it, or its title, and the year.
    """
    assert name == label(source(**fields))


def test_those_alike_get_letters() -> None:
    """
    In the order of their keys; after a title in quotes with a space before it.
    """
    made = [
        source("b", "2001", authors=("Lee, Mina",)),
        source("a", "2001", authors=("Lee, Jun",)),
        source("c", "2002", authors=("Lee, Mina",)),
        source("d"),
        source("e"),
    ]
    catalog = Catalog(Path(), (), {one.id: one for one in made}, {}, {})

    assert {
        "a": "Lee 2001a",
        "b": "Lee 2001b",
        "c": "Lee 2002",
        "d": "“Armies” a",
        "e": "“Armies” b",
    } == labels(catalog)


@pytest.mark.parametrize(
    ("author", "letter"), [("Ŏm, Sun", "o"), ("김, 정은", "other"), ("6 Corps", "other")]
)
def test_initial(author: str, letter: str) -> None:
    """
    The letter without its marks; all that begin with no Latin letter stand together.
    """
    assert letter == initial(source(date="2001", authors=(author,)))
