"""
What documents show, by which they are read again.
"""

from typing import Any

import pytest
from docutils import nodes
from docutils.utils import new_document

from ncrefs.book import views
from ncrefs.catalog import Catalog
from tests.book.sample import SAMPLE, sample
from tests.book.shown import shown
from tests.helpers import Folder


def test_a_page_shows_its_record_relations_sources_and_mentions() -> None:
    entity, related, cited, mentioned, since = views.page(sample(), "leader")
    assert sample().people["leader"] is entity
    assert [
        ("Family", True, "heir"),
        ("Receives reports from", True, "the-army"),
        ("Handed over in", True, "change"),
    ] == [(label, reverse, id_) for label, reverse, id_, _ in related]
    assert [views.outline(sample(), "lee2001")] == cited
    assert (["guard"], "") == (mentioned, since)


def test_no_record_shows_nothing() -> None:
    assert views.page(sample(), "nobody") is None


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        ("people/heir.md", "The second leader.", "The next leader.", True),
        ("people/heir.md", "The eldest.", "The youngest.", True),
        ("organizations/the-army.md", "1950, grade", "1951, grade", True),
        ("terms/guard.md", "Those near", "All near", False),
        ("people/lady.md", "The heir's wife.", "His wife.", False),
    ],
)
def test_a_page_shows_of_others_what_they_say_beside_their_prose(
    tmp_path: Any, path: str, old: str, new: str, *, changed: bool
) -> None:
    """
    A change of what is related to a record is one of its page.
    """
    folder = Folder(tmp_path, SAMPLE)
    before = views.page(sample(), "leader")[1:]
    folder.replace(path, old, new)
    assert changed is (before != views.page(folder.load(), "leader")[1:])


def test_every_spelling_is_in_the_general_index() -> None:
    found = views.index_entries(sample().people["pak-hun"], sample(), "here")["entries"]
    assert [
        ("single", "Pak Hun", "here", "main", None),
        ("single", "박훈", "here", "", None),
        ("single", "朴勳", "here", "", None),
        ("single", "Bak Hun", "here", "", None),
        ("single", "Park Hoon", "here", "", None),
    ] == found
    assert {""} == {e[2] for e in views.index_entries(sample().people["heir"], sample())["entries"]}


def test_the_first_title_becomes_the_name_as_it_is_set() -> None:
    document = new_document("page.md")
    document += [
        nodes.section("", nodes.title("", "a"), ids=["a"]),
        nodes.section("", nodes.title("", "b"), ids=["b"]),
    ]
    views.name_page(document, 'The "Name"')
    assert ["section#a The “Name”", "section#b b"] == shown(document.children)
    first, second = document.findall(nodes.title)
    assert first["support_smartquotes"] is False
    assert "support_smartquotes" not in second


def place() -> Any:
    """
    A place that has nothing but the catalog.
    """
    return views.Place(catalog=sample(), prose=None, env=None, document=None)  # type: ignore[arg-type]


def test_a_matrix_shows_the_events_of_its_lines() -> None:
    legend, *_ = views.VIEWS["matrix"].build(place(), "corps-plot\nmarch")
    assert [
        "list arabic .",
        "  - [corps-plot], c. 1955",
        "  - [march]",
    ] == shown([legend])


@pytest.mark.parametrize(
    ("line", "hint"),
    [("corps-plat", 'no event "corps-plat"; did you mean "corps-plot"?'), ("heir", "no event")],
)
def test_a_line_that_is_no_event_is_a_mistake(line: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint.replace("?", r"\?")):
        views.VIEWS["matrix"].build(place(), line)


#: A change of a value, and the views that show it.
CHANGES = {
    ("plots/march.md", "name: March of 1957", "name: March"): {
        "article", "chapter plots", "compare", "questions", "strip", "timeline",
    },
    ("plots/junta.md", "result: succeeded", "result: failed"): {
        "chapter plots", "comparison", "unlisted",
    },
    ("claims/c002.md", "verdict: wrong", "verdict: opinion"): {"article"},
    ("questions/who-rose.md", "He says so.", "She says so."): {"questions"},
    ("terms/guard.md", "Those near", "All near"): {"glossary"},
    ("people/han-sol.md", "start: 1951", "start: 1952"): {"chapter people", "posts", "questions"},
    ("organizations/the-army.md", "monitors", "inspects"): {"ties"},
    ("sources.bib", "Guards", "Guard"): {"sources c"},
    ("sources.bib", "author = {Cho, Ara and", "author = {Ko, Ara and"): {
        "bibliography", "sources c",
    },
}  # fmt: skip
#: What they are compared among.
SHOWN = (
    "article", "bibliography", "chapter people", "chapter plots", "compare", "comparison",
    "glossary", "posts", "questions", "sources c", "strip", "ties", "timeline", "unlisted",
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids="-".join)
def test_a_change_is_seen_by_the_views_that_show_it(
    tmp_path: Any, change: tuple[str, str, str]
) -> None:
    """
    No view that shows it is left as it was, and few others are read again.
    """
    folder = Folder(tmp_path, SAMPLE)
    folder.replace(*change)
    changed = folder.load()

    def differs(view: str) -> bool:
        name, _, argument = view.partition(" ")
        before, after = (views.VIEWS[name].shows(c, argument) for c in (sample(), changed))
        return bool(before != after)

    assert {view for view in SHOWN if differs(view)} == CHANGES[change]


def test_a_matrix_shows_all_of_its_events(tmp_path: Any) -> None:
    folder = Folder(tmp_path, SAMPLE)
    folder.replace("plots/march.md", "Nobody saw it.", "Nobody heard it.")
    matrix = views.VIEWS["matrix"]
    shown_of = [matrix.shows(folder.load(), line) for line in ("march", "corps-plot")]
    assert shown_of[0] != matrix.shows(sample(), "march")
    assert ["fear", "guards", "watching"] == shown_of[0][0]


def test_views_choose_among_what_there_is() -> None:
    def choices(name: str, catalog: Catalog) -> list[str]:
        choose = views.VIEWS[name].choices
        assert choose is not None
        return list(choose(catalog))

    assert ["a", "b", "c", "l"] == choices("sources", sample())
    assert ["0-9", "b", "c"] == choices("spellings", sample())[:3]
    assert "han-sol" in choices("record", sample())
    assert "people" in choices("chapter", sample())
