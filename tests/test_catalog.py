from collections.abc import Iterable

import pytest

from ncrefs.catalog import Catalog, Related
from ncrefs.kinds import kind_of
from ncrefs.model import Entity
from ncrefs.problems import UnknownIdError
from tests.helpers import Folder, catalog_of, person


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
            "measures": ["soldiers"],
            "datasets": ["open-attempts"],
            "explanations": ["it-was-watched"],
            "questions": ["was-there-a-coup"],
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
            "measures": catalog.measures.ids,
            "datasets": catalog.datasets.ids,
            "explanations": catalog.explanations.ids,
            "questions": catalog.questions.ids,
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
            "measures",
            "datasets",
            "explanations",
            "questions",
            "terms",
            "claims",
        ] == [kind_of(entity).plural for entity in catalog.records]

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
        assert "<Catalog of 16 records and 2 sources>" == repr(catalog)
        assert "<Collection of 2: pak-hun, pak-jin>" == repr(catalog.people)


class TestWhole:
    """
    Tests for a catalog as a collection of all that it holds.
    """

    def test_iterate_and_count(self, catalog: Catalog) -> None:
        """
        It gives the records in their order, then the sources, and counts both.
        """
        found = list(catalog)

        assert [*catalog.records, *catalog.sources] == found
        assert 18 == len(catalog) == len(found)
        assert all(catalog[entity.id] is entity for entity in found)

    def test_contains(self, catalog: Catalog) -> None:
        """
        It knows its ids, its keys, its records and its sources, and nothing else.
        """
        for item in ("pak-hun", "lee2001", catalog["pak-hun"], catalog["lee2001"]):
            assert item in catalog
        for stranger in ("pak-min", None, 3, person("pak-min", "Pak Min")):
            assert stranger not in catalog

    def test_empty(self) -> None:
        """
        A catalog of nothing is as false as any empty collection.
        """
        assert not catalog_of()
        assert [] == list(catalog_of())


class TestGet:
    """
    Tests for `Catalog.get`.
    """

    def test_record(self, catalog: Catalog) -> None:
        """
        An id gives a record of any kind.
        """
        assert catalog.plots["corps-plot"] is catalog["corps-plot"]
        assert catalog.plots["corps-plot"] is catalog.get("corps-plot")

    def test_source(self, catalog: Catalog) -> None:
        """
        A key gives a source.
        """
        assert catalog.sources["lee2001"] is catalog.get("lee2001")

    def test_none(self, catalog: Catalog) -> None:
        """
        An unknown id gives nothing, or what stands for it.
        """
        assert catalog.get("corp-plot") is None
        assert "none" == catalog.get("corp-plot", "none")
        assert catalog.plots["corps-plot"] is catalog.get("corps-plot", "none")
        assert catalog.sources["lee2001"] is catalog.get("lee2001", "none")

    def test_former_id(self, folder: Folder) -> None:
        """
        An id that a record bore before still leads to it.
        """
        folder.replace("people/pak-jin.md", "sources:", "renamed_from: pak-chin\nsources:")

        catalog = folder.load()

        assert catalog.people["pak-jin"] is catalog.get("pak-chin")

    @pytest.mark.parametrize(
        ("id_", "message"),
        [
            ("corp-plot", 'no record "corp-plot"; did you mean "corps-plot"?'),
            ("lee2002", 'no record "lee2002"; did you mean "lee2001"?'),
            ("Pak Hun", 'no record "Pak Hun"; did you mean "pak-hun"?'),
            ("xyz", 'no record "xyz"'),
        ],
    )
    def test_unknown(self, catalog: Catalog, id_: str, message: str) -> None:
        """
        An unknown id raises an error that suggests a near record or source.
        """
        with pytest.raises(UnknownIdError) as info:
            catalog[id_]

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
            "Пак Хун",
        ],
    )
    def test_any_spelling(self, catalog: Catalog, text: str) -> None:
        """
        A record is found by each of its spellings, in any script, case and with any signs.
        """
        assert "pak-hun" == catalog.find(text)[0].id

    @pytest.mark.parametrize(
        "text",
        [
            "Hun Pak", "Hun, Pak", "박훈(朴勳)", "朴勳(박훈)", "박훈（朴勳）", "Pak Hun (박훈)",
            "Pak Hun (a general)", "Hoon Park (박훈)", "Pak Hun (",
        ],
    )  # fmt: skip
    def test_as_people_write(self, catalog: Catalog, text: str) -> None:
        """
        A record is found with its words turned around and with a gloss.
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
        assert ("Includes", "first-corps", True) in ties(
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
            ("Questions", "was-there-a-coup", True),
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

    def test_former_id(self, folder: Folder) -> None:
        """
        An id that a record bore before will do.
        """
        folder.replace(
            "organizations/first-corps.md", "sources:", "renamed_from: corps-1\nsources:"
        )

        assert ["pak-hun"] == ids(folder.load().mentioned_in("corps-1"))

    def test_unknown(self, catalog: Catalog) -> None:
        """
        What is not there is not mentioned nowhere: it is a mistake.
        """
        with pytest.raises(UnknownIdError, match='did you mean "first-corps"'):
            catalog.mentioned_in("first-corp")


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

    def test_nowhere(self, folder: Folder) -> None:
        """
        A source that nothing cites is cited by none.
        """
        with (folder.root / "sources.bib").open("a") as file:
            file.write("@misc{kim1999,\n  title = {Notes},\n  tier = {blog},\n}\n")

        assert [] == folder.load().cited_by("kim1999")

    @pytest.mark.parametrize("key", ["news2011", "pak-hun"])
    def test_unknown(self, catalog: Catalog, key: str) -> None:
        """
        What is no source is not cited by none: it is a mistake.
        """
        with pytest.raises(UnknownIdError, match=f'no record "{key}"'):
            catalog.cited_by(key)

    def test_teller(self, folder: Folder) -> None:
        """
        A source that tells a story is cited, though it is not among the sources.
        """
        folder.replace(
            "people/pak-jin.md",
            "sources:",
            "accounts: {on: a, says: A., told_by: news2010, sources: [lee2001]}\nsources:",
        )

        assert "pak-jin" in ids(folder.load().cited_by("news2010"))
