"""
Maps, graphs and linked data, each read by those that people read them with.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from ncrefs.catalog import Catalog
from ncrefs.export import files, write
from ncrefs.export.common import LICENCE, LICENCE_URL, uri
from ncrefs.export.fields import fields
from ncrefs.model import Entity, Source
from ncrefs.releases import releases
from tests.helpers import Folder


class TestGeoJson:
    """
    Tests for the map.
    """

    def test_complete(self, catalog: Catalog) -> None:
        """
        Every place and every dated record is a feature, with its grade.
        """
        data = json.loads(files(catalog, "geojson")["ncrefs.geojson"])

        assert [*catalog.places.ids, *catalog.timeline.ids] == [f["id"] for f in data["features"]]
        grades = {f["id"]: f["properties"].get("grade") for f in data["features"]}
        assert all(grades[event.id] == event.grade for event in catalog.timeline)
        assert LICENCE == data["license"]

    def test_shapely(self, catalog: Catalog) -> None:
        """
        Shapely reads each geometry; a place stands where its coordinates say.
        """
        shapely = pytest.importorskip("shapely.geometry")
        data = json.loads(files(catalog, "geojson")["ncrefs.geojson"])

        for feature in data["features"]:
            if feature["geometry"]:
                assert shapely.shape(feature["geometry"]).is_valid
                place = catalog.places.get(feature["id"])
                if place and place.coordinates:
                    point = shapely.shape(feature["geometry"])
                    found = (place.coordinates.longitude, place.coordinates.latitude)
                    assert found == (point.x, point.y)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
class TestNetworks:
    """
    Tests for the graphs of ties and kin.
    """

    def test_complete(self, catalog: Catalog, name: str, out: Path) -> None:
        """
        networkx reads all people and organizations, all ties and kin, with dates and grades.
        """
        nx = pytest.importorskip("networkx")
        (path,) = write(catalog, name, out)

        read = nx.read_graphml if name == "graphml" else nx.read_gexf
        graph = read(str(path))

        assert {*catalog.people.ids, *catalog.organizations.ids} == set(graph)
        ties = [
            (body.id, tie.to, tie.relation, str(tie.start or ""), tie.grade or "")
            for body in catalog.organizations
            for tie in body.ties
        ]
        kin = [(p.id, kin.to, kin.relation, "", "") for p in catalog.people for kin in p.kin]
        found = [
            (source, target, data["relation"], data.get("since", ""), data.get("grade", ""))
            for source, target, data in graph.edges(data=True)
        ]
        assert sorted([*ties, *kin]) == sorted(found)

    def test_over_time(self, small: Catalog, name: str) -> None:
        """
        Gephi finds the first and last day of a tie where the format has a place for them.
        """
        (data,) = files(small, name).values()

        days = b'start="1948-01-01" end="1990-12-31"' in data
        assert days == (name == "gexf")

    def test_licence(self, small: Catalog, name: str) -> None:
        """
        The file says version and licence.
        """
        (data,) = files(small, name).values()

        assert LICENCE.encode() in data


class TestFollowTheMoney:
    """
    Tests for the entities of FollowTheMoney.
    """

    def test_valid(self, made: list[dict[str, Any]]) -> None:
        """
        Its model knows every schema and property, and cleans away no value.
        """
        ftm = pytest.importorskip("followthemoney")

        for data in made:
            proxy = ftm.model.get_proxy(data, cleaned=False)
            ftm.model.get(data["schema"]).validate(data)
            for name, values in data["properties"].items():
                assert len(values) == len(proxy.get(name)), (data["id"], name, values)

    def test_complete(self, catalog: Catalog, made: list[dict[str, Any]]) -> None:
        """
        All people, organizations, places, dated records and sources are there, and what joins them.
        """
        ids = {entity["id"] for entity in made}
        assert len(ids) == len(made)
        kinds = (catalog.people, catalog.organizations, catalog.places, catalog.timeline)
        assert {entity.id for kind in kinds for entity in kind} <= ids
        assert set(catalog.sources.ids) <= ids
        count = sum(entity["schema"] == "Occupancy" for entity in made)
        assert sum(len(person.posts) for person in catalog.people) == count

    def test_ends_exist(self, made: list[dict[str, Any]]) -> None:
        """
        What joins two entities names such as are there.
        """
        ids = {entity["id"] for entity in made}

        for name in ("holder", "post", "person", "relative", "subject", "object", "member"):
            for entity in made:
                assert set(entity["properties"].get(name, [])) <= ids

    @pytest.mark.parametrize(
        ("edtf", "days"),
        [
            ("1956-08", {"date": ["1956-08"]}),
            ("1956-08-30/1957", {"startDate": ["1956-08-30"], "endDate": ["1957"]}),
            ("1948/", {"startDate": ["1948"]}),
            ("1948/..", {"startDate": ["1948"]}),
            ("../1948", {"endDate": ["1948"]}),
        ],
    )
    def test_days(self, folder: Folder, edtf: str, days: dict[str, list[str]]) -> None:
        """
        An event has the days of its ends, or one if it is no interval.
        """
        folder.replace("events/port-strike.md", "when: 1953-03-01/1953-03-02", f"when: {edtf}")

        made = files(folder.load(), "ftm")["ncrefs.ftm.json"].splitlines()

        (event,) = (e for line in made if (e := json.loads(line))["id"] == "port-strike")
        names = ("date", "startDate", "endDate")
        assert days == {name: v for name, v in event["properties"].items() if name in names}


@pytest.fixture(scope="module")
def graph(catalog: Catalog) -> Any:
    """
    The Turtle, read by rdflib.
    """
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(data=files(catalog, "turtle")["ncrefs.ttl"], format="turtle")


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> list[dict[str, Any]]:
    """
    The entities of FollowTheMoney.
    """
    return [json.loads(line) for line in files(catalog, "ftm")["ncrefs.ftm.json"].splitlines()]


class TestTurtle:
    """
    Tests for RDF.
    """

    def test_complete(self, catalog: Catalog, graph: Any) -> None:
        """
        rdflib reads it, and finds each value of each field of each record.
        """
        rdflib = pytest.importorskip("rdflib")
        name = "urn:ncrefs:vocabulary:"
        for entity in [*catalog.records, *catalog.sources]:
            subject = rdflib.URIRef(uri(entity))
            for field in fields(type(entity)):
                held = getattr(entity, field.name)
                values = held if field.many else () if held is None else (held,)
                found = list(graph.objects(subject, rdflib.URIRef(name + field.name)))
                distinct = len(values) if field.cls is not None else len(set(values))
                assert distinct == len(found), (entity.id, field.name)

    def test_grades(self, catalog: Catalog, graph: Any) -> None:
        """
        No grade is lost: there are as many as in the records, nested values included.
        """
        rdflib = pytest.importorskip("rdflib")

        found = list(graph.triples((None, rdflib.URIRef("urn:ncrefs:vocabulary:grade"), None)))

        assert sum(_grades(entity) for entity in catalog.records) == len(found)

    def test_words_of_others(self, small: Catalog) -> None:
        """
        A query in the words of schema.org and ORG finds who held a post when.
        """
        rdflib = pytest.importorskip("rdflib")
        graph = rdflib.Graph().parse(data=files(small, "turtle")["ncrefs.ttl"], format="turtle")

        rows = graph.query(
            """
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX schema: <https://schema.org/>
            SELECT ?name ?role ?start WHERE {
              ?post a org:Membership ; org:member/schema:name ?name ;
                schema:roleName ?role ; schema:startDate ?start .
            }
            """
        )

        assert [("Pak Hun", "Commander", "1950")] == [
            (str(row.name), str(row.role), str(row.start)[:4]) for row in rows
        ]

    def test_licence(self, small: Catalog) -> None:
        """
        The graph says version and licence.
        """
        rdflib = pytest.importorskip("rdflib")
        graph = rdflib.Graph().parse(data=files(small, "turtle")["ncrefs.ttl"], format="turtle")

        licence = rdflib.URIRef("https://schema.org/license")
        assert LICENCE_URL == str(graph.value(rdflib.URIRef("urn:ncrefs"), licence))


def _grades(value: Any) -> int:
    if isinstance(value, tuple):
        return sum(map(_grades, value))
    if isinstance(value, Entity | Source) or hasattr(value, "__dataclass_fields__"):
        if hasattr(value, "edtf"):
            return 0
        return sum(
            (name == "grade" and getattr(value, name) is not None) or _grades(getattr(value, name))
            for name in value.__dataclass_fields__
        )
    return 0


class TestCalendarAndFeed:
    """
    Tests for anniversaries and the feed.
    """

    def test_calendar(self, catalog: Catalog) -> None:
        """
        A calendar reads each anniversary as a day that comes back each year.
        """
        icalendar = pytest.importorskip("icalendar")

        calendar = icalendar.Calendar.from_ical(files(catalog, "ics")["ncrefs.ics"])

        events = calendar.walk("VEVENT")
        exact = [
            e for e in catalog.timeline if e.when.is_certain and e.when.earliest == e.when.latest
        ]
        names = {str(event["SUMMARY"]) for event in events}
        assert {f"{e.when.earliest.year}: {e.name}" for e in exact} <= names
        assert len(events) == len({str(event["UID"]) + str(event["SUMMARY"]) for event in events})
        assert all(event["RRULE"]["FREQ"] == ["YEARLY"] for event in events)
        assert all(isinstance(event["DTSTART"].dt, dt.date) for event in events)

    def test_calendar_lines(self, catalog: Catalog) -> None:
        """
        No line is longer than 75 bytes, and each ends as the standard says.
        """
        lines = files(catalog, "ics")["ncrefs.ics"].split(b"\r\n")

        assert b"" == lines.pop()
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)

    def test_feed(self, catalog: Catalog) -> None:
        """
        A feed reader finds the records with what they are, without complaint.
        """
        feedparser = pytest.importorskip("feedparser")

        feed = feedparser.parse(files(catalog, "atom")["ncrefs.atom"])

        assert not feed.bozo
        told = [entry for entry in feed.entries if entry.tags[0].term != "release"]
        assert min(100, len(catalog.records)) == len(told)
        assert LICENCE in feed.feed.rights
        assert {entity.name for entity in catalog.records} >= {e.title for e in told}
        versions = [entry.title for entry in feed.entries if entry not in told]
        assert [f"Version {r.version}" for r in releases(catalog)[:1]] == versions


class TestSources:
    """
    Tests for the sources in the forms of reference managers.
    """

    def test_bibtex(self, catalog: Catalog, out: Path) -> None:
        """
        The sources come back as they were through the package's own reader.
        """
        from ncrefs.bibliography import read_sources

        (path,) = write(catalog, "bibtex", out)

        sources, _, problems = read_sources(path)
        assert [] == problems
        assert list(catalog.sources) == [sources[key] for key in catalog.sources.ids]

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("book", "publisher"), ("article", "publisher"), ("online", "organization"),
            ("misc", "organization"), ("www", "organization"), ("video", "organization"),
            ("report", "institution"), ("phdthesis", "institution"),
            ("booklet", "howpublished"), ("unpublished", "howpublished"),
        ],
    )  # fmt: skip
    def test_bibtex_publisher(self, kind: str, name: str, out: Path) -> None:
        """
        Who published a work stands where BibLaTeX looks for it, as one name, and is read there.
        """
        from ncrefs.bibliography import read_sources
        from ncrefs.export.bibtex import entry

        source = Source(id="a", type=kind, title="A", publisher="Law And Order", tier="blog")

        written = entry(source)

        assert f"  {name} = {{{{Law And Order}}}},\n" in written
        out.write_text(written)
        assert source == read_sources(out)[0]["a"]

    def test_csl(self, catalog: Catalog) -> None:
        """
        Each source is an item with a type, a title and a tier, and no author is lost.
        """
        items = json.loads(files(catalog, "csl")["ncrefs-csl.json"])

        assert catalog.sources.ids == [item["id"] for item in items]
        for source, item in zip(catalog.sources, items, strict=True):
            assert source.full_title == item["title"]
            assert source.tier == item["custom"]["tier"]
            names = [
                ", ".join(name[part] for part in ("family", "given") if part in name)
                or name["literal"]
                for name in item.get("author", [])
            ]
            assert list(source.authors) == names
            assert bool(source.date) == ("issued" in item)
