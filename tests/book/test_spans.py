"""
Bars of time.
"""

import datetime as dt

from ncrefs.book.content import spans
from ncrefs.dates import Date
from ncrefs.vocabulary import Grade
from tests.book.sample import sample
from tests.book.shown import said


def axis() -> spans.Axis:
    """
    The fifties.
    """
    return spans.Axis(1950, 1960, sample())


def test_a_day_stands_at_its_share_of_the_axis() -> None:
    assert [
        0.0,
        55.0,
        0.0,
        100.0,
        100.0,
    ] == [
        axis().place(dt.date(*day))
        for day in ((1950, 1, 1), (1955, 7, 2), (1949, 1, 1), (1960, 1, 1), (1999, 1, 1))
    ]


def test_the_head_names_leaders_who_have_room() -> None:
    assert (
        'When<<<span class="nc-axis" aria-hidden="true"><b>1950</b><b>1960</b><i '
        'style="left:0.0%;width:60.0%">Leader</i><i style="left:60.0%;width:40.0%">Heir</i>'
        "</span>>>"
    ) == said(axis().head())


def test_a_bar_has_its_grade() -> None:
    assert (
        '<<<span class="nc-span" aria-hidden="true"><i class="nc-grade-alleged" '
        'style="left:10.0%;width:30.0%"></i></span>>>'
    ) == said(axis().bar((Date("1951"), Date("1953")), Grade.ALLEGED))


def test_an_unknown_start_is_open() -> None:
    assert (
        '<<<span class="nc-span" aria-hidden="true"><i class="nc-open-start" '
        'style="left:0.0%;width:40.0%"></i></span>>>'
    ) == said(axis().bar((None, Date("1953")), None))


def test_an_unknown_end_is_open() -> None:
    assert (
        '<<<span class="nc-span" aria-hidden="true"><i class="nc-grade-reported nc-open-end" '
        'style="left:30.0%;width:70.0%"></i></span>>>'
    ) == said(axis().bar((Date("1953"), None), Grade.REPORTED))


def test_a_day_is_still_seen() -> None:
    assert (
        '<<<span class="nc-span" aria-hidden="true"><i class="" style="left:33.3%;width:1.2%"></i>'
        "</span>>>"
    ) == said(axis().bar((Date("1953-05-01"), Date("1953-05-01")), None))


def test_nothing_known_nothing_drawn() -> None:
    assert [] == axis().bar((None, None), Grade.REPORTED)


def test_a_cell_sorts_by_its_first_known_day() -> None:
    assert [
        ("1951 – 1953", "1951-01-01"),
        ("until 1953", "1953-01-01"),
        ("unknown", "9999"),
    ] == [
        (said(cell).partition("<")[0], getattr(cell, "sorts_by", None))
        for cell in (
            axis().cell((Date("1951"), Date("1953")), None),
            axis().cell((None, Date("1953")), None, "unknown"),
            axis().cell((None, None), None, "unknown"),
        )
    ]


def test_an_axis_has_room_for_all_times() -> None:
    assert [
        (1951, 1954),
        (1951, 1981),
        (1953, 1955),
        (1979, 1981),
        (1940, 2021),
        (1979, 1981),
    ] == [
        (axis.first, axis.last)
        for axis in (
            spans.axis(held, sample())
            for held in (
                [(Date("1951"), Date("1953"))],
                [(Date("1951"), None)],
                [(None, Date("1953"))],
                [(None, None)],
                [(Date("../1940"), Date("1953/..")), (Date("1951"), Date("2020"))],
                [],
            )
        )
    ]
