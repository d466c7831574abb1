"""
What pages tell search engines.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ncrefs.book import store
from ncrefs.book.site import linked_data
from tests.book.sample import SAMPLE
from tests.helpers import Folder


class App:
    """
    What a page asks of Sphinx.
    """

    def __init__(self, folder: Path, base: str = "") -> None:
        self.builder = self
        self.config = SimpleNamespace(
            ncrefs_data=str(folder),
            root_doc="index",
            html_title="Why?",
            html_baseurl=base,
            project="book",
            version="1.0",
            author="Somebody",
        )

    def get_target_uri(self, docname: str) -> str:
        return f"{docname}.html"

    def get_relative_uri(self, here: str, docname: str) -> str:
        return "" if here == docname else f"../{docname}.html"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """
    A book of the sample.
    """
    made = App(Folder(tmp_path_factory.mktemp("records"), SAMPLE).root)
    store.forget_catalog(made)  # type: ignore[arg-type]
    yield made
    made.config.html_baseurl = ""


def page(app: Any, id_: str) -> dict[str, Any]:
    """
    What the page of a record says.
    """
    entity = store.catalog_of(app.config).records[id_]
    text = linked_data.of_page(app, f"reference/x/{id_}", entity)
    assert text is not None
    found: dict[str, Any] = json.loads(text)
    return found


def thing(app: Any, id_: str) -> dict[str, Any]:
    """
    What it says of the record.
    """
    found: dict[str, Any] = page(app, id_)["mainEntity"]
    return found


def entries(app: Any, pagename: str) -> dict[str, Any]:
    """
    What a page says that is no record's.
    """
    text = linked_data.of_page(app, pagename, None)
    assert text is not None
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_person(app: Any) -> None:
    assert {
        "@type": "Person",
        "alternateName": ["박훈", "朴勳", "Bak Hun", "Park Hoon"],
        "birthDate": "1900",
        "deathDate": "1970-05-01",
        "deathPlace": [
            {"@type": "Place", "name": "Port Nam", "url": "../reference/places/port-nam.html"}
        ],
        "description": "A general who led the First Corps.",
        "identifier": "pak-hun",
        "memberOf": [
            {
                "@type": "Organization",
                "name": "First Corps",
                "url": "../reference/organizations/first-corps.html",
            }
        ],
        "name": "Pak Hun",
        "parent": [
            {"@type": "Person", "name": "Pak Jin", "url": "../reference/people/pak-jin.html"}
        ],
        "sameAs": ["http://www.wikidata.org/entity/Q42"],
        "url": "../reference/people/pak-hun.html",
    } == thing(app, "pak-hun")


def test_who_died_in_doubt_has_no_date_of_death(app: Any) -> None:
    assert {
        "@type": "Person",
        "description": "A chief of staff.",
        "identifier": "han-sol",
        "memberOf": [
            {
                "@type": "Organization",
                "name": "The Army",
                "url": "../reference/organizations/the-army.html",
            }
        ],
        "name": "Han Sol",
        "url": "../reference/people/han-sol.html",
    } == thing(app, "han-sol")


def test_kin_have_their_property(app: Any) -> None:
    assert {
        "@type": "Person",
        "children": [
            {"@type": "Person", "name": "Leader", "url": "../reference/people/leader.html"}
        ],
        "description": "The second leader.",
        "identifier": "heir",
        "name": "Heir",
        "spouse": [{"@type": "Person", "name": "Lady", "url": "../reference/people/lady.html"}],
        "url": "../reference/people/heir.html",
    } == thing(app, "heir")


def test_a_body(app: Any) -> None:
    assert {
        "@type": "Organization",
        "description": "A corps on the coast.",
        "foundingDate": "1948",
        "identifier": "first-corps",
        "location": [
            {"@type": "Place", "name": "Port Nam", "url": "../reference/places/port-nam.html"}
        ],
        "name": "First Corps",
        "parentOrganization": [
            {
                "@type": "Organization",
                "name": "The Army",
                "url": "../reference/organizations/the-army.html",
            }
        ],
        "url": "../reference/organizations/first-corps.html",
    } == thing(app, "first-corps")


def test_a_place(app: Any) -> None:
    assert {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressCountry": "CL", "addressRegion": "Bío Bío"},
        "description": "A place far away.",
        "geo": {"@type": "GeoCoordinates", "latitude": -36.25, "longitude": -73.5},
        "identifier": "south",
        "name": "South",
        "url": "../reference/places/south.html",
    } == thing(app, "south")


def test_an_event_that_is_certain(app: Any) -> None:
    assert {
        "@type": "Event",
        "description": "Generals took power in the south.",
        "identifier": "junta",
        "name": "Junta",
        "startDate": "1973-09-11",
        "url": "../reference/plots/junta.html",
    } == thing(app, "junta")


def test_what_is_only_alleged_is_no_event(app: Any) -> None:
    assert {
        "@type": "Thing",
        "description": "Officers of the First Corps are said to have planned a march.",
        "identifier": "corps-plot",
        "name": "Corps plot",
        "url": "../reference/plots/corps-plot.html",
    } == thing(app, "corps-plot")


def test_a_mechanism_is_a_term(app: Any) -> None:
    assert {
        "@type": "DefinedTerm",
        "description": "A guard outside the army.",
        "identifier": "guards",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "Mechanisms"},
        "name": "Guards",
        "url": "../reference/mechanisms/guards.html",
    } == thing(app, "guards")


def test_a_term(app: Any) -> None:
    assert {
        "@type": "DefinedTerm",
        "alternateName": ["호위", "guard unit"],
        "description": "Those who guard.",
        "identifier": "guard",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "Glossary"},
        "name": "Guard",
        "url": "../glossary.html#guard",
    } == thing(app, "guard")


def test_other_kinds_are_things(app: Any) -> None:
    assert {
        "@type": "Thing",
        "description": "A list of coups.",
        "identifier": "colpus",
        "name": "Colpus",
        "url": "../reference/datasets/colpus.html",
    } == thing(app, "colpus")


def test_an_open_period_has_no_end(app: Any) -> None:
    assert {
        "@type": "Event",
        "description": "A son took over from his father.",
        "identifier": "handover",
        "name": "Handover",
        "url": "../reference/successions/handover.html",
    } == thing(app, "handover")


def test_a_period_has_both_ends(app: Any) -> None:
    assert {
        "@type": "Event",
        "description": "The officers of the First Corps were replaced.",
        "endDate": "1956-03",
        "identifier": "corps-purge",
        "name": "Corps purge",
        "startDate": "1956-01",
        "url": "../reference/purges/corps-purge.html",
    } == thing(app, "corps-purge")


def test_a_page_is_part_of_the_book(app: Any) -> None:
    assert {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "description": "The first leader.",
        "inLanguage": "en",
        "isPartOf": {"@type": "Book", "name": "Why?", "url": "../index.html"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "mainEntity": None,
        "name": "Leader",
    } == {**page(app, "leader"), "mainEntity": None}


def test_the_landing_page_is_a_dataset(app: Any) -> None:
    assert {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "inLanguage": "en",
        "isPartOf": {"@type": "Book", "name": "Why?", "url": "index.html"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "mainEntity": {
            "@type": "Dataset",
            "creator": {"@type": "Organization", "name": "Somebody"},
            "description": (
                "Typed, dated, graded and cited records of the people, organizations, places, "
                "plots, purges, successions and mechanisms that bear on the question “Why?”"
            ),
            "isAccessibleForFree": True,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "name": "book: people, organizations, plots and purges in North Korea",
            "spatialCoverage": {"@type": "Place", "name": "North Korea"},
            "temporalCoverage": "1945/..",
            "version": "1.0",
        },
        "name": "Why?",
    } == entries(app, "index")


def test_the_glossary_is_a_set_of_terms(app: Any) -> None:
    made = entries(app, "glossary")
    terms = made["mainEntity"].pop("hasDefinedTerm")
    assert {"@type": "DefinedTermSet", "name": "Glossary"} == made["mainEntity"]
    assert ("WebPage", "Glossary") == (made["@type"], made["name"])
    assert [("Coup", "glossary.html#coup"), ("Guard", "glossary.html#guard")] == [
        (term["name"], term["url"]) for term in terms
    ]


def test_other_pages_say_nothing(app: Any) -> None:
    assert linked_data.of_page(app, "map", None) is None


def test_a_book_that_knows_its_place_gives_addresses_in_full(app: Any) -> None:
    app.config.html_baseurl = "https://example.org/book/"
    try:
        assert "https://example.org/book/index.html" == page(app, "leader")["isPartOf"]["url"]
        assert "https://example.org/book/glossary.html#guard" == thing(app, "guard")["url"]
    finally:
        app.config.html_baseurl = ""


def test_no_text_ends_the_element_that_holds_it(app: Any) -> None:
    app.config.html_title = "</script>"
    try:
        text = linked_data.of_page(app, "index", None)
    finally:
        app.config.html_title = "Why?"
    assert text is not None
    assert "<" not in text
    assert "</script>" == json.loads(text)["name"]
