import pytest

from ncrefs.model import Account, Event, Person
from ncrefs.stories import Story, points, stories
from tests.helpers import Folder


def account(told_by: str, *retold_from: str, on: str = "who", sources: str = "s1") -> Account:
    return Account(
        on=on,
        says="So.",
        told_by=tuple(told_by.split()),
        retold_from=retold_from,
        sources=tuple(sources.split()),
    )


def person(*accounts: Account) -> Person:
    return Person(id="p", name="P", summary="P.", accounts=accounts)


def story(*accounts: Account) -> Story:
    (told,) = points(person(*accounts))
    return told


class TestStory:
    """
    Tests for chains of retelling.
    """

    def test_chain(self) -> None:
        """
        A chain runs from the teller to who told it first.
        """
        told = story(account("paper", "agency"), account("agency", "defector"))

        assert (("paper", "agency", "defector"), ("agency", "defector")) == told.chains
        assert ("paper", "agency") == told.tellers
        assert ("defector",) == told.roots
        assert told.hangs_on_one()

    def test_two_roots(self) -> None:
        """
        With two who told it first it hangs on neither.
        """
        told = story(account("paper", "defector"), account("archive"))

        assert ("defector", "archive") == told.roots
        assert not told.hangs_on_one()

    def test_tellers_unnamed(self) -> None:
        """
        Where nobody is named as teller, the sources are.
        """
        assert ("s1", "s2") == story(account("", sources="s1 s2")).tellers

    def test_circle(self) -> None:
        """
        Tellers in a circle are each their own end, and nothing runs for ever.
        """
        told = story(account("a", "b"), account("b", "a"))

        assert (("a", "b"), ("b", "a")) == told.chains

    def test_none(self) -> None:
        """
        A record without accounts has no story.
        """
        assert [] == points(person())

    def test_points(self) -> None:
        """
        Each point has its own story.
        """
        found = points(person(account("a", on="date"), account("b"), account("c", on="date")))

        assert [("date", ("a", "c")), ("who", ("b",))] == [(t.on, t.tellers) for t in found]

    def test_repr(self) -> None:
        """
        A story shows its record, its point, and how many tell it.
        """
        (told,) = points(person(account("paper", "defector")))

        assert "<Story p, who: 1 tell, 1 first>" == repr(told)


@pytest.fixture
def told(folder: Folder) -> Folder:
    """
    A catalog in which one event is told by one man, and another by two.
    """
    accounts = """\
accounts:
  - {on: cause, says: Hunger., told_by: news2010, retold_from: pak-jin, sources: news2010}
  - {on: cause, says: Wages., told_by: lee2001, retold_from: %s, sources: lee2001}
"""
    event = "events/port-strike.md"
    folder.replace(event, "theme: unrest\n", "theme: unrest\n" + accounts % "pak-jin")
    plot = "plots/corps-plot.md"
    folder.replace(plot, "form: coup plot\n", "form: coup plot\n" + accounts % "pak-hun")
    return folder


def test_on_one_witness(told: Folder) -> None:
    """
    Over a catalog the stories are found, and which of them hang on one witness.
    """
    found = stories(told.load())

    assert ["corps-plot", "port-strike"] == [one.entity.id for one in found]
    (one,) = filter(Story.hangs_on_one, found)
    assert isinstance(one.entity, Event)
    assert ("port-strike", ("pak-jin",)) == (one.entity.id, one.roots)
