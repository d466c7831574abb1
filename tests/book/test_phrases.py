"""
Values in words.
"""

from dataclasses import replace

from ncrefs.book import phrases
from ncrefs.dates import Date
from ncrefs.model import Estimate, Fate
from ncrefs.vocabulary import FateKind, Grade
from tests.book.sample import sample


def figure(low: float, unit: str, what: str = "", high: float | None = None) -> str:
    """
    An estimate in words.
    """
    return phrases.figure(Estimate(low=low, high=high, unit=unit, what=what))


def test_a_span_says_what_is_known() -> None:
    assert [
        "1950 – 1951",
        "1950",
        "from 1950",
        "until 1951",
        "",
        "19–23 September 1956",
        "from 1951 or before",
        "1950 – between 1951 and 1953",
        "1951 or before – 1953 or later",
    ] == [
        phrases.span(*ends)
        for ends in (
            (Date("1950"), Date("1951")),
            (Date("1950"), Date("1950")),
            (Date("1950"), None),
            (None, Date("1951")),
            (None, None),
            (Date("1956-09-19"), Date("1956-09-23")),
            (Date("../1951"), None),
            (Date("1950"), Date("1951/1953")),
            (Date("../1951"), Date("1953/..")),
        )
    ]


def test_one_of_a_thing_is_singular() -> None:
    assert [
        "1 person executed",
        "1 man",
        "1 woman",
        "1 tank",
        "1 per cent",
    ] == [
        figure(1, "people", "executed"),
        figure(1, "men"),
        figure(1, "women"),
        figure(1, "tanks"),
        figure(1, "per cent"),
    ]


def test_many_are_plural() -> None:
    assert [
        "2 people executed",
        "1–1 tanks",
        "1–4 people shot",
    ] == [
        figure(2, "people", "executed"),
        figure(1, "tanks", high=1),
        figure(1, "people", "shot", high=4),
    ]


def test_who_is_named_by_what_happened_is_not_counted_twice() -> None:
    assert [
        "15 senior officials executed",
        "15 people executed officials",
        "15 families officials executed",
    ] == [
        figure(15, "people", "senior officials executed"),
        figure(15, "people", "executed officials"),
        figure(15, "families", "officials executed"),
    ]


def test_numbers_have_commas_between_thousands() -> None:
    assert [
        "1,200",
        "0.5",
        "2,500,000",
        "1,234.5",
        "1–2",
        "1",
    ] == [
        phrases.number(1200),
        phrases.number(0.5),
        phrases.number(2500000.0),
        phrases.number(1234.5),
        phrases.amount(1, 2),
        phrases.amount(1, None),
    ]


def test_an_event_has_its_year_unless_its_name_does() -> None:
    assert [
        ", 1973",
        "",
    ] == [phrases.year_apart(sample().plots[id_]) for id_ in ("junta", "march")]


def test_an_event_has_its_date_unless_its_name_says_the_years() -> None:
    def apart(name: str, when: str) -> str:
        march = sample().plots["march"]
        return phrases.day_apart(replace(march, name=name, when=Date(when)))

    assert [
        ", February 1957",
        "",
        "",
        "",
        ", October 1989 – February 1990",
        ", 1990s",
        "",
        ", from 1957",
    ] == [
        apart("March", "1957-02"),
        apart("March of 1957", "1957-02"),
        apart("Purge of 1957-1961", "1957/1961"),
        apart("March of 1957 to 1961", "1957-02/1961-03"),
        apart("Demotions of January 1990", "1989-10/1990-02"),
        apart("Cable of 2010", "199X"),
        apart("Famine of the 1990s", "199X"),
        apart("March", "1957/.."),
    ]


def test_a_fate_has_its_day() -> None:
    def fated(what: FateKind, when: str | None = None) -> str:
        day = Date(when) if when else None
        return phrases.fated(Fate(what=what, grade=Grade.REPORTED, when=day))

    assert [
        "executed, 1957",
        "executed",
        "last seen in office, 2025",
        "in office",
        "not known after 2019",
        "not known",
    ] == [
        fated("executed", "1957"),
        fated("executed"),
        fated("in office", "2025"),
        fated("in office"),
        fated("unknown", "2019"),
        fated("unknown"),
    ]


def test_what_was_measured_stands_in_its_number() -> None:
    assert ["1 missile", "2 missiles", "1–2 missiles", "1 per cent", "1 person"] == [
        phrases.measured(1, None, "missiles"),
        phrases.measured(2, None, "missiles"),
        phrases.measured(1, 2, "missiles"),
        phrases.measured(1, None, "per cent"),
        phrases.measured(1, None, "people"),
    ]
