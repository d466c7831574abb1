"""
Mechanisms by episodes.
"""

from docutils import nodes

from ncrefs.book.content import matrices
from tests.book.sample import sample
from tests.book.shown import shown


def test_a_matrix_has_signs_that_lead_to_what_they_say() -> None:
    assert [
        "list arabic .",
        "  - [corps-plot], c. 1955",
        "  - [march]",
        '<<<div class="nc-tools pst-js-only"></div>>>',
        "table.matrix.desk.labelled",
        "  | Mechanism | 1 | 2 |",
        (
            "  | [guards] |  | [+](march#mechanisms “acted: They stood "
            "firm.”.mark.mark-acted)[?](march#mechanisms “unproven: Nobody "
            "came.”.mark.mark-unproven) |"
        ),
        (
            "  | [watching] | [+](corps-plot#mechanisms “acted: An informer wrote to the "
            "party.”.mark.mark-acted) | [−](march#mechanisms “failed: Nobody saw "
            "it.”.mark.mark-failed) |"
        ),
    ] == shown(matrices.episodes(sample(), [sample().plots["corps-plot"], sample().plots["march"]]))


def test_a_sign_names_its_episode_where_rows_are_stacked() -> None:
    episodes = [sample().plots["corps-plot"], sample().plots["march"]]
    _, guards, watching = matrices.episodes(sample(), episodes)[-1].findall(nodes.row)
    said = [[cell.get("label") for cell in row.findall(nodes.entry)] for row in (guards, watching)]
    assert [[None, None, "March of 1957"], [None, "Corps plot", "March of 1957"]] == said
