"""
The landing page.
"""

from ncrefs.book.content import landing
from tests.book.sample import sample
from tests.book.shown import shown


def test_the_search_has_its_place() -> None:
    assert [
        "<<<!--nc-search-->>>",
    ] == shown(landing.search())


def test_three_doors_lead_into_the_book() -> None:
    assert [
        (
            '<<<div class="nc-doors"><a href="doc:answer/first"><b>I want the answer</b> <span>The '
            "short answer, then the chapters one by one.</span> <i>Read on →</i></a><a "
            'href="doc:article"><b>I am checking a claim</b> <span>2 statements heard about coups '
            "there, each with a verdict and sources.</span> <i>Check a claim →</i></a><a "
            'href="doc:using/python"><b>I need the data</b> <span>35 records as JSON and as a '
            "Python package, under a free licence.</span> <i>Get the data →</i></a></div>>>"
        ),
    ] == shown(landing.doors(sample(), "answer/first"))


def test_every_plot_has_a_mark_at_its_year() -> None:
    assert [
        "section#strip 2 stories of plots and risings, no coup",
        (
            "  p: {.tally 1 <alleged alleged “Said by an interested or untraceable party; not "
            "confirmed.”.badge.grade-alleged>}  {.tally 1 <disputed disputed “Serious sources "
            "contradict one another.”.badge.grade-disputed>}"
        ),
        (
            '  <<<div class="nc-strip" role="group" aria-label="2 stories of plots and risings, no '
            'coup: 1 alleged, 1 disputed"><div class="nc-marks"><span><a class="nc-grade-alleged" '
            'href="doc:reference/plots/corps-plot" tabindex="-1" title="Corps plot, c. 1955: '
            'alleged"></a></span><span><a class="nc-grade-disputed" '
            'href="doc:reference/plots/march" tabindex="-1" title="March of 1957: '
            'disputed"></a></span></div><div><u style="left:0.0%;width:40.0%" '
            'title="Leader">Leader</u><u style="left:40.0%;width:60.0%" title="Heir">Heir</u></div>'
            "<div></div></div>>>"
        ),
    ] == shown(landing.strip(sample()))


def test_questions_that_touch_most_come_first() -> None:
    assert [
        "section#asked Often asked",
        "  list.asked",
        "    - [who-rose “”] Colonels. Nobody else did. Grade of the answer: <alleged>",
        "    - [was-there-a-coup “”] No open attempt is known. Grade of the answer: <reported>",
        "  p: [All questions](questions)",
    ] == shown(landing.asked(sample()))
