"""
The timeline in words.
"""

import re

import pytest

from ncrefs.book.content import chronology
from ncrefs.book.drawings import svg, symbols
from ncrefs.book.drawings.timeline import LANES
from ncrefs.vocabulary import Grade
from tests.book.sample import sample
from tests.book.shown import shown


def test_decades_hold_events_by_their_first_known_day() -> None:
    assert [
        ("1940s", ["letter", "handover"]),
        ("1950s", ["port-strike", "corps-plot", "change", "corps-purge", "march", "sweep"]),
        ("1970s", ["junta"]),
        ("1980s", ["rising-1980"]),
    ] == [
        (decade, [event.id for event in found])
        for decade, found in chronology.by_decade(sample().timeline)
    ]


def test_every_dated_record_is_a_row_with_its_anchor() -> None:
    _, *shown_parts = shown(chronology.timeline(sample()))
    assert [
        (
            '<<html <nav class="nc-decades" aria-label="Decades"><a href="#timeline-1940s">1940s'
            '</a> <a href="#timeline-1950s">1950s</a> <a href="#timeline-1970s">1970s</a> <a '
            'href="#timeline-1980s">1980s</a></nav>>>'
        ),
        "section#timeline-1940s 1940s",
        "  table.timeline.desk",
        "    | Date | What happened | {.choice Kind} | Grade |",
        (
            "    | [0001-01-01/1949-12-31] {.date until 1949} | [letter “”] {.summary A "
            'letter came.}\xa0<<html <a class="nc-permalink" href="#t-letter" title="Link to '
            'this entry">#</a>>> | event | [4] <refuted>.graded |.lane-home#t-letter'
        ),
        (
            "    | [1948-09-09/9999-12-31] {.date from 9 September 1948} | [handover “”] "
            '{.summary A son took over from his father.}\xa0<<html <a class="nc-permalink" '
            'href="#t-handover" title="Link to this entry">#</a>>> | succession | [1] '
            "<reported>.graded |.lane-successions#t-handover"
        ),
        "section#timeline-1950s 1950s",
        "  table.timeline.desk",
        "    | Date | What happened | {.choice Kind} | Grade |",
        (
            "    | [1953-03-01/1953-03-02] {.date 1–2 March 1953} | [port-strike “”] "
            '{.summary Dockers struck for two days.}\xa0<<html <a class="nc-permalink" '
            'href="#t-port-strike" title="Link to this entry">#</a>>> | event | [1] '
            "<reported>.graded |.lane-home#t-port-strike"
        ),
        (
            "    | [1955-01-01/1955-12-31] {.date c. 1955} | [corps-plot “”] {.summary "
            "Officers of the First Corps are said to have planned a march.}\xa0<<html <a "
            'class="nc-permalink" href="#t-corps-plot" title="Link to this entry">#</a>>> '
            "| plot | [2] <alleged>.graded |.lane-plots#t-corps-plot"
        ),
        (
            "    | [1956-01-01/1956-01-01] {.date 1 January 1956} | [change “”] {.summary "
            'The heir followed.}\xa0<<html <a class="nc-permalink" href="#t-change" '
            'title="Link to this entry">#</a>>> | succession | [0] <documented>.graded '
            "|.lane-successions#t-change"
        ),
        (
            "    | [1956-01-01/1956-03-31] {.date January–March 1956} | [corps-purge “”] "
            "{.summary The officers of the First Corps were replaced.}\xa0<<html <a "
            'class="nc-permalink" href="#t-corps-purge" title="Link to this entry">#</a>>> '
            "| purge | [0] <documented>.graded |.lane-purges#t-corps-purge"
        ),
        (
            "    | [1957-02-01/1957-02-28] {.date February 1957} | [march “”] {.summary A "
            'march that was never begun.}\xa0<<html <a class="nc-permalink" href="#t-march" '
            'title="Link to this entry">#</a>>> | plot | [3] <disputed>.graded '
            "|.lane-plots#t-march"
        ),
        (
            "    | [1958-01-01/1958-12-31] {.date 1958} | [sweep “”] {.summary Many "
            'officers were removed.}\xa0<<html <a class="nc-permalink" href="#t-sweep" '
            'title="Link to this entry">#</a>>> | purge | [1] <reported>.graded '
            "|.lane-purges#t-sweep"
        ),
        "section#timeline-1970s 1970s",
        "  table.timeline.desk",
        "    | Date | What happened | {.choice Kind} | Grade |",
        (
            "    | [1973-09-11/1973-09-11] {.date 11 September 1973} | [junta “”] "
            '{.summary Generals took power in the south.}\xa0<<html <a class="nc-permalink" '
            'href="#t-junta" title="Link to this entry">#</a>>> | plot | [0] '
            "<documented>.graded |.lane-elsewhere#t-junta"
        ),
        "section#timeline-1980s 1980s",
        "  table.timeline.desk",
        "    | Date | What happened | {.choice Kind} | Grade |",
        (
            "    | [1980-01-01/1980-12-31] {.date 1980} | [rising-1980 “”] {.summary "
            'Colonels rose.}\xa0<<html <a class="nc-permalink" href="#t-rising-1980" '
            'title="Link to this entry">#</a>>> | plot | [1] <reported>.graded '
            "|.lane-elsewhere#t-rising-1980"
        ),
    ] == shown_parts


def test_a_key_says_what_each_shape_and_filling_means() -> None:
    """
    The lanes of the drawing, then the grades.
    """
    key = shown(chronology.timeline(sample()))[0]
    items = re.findall(r'<li class="([^"]+)">([^<]+)</li>', key)
    assert [
        *((f"nc-lane-{lane} nc-grade-documented", title) for lane, (title, _, _) in LANES.items()),
        *((f"nc-grade-{grade}", grade.value) for grade in Grade),
    ] == items


def test_a_list_has_the_shapes_and_colours_of_the_drawing() -> None:
    """
    The style sheet cuts the signs of the list as `symbols` draws them.
    """
    sheet = (svg.STATIC / "drawings.css").read_text(encoding="utf-8")
    found = re.findall(
        r"^\.nc-lane-(\w+) \{ --nc-lane: var\(--nc-(\w+)\); --nc-shape: ([^;]+); \}$",
        sheet,
        re.MULTILINE,
    )
    assert [(lane, hue) for lane, (_, hue, _) in LANES.items()] == [pair[:2] for pair in found]
    for (_, _, shape), (_, _, cut) in zip(LANES.values(), found, strict=True):
        numbers = [float(value) for value in re.findall(r"[\d.]+", cut)]
        assert _cut(shape) == pytest.approx(numbers, abs=1.2), shape


def _cut(shape: str) -> list[float]:
    """
    The corners of a sign, or the radius of a round one, in per cent of the square around the
    largest of them.
    """
    reach = 1.3 * symbols.SIZE
    outline = symbols.sign(shape, None, 0, 0)[0].get("d")
    if outline is None:
        return [50 * symbols.SIZE / reach]
    return [50 + 50 * float(value) / reach for value in re.findall(r"-?[\d.]+", outline)]
