"""
Where records stand, and what classes are called.
"""

from types import SimpleNamespace
from typing import Any

from ncrefs.book import addresses, classes
from ncrefs.kinds import KINDS
from ncrefs.vocabulary import Grade, Verdict
from tests.book.sample import sample

#: A book whose map shows nothing, and whose page of links only has links to records.
ENV: Any = SimpleNamespace(
    found_docs={"map", "glossary", "links", "reference/people/leader"},
    ncrefs_shown={"glossary": {("glossary", ""): "x"}, "links": {(addresses.LINK, "a"): "x"}},
)


def test_a_record_has_a_page_or_an_anchor() -> None:
    assert [
        ("reference/people/leader", ""),
        ("article", "c001"),
        ("questions", "who-rose"),
        ("glossary", "coup"),
        ("reference/sources/l", "lee2001"),
    ] == [
        addresses.address(sample()[id_])
        for id_ in ("leader", "c001", "who-rose", "coup", "lee2001")
    ]


def test_links_of_our_own_become_those_of_a_builder() -> None:
    anchored, plain = addresses.unresolved("map", "north"), addresses.unresolved("map")
    html = f'<a href="{anchored}">a</a><a href="{plain}">b</a><a href="https://x.org/doc:y">c</a>'
    assert (
        '<a href="../map.html#north">a</a><a href="../map.html">b</a>'
        '<a href="https://x.org/doc:y">c</a>'
    ) == addresses.resolved(html, "../{}.html".format)


def test_a_page_belongs_to_its_chapter() -> None:
    assert [
        "bibliography",
        "names",
        "reference/people/index",
        None,
        None,
        None,
    ] == [
        addresses.chapter_of(name)
        for name in (
            "reference/sources/l",
            "reference/names/a",
            "reference/people/leader",
            "reference/people/index",
            "map",
            "reference/x/y",
        )
    ]


def test_a_page_is_that_of_a_record() -> None:
    assert [
        ("people", "leader"),
        None,
        None,
        None,
    ] == [
        addresses.record_at(name)
        for name in (
            "reference/people/leader",
            "reference/people/index",
            "reference/terms/coup",
            "other/people/leader",
        )
    ]


def test_a_path_leads_to_a_generated_page() -> None:
    assert [
        "reference/people/leader",
        "reference/names/r",
        None,
    ] == [
        addresses.page_behind(path)
        for path in (
            "../../reference/people/leader.md",
            "reference/names/r",
            "people/leader.md",
        )
    ]


def test_a_path_leads_to_a_record() -> None:
    assert [
        "leader",
        "leader",
        None,
        None,
    ] == [
        addresses.record_behind(path)
        for path in (
            "../../reference/people/leader.md",
            "reference/people/leader",
            "people/leader.md",
            "reference/people/index.md",
        )
    ]


def test_a_chapter_has_its_document() -> None:
    assert [
        "reference/people/index",
        "glossary",
    ] == [addresses.chapter(KINDS[kind]) for kind in ("people", "terms")]


def test_a_book_may_lack_a_page_or_what_it_shows() -> None:
    assert [
        False,
        True,
        False,
        True,
        False,
        False,
    ] == [
        addresses.has_page(ENV, name)
        for name in (
            "map",
            "glossary",
            "links",
            "reference/people/leader",
            "absent",
            "reference/absent",
        )
    ]


def test_classes_name_what_they_are_of() -> None:
    assert [
        "nc-people",
        "nc-grade-alleged",
        "nc-verdict-wrong",
        "nc-mark-in-part",
        "nc-lane-home",
        "nc-tier-blog",
    ] == [
        classes.of_kind("people"),
        classes.badge_class(Grade.ALLEGED),
        classes.badge_class(Verdict.WRONG),
        classes.mark_class("in part"),
        classes.lane_class("home"),
        classes.tier_class("blog"),
    ]
