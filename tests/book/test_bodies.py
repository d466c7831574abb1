"""
What pages tell of a person, a body and a mechanism.
"""

from ncrefs.book.content import bodies, elements
from ncrefs.book.content.elements import Inline
from tests.book.sample import sample
from tests.book.shown import scribe, shown


def test_fate_comes_with_grade_date_and_every_version_of_the_death() -> None:
    assert [
        "section#fate Fate",
        "  list.fates",
        "    - <alleged> Executed, 1957 {.cites ([news2010.cite.tier-journalism])}",
        (
            "    - <alleged> Died {.date 1957}. “In a camp.” han-sol/died[0].note {.cites "
            "([news2010.cite.tier-journalism])}"
        ),
        "    - <disputed> Or died {.date c. 1960}",
    ] == shown(bodies.fates(scribe(sample(), "han-sol")))


def test_a_fate_without_a_date_has_its_note() -> None:
    assert [
        "section#fate Fate",
        "  list.fates",
        "    - <reported> Retired. “Said to have asked for it {cite}`news2010`.” pak-hun/fate.note",
        "    - <documented> Died {.date 1 May 1970}, [port-nam]",
    ] == shown(bodies.fates(scribe(sample(), "pak-hun")))


def test_a_death_alone_is_a_fate() -> None:
    assert [
        "section#fate Fate",
        "  list.fates",
        "    - <documented> Died {.date 1 January 1956} {.cites ([lee2001.cite.tier-scholarship])}",
    ] == shown(bodies.fates(scribe(sample(), "leader")))


def test_who_has_neither_has_no_fate() -> None:
    assert [] == shown(bodies.fates(scribe(sample(), "lady")))


def test_ties_stand_by_who_watches_and_who_commands() -> None:
    assert [
        "section#ties Who watches whom",
        "  container.boxes",
        "    container.box",
        "      p: **Watches**",
        "      list.ties",
        (
            "        - monitors [first-corps “”], from 1950 {.cites ([lee2001 "
            "“”.cite.tier-scholarship])} <reported>"
        ),
        "    container.box",
        "      p: **Above**",
        "      list.ties",
        "        - reports to [leader “”], until 1 January 1956",
        "    container.box",
        "      p: **Below**",
        "      list.ties",
        "        - commands [first-corps “”]. “On paper.” the-army/ties[1].note",
        "        - includes [first-corps “”], 1948 – 1990",
        "    container.box",
        "      p: **Before and after**",
        "      list.ties",
        "        - succeeds [old-band “”]",
    ] == shown(bodies.watching(scribe(sample(), "the-army")))


def test_ties_are_seen_from_their_other_end() -> None:
    assert [
        "section#ties Who watches whom",
        "  container.boxes",
        "    container.box",
        "      p: **Watched by**",
        "      list.ties",
        (
            "        - monitored by [the-army “”], from 1950 {.cites ([lee2001 "
            "“”.cite.tier-scholarship])} <reported>"
        ),
        "    container.box",
        "      p: **Above**",
        "      list.ties",
        "        - part of [the-army “”], 1948 – 1990",
        "        - commanded by [the-army “”]. “On paper.” the-army/ties[1].note",
    ] == shown(bodies.watching(scribe(sample(), "first-corps")))


def test_what_came_before_and_after_is_no_watching() -> None:
    assert [
        "section#ties Who watches whom",
        "  container.boxes",
        "    container.box",
        "      p: **Before and after**",
        "      list.ties",
        "        - succeeded by [the-army “”]",
    ] == shown(bodies.watching(scribe(sample(), "old-band")))


def test_a_body_without_ties_says_nothing() -> None:
    assert [] == shown(bodies.watching(scribe(sample(), "lady")))


def test_episodes_stand_by_what_came_of_them_in_order_of_time() -> None:
    assert [
        "section#episodes Where it was seen",
        "  terms.roles",
        "    = Acted (1)",
        "      list.role.mark-acted",
        (
            "        - {.sign.mark-acted +} [corps-plot “”], c. 1955 <alleged> “An informer wrote "
            "to the party.” corps-plot/mechanisms[0].how"
        ),
        "    = Failed (1)",
        "      list.role.mark-failed",
        (
            "        - {.sign.mark-failed −} [march “”] <disputed> “Nobody saw it.” "
            "march/mechanisms[0].how {.cites ([cho1999 “”.cite.tier-scholarship])}"
        ),
    ] == shown(bodies.episodes(scribe(sample(), "watching")))


def test_an_episode_that_was_not_put_to_the_test() -> None:
    assert [
        "section#episodes Where it was seen",
        "  terms.roles",
        "    = Acted (1)",
        "      list.role.mark-acted",
        (
            "        - {.sign.mark-acted +} [march “”] <disputed> “They stood "
            "firm.” march/mechanisms[1].how"
        ),
        "    = Unproven (1)",
        "      list.role.mark-unproven",
        (
            "        - {.sign.mark-unproven ?} [march “”] <disputed> “Nobody came.” "
            "march/mechanisms[2].how"
        ),
    ] == shown(bodies.episodes(scribe(sample(), "guards")))


def test_no_episode_no_section() -> None:
    assert [] == shown(bodies.episodes(scribe(sample(), "lady")))


def test_a_long_list_is_folded_after_eight() -> None:
    """
    Up to ten stand in the open: a fold of two would be as long as they.
    """
    lines: list[Inline] = [elements.text(str(number)) for number in range(11)]
    in_the_open = shown([bodies.some(lines[:10], ["nc-x"])])
    assert ["list.x", *(f"  - {number}" for number in range(10))] == in_the_open
    assert [
        "container",
        "  list.x",
        *(f"    - {number}" for number in range(8)),
        "  fold “3 more”",
        "    list.x",
        *(f"      - {number}" for number in (8, 9, 10)),
    ] == shown([bodies.some(lines, ["nc-x"])])
    assert "  fold “9 more”" in shown([bodies.some(lines, ["nc-x"], 2)])
