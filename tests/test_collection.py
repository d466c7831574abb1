import datetime as dt
import pickle

import pytest

from ncrefs.catalog import Catalog
from ncrefs.collection import Collection
from ncrefs.dates import Date
from ncrefs.facts import grade_of, period_of
from ncrefs.kinds import kind_of
from ncrefs.model import DatedStatement, Entity, Event, Organization, Person, Source
from ncrefs.vocabulary import Grade
from tests.helpers import Folder, person

#: What the small catalog counts, and lists, in the years of its events.
COUNTED = ("soldiers", "open-attempts")


@pytest.fixture
def catalog(folder: Folder) -> Catalog:
    """
    The small catalog, read.
    """
    return folder.load()


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
        An unknown kind raises ValueError, which names all and suggests a near one.
        """
        with pytest.raises(
            ValueError, match=r'no kind "plot"; write people, .* or sources; did you mean "plots"'
        ):
            catalog.records.kind("plot")

    @pytest.mark.parametrize(
        ("grades", "found"),
        [
            (["alleged"], ["corps-plot"]),
            ([Grade.ALLEGED], ["corps-plot"]),
            (["reported"], ["pak-hun", "handover", "port-strike", "was-there-a-coup"]),
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
        An unknown grade raises ValueError, which names the grades.
        """
        message = 'no grade "sure"; write documented, reported, alleged, disputed or refuted'
        with pytest.raises(ValueError, match=message):
            catalog.records.graded("sure")
        with pytest.raises(ValueError, match=message):
            catalog.people.where(grade=["reported", "sure"])

    def test_without_a_grade(self, catalog: Catalog) -> None:
        """
        None is the grade of those without; where none can have one, there is nothing to ask.
        """
        assert ["pak-jin"] == catalog.people.graded(None).ids
        assert ["pak-hun", "pak-jin"] == catalog.people.where(grade=["reported", None]).ids
        assert [] == catalog.places.filter(lambda _: False).graded("reported").ids
        with pytest.raises(ValueError, match="no record here can have a grade"):
            catalog.places.where(grade="reported")

    @pytest.mark.parametrize(
        ("start", "end", "found"),
        [
            ("1953", "1953", ["pak-hun", "first-corps", "handover", "port-strike", *COUNTED]),
            (
                "1953-03-02",
                "1953-03-02",
                ["pak-hun", "first-corps", "handover", "port-strike", *COUNTED],
            ),
            ("1952", "1953-03-01", ["pak-hun", "first-corps", "handover", "port-strike", *COUNTED]),
            ("1953-03-03", "1954", ["pak-hun", "first-corps", "handover", *COUNTED]),
            (
                "1955-12-31",
                "1956-01",
                ["pak-hun", "first-corps", "corps-plot", "corps-purge", "handover", *COUNTED],
            ),
            ("1970-05-02", "2020", ["first-corps", "handover", "open-attempts"]),
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

    @pytest.mark.parametrize(
        ("when", "found"),
        [("1953/..", True), ("1953/", False), ("../1970", True), ("/1970", False)],
    )
    def test_between_open_and_unknown(self, folder: Folder, when: str, found: bool) -> None:  # noqa: FBT001
        """
        An open end goes on, of one that is unknown only the other counts.
        """
        folder.replace("events/port-strike.md", "when: 1953-03-01/1953-03-02", f"when: {when}")
        events = folder.load().events

        assert found == bool(events.between("1960", "1961"))
        assert events.between("1953", "1970")
        assert found == bool(events.between("1960", "1961/"))

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

    @pytest.mark.parametrize(
        ("conditions", "found"),
        [
            ({"id": "pak-hun"}, ["pak-hun"]),
            ({"fate__what": "retired"}, ["pak-hun"]),
            ({"fate__what": "executed"}, []),
            ({"fate": None}, ["pak-jin"]),
            ({"fate__what": ["executed", None]}, ["pak-jin"]),
            ({"posts__title": ("Premier", "Commander")}, ["pak-hun"]),
            ({"aliases": {"Park Hoon"}}, ["pak-hun"]),
            ({"born__value": "1900"}, ["pak-hun"]),
            ({"born__value": Date("1900")}, ["pak-hun"]),
            ({"grade": "reported"}, ["pak-hun"]),
            ({"grade": ["reported", "alleged"], "name": "Pak Jin"}, []),
            ({"kin__to": "pak-jin", "korean__rr": "Bak Hun"}, ["pak-hun"]),
            ({"born__value__is_interval": False}, ["pak-hun"]),
            ({"born__value__earliest__year": 1900}, ["pak-hun"]),
            ({}, ["pak-hun", "pak-jin"]),
        ],
    )
    def test_where(self, catalog: Catalog, conditions: dict[str, object], found: list[str]) -> None:
        """
        Fields have the value or one of several; of many values of a field one is enough.
        """
        assert found == catalog.people.where(**conditions).ids

    def test_where_unknown(self, catalog: Catalog) -> None:
        """
        A field that no record here has is refused, and a near one suggested.
        """
        with pytest.raises(ValueError, match=r'no field "fates"; did you mean "fate"\?'):
            catalog.people.where(fates="retired")
        with pytest.raises(ValueError, match=r'no field "wat" in "fate"'):
            catalog.people.where(fate__wat="retired")
        with pytest.raises(ValueError, match=r'no field "year" in "posts__start"'):
            catalog.people.where(posts__start__year=1950)
        assert 1 == len(catalog.records.where(fate__what="retired"))
        assert [] == catalog.people.where(id="zzz").where(fates="retired").ids

    @pytest.mark.parametrize(
        ("conditions", "message"),
        [
            ({"form": "no such"}, 'no form "no such"; write vote challenge, .* or rumour$'),
            ({"form": "coup plt"}, 'or rumour; did you mean "coup plot"[?]$'),
            ({"form": ["coup", "x"]}, 'no form "x"; write'),
            ({"mechanisms__mark": "x"}, 'no mechanisms__mark "x"; write acted, failed or unproven'),
            ({"victims__grade": "sure"}, 'no victims__grade "sure"; write documented, '),
            ({"when": "in 1955"}, '"in 1955" is not a date'),
        ],
    )
    def test_where_no_such_word(
        self, catalog: Catalog, conditions: dict[str, object], message: str
    ) -> None:
        """
        What a field can never hold is refused, by the words of its vocabulary.
        """
        with pytest.raises(ValueError, match=message):
            catalog.plots.where(**conditions)

    def test_where_words_of_several_kinds(self, catalog: Catalog) -> None:
        """
        Where several kinds have the field, any word of either will do.
        """
        assert ["first-corps"] == catalog.records.where(form="army unit").ids
        assert ["corps-plot"] == catalog.records.where(form="coup plot").ids
        with pytest.raises(ValueError, match=r"write ruling party, .*, junta, vote challenge, "):
            catalog.records.where(form="x")

    @pytest.mark.parametrize(
        ("conditions", "message"),
        [
            ({"form": 3}, "form must be str, not int"),
            ({"number": "1"}, "number must be int, not str"),
            ({"when": 1955}, "when must be Date or str, not int"),
            ({"victims__low": "10"}, "victims__low must be float or int, not str"),
            (
                {"victims": "ten"},
                "victims has fields .* ask for one, such as victims__low",
            ),
        ],
    )
    def test_where_no_such_type(
        self, catalog: Catalog, conditions: dict[str, object], message: str
    ) -> None:
        """
        So is what is of another type.
        """
        with pytest.raises(TypeError, match=f"^{message}$"):
            catalog.records.where(**conditions)

    def test_renamed(self) -> None:
        """
        A record is found by the id that it bore before, also in a part of the collection.
        """
        now, other = person("new", "A"), person("b", "B")
        made = Collection([now, other], {"old": "new", "gone": "nobody"})

        for found in (
            made,
            made.filter(lambda entity: entity is now),
            pickle.loads(pickle.dumps(made)),
        ):
            assert now == found["old"] == found.get("old")
        assert now is made["new"]
        assert "none" == made.get("gone", "none")
        assert "none" == made.filter(lambda entity: entity is other).get("old", "none")
        assert "old" not in made

    @pytest.mark.parametrize(
        ("count", "shown"),
        [
            (0, "<Collection of 0>"),
            (3, "<Collection of 3: p0, p1, p2>"),
            (4, "<Collection of 4: p0, p1, p2, ...>"),
        ],
    )
    def test_repr(self, count: int, shown: str) -> None:
        """
        The number is shown, and the first ids.
        """
        assert shown == repr(Collection(person(f"p{i}", "P") for i in range(count)))

    def test_equal(self) -> None:
        """
        Two collections are equal if they hold the same in the same order; nothing else is.
        """
        one, other = person("a", "A"), person("b", "B")

        assert Collection([one, other]) == Collection([person("a", "A"), other])
        assert Collection([one, other]) != Collection([other, one])
        assert Collection([one]) != [one]

    def test_contains_nothing_else(self, catalog: Catalog) -> None:
        """
        What is neither a record nor an id is in no collection.
        """
        assert None not in catalog.people
        assert ["pak-hun"] not in catalog.people

    def test_unchangeable(self, catalog: Catalog) -> None:
        """
        Neither a collection nor its catalog can be changed.
        """
        with pytest.raises(AttributeError, match="cannot be changed; filters give a new one"):
            catalog.people.name = "A"
        with pytest.raises(AttributeError, match="a catalog cannot be changed"):
            catalog.name = "A"

    def test_dicts(self, catalog: Catalog) -> None:
        """
        All records as dicts, each with its kind.
        """
        assert [("people", "pak-hun"), ("people", "pak-jin")] == [
            (told["kind"], told["id"]) for told in catalog.people.to_dict()
        ]

    def test_former_ids_stay(self, folder: Folder) -> None:
        """
        A former id leads to its record in every smaller collection.
        """
        folder.replace("people/pak-jin.md", "sources:", "renamed_from: pak-chin\nsources:")
        records = folder.load().records

        for found in (records.of(Person), records.kind("people"), records.filter(bool)):
            assert "pak-jin" == found["pak-chin"].id

    def test_of(self, catalog: Catalog) -> None:
        """
        The records of exactly a class, which has to be one of a kind.
        """
        assert ["port-strike"] == catalog.timeline.of(Event).ids
        assert [] == catalog.timeline.of(Person).ids
        with pytest.raises(TypeError, match="cls must be the class of a kind"):
            catalog.timeline.of(Entity)

    def test_empty(self) -> None:
        """
        A collection may be empty.
        """
        empty: Collection[Person] = Collection([])

        assert [] == list(empty)
        assert not empty


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
        assert grade is grade_of(catalog[id_])


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
            ("soldiers", (dt.date(1953, 1, 1), dt.date(1960, 12, 31))),
            ("open-attempts", (dt.date(1950, 1, 1), dt.date(2010, 12, 31))),
            ("news2010", (dt.date(2010, 5, 1), dt.date(2010, 5, 31))),
        ],
    )
    def test_period(
        self, catalog: Catalog, id_: str, period: tuple[dt.date, dt.date] | None
    ) -> None:
        """
        An event has its date, a person a life, an organization its existence.
        """
        assert period == period_of(catalog[id_])

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
            founded=(DatedStatement(value=Date("1950")), DatedStatement(value=Date("1948"))),
            dissolved=(DatedStatement(value=Date("1960")), DatedStatement(value=Date("1961"))),
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
        assert "sources" == kind_of(catalog.sources["lee2001"]).plural
