"""
Cases in other countries.
"""

from docutils import nodes

from ncrefs.book.content import comparison
from tests.book.sample import sample
from tests.book.shown import shown


def test_cases_have_features_and_stand_in_order_of_time() -> None:
    assert [
        "junta",
        "rising-1980",
    ] == [case.id for case in comparison.cases(sample())]


def test_every_sign_leads_to_what_it_stands_for() -> None:
    assert [
        "list arabic .",
        "  - Political officers",
        "  - War lost",
        "  - Outcome: S succeeded, F failed, B broken up before anybody moved, ? disputed",
        "  - Listed by [colpus]",
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.matrix.desk.labelled",
        "  | Case | 1 | 2 | 3 | 4 |",
        (
            "  | [junta “”], 1973 | [±](junta#features “in part: In the navy.”.mark.mark-in-part) "
            "| [−](junta#features “no”.mark.mark-no) | [S] S | [+](junta#datasets “yes: It is "
            "listed.”.mark.mark-yes) |"
        ),
        (
            "  | [rising-1980 “”] |  | [+](rising-1980#features “yes: It had just "
            "ended.”.mark.mark-yes) | [?] ? |  |"
        ),
    ] == shown(comparison.comparison(sample()))


def test_a_sign_says_its_column_where_rows_are_stacked() -> None:
    """
    The outcome says itself, as its letter stands for it; an empty cell says nothing.
    """
    *_, rising = comparison.comparison(sample())[-1].findall(nodes.row)
    said = [cell.get("label") for cell in rising.findall(nodes.entry)]
    assert [None, None, "War lost", "Outcome: disputed", None] == said


def test_what_a_list_leaves_out_is_shown_with_what_others_say() -> None:
    assert [
        "table",
        "  | Case | Grade | Colpus |",
        "  | [junta “”], 1973 | <documented>.graded | It is listed. |",
    ] == shown(comparison.missing(sample()))
