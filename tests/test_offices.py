import pytest

from ncrefs.catalog import Catalog
from ncrefs.offices import posts, tenures
from ncrefs.problems import UnknownIdError
from tests.helpers import Folder


@pytest.fixture
def catalog(folder: Folder) -> Catalog:
    """
    The small catalog, in which the corps has had three commanders, one without a record.
    """
    folder.replace(
        "organizations/first-corps.md",
        "seat: port-nam\n",
        "seat: port-nam\n"
        "holders:\n"
        "  - {office: corps commander, name: Ri Kun, start: 1948, end: 1949-12-31}\n"
        "  - {office: corps commander, who: pak-jin, title: Head, start: 1957}\n",
    )
    folder.replace("people/pak-jin.md", "summary: The father", "died: 1960-02\nsummary: The father")
    return folder.load()


class TestPosts:
    """
    Tests for posts of people and holders of organizations as one list.
    """

    def test_one_list(self, catalog: Catalog) -> None:
        """
        Posts and holders come in the order of time, each with its organization and name.
        """
        found = [(t.name, t.called) for t in posts(catalog, organization="first-corps")]

        assert [
            ("Ri Kun", "corps commander"),
            ("Pak Hun", "Commander"),
            ("Pak Jin", "Head"),
        ] == found

    @pytest.mark.parametrize(
        ("on", "names"),
        [
            ("1948", ["Ri Kun"]),
            ("1952-07-15", ["Pak Hun"]),
            ("1949/1950", ["Ri Kun", "Pak Hun"]),
            ("1959", ["Pak Jin"]),
            ("1961", []),
        ],
    )
    def test_on(self, catalog: Catalog, on: str, names: list[str]) -> None:
        """
        On a day those are found who may have held the post then; the dead hold none.
        """
        assert names == [t.name for t in posts(catalog, organization="first-corps", on=on)]

    def test_person(self, catalog: Catalog) -> None:
        """
        The posts of a person are found on his record and on that of the organization.
        """
        assert ["Head"] == [t.called for t in posts(catalog, person="pak-jin")]

    def test_office(self, catalog: Catalog) -> None:
        """
        Those of an office leave out other posts.
        """
        found = posts(catalog, office="corps commander")

        assert found == tenures(catalog)
        assert ["Ri Kun", "Pak Jin"] == [t.name for t in found if t.called != "Commander"]

    def test_whose(self, catalog: Catalog) -> None:
        """
        Each says who held what where, and which record says so.
        """
        ri, hun, jin = posts(catalog, organization="first-corps")

        corps = catalog.organizations["first-corps"]
        assert (corps, corps, corps) == (ri.organization, hun.organization, jin.organization)
        assert (None, "pak-hun", "pak-jin") == (
            ri.person,
            hun.person and hun.person.id,
            jin.person and jin.person.id,
        )
        assert [
            ("first-corps", "holders[0]"),
            ("pak-hun", "posts[0]"),
            ("first-corps", "holders[1]"),
        ] == [(tenure.declared_by.id, tenure.field) for tenure in (ri, hun, jin)]
        assert corps.holders[0] is ri.item
        assert ("corps commander", None, "1948", "1949-12-31") == (
            ri.office,
            ri.title,
            str(ri.start),
            str(ri.end),
        )

    def test_no_such_office_is_near(self, catalog: Catalog) -> None:
        """
        Where no office is near, all are named.
        """
        with pytest.raises(ValueError, match=r'no office "zzz"; write .*premier.* or '):
            posts(catalog, office="zzz")  # type: ignore[arg-type]

    def test_without_dates(self, folder: Folder) -> None:
        """
        A post without dates is found where no date is asked for; one without a start reaches back.
        """
        entries = ("name: A", "name: B, end: 1950", "name: C, start: 1960")
        lines = "".join(f"  - {{office: premier, {entry}}}\n" for entry in entries)
        holders = f"holders:\n{lines}"
        folder.replace("organizations/the-army.md", "sources:", f"{holders}sources:")
        catalog = folder.load()

        assert ["B", "C", "A"] == [t.name for t in posts(catalog, organization="the-army")]
        assert ["C"] == [t.name for t in posts(catalog, organization="the-army", on="1999")]
        assert ["B"] == [t.name for t in posts(catalog, organization="the-army", on="1700")]

    @pytest.mark.parametrize(
        ("fields", "body", "days"),
        [
            ("", "", ("1900", "2020")),
            ("born: 1920\n", "", ("1955", "2020")),
            ("", "founded: 1948\n", ("1955", "2020")),
            ("died: 1970\n", "", ("1900", "1970-12-31")),
            ("fate: {what: fled, when: 1956, grade: alleged}\n", "", ("1900", "1956-12-31")),
            ("", "dissolved: 1960\n", ("1900", "1960")),
        ],
    )
    def test_a_missing_end_is_that_of_life_fall_or_body(
        self, folder: Folder, fields: str, body: str, days: tuple[str, str]
    ) -> None:
        """
        Nobody holds a post before birth or founding, nor after death, flight or dissolution.
        """
        post = "posts: {title: Clerk, of: first-guards, start: ../1955}\n"
        folder.replace("people/pak-jin.md", "sources:", f"{fields}{post}sources:")
        guards = f"name: First Guards\nform: army unit\nsummary: Guards.\n{body}"
        text = f"---\n{guards}sources: [lee2001]\n---\nGuards.\n"
        folder.write("organizations/first-guards.md", text)
        catalog = folder.load()

        def held(on: str) -> bool:
            return bool(posts(catalog, organization="first-guards", on=on))

        first, last = days
        assert held(first)
        assert held(last)
        assert held("1900") == (first == "1900")
        assert held("2020") == (last == "2020")

    @pytest.mark.parametrize(
        ("dates", "years"),
        [
            ("start: 1950, end: 1956/", {"1955", "1956"}),
            ("start: 1950, end: 1956/..", {"1955", "1956", "1960"}),
            ("start: /1955, end: 1956", {"1955", "1956"}),
            ("start: ../1955, end: 1956", {"1945", "1955", "1956"}),
        ],
    )
    def test_open_and_unknown(self, folder: Folder, dates: str, years: set[str]) -> None:
        """
        A start or end that is open may lie as far as the life reaches; one that is unknown may not.
        """
        posts_ = f"posts: {{title: Clerk, of: the-army, {dates}}}"
        folder.replace(
            "people/pak-jin.md", "sources:", f"born: 1920\ndied: 1970\n{posts_}\nsources:"
        )
        catalog = folder.load()

        asked = ("1919", "1945", "1955", "1956", "1960", "1971")
        assert years == {on for on in asked if posts(catalog, person="pak-jin", on=on)}

    def test_on_unknown(self, catalog: Catalog) -> None:
        """
        Nor is somebody found for a day that may be any later one.
        """
        assert ["Ri Kun"] == [
            t.name for t in posts(catalog, organization="first-corps", on="1948/")
        ]

    def test_order(self, folder: Folder) -> None:
        """
        By day, then name, then title; those without a date come last.
        """
        entries = (
            "Ri, title: B, start: 1950", "Ri, title: A, start: 1950", "An, title: B, end: 1950",
            "An, title: Z", "An, title: C, start: 1949",
        )  # fmt: skip
        holders = "".join(f"  - {{office: premier, name: {entry}}}\n" for entry in entries)
        folder.replace("organizations/the-army.md", "sources:", f"holders:\n{holders}sources:")

        found = posts(folder.load(), organization="the-army")

        assert ["C An", "B An", "A Ri", "B Ri", "Z An"] == [f"{t.title} {t.name}" for t in found]

    def test_unknown(self, catalog: Catalog) -> None:
        """
        An unknown id, office or date is refused, and a near one suggested.
        """
        with pytest.raises(UnknownIdError, match='did you mean "first-corps"'):
            posts(catalog, organization="first-corp")
        with pytest.raises(UnknownIdError, match='did you mean "pak-jin"'):
            posts(catalog, person="pak-jim")
        with pytest.raises(UnknownIdError, match="it is in people: write an id from organiz"):
            posts(catalog, organization="pak-jin")
        with pytest.raises(UnknownIdError, match='did you mean "the-army"'):
            posts(catalog, organization="The Army")
        with pytest.raises(ValueError, match='did you mean "corps commander"'):
            posts(catalog, office="corps comander")  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="is not a date"):
            posts(catalog, on="July 1952")
