"""
The timeline in words.
"""

from ncrefs.book.content import chronology
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
    ] == shown(chronology.timeline(sample()))
