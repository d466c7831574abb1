"""
What pages tell of a plot or a purge.
"""

import dataclasses

from ncrefs.book.content import plots
from ncrefs.book.content.scribe import Scribe
from ncrefs.model import Actor
from ncrefs.vocabulary import Grade
from tests.book.sample import sample
from tests.book.shown import Quoted, scribe, shown


def crowd(count: int) -> list[str]:
    """
    A plot of so many, at a glance.
    """
    actors = tuple(Actor(name=str(n), role="r", grade=Grade.REPORTED) for n in range(count))
    plot = dataclasses.replace(sample().plots["march"], actors=actors, victims=(), accounts=())
    return shown(plots.glance(Scribe(plot, sample(), Quoted())))


def test_a_line_holds_four_statements_or_five_or_says_how_many_more() -> None:
    assert [
        "    p: 0 (r) <reported>; 1 (r) <reported>; 2 (r) <reported>; 3 (r) <reported>",
        (
            "    p: 0 (r) <reported>; 1 (r) <reported>; 2 (r) <reported>; 3 (r) <reported>; 4 (r) "
            "<reported>"
        ),
        "    p: 0 (r) <reported>; 1 (r) <reported>; 2 (r) <reported>; 3 (r) <reported>; and 2 more",
    ] == crowd(4)[-1:] + crowd(5)[-1:] + crowd(6)[-1:]


def test_a_name_that_ends_in_brackets_takes_the_role_into_them() -> None:
    actors = (Actor(name="a driver (unnamed)", role="informer", grade=Grade.REPORTED),)
    plot = dataclasses.replace(sample().plots["march"], actors=actors, victims=(), accounts=())
    lines = shown(plots.glance(Scribe(plot, sample(), Quoted())))
    assert "    p: a driver (unnamed, informer) <reported>" == lines[-1]


def test_what_is_certain_stands_apart_from_what_is_reported_and_claimed() -> None:
    assert [
        "terms.glance",
        "  = Certain",
        "    p: [han-sol] (leader) <documented>",
        "  = Reported",
        "    p: 10–40 officers arrested <reported>",
        "  = Claimed",
        "    p: 1 person executed <alleged>; a driver (informer) <alleged>",
        "  = Sources differ",
        "    p: date",
    ] == shown(plots.glance(scribe(sample(), "march")))


def test_what_nobody_claims_is_left_out() -> None:
    assert [
        "terms.glance",
        "  = Reported",
        "    p: 300–400 people dismissed <reported>; [heir] (accuser) <reported>",
    ] == shown(plots.glance(scribe(sample(), "sweep")))


def test_without_grades_there_is_nothing_to_glance_at() -> None:
    assert [] == shown(plots.glance(scribe(sample(), "corps-plot")))


def test_mechanisms_stand_by_what_came_of_them() -> None:
    assert [
        "section#mechanisms Mechanisms at work",
        "  terms.roles",
        "    = Acted",
        "      list.role.mark-acted",
        "        - {.sign.mark-acted +} [guards] “They stood firm.” march/mechanisms[1].how",
        "    = Failed",
        "      list.role.mark-failed",
        (
            "        - {.sign.mark-failed −} [watching] <disputed> “Nobody saw it.” "
            "march/mechanisms[0].how {.cites ([cho1999.cite.tier-scholarship])}"
        ),
        "    = Never tested",
        "      list.role.mark-unproven",
        "        - {.sign.mark-unproven ?} [guards] “Nobody came.” march/mechanisms[2].how",
    ] == shown(plots.roles(scribe(sample(), "march")))


def test_an_event_without_mechanisms() -> None:
    assert [] == shown(plots.roles(scribe(sample(), "junta")))


def test_figures_are_ranges_with_bars_to_one_scale() -> None:
    assert [
        "section#victims Victims",
        "  list.ranges",
        (
            "    - <reported> 10–40 officers arrested (as of 1958). “A list.” "
            'march/victims[0].note {.cites ([lee2001.cite.tier-scholarship])}<<<span class="nc-bar '
            'nc-grade-reported" aria-hidden="true"><i style="width:100.0%"></i><b '
            'style="width:25.0%"></b></span>>>'
        ),
        (
            '    - <alleged> 1 person executed<<<span class="nc-bar nc-grade-alleged" '
            'aria-hidden="true"><i style="width:2.5%"></i><b style="width:2.5%"></b></span>>>'
        ),
        (
            '    - 25 per cent of the corps replaced<<<span class="nc-bar " aria-hidden="true"><i '
            'style="width:25.0%"></i><b style="width:25.0%"></b></span>>>'
        ),
    ] == shown(plots.ranges("Victims", "victims")(scribe(sample(), "march")))


def test_figures_of_several_fields_are_one_list() -> None:
    assert [
        "section#victims How many",
        "  list.ranges",
        (
            '    - <reported> 300–400 people dismissed<<<span class="nc-bar nc-grade-reported" '
            'aria-hidden="true"><i style="width:26.7%"></i><b style="width:20.0%"></b></span>>>'
        ),
        (
            '    - <documented> 1,500 officers replaced<<<span class="nc-bar '
            'nc-grade-documented" aria-hidden="true"><i style="width:100.0%"></i><b '
            'style="width:100.0%"></b></span>>>'
        ),
    ] == shown(plots.ranges("How many", "victims", "turnover")(scribe(sample(), "sweep")))


def test_no_figures_no_list() -> None:
    assert [] == shown(plots.ranges("How many", "victims")(scribe(sample(), "junta")))


def test_neighbours_are_the_next_of_the_same_kind() -> None:
    assert [
        "container.boxes",
        "  container.box",
        "    p: **Before**",
        "    p: [corps-plot “”], c. 1955 <alleged>",
    ] == shown(plots.neighbours(scribe(sample(), "march")))


def test_the_first_has_only_a_successor() -> None:
    assert [
        "container.boxes",
        "  container.box",
        "    p: **After**",
        "    p: [sweep “”], 1958 <reported>",
    ] == shown(plots.neighbours(scribe(sample(), "corps-purge")))


def test_cases_elsewhere_have_no_neighbours() -> None:
    assert [] == shown(plots.neighbours(scribe(sample(), "junta")))


def test_other_events_have_none() -> None:
    assert [] == shown(plots.neighbours(scribe(sample(), "letter")))
