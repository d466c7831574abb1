"""
The book for machines: twins, linked data, site map.
"""

import dataclasses
import json
import types
import typing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import ncrefs
from ncrefs.book.site.json_files import json_path
from ncrefs.dates import Date
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.serial import to_plain
from ncrefs.vocabulary import Grade
from tests.book.conftest import Book, small_book
from tests.book.pages import Page

Pages = dict[str, Page]
CLASSES = {kind.plural: kind.cls for kind in (*KINDS.values(), SOURCES)}


def restored(hint: Any, value: Any) -> Any:
    """
    The value that a piece of a twin stands for.
    """
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        if value is None:
            return None
        hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
    if typing.get_origin(hint) is tuple:
        return tuple(restored(typing.get_args(hint)[0], item) for item in value)
    if typing.get_origin(hint) is typing.Literal:
        return value
    if dataclasses.is_dataclass(hint) and hint is not Date:
        hints = typing.get_type_hints(hint)
        values = {name: restored(hints[name], item) for name, item in value.items()}
        return typing.cast("type", hint)(**values)
    return hint(value)


class TestTwins:
    def test_each_gives_back_its_record(self, book: Book) -> None:
        """
        Every value of every record and source is in its file, and nothing of it is lost.
        """
        catalog = ncrefs.load()
        for entity in (*catalog.records, *catalog.sources):
            data = json.loads((book.output / json_path(entity)).read_text(encoding="utf-8"))
            kind = data.pop("kind")
            assert "CC-BY-4.0" == data.pop("license")
            assert {field.name for field in dataclasses.fields(entity)} == data.keys()
            assert entity == restored(CLASSES[kind], data)

    def test_it_is_plain_and_sorted(self, book: Book) -> None:
        """
        Dates are EDTF, grades words, Korean itself; keys stand in order.
        """
        text = (book.output / "reference/plots/vi-corps-affair.json").read_text(encoding="utf-8")
        assert '"when": "1995~"' in text
        assert '"grade": "disputed"' in text
        assert "6군단" in text
        data = json.loads(text)
        assert sorted(data) == list(data)
        assert not {"kind", "license"} & {f.name for f in dataclasses.fields(KINDS["plots"].cls)}

    def test_the_list_has_every_record(self, book: Book) -> None:
        """
        With its file and its page, both of which exist.
        """
        data = json.loads((book.output / "reference/index.json").read_text(encoding="utf-8"))
        catalog = ncrefs.load()
        wanted = [(e.id, kind_of(e).plural) for e in (*catalog.records, *catalog.sources)]
        assert wanted == [(entry["id"], entry["kind"]) for entry in data["records"]]
        for entry in data["records"]:
            assert (book.output / entry["json"]).is_file()
            assert (book.output / entry["page"].partition("#")[0]).is_file()
            assert entry["name"]

    def test_pages_name_their_twin(self, book: Book, book_pages: Pages) -> None:
        """
        In the head for programs, below the text for readers.
        """
        for name, page in book_pages.items():
            path = Path(name)
            if path.parts[0] != "reference" or path.stem == "index":
                continue
            if path.parent.name in ("sources", "names"):
                continue
            named = [
                link.get("href")
                for link in page.all("link")
                if link.get("rel") == "alternate" and link.get("type") == "application/json"
            ]
            assert [f"{path.stem}.json"] == named
            shown = [a.get("href") for a in page.all("a") if a.text == "This record as JSON"]
            assert named == shown
        assert (book.output / "reference/people/kim-il-sung.json").is_file()

    def test_twins_of_removed_records_go_away(self, built: Book) -> None:
        """
        What is left is what the catalog has.
        """
        assert built.data is not None
        path = built.output / "reference/events/port-strike.json"
        assert path.is_file()
        (built.data / "events/port-strike.md").unlink()
        (built.data / "sources.bib").write_text(
            (built.data / "sources.bib").read_text(encoding="utf-8"), encoding="utf-8"
        )
        assert "" == built.build().errors
        assert not path.exists()
        assert "port-strike" not in (built.output / "search-index.js").read_text(encoding="utf-8")

    def test_plain_values_are_of_json(self) -> None:
        """
        No type of Python's is left in them.
        """
        assert {"low": 1.0, "grade": "alleged", "when": ["1995~"]} == {
            "low": to_plain(1.0),
            "grade": to_plain(Grade.ALLEGED),
            "when": to_plain((Date("1995~"),)),
        }
        assert str is type(to_plain(Grade.ALLEGED))


#: Types of schema.org that the book uses: the properties each may have here, and must.
NAMED = {"name", "url", "description", "identifier", "alternateName", "sameAs"}
VOCABULARY: dict[str, tuple[set[str], set[str]]] = {
    "WebPage": (
        NAMED | {"mainEntity", "about", "inLanguage", "isPartOf", "license"},
        {"name", "inLanguage", "isPartOf", "license"},
    ),
    "Book": (NAMED, {"name", "url"}),
    "Dataset": (
        NAMED
        | {"license", "version", "creator", "isAccessibleForFree"}
        | {"temporalCoverage", "spatialCoverage"},
        {"name", "description", "license"},
    ),
    "Person": (
        NAMED
        | {"birthDate", "deathDate", "birthPlace", "deathPlace", "memberOf"}
        | {"parent", "children", "sibling", "spouse"},
        {"name"},
    ),
    "Organization": (
        NAMED | {"foundingDate", "dissolutionDate", "location", "parentOrganization"},
        {"name"},
    ),
    "Place": (NAMED | {"address", "geo"}, {"name"}),
    "PostalAddress": ({"addressCountry", "addressRegion"}, {"addressCountry"}),
    "GeoCoordinates": ({"latitude", "longitude"}, {"latitude", "longitude"}),
    "Event": (NAMED | {"startDate", "endDate", "location"}, {"name"}),
    "DefinedTerm": (NAMED | {"inDefinedTermSet"}, {"name", "inDefinedTermSet"}),
    "DefinedTermSet": (NAMED | {"hasDefinedTerm"}, {"name"}),
    "Thing": (NAMED, {"name", "description"}),
}
#: Where a property holds a date, how it must look: ISO 8601.
DATES = ("birthDate", "deathDate", "foundingDate", "dissolutionDate", "startDate", "endDate")


def linked_data(page: Page) -> dict[str, Any] | None:
    """
    The JSON-LD of a page.
    """
    found = [s for s in page.all("script") if s.get("type") == "application/ld+json"]
    assert len(found) < 2
    return json.loads(found[0].text or "") if found else None


def things(value: Any) -> list[dict[str, Any]]:
    """
    Everything with a type in a piece of JSON-LD.
    """
    if isinstance(value, list):
        return [thing for item in value for thing in things(item)]
    if isinstance(value, dict):
        inner = [thing for item in value.values() for thing in things(item)]
        return [value, *inner] if "@type" in value else inner
    return []


class TestLinkedData:
    def test_it_keeps_to_the_vocabulary(self, book_pages: Pages) -> None:
        """
        Known types, properties that they have, those they need, and nothing empty.
        """
        count = 0
        for name, page in book_pages.items():
            data = linked_data(page)
            if data is None:
                continue
            assert "https://schema.org" == data.pop("@context")
            for thing in things(data):
                count += 1
                allowed, needed = VOCABULARY[thing.pop("@type")]
                assert thing.keys() <= allowed, (name, thing.keys() - allowed)
                assert needed <= thing.keys(), (name, thing)
                assert all(value not in ("", [], {}, None) for value in thing.values()), (
                    name,
                    thing,
                )
                for key in DATES:
                    assert Date(thing.get(key, "2000")).is_certain
        assert count > len(ncrefs.people)

    def test_every_page_of_a_record_has_it(self, book_pages: Pages) -> None:
        """
        With the record's name and summary, and its item at Wikidata.
        """
        for person in ncrefs.people:
            data = linked_data(book_pages[f"reference/people/{person.id}.html"])
            assert data is not None
            main = data["mainEntity"]
            assert (person.name, person.summary) == (main["name"], main["description"])
            assert "Person" == main["@type"]
            items = [i.value for i in person.identifiers if i.scheme == "wikidata"]
            same = [address.rpartition("/")[2] for address in main.get("sameAs", [])]
            assert items == same

    def test_only_what_is_known_is_an_event(self, book_pages: Pages) -> None:
        """
        A machine must not take an alleged plot for one that was.
        """
        doubtful = ("alleged", "disputed", "refuted")
        types_of: dict[bool, set[str]] = {}
        for plot in ncrefs.plots:
            data = linked_data(book_pages[f"reference/plots/{plot.id}.html"])
            assert data is not None
            types_of.setdefault(plot.grade.value in doubtful, set()).add(
                data["mainEntity"]["@type"]
            )
        assert {True: {"Thing"}, False: {"Event"}} == types_of

    def test_doubtful_dates_are_left_out(self, book_pages: Pages) -> None:
        """
        A disputed day of birth is none to a machine.
        """
        data = linked_data(book_pages["reference/people/jang-song-thaek.html"])
        assert data is not None
        assert "birthDate" not in data["mainEntity"]
        assert "2013-12-12" == data["mainEntity"]["deathDate"]

    def test_terms_have_it_on_their_common_page(self, book_pages: Pages) -> None:
        """
        Each with the address of its entry.
        """
        glossary = linked_data(book_pages["glossary.html"])
        assert glossary is not None
        terms = glossary["mainEntity"]["hasDefinedTerm"]
        assert [f"glossary.html#{term.id}" for term in ncrefs.terms] == [t["url"] for t in terms]

    def test_a_text_cannot_end_the_script(self, small: Book) -> None:
        """
        A spelling that looks like markup stays text.
        """
        assert small.data is not None
        path = small.data / "places/port-nam.md"
        path.write_text(
            path.read_text().replace("country:", "aliases: ['</script><b>Nam']\ncountry:")
        )
        assert "" == small.build().errors
        data = linked_data(Page(small.output / "reference/places/port-nam.html"))
        assert data is not None
        assert ["</script><b>Nam"] == data["mainEntity"]["alternateName"]


class TestSitemap:
    @pytest.fixture(scope="class")
    @classmethod
    def placed(cls, tmp_path_factory: pytest.TempPathFactory) -> Book:
        """
        A book that knows where it will stand.
        """
        small = small_book(tmp_path_factory.mktemp("placed"))
        assert "" == small.build("-Dhtml_baseurl=https://example.org/book/").errors
        return small

    def test_it_lists_every_page_in_order(self, placed: Book) -> None:
        """
        In full, by the protocol of sitemaps.org; not the search and the general index.
        """
        root = ET.fromstring((placed.output / "sitemap.xml").read_bytes())
        space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
        assert f"{space}urlset" == root.tag
        found = [loc.text or "" for loc in root.iter(f"{space}loc")]
        pages = [
            path.relative_to(placed.output).as_posix() for path in placed.output.rglob("*.html")
        ]
        wanted = {
            f"https://example.org/book/{page}"
            for page in pages
            if page not in ("404.html", "search.html", "genindex.html")
            and not page.startswith("_static/")
        }
        assert wanted == set(found)
        assert sorted(found) == found

    def test_robots_are_told_of_it(self, placed: Book) -> None:
        """
        Everything may be read.
        """
        robots = (placed.output / "robots.txt").read_text(encoding="utf-8")
        assert "Sitemap: https://example.org/book/sitemap.xml" in robots.splitlines()
        assert "Disallow" not in robots

    def test_pages_say_where_they_stand(self, placed: Book) -> None:
        """
        Addresses for others are in full then.
        """
        page = Page(placed.output / "reference/people/pak-hun.html")
        wanted = "https://example.org/book/reference/people/pak-hun.html"
        canonical = [a.get("href") for a in page.all("link") if a.get("rel") == "canonical"]
        shared = [m.get("content") for m in page.all("meta") if m.get("property") == "og:url"]
        data = linked_data(page)
        assert data is not None
        assert [wanted] == canonical == shared
        assert wanted == data["mainEntity"]["url"]

    def test_a_book_for_the_disk_has_none(self, book: Book) -> None:
        """
        Without an address there is nothing to list.
        """
        assert not (book.output / "sitemap.xml").exists()
        assert not Path(book.output / "robots.txt").exists()
