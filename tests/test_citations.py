"""
Sources and records as they are cited in words.
"""

from typing import Any

import pytest

from ncrefs import __version__
from ncrefs.citations import apa, as_source, chicago
from ncrefs.dates import Date
from ncrefs.export.common import RELEASED
from ncrefs.model import Source
from tests.helpers import person


def source(**fields: Any) -> Source:
    date = {"date": Date(fields.pop("date"))} if "date" in fields else {}
    return Source(
        **{"id": "a", "type": "book", "title": "Armies", "tier": "official", **fields, **date}
    )


DOI = "https://doi.org/10.1000/abc"
ARTICLE = source(
    type="article",
    title="A “guard”",
    authors=("Cho, A-ra Bo", "Kim, Dae", "Museum"),
    date="1999-03",
    container="Review",
    volume="3",
    number="2",
    pages="1–9",
    doi="10.1000/abc",
    url="https://example.org",
)


@pytest.mark.parametrize(
    ("cited", "as_apa", "as_chicago"),
    [
        (
            ARTICLE,
            "Cho, A.-R. B., Kim, D., & Museum (1999). A “guard”. Review, 3(2), 1–9. " + DOI,
            "Cho, A-ra Bo, Dae Kim and Museum. “A ‘guard’.” Review 3, no. 2 (March 1999): 1–9. "
            + DOI,
        ),
        (
            source(authors=("Lee, Mina",), date="2001", publisher="Hanul", pages="7"),
            "Lee, M. (2001). Armies. Hanul.",
            "Lee, Mina. Armies. Hanul, 2001.",
        ),
        (
            source(type="incollection", container="All.", authors=("Museum",), number="2"),
            "Museum (n.d.). Armies. In All, (2).",
            "Museum. “Armies.” In All., no. 2.",
        ),
        (
            source(type="online", publisher="Bureau", url="https://example.org/a", date="2001"),
            "Bureau (2001). Armies. https://example.org/a",
            "“Armies.” Bureau, 2001. https://example.org/a",
        ),
        (
            source(type="online", title="Is it?", date="2013-04-05", url="https://example.org/a"),
            "(2013, April 5). Is it? https://example.org/a",
            "“Is it?” 5 April 2013. https://example.org/a",
        ),
        (
            source(type="online", publisher="Bureau", date="2013~"),
            "Bureau (ca. 2013). Armies.",
            "“Armies.” Bureau, c. 2013.",
        ),
        (
            source(title="Is it?", note="A copy"),
            "(n.d.). Is it? A copy.",
            "Is it? A copy.",
        ),
        (
            source(authors=("Museum",), publisher="Museum", date="2001"),
            "Museum (2001). Armies.",
            "Museum. Armies. 2001.",
        ),
        (
            source(title="군대", translation="The army", publisher="Hanul"),
            "Hanul (n.d.). 군대 [The army].",
            "군대 [The army]. Hanul.",
        ),
        (
            source(type="article", title="군대?", translation="The army?", container="Review"),
            "(n.d.). 군대? [The army?]. Review.",
            "“군대?” [The army?]. Review.",
        ),
        (
            source(type="article", title='The "Songun" guard', container="Review"),
            '(n.d.). The "Songun" guard. Review.',
            "“The ‘Songun’ guard.” Review.",
        ),
    ],
    ids=[
        "article",
        "book",
        "chapter",
        "page",
        "page of a day",
        "page of about a year",
        "title alone",
        "own publisher",
        "book in another language",
        "article in another language",
        "title with a quotation as it is typed",
    ],
)
def test_a_source(cited: Source, as_apa: str, as_chicago: str) -> None:
    """
    Whatever is known of it stands where each style has it, with one full stop after each part.
    """
    assert (as_apa, as_chicago) == (apa(cited), chicago(cited))


def test_a_record_is_a_part_of_the_records() -> None:
    """
    Of this version, by its authors, with the name that it has everywhere.
    """
    cited = as_source(person("pak-jin", "Pak Jin"))

    assert (
        "ncrefs-pak-jin: The ncrefs authors "
        f"({RELEASED[:4]}). Pak Jin. In Why has North Korea never had a successful military coup? "
        f"The records (version {__version__}). urn:ncrefs:people:pak-jin."
    ) == f"{cited.id}: {apa(cited)}"
    assert ("incollection", "reference", RELEASED) == (cited.type, cited.tier, str(cited.date))


def test_a_source_is_cited_as_it_is() -> None:
    assert ARTICLE is as_source(ARTICLE)
