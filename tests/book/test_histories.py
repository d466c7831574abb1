"""
What pages tell point by point: posts, holders, accounts, figures.
"""

from pathlib import Path

from ncrefs.book.content import histories
from tests.book.sample import SAMPLE, sample
from tests.book.shown import scribe, shown
from tests.helpers import Folder


def test_posts_stand_in_the_order_of_the_record_with_their_evidence() -> None:
    assert [
        "section#posts Posts",
        "  table.posts",
        (
            '    | Post | When<<<span class="nc-axis" aria-hidden="true"><b>1951</b><b>1981</b><i '
            'style="left:0.0%;width:16.7%"></i><i style="left:16.7%;width:83.3%">Heir</i></span>>> '
            "| Evidence | Grade |"
        ),
        (
            '    | Chief, [the-army] | [1951-01-01] 1951 – 1953<<<span class="nc-span" '
            'aria-hidden="true"><i class="nc-grade-documented" style="left:0.0%;width:10.0%"></i>'
            "</span>>> | “By decree.” han-sol/posts[0].note {.cites "
            "([lee2001.cite.tier-scholarship])} | [0] <documented>.graded |"
        ),
        "    | Minister | [9999] dates unknown |  | [5]  |",
        (
            '    | Adviser, [the-army] | [1954-01-01] from 1954<<<span class="nc-span" '
            'aria-hidden="true"><i class="nc-open-end" style="left:10.0%;width:90.0%"></i>'
            "</span>>> |  | [5]  |"
        ),
    ] == shown(histories.posts(scribe(sample(), "han-sol")))


def test_who_held_no_post_has_no_table() -> None:
    assert [] == shown(histories.posts(scribe(sample(), "lady")))


def test_holders_are_found_in_both_records_by_office_and_time() -> None:
    assert [
        "section#holders Holders of its offices",
        "  p.label: **Chief of the General Staff**",
        "  table.holders",
        (
            '    | Who | When<<<span class="nc-axis" aria-hidden="true"><b>1948</b><b>1981</b><i '
            'style="left:2.1%;width:22.2%"></i><i style="left:24.3%;width:75.7%">Heir</i></span>>> '
            "| Evidence | Grade |"
        ),
        (
            '    | Nobody Known | [1948-01-01] 1948 – 1950<<<span class="nc-span" '
            'aria-hidden="true"><i class="" style="left:0.0%;width:9.1%"></i></span>>> |  {.cites '
            "([lee2001.cite.tier-scholarship])} | [5]  |"
        ),
        (
            '    | [han-sol], Chief | [1951-01-01] 1951 – 1953<<<span class="nc-span" '
            'aria-hidden="true"><i class="nc-grade-documented" style="left:9.1%;width:9.1%"></i>'
            "</span>>> | “By decree.” han-sol/posts[0].note {.cites "
            "([lee2001.cite.tier-scholarship])} | [0] <documented>.graded |"
        ),
        "    | [pak-hun], Chief of Staff | [9999] dates unknown |  | [1] <reported>.graded |",
        "  p.label: **Defence minister**",
        "  table.holders",
        (
            '    | Who | When<<<span class="nc-axis" aria-hidden="true"><b>1948</b><b>1981</b><i '
            'style="left:2.1%;width:22.2%"></i><i style="left:24.3%;width:75.7%">Heir</i></span>>> '
            "| Evidence | Grade |"
        ),
        (
            '    | [heir] | [1955-01-01] until 1955<<<span class="nc-span" aria-hidden="true"><i '
            'class="nc-open-start" style="left:0.0%;width:24.2%"></i></span>>> |  | [5]  |'
        ),
    ] == shown(histories.holders(scribe(sample(), "the-army")))


def test_a_body_without_offices_has_no_holders() -> None:
    assert [] == shown(histories.holders(scribe(sample(), "old-band")))


def test_versions_of_a_point_stand_together_with_who_tells_them() -> None:
    assert [
        "section#accounts Where sources differ",
        "  terms.versions",
        "    = Death",
        "      list.version",
        (
            "        - “He was shot.” han-sol/accounts[0].says {.told Told by [heir], from [lady] "
            "{.cites ([news2010.cite.tier-journalism])}}"
        ),
        (
            "        - <disputed> “He died in a camp.” han-sol/accounts[1].says {.cites "
            "([lee2001.cite.tier-scholarship])}"
        ),
        "    = Birth",
        "      list.version",
        "        - “He was born at sea.” han-sol/accounts[2].says",
    ] == shown(histories.accounts(scribe(sample(), "han-sol")))


def test_a_source_can_tell_a_version() -> None:
    assert [
        "section#accounts Where sources differ",
        "  terms.versions",
        "    = Date",
        "      list.version",
        (
            "        - “It was in March.” march/accounts[0].says {.told Told by [news2010] {.cites "
            "([news2010.cite.tier-journalism])}}"
        ),
    ] == shown(histories.accounts(scribe(sample(), "march")))


def test_without_versions_nothing_is_in_dispute() -> None:
    assert [] == shown(histories.accounts(scribe(sample(), "lady")))


def test_features_of_a_state_have_their_evidence() -> None:
    assert [
        "section#features Features of the state",
        "  table.features",
        "    | Feature | There | How | Grade |",
        "    | war lost | no |  {.cites ([lee2001.cite.tier-scholarship])} |  |",
        (
            "    | political officers | in part | “In the navy.” junta/features[1].how {.cites "
            "([lee2001.cite.tier-scholarship])} | <reported>.graded |"
        ),
    ] == shown(histories.features(scribe(sample(), "junta")))


def test_a_case_without_features_has_no_table() -> None:
    assert [] == shown(histories.features(scribe(sample(), "march")))


def test_lists_of_coups_are_folded_and_counted() -> None:
    assert [
        "section#datasets In the lists of coups",
        "  fold “2 lists”",
        "    table.listed",
        "      | Dataset | What it says |",
        "      | [colpus] | “It is listed.” junta/datasets[0].says |",
        "      | [open-attempts] | “It is not listed.” junta/datasets[1].says |",
    ] == shown(histories.datasets(scribe(sample(), "junta")))


def test_one_list_is_one_list() -> None:
    assert [
        "section#datasets In the lists of coups",
        "  fold “1 list”",
        "    table.listed",
        "      | Dataset | What it says |",
        (
            "      | [open-attempts] | “It is not listed.” march/datasets[0].says {.cites "
            "([lee2001.cite.tier-scholarship])} |"
        ),
    ] == shown(histories.datasets(scribe(sample(), "march")))


def test_what_no_list_has_says_so_by_silence() -> None:
    assert [] == shown(histories.datasets(scribe(sample(), "corps-plot")))


def test_figures_have_a_chart_and_a_table() -> None:
    assert [
        "section#figures The figures",
        "  drawing “Rounds” of records",
        "    {}",
        "    {}",
        '  <<<div class="nc-tools pst-js-only"></div>>>',
        "  table.points.desk",
        "    | When | Rounds | Who counted | Evidence | Grade |",
        (
            "    | [1960-01-01/1960-12-31] {.date 1960} | [150.0] 150 | a scholar | “In war.” "
            "rounds/points[0].note {.cites ([lee2001.cite.tier-scholarship])} | [1] "
            "<reported>.graded |"
        ),
        "    | [1950-01-01/1950-12-31] {.date 1950} | [20.0] 20–1,200 |  |  | [5]  |",
    ] == shown(histories.points(scribe(sample(), "rounds")))


def test_a_purge_has_its_pretext() -> None:
    assert [
        "section#course How it went",
        "  terms.course",
        "    = Pretext",
        "      p: “They were called lazy.” sweep/pretext",
    ] == shown(histories.purge(scribe(sample(), "sweep")))


def test_a_purge_without_a_pretext() -> None:
    assert [] == shown(histories.purge(scribe(sample(), "corps-purge")))


def test_theory_and_limits_stand_side_by_side() -> None:
    assert [
        "section#course Evidence and limits",
        "  container.boxes",
        "    container.box",
        "      p: **Evidence**",
        "      p: “Quinlivan describes it.” guards/framework",
        "    container.box",
        "      p: **Limits**",
        "      p: “Guards can rise too.” guards/limits",
    ] == shown(histories.theory(scribe(sample(), "guards")))


def test_a_list_says_what_it_counts_and_what_it_has() -> None:
    assert [
        "section#course What it holds",
        "  terms.course",
        "    = What it counts",
        "      p: “Coups.” colpus/counts",
        "    = North Korea in it",
        "      p: “Nothing.” colpus/north_korea",
    ] == shown(histories.rules(scribe(sample(), "colpus")))


def test_early_holders_of_an_office_are_folded(tmp_path: Path) -> None:
    """
    Eight stand in the open, and two more where a fold would save nothing.
    """

    def lines(count: int) -> list[str]:
        held = "\n".join(
            f"  - {{office: premier, name: P{n:02}, start: {1950 + n}}}" for n in range(count)
        )
        text = SAMPLE["organizations/old-band.md"].replace(
            "sources:", f"holders:\n{held}\nsources:"
        )
        folder = Folder(tmp_path, {**SAMPLE, "organizations/old-band.md": text})
        found = shown(histories.holders(scribe(folder.load(), "old-band")))
        return [line.partition(" | [")[0].strip() for line in found if "| Who" not in line]

    assert [
        "section#holders Holders of its offices",
        "p.label: **Premier**",
        "fold “3 earlier holders”",
        "table.holders",
        *(f"| P{n:02}" for n in range(3)),
        "table.holders",
        *(f"| P{n:02}" for n in range(3, 11)),
    ] == lines(11)
    assert ["table.holders", *(f"| P{n:02}" for n in range(10))] == lines(10)[2:]


def test_an_explanation_is_argued() -> None:
    assert [
        "section#course The argument",
        "  terms.course",
        "    = If it is right, we should see",
        "      p: “Plots are betrayed early.” it-was-watched/predicts",
        "    = What is seen",
        "      p: “One was {cite}`lee2001`.” it-was-watched/observed",
        "    = What speaks against it",
        "      p: “The watchers may plot too.” it-was-watched/against",
    ] == shown(histories.argument(scribe(sample(), "it-was-watched")))


def test_a_plot_goes_from_trigger_to_end() -> None:
    assert [
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
    ] == shown(histories.chain(scribe(sample(), "march")))


def test_steps_that_nobody_knows_are_left_out() -> None:
    assert [
        "section#course How it went",
        "  terms.chain",
        "    = Plan",
        "      p: “A march on the capital.” corps-plot/plan",
    ] == shown(histories.chain(scribe(sample(), "corps-plot")))


def test_no_step_no_course() -> None:
    assert [] == shown(histories.chain(scribe(sample(), "junta")))
