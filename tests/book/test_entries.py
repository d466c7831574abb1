"""
The parts of a record's page, in order.
"""

from docutils import nodes

from ncrefs.book.content import entries
from ncrefs.model import Claim, Plot
from tests.book.sample import sample
from tests.book.shown import scribe, shown


def test_a_grade_is_explained_where_a_page_begins() -> None:
    assert [
        (
            "p.lead: Officers of the First Corps are said to have planned a march. <alleged "
            "alleged “Said by an interested or untraceable party; not "
            "confirmed.”.badge.grade-alleged>"
        ),
    ] == shown(entries.lead(scribe(sample(), "corps-plot")))


def test_a_record_without_a_grade_is_a_sentence() -> None:
    assert [
        "p.lead: The first leader.",
    ] == shown(entries.lead(scribe(sample(), "leader")))


def test_no_fact_no_card() -> None:
    assert [] == shown(entries.card(scribe(sample(), "leader")))


def test_the_card_has_what_no_other_part_shows() -> None:
    assert [
        "fields.card",
        "  = Country",
        "    p: North Korea",
        "  = Coordinates",
        "    p: 41.500° N, 129.750° E",
    ] == shown(entries.card(scribe(sample(), "port-nam")))


def test_a_place_has_a_map() -> None:
    assert [
        "drawing “Where Port Nam is” of records",
        "  {}",
        "  {}",
    ] == shown(entries.where(scribe(sample(), "port-nam")))


def test_where_something_happened_is_drawn() -> None:
    assert [
        "drawing “Where it happened” of records",
        "  {}",
    ] == shown(entries.where(scribe(sample(), "corps-plot")))


def test_what_is_off_the_map_has_none() -> None:
    assert [] == shown(entries.where(scribe(sample(), "south")))


def test_who_is_no_place_has_no_map() -> None:
    assert [] == shown(entries.where(scribe(sample(), "leader")))


def test_only_a_place_s_map_is_printed() -> None:
    assert [
        "screen",
        "paper",
        "screen",
    ] == [
        image["medium"]
        for id_ in ("port-nam", "corps-plot")
        for drawing in entries.where(scribe(sample(), id_))
        for image in drawing.findall(nodes.image)
    ]


def test_a_plot_s_page_in_order() -> None:
    assert [
        (
            "p.lead: A march that was never begun. <disputed disputed “Serious sources contradict "
            "one another.”.badge.grade-disputed>"
        ),
        "terms.glance",
        "  = Certain",
        "    p: [han-sol] (leader) <documented>",
        "  = Reported",
        "    p: 10–40 officers arrested <reported>",
        "  = Claimed",
        "    p: 1 person executed <alleged>; a driver (informer) <alleged>",
        "  = Sources differ",
        "    p: date",
        "fields.card",
        "  = When",
        "    p: {.date February 1957}",
        "  = Form",
        "    p: coup plot",
        "section#course How it went",
        "  terms.chain",
        "    = Trigger",
        "      p: “Hunger.” march/trigger",
        "    = Plan",
        "      p: “To march.” march/plan",
        "    = How it came out",
        "      p: “A letter.” march/detection",
        "    = End",
        "      p: “All were caught.” march/outcome",
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
        "section#accounts Where sources differ",
        "  terms.versions",
        "    = Date",
        "      list.version",
        (
            "        - “It was in March.” march/accounts[0].says {.told Told by [news2010] {.cites "
            "([news2010.cite.tier-journalism])}}"
        ),
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
        "section#relations Relations",
        "  terms.ties",
        "    = Who took part",
        "      list.ties",
        (
            "        - [han-sol]: leader. “He says so.” march/actors[0].note {.cites "
            "([news2010.cite.tier-journalism])} <documented>"
        ),
        "        - a driver: informer <alleged>",
        "        - a cook: witness",
        "container.boxes",
        "  container.box",
        "    p: **Before**",
        "    p: [corps-plot “”], c. 1955 <alleged>",
        "section#datasets In the lists of coups",
        "  fold “1 list”",
        "    table.listed",
        "      | Dataset | What it says |",
        (
            "      | [open-attempts] | “It is not listed.” march/datasets[0].says {.cites "
            "([lee2001.cite.tier-scholarship])} |"
        ),
        "section#questions Questions",
        "  list.claims",
        (
            "    - [who-rose “”] Colonels. Nobody else did. That is all. Grade of the answer: "
            "<alleged>"
        ),
        "section#claims What a popular article claims",
        "  fold “1 claim: 1 wrong”",
        "    list.claims",
        "      - <wrong> [c002 “”]: A march began. *It did not.*",
        "section#mentions Mentioned in",
        "  fold “1 event”",
        "    list.mentions",
        "      - Events: [letter “”]",
        "section#sources Sources",
        "  list.sources",
    ] == shown(entries.page(scribe(sample(), "march")))


def test_a_page_of_a_kind_without_parts_of_its_own() -> None:
    assert [
        (
            "p.lead: It did not. <documented documented “Archives, official texts or several "
            "independent good sources agree.”.badge.grade-documented>"
        ),
        "fields.card",
        "  = Number",
        "    p: 2",
        "  = Section",
        "    p: 6",
        "  = Statement",
        "    p: A march began.",
        "  = Verdict",
        "    p: wrong",
        "  = About",
        "    p: [march]",
        "p: “No source has it.” c002.md:12",
        "section#sources Sources",
        "  list.sources",
    ] == shown(entries.page(scribe(sample(), "c002")))


def test_fields_with_a_place_are_not_in_the_card() -> None:
    assert [
        "accounts",
        "actors",
        "aliases",
        "checked",
        "datasets",
        "detection",
        "features",
        "grade",
        "id",
        "kin",
        "korean",
        "mechanisms",
        "misprints",
        "name",
        "outcome",
        "plan",
        "sources",
        "summary",
        "text",
        "trigger",
        "victims",
    ] == sorted(entries.shown_elsewhere(Plot))


def test_kinds_without_parts_have_the_common_ones() -> None:
    assert [
        "accounts",
        "actors",
        "aliases",
        "checked",
        "grade",
        "id",
        "kin",
        "korean",
        "misprints",
        "name",
        "sources",
        "summary",
        "text",
    ] == sorted(entries.shown_elsewhere(Claim))
