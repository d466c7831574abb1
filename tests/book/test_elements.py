"""
The small builders, and what makes a table one to work with.
"""

from docutils import nodes

from ncrefs.book.content import desk, elements
from ncrefs.dates import Date
from ncrefs.vocabulary import Grade, Verdict
from tests.book.shown import said, shown


def test_parts_are_joined_but_empty_ones() -> None:
    assert "a, b" == said(elements.join([elements.text("a"), [], elements.text("b")]))


def test_parts_have_the_separator_that_is_given() -> None:
    assert "a · b" == said(elements.join([elements.text("a"), elements.text("b")], " · "))


def test_a_label_without_values_is_left_out() -> None:
    assert [
        "fields.card",
        "  = A",
        "    p: a",
    ] == shown([elements.facts([("A", [elements.text("a"), []]), ("B", []), ("C", [[]])])])


def test_a_section_has_an_anchor() -> None:
    assert [
        "section#id Title",
        "  p: a",
    ] == shown([elements.section("id", "Title", elements.para(nodes.Text("a")))])


def test_a_list_has_a_paragraph_an_item() -> None:
    assert [
        "list.x",
        "  - a",
        "  - b",
    ] == shown([elements.bullets([elements.text("a"), elements.text("b")], ["nc-x"])])


def test_a_table_has_a_head_and_cells_that_sort() -> None:
    assert [
        "table.x",
        "  | A | {.choice B} |",
        "  | a | [3] b |",
        "  | c / d | <alleged>.graded |",
    ] == shown(
        [
            elements.table(
                ("A", desk.choice("B")),
                [
                    [elements.text("a"), elements.Cell(elements.text("b"), 3)],
                    [
                        [elements.para(nodes.Text("c")), elements.para(nodes.Text("d"))],
                        elements.badge(Grade.ALLEGED),
                    ],
                ],
                ["nc-x"],
            )
        ]
    )


def test_a_table_has_as_many_columns_as_its_head() -> None:
    assert [
        (2, [1, 1]),
    ] == [
        (group["cols"], [column["colwidth"] for column in group.findall(nodes.colspec)])
        for group in elements.table(("A", "B"), []).findall(nodes.tgroup)
    ]


def test_only_the_first_row_is_a_head() -> None:
    assert [
        [1, 2],
    ] == [
        [len(part) for part in (*table.findall(nodes.thead), *table.findall(nodes.tbody))]
        for table in [elements.table(("A",), [[elements.text("a")], [elements.text("b")]])]
    ]


def test_what_has_a_block_below_its_label() -> None:
    assert [
        "terms.x",
        "  = A",
        "    p: a",
    ] == shown([elements.defined([("A", elements.para(nodes.Text("a")))], ["nc-x"])])


def test_boxes_stand_side_by_side() -> None:
    assert [
        "container.boxes",
        "  container.box",
        "    p: **A**",
        "    p: a",
    ] == shown([elements.boxes([("A", elements.para(nodes.Text("a")))])])


def test_korean_is_marked() -> None:
    assert "{.language-ko 군}" == said([elements.korean("군")])


def test_a_date_is_marked() -> None:
    assert "{.date May 1950}" == said([elements.when(Date("1950-05"))])


def test_a_link_to_a_chapter() -> None:
    assert "[The map](map)" == said([elements.chapter_link("map", "The map")])


def test_a_badge_leads_to_its_meaning() -> None:
    assert [
        "<alleged>",
        "<wrong>",
        "",
    ] == [said(elements.badge(value)) for value in (Grade.ALLEGED, Verdict.WRONG, None)]


def test_an_explained_badge_says_it() -> None:
    assert "<wrong wrong “Sources contradict it.”.badge.verdict-wrong>" == said(
        elements.badge(Verdict.WRONG, explained=True)
    )


def test_a_grade_stands_before_what_it_is_of() -> None:
    assert [
        "<alleged> ",
        "",
    ] == [said(elements.graded(value)) for value in (Grade.ALLEGED, None)]


def test_dates_and_grades_sort() -> None:
    assert [
        "1950-01-01/1950-12-31",
        "1",
        "5",
    ] == [
        cell.sorts_by
        for cell in (
            elements.by_date(Date("1950")),
            elements.by_grade(Grade.REPORTED),
            elements.by_grade(None),
        )
    ]


def test_a_cell_with_a_grade_alone_is_the_first_to_be_read() -> None:
    assert [
        [],
        ["nc-graded"],
        [],
        [],
    ] == [
        entry["classes"]
        for entry in elements.table(
            ("A",),
            [
                [elements.badge(Grade.ALLEGED)],
                [[nodes.Text("a"), *elements.badge(Grade.ALLEGED)]],
                [[nodes.inline("", "a")]],
            ],
        ).findall(nodes.entry)
    ]


def test_tools_wait_for_a_script() -> None:
    assert '<<<div class="nc-tools pst-js-only"></div>>>' == said([desk.tools()])


def test_a_time_sorts_by_its_first_known_day() -> None:
    assert [
        "1950-01-01/1951-12-31",
        "1951-01-01/1951-12-31",
        "1950-01-01/9999-12-31",
        None,
    ] == [
        getattr(desk.by_span(elements.text("x"), *ends), "sorts_by", None)
        for ends in (
            (Date("1950"), Date("1951")),
            (None, Date("1951")),
            (Date("1950"), None),
            (None, None),
        )
    ]


def test_cells_say_their_headings() -> None:
    """
    But the first of a row, which is what the row is of.
    """
    row = [elements.text("1950"), elements.text("3")]
    made = elements.labelled(elements.table(("Year", "Attempts"), [row]))

    cells = [*made.findall(nodes.entry)][2:]
    assert [None, "Attempts"] == [cell.get("label") for cell in cells]


def test_a_stacked_cell_says_the_name_that_is_given_or_its_own() -> None:
    """
    But an empty one.
    """
    own = elements.Cell(elements.text("S"), "S", "Outcome: succeeded")
    row = [elements.text("Junta"), elements.text("+"), own, []]
    made = elements.labelled(elements.table(("Case", "1", "2", "3"), [row]), ("War", "O", "L"))

    cells = [*made.findall(nodes.entry)][4:]
    assert [None, "War", "Outcome: succeeded", None] == [cell.get("label") for cell in cells]
