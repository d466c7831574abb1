import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from ncrefs.catalog import (
    Catalog,
    Collection,
    Related,
    UnknownIdError,
    grade_of,
    kind_of,
    period_of,
)
from ncrefs.dates import Date
from ncrefs.model import Entity, Organization, Person, Source, Statement
from ncrefs.problems import CatalogError
from ncrefs.vocabulary import Grade
from tests.helpers import Folder


@pytest.fixture
def catalog(folder: Folder) -> Catalog:
    """
    The small catalog, read.
    """
    return folder.load()


def ids(entities: Iterable[Entity]) -> list[str]:
    return [entity.id for entity in entities]


def ties(related: list[Related]) -> list[tuple[str, str, bool]]:
    return [(tie.label, tie.entity.id, tie.reverse) for tie in related]


def person(id: str, name: str, *aliases: str, born: str = "", died: str = "") -> Person:  # noqa: A002
    return Person(
        id=id,
        name=name,
        summary=f"{name}.",
        aliases=aliases,
        born=(Statement(value=Date(born)),) if born else (),
        died=(Statement(value=Date(died)),) if died else (),
    )


def catalog_of(*entities: Entity) -> Catalog:
    return Catalog(Path(), entities, {}, {}, {})


class TestCollections:
    """
    Tests for the collections of a catalog.
    """

    def test_kinds(self, catalog: Catalog) -> None:
        """
        Each kind has its collection, and an event of a kind of its own is not among the events.
        """
        assert {
            "people": ["pak-hun", "pak-jin"],
            "organizations": ["first-corps", "the-army"],
            "places": ["port-nam"],
            "events": ["port-strike"],
            "plots": ["corps-plot"],
            "purges": ["corps-purge"],
            "successions": ["handover"],
            "mechanisms": ["watching"],
            "terms": ["coup"],
            "claims": ["c001"],
        } == {
            "people": catalog.people.ids,
            "organizations": catalog.organizations.ids,
            "places": catalog.places.ids,
            "events": catalog.events.ids,
            "plots": catalog.plots.ids,
            "purges": catalog.purges.ids,
            "successions": catalog.successions.ids,
            "mechanisms": catalog.mechanisms.ids,
            "terms": catalog.terms.ids,
            "claims": catalog.claims.ids,
        }

    def test_sources(self, catalog: Catalog) -> None:
        """
        Sources are in the order of their keys.
        """
        assert ["lee2001", "news2010"] == catalog.sources.ids

    def test_records_in_the_order_of_the_book(self, catalog: Catalog) -> None:
        """
        All records together are in the order of the book's chapters.
        """
        assert [
            "people",
            "people",
            "organizations",
            "organizations",
            "places",
            "plots",
            "purges",
            "successions",
            "events",
            "mechanisms",
            "terms",
            "claims",
        ] == [kind_of(entity) for entity in catalog.records]

    def test_order_within_a_kind(self, folder: Folder) -> None:
        """
        Claims are in the order of their numbers, events in that of their dates.
        """
        claim = (folder / "claims/c001.md").read_text("utf-8")
        event = (folder / "events/port-strike.md").read_text("utf-8")
        folder.write("claims/a-claim.md", claim.replace("number: 1", "number: 2"))
        folder.write("events/a-strike.md", event.replace("when: 1953-03-01", "when: 1953-03-02"))

        catalog = folder.load()

        assert ["c001", "a-claim"] == catalog.claims.ids
        assert ["port-strike", "a-strike"] == catalog.events.ids

    def test_same_order_from_any_order(self) -> None:
        """
        The order of a catalog does not depend on that in which records come.
        """
        records = [person("b", "B"), person("a", "A"), person("c", "C")]

        assert ["a", "b", "c"] == catalog_of(*records).people.ids
        assert ["a", "b", "c"] == catalog_of(*reversed(records)).people.ids

    def test_timeline(self, catalog: Catalog) -> None:
        """
        The timeline holds everything dated in the order of the dates, whatever its kind.
        """
        assert ["handover", "port-strike", "corps-plot", "corps-purge"] == ids(catalog.timeline)

    def test_repr(self, catalog: Catalog) -> None:
        """
        A catalog and a collection show what they hold.
        """
        assert "<Catalog of 12 records and 2 sources>" == repr(catalog)
        assert "<Collection of 2>" == repr(catalog.people)

    def test_load_of_no_folder(self, tmp_path: Path) -> None:
        """
        A folder that does not exist is a mistake, not an empty catalog.
        """
        with pytest.raises(CatalogError, match="no such folder"):
            Folder(tmp_path / "nowhere", {}).load()

    @pytest.mark.parametrize(
        ("path", "hint"),
        [
            ("peple/pak-nam.md", '; did you mean "people"?'),
            ("pak-nam.md", ""),
            ("people/more/pak-nam.md", ""),
            ("people/pak-nam.yml", ""),
            ("more.bib", ""),
        ],
    )
    def test_file_that_is_not_read(self, folder: Folder, path: str, hint: str) -> None:
        """
        What was written for the catalog is not passed over in silence.
        """
        folder.write(path, "---\nname: Pak Nam\n---\n")
        message = "is not read: records are <kind>/<id>.md, sources sources.bib"
        assert [(path, 1, "file", f"{message}{hint}")] == folder.check()

    def test_files_of_others(self, folder: Folder) -> None:
        """
        What an editor or system leaves there is no mistake.
        """
        for name in (".DS_Store", "people/pak-jin.md~", "people/pak-jin.md.orig"):
            folder.write(name, "")
        assert [] == folder.check()

    def test_id_used_twice(self, folder: Folder) -> None:
        """
        An id of two kinds is a mistake of the second file, in the book's order.
        """
        text = (folder / "people/pak-jin.md").read_text("utf-8")
        folder.write("terms/pak-jin.md", f"{text}A name.\n")

        assert [
            (
                "terms/pak-jin.md",
                1,
                "id",
                '"pak-jin" is also the id of people/pak-jin.md; rename this file',
            )
        ] == folder.check()

    def test_source_with_the_id_of_a_record(self, folder: Folder) -> None:
        """
        A source key may not be the id of a record.
        """
        for path in folder.root.rglob("*.*"):
            path.write_text(path.read_text("utf-8").replace("news2010", "coup"), "utf-8")

        assert [
            ("sources.bib", 9, "coup", '"coup" is also the id of a record; rename this source')
        ] == folder.check()


class TestCollection:
    """
    Tests for `Collection`.
    """

    def test_item(self, catalog: Catalog) -> None:
        """
        A collection gives a record by its id.
        """
        assert "Pak Hun" == catalog.people["pak-hun"].name

    def test_unknown_item(self, catalog: Catalog) -> None:
        """
        An unknown id raises LookupError, which suggests a near one.
        """
        with pytest.raises(LookupError) as info:
            catalog.people["pak-hunn"]

        assert 'no record "pak-hunn"; did you mean "pak-hun"?' == str(info.value)

    def test_unknown_item_near_none(self, catalog: Catalog) -> None:
        """
        An unknown id that is near none suggests nothing.
        """
        with pytest.raises(LookupError) as info:
            catalog.people["xyz"]

        assert 'no record "xyz"' == str(info.value)

    def test_get(self, catalog: Catalog) -> None:
        """
        `get` gives the record, or the default if there is none.
        """
        hun = catalog.people["pak-hun"]

        assert hun is catalog.people.get("pak-hun")
        assert catalog.people.get("corps-plot") is None
        assert hun is catalog.people.get("nobody", hun)

    def test_iterate_and_count(self, catalog: Catalog) -> None:
        """
        A collection iterates over its records and counts them.
        """
        assert ["Pak Hun", "Pak Jin"] == [entity.name for entity in catalog.people]
        assert 2 == len(catalog.people)

    def test_contains(self, catalog: Catalog) -> None:
        """
        A collection knows its ids and its records, and no others.
        """
        assert "pak-hun" in catalog.people
        assert catalog.people["pak-hun"] in catalog.people
        assert "corps-plot" not in catalog.people
        assert catalog.plots["corps-plot"] not in catalog.people

    def test_filter(self, catalog: Catalog) -> None:
        """
        A filter keeps the records for which a function says so.
        """
        assert ["pak-hun"] == catalog.people.filter(lambda one: one.fate).ids

    def test_filters_chain(self, catalog: Catalog) -> None:
        """
        What a filter gives can be filtered.
        """
        found = catalog.records.kind("plots", "purges").between("1956", "1956").graded("documented")

        assert ["corps-purge"] == found.ids

    def test_kind(self, catalog: Catalog) -> None:
        """
        `kind` keeps the records of the kinds named.
        """
        found = catalog.records.kind("places", "terms")

        assert ["port-nam", "coup"] == found.ids

    def test_unknown_kind(self, catalog: Catalog) -> None:
        """
        An unknown kind raises ValueError, which suggests a near one.
        """
        with pytest.raises(ValueError, match='no kind "plot"; did you mean "plots"'):
            catalog.records.kind("plot")

    @pytest.mark.parametrize(
        ("grades", "found"),
        [
            (["alleged"], ["corps-plot"]),
            ([Grade.ALLEGED], ["corps-plot"]),
            (["reported"], ["pak-hun", "handover", "port-strike"]),
            (["alleged", "documented"], ["corps-plot", "corps-purge", "watching"]),
            (["refuted"], []),
            ([], []),
        ],
    )
    def test_graded(self, catalog: Catalog, grades: list[str], found: list[str]) -> None:
        """
        `graded` keeps the records with one of the grades; a person's is that of the fate.
        """
        assert found == catalog.records.graded(*grades).ids

    def test_unknown_grade(self, catalog: Catalog) -> None:
        """
        An unknown grade raises ValueError.
        """
        with pytest.raises(ValueError, match="'sure' is not a valid Grade"):
            catalog.records.graded("sure")

    @pytest.mark.parametrize(
        ("start", "end", "found"),
        [
            ("1953", "1953", ["pak-hun", "first-corps", "handover", "port-strike"]),
            ("1953-03-02", "1953-03-02", ["pak-hun", "first-corps", "handover", "port-strike"]),
            ("1952", "1953-03-01", ["pak-hun", "first-corps", "handover", "port-strike"]),
            ("1953-03-03", "1954", ["pak-hun", "first-corps", "handover"]),
            (
                "1955-12-31",
                "1956-01",
                ["pak-hun", "first-corps", "corps-plot", "corps-purge", "handover"],
            ),
            ("1970-05-02", "2020", ["first-corps", "handover"]),
            ("0001", "1899", []),
        ],
    )
    def test_between(self, catalog: Catalog, start: str, end: str, found: list[str]) -> None:
        """
        `between` keeps what may fall into the period, both of its ends included.
        """
        assert found == catalog.records.between(start, end).ids

    def test_between_dates(self, catalog: Catalog) -> None:
        """
        The ends may be dates.
        """
        found = catalog.plots.between(Date("1950"), Date("196X"))

        assert ["corps-plot"] == found.ids

    def test_between_sources(self, catalog: Catalog) -> None:
        """
        Sources count by the date of their publication.
        """
        assert ["news2010"] == catalog.sources.between("2010-05-31", "2011").ids

    def test_between_bad_date(self, catalog: Catalog) -> None:
        """
        An end that is no date raises ValueError.
        """
        with pytest.raises(ValueError, match='"then" is not a date'):
            catalog.plots.between("1956", "then")

    def test_between_backwards(self, catalog: Catalog) -> None:
        """
        A period that ends before it starts raises ValueError.
        """
        with pytest.raises(ValueError, match='"1960" to "1950" ends before it starts'):
            catalog.people.between("1960", "1950")

    def test_empty(self) -> None:
        """
        A collection may be empty.
        """
        empty: Collection[Person] = Collection([])

        assert [] == list(empty)
        assert not empty


class TestGet:
    """
    Tests for `Catalog.get`.
    """

    def test_record(self, catalog: Catalog) -> None:
        """
        An id gives a record of any kind.
        """
        assert catalog.plots["corps-plot"] is catalog.get("corps-plot")

    def test_source(self, catalog: Catalog) -> None:
        """
        A key gives a source.
        """
        assert catalog.sources["lee2001"] is catalog.get("lee2001")

    @pytest.mark.parametrize(
        ("id_", "message"),
        [
            ("corp-plot", 'no record "corp-plot"; did you mean "corps-plot"?'),
            ("lee2002", 'no record "lee2002"; did you mean "lee2001"?'),
            ("xyz", 'no record "xyz"'),
        ],
    )
    def test_unknown(self, catalog: Catalog, id_: str, message: str) -> None:
        """
        An unknown id raises an error that suggests a near record or source.
        """
        with pytest.raises(UnknownIdError) as info:
            catalog.get(id_)

        assert message == str(info.value)


class TestFind:
    """
    Tests for `Catalog.find`.
    """

    @pytest.mark.parametrize(
        "text",
        [
            "Pak Hun",
            "pak hun",
            "PAK-HUN",
            "Pakhun",
            "Bak Hun",
            "Park Hoon",
            "박훈",
            "박 훈",
            "朴勳",
            "Păk Hun",
            "pak-hun",
        ],
    )
    def test_any_spelling(self, catalog: Catalog, text: str) -> None:
        """
        A record is found by each of its spellings, in any script, case and with any signs.
        """
        assert "pak-hun" == catalog.find(text)[0].id

    def test_order(self) -> None:
        """
        Whole names come before beginnings, those before parts, parts before likenesses.
        """
        catalog = catalog_of(
            person("a", "Unlike"),
            person("b", "Jang Sang"),
            person("c", "The Jang Song File"),
            person("d", "Jang Song Thaek"),
            person("e", "Jang Song"),
        )

        assert ["e", "d", "c", "b"] == ids(catalog.find("Jang Song"))

    def test_own_name_before_alias(self) -> None:
        """
        A record whose name it is comes before one with such an alias.
        """
        catalog = catalog_of(person("a", "Ri Ok", "Kim Ok"), person("b", "Kim Ok"))

        assert ["b", "a"] == ids(catalog.find("kim ok"))

    def test_whole_alias_before_beginning(self) -> None:
        """
        A whole alias comes before the beginning of a name.
        """
        catalog = catalog_of(person("a", "Kim Ok Sun"), person("b", "Ri Ok", "Kim Ok"))

        assert ["b", "a"] == ids(catalog.find("kim ok"))

    def test_same_rank_by_id(self) -> None:
        """
        Records that match alike are in the order of their ids.
        """
        catalog = catalog_of(person("b", "Kim B"), person("c", "Kim C"), person("a", "Kim A"))

        assert ["a", "b", "c"] == ids(catalog.find("Kim"))

    def test_misspelling(self, catalog: Catalog) -> None:
        """
        A name with a slip is still found.
        """
        assert "first-corps" in ids(catalog.find("Frist Corps"))

    @pytest.mark.parametrize("text", ["", " ", "-'", "zzzzzz", "nuhkap", "김철수"])
    def test_nothing(self, catalog: Catalog, text: str) -> None:
        """
        What resembles no name finds nothing.
        """
        assert [] == catalog.find(text)

    def test_spellings(self, catalog: Catalog) -> None:
        """
        The spellings of a record are its name, Korean forms and aliases, each once.
        """
        expected = ["Pak Hun", "박훈", "朴勳", "Bak Hun", "Park Hoon"]

        assert expected == catalog.spellings(catalog.people["pak-hun"])


class TestRelated:
    """
    Tests for `Catalog.related`.
    """

    def test_person(self, catalog: Catalog) -> None:
        """
        Ties that a record declares come first, those declared elsewhere after them.
        """
        assert [
            ("Died", "port-nam", False),
            ("Posts", "first-corps", False),
            ("Family", "pak-jin", False),
            ("Took over in", "handover", True),
        ] == ties(catalog.related(catalog.people["pak-hun"]))

    def test_other_end(self, catalog: Catalog) -> None:
        """
        A tie is seen from its other end under the label of that end.
        """
        assert [
            ("Seat", "port-nam", False),
            ("Part of", "the-army", False),
            ("Office holders", "pak-hun", True),
            ("Part in events", "corps-plot", True),
            ("What the article claims", "c001", True),
        ] == ties(catalog.related(catalog.organizations["first-corps"]))

    def test_tie_of_an_organization(self, catalog: Catalog) -> None:
        """
        The ties of organizations are labelled by what they are.
        """
        assert ("Parts", "first-corps", True) in ties(
            catalog.related(catalog.organizations["the-army"])
        )

    def test_event(self, catalog: Catalog) -> None:
        """
        An event is tied to places, actors, mechanisms, targets and other events.
        """
        assert [
            ("Place", "port-nam", False),
            ("Who took part", "first-corps", False),
            ("Led to", "corps-purge", False),
            ("Mechanisms at work", "watching", False),
            ("Target", "the-army", False),
            ("What the article claims", "c001", True),
        ] == ties(catalog.related(catalog.plots["corps-plot"]))

    def test_item(self, catalog: Catalog) -> None:
        """
        A tie holds the value that declares it, from both ends.
        """
        pak = catalog.people["pak-hun"]
        corps = catalog.organizations["first-corps"]

        forward = next(tie for tie in catalog.related(pak) if tie.label == "Posts")
        backward = next(tie for tie in catalog.related(corps) if tie.label == "Office holders")

        assert pak.posts[0] is forward.item
        assert pak.posts[0] is backward.item

    def test_none(self, catalog: Catalog) -> None:
        """
        A record without ties has none.
        """
        assert [] == catalog.related(catalog.terms["coup"])


class TestMentionedIn:
    """
    Tests for `Catalog.mentioned_in`.
    """

    @pytest.mark.parametrize(
        ("id_", "found"),
        [("first-corps", ["pak-hun"]), ("corps-purge", ["port-strike"]), ("pak-jin", [])],
    )
    def test_links(self, catalog: Catalog, id_: str, found: list[str]) -> None:
        """
        A record is mentioned where prose links to it, not where a field names it.
        """
        assert found == ids(catalog.mentioned_in(id_))

    def test_once(self, folder: Folder) -> None:
        """
        A record with several links counts once.
        """
        folder.replace("people/pak-hun.md", "He led the", "[It](#first-corps): he led the")

        assert ["pak-hun"] == ids(folder.load().mentioned_in("first-corps"))


class TestCitedBy:
    """
    Tests for `Catalog.cited_by`.
    """

    def test_fields_and_prose(self, catalog: Catalog) -> None:
        """
        A source is cited by fields, notes and bodies, once by each record.
        """
        assert ["pak-hun", "corps-plot", "port-strike"] == ids(catalog.cited_by("news2010"))

    def test_nested_field(self, folder: Folder) -> None:
        """
        The sources of a nested value count.
        """
        folder.replace(
            "organizations/first-corps.md", "end: 1990}", "end: 1990, sources: [news2010]}"
        )

        assert "first-corps" in ids(folder.load().cited_by("news2010"))

    def test_nowhere(self, catalog: Catalog) -> None:
        """
        A source that nothing cites is cited by none.
        """
        assert [] == catalog.cited_by("unknown2000")


class TestGradeOf:
    """
    Tests for `grade_of`.
    """

    @pytest.mark.parametrize(
        ("id_", "grade"),
        [
            ("corps-plot", Grade.ALLEGED),
            ("watching", Grade.DOCUMENTED),
            ("pak-hun", Grade.REPORTED),
            ("pak-jin", None),
            ("c001", None),
            ("port-nam", None),
            ("lee2001", None),
        ],
    )
    def test_grade(self, catalog: Catalog, id_: str, grade: Grade | None) -> None:
        """
        The grade is the record's own; of a person, that of the fate.
        """
        assert grade is grade_of(catalog.get(id_))


class TestPeriodOf:
    """
    Tests for `period_of`.
    """

    @pytest.mark.parametrize(
        ("id_", "period"),
        [
            ("port-strike", (dt.date(1953, 3, 1), dt.date(1953, 3, 2))),
            ("handover", (dt.date(1948, 9, 9), dt.date.max)),
            ("pak-hun", (dt.date(1900, 1, 1), dt.date(1970, 5, 1))),
            ("pak-jin", None),
            ("first-corps", (dt.date(1948, 1, 1), dt.date.max)),
            ("the-army", None),
            ("port-nam", None),
            ("news2010", (dt.date(2010, 5, 1), dt.date(2010, 5, 31))),
        ],
    )
    def test_period(
        self, catalog: Catalog, id_: str, period: tuple[dt.date, dt.date] | None
    ) -> None:
        """
        An event has its date, a person a life, an organization its existence.
        """
        assert period == period_of(catalog.get(id_))

    def test_unknown_birth(self) -> None:
        """
        A life of which only the end is known has an open start.
        """
        assert (dt.date.min, dt.date(1970, 12, 31)) == period_of(person("a", "A", died="1970"))

    def test_undated_source(self) -> None:
        """
        A source without a date has no period.
        """
        assert period_of(Source(id="a", type="misc", title="A", tier="blog")) is None

    def test_several_statements(self) -> None:
        """
        Where statements differ, the period holds them all.
        """
        body = Organization(
            id="a",
            name="A",
            summary="A.",
            form="army unit",
            founded=(Statement(value=Date("1950")), Statement(value=Date("1948"))),
            dissolved=(Statement(value=Date("1960")), Statement(value=Date("1961"))),
        )

        assert (dt.date(1948, 1, 1), dt.date(1961, 12, 31)) == period_of(body)


class TestKindOf:
    """
    Tests for `kind_of`.
    """

    def test_source(self, catalog: Catalog) -> None:
        """
        Sources are a kind, too.
        """
        assert "sources" == kind_of(catalog.sources["lee2001"])
