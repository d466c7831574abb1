"""
Where the numbers of citations stand.
"""

import pytest
from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.numbering import join_to_last, put_behind_stop

MARK = "¹"
JOINER = "\u2060"


def placed(before: str, after: str) -> str:
    """
    A sentence with a mark between two texts, after the mark has its place; "|" is what keeps
    it in the line.
    """
    mark = nodes.inline("", MARK, classes=[classes.CITES])
    parts = [nodes.Text(before), mark, nodes.Text(after)]
    sentence = nodes.paragraph("", "", *(part for part in parts if part.astext()))
    put_behind_stop(mark)
    return sentence.astext().replace(JOINER, "|")


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("He left ", ". She came.", "He left.|¹ She came."),
        ("He left ", ", and she came", "He left,|¹ and she came"),
        ("He left ", "; she came", "He left;|¹ she came"),
        ("He left ", ": she came", "He left:|¹ she came"),
        ("Did he leave ", "? She came.", "Did he leave?|¹ She came."),
        ("Out ", "! She came.", "Out!|¹ She came."),
        ("He left ", ".", "He left.|¹"),
        # Quotation marks close what the stop ends, or end it themselves.
        ("“He left ", ".” She came.", "“He left.”|¹ She came."),
        ("“He left ", "”. She came.", "“He left”.|¹ She came."),
        ("“He left ", "” and came", "“He left”|¹ and came"),
        ("“He left.” ", " She came.", "“He left.”|¹ She came."),
        # What is in brackets has its own source.
        ("She came (he left ", "), and spoke", "She came (he left|¹), and spoke"),
        ("She came (he left ", ".) He spoke.", "She came (he left.|¹) He spoke."),
        # Before a dash, a bracket or a word nothing moves.
        ("He left ", " – she came", "He left|¹ – she came"),
        ("He left ", " (see there). She came.", "He left|¹ (see there). She came."),
        ("He left ", " and came.", "He left|¹ and came."),
        ("He left ", "’s", "He left|¹’s"),
        ("He left ", "", "He left|¹"),
        ("", ".", ".|¹"),
        ("", "", "¹"),
    ],
)
def test_a_mark_stands_behind_the_stop(before: str, after: str, wanted: str) -> None:
    assert wanted == placed(before, after)


def test_a_mark_stands_behind_the_stop_after_a_link() -> None:
    mark = nodes.inline("", MARK, classes=[classes.CITES])
    link = nodes.reference("", "Kim")
    sentence = nodes.paragraph("", "", nodes.Text("By "), link, mark, nodes.Text(". So it was."))
    put_behind_stop(mark)
    assert f"By Kim.{JOINER}¹ So it was." == sentence.astext()
    assert "Kim" == link.astext()


def test_marks_that_follow_one_another_stand_behind_one_stop() -> None:
    first, second = (nodes.inline("", sign, classes=[classes.CITES]) for sign in "¹²")
    sentence = nodes.paragraph(
        "", "", nodes.Text("He left "), first, nodes.Text(". "), second, nodes.Text(" So it was.")
    )
    for mark in (first, second):
        put_behind_stop(mark)
    assert f"He left.{JOINER}¹{JOINER}² So it was." == sentence.astext()


def mark_of(*keys: str) -> nodes.inline:
    """
    A mark with a link for each source.
    """
    links = [nodes.reference("", key, refid=f"s-{key}") for key in keys]
    parts = [part for link in links for part in (nodes.Text("; "), link)][1:]
    return nodes.inline("", "", nodes.Text("("), *parts, nodes.Text(")"), classes=[classes.CITES])


def joined(*parts: nodes.Node) -> str:
    """
    What a sentence says after its marks have been placed.
    """
    sentence = nodes.paragraph("", "", *parts)
    for part in parts:
        if isinstance(part, nodes.inline):
            put_behind_stop(part)
            join_to_last(part)
    return sentence.astext().replace(JOINER, "|")


def test_marks_that_stand_together_are_one_with_each_source_once() -> None:
    assert "He left.|(a; b; c) So it was." == joined(
        nodes.Text("He left "),
        mark_of("a", "b"),
        nodes.Text(". "),
        mark_of("b", "c"),
        nodes.Text(" So it was."),
    )


def test_marks_with_words_between_them_stay_apart() -> None:
    assert "He left,|(a) so|(a)" == joined(
        nodes.Text("He left "), mark_of("a"), nodes.Text(", so "), mark_of("a")
    )


def test_a_mark_behind_a_link_is_not_joined_to_it() -> None:
    link = nodes.inline("", "Kim")
    assert "Kim|(a)" == joined(link, nodes.Text(" "), mark_of("a"))
