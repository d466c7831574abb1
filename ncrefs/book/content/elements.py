"""
Small builders of docutils nodes.
"""

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref

from ncrefs.book import phrases
from ncrefs.book.classes import (
    BADGE,
    BOX,
    BOXES,
    CARD,
    DATE,
    GRADED,
    LABELLED,
    LETTERS,
    ON_SCREEN,
    ONE_TABLE,
    badge_class,
)
from ncrefs.book.language import spoken
from ncrefs.book.palette import rank
from ncrefs.dates import Date
from ncrefs.model import Fate
from ncrefs.vocabulary import WEIGHTS, Grade, Verdict, Weight

Inline = Sequence[nodes.Node]


class Cell(list[nodes.Node]):
    """
    Inline content of a cell that sorts by something else than its words, and may have a label
    of its own where rows are stacked.
    """

    def __init__(self, content: Inline, sort: str | float, label: str = "") -> None:
        super().__init__(content)
        self.sorts_by = str(sort)
        self.label = label


def text(value: str) -> list[nodes.Node]:
    """
    Plain text as a list of nodes.
    """
    return [nodes.Text(value)]


def para(*children: nodes.Node, classes: Sequence[str] = ()) -> nodes.paragraph:
    """
    A paragraph; pieces of text that stand together are one, as each node costs time.
    """
    joined: list[nodes.Node] = []
    for child in children:
        if joined and isinstance(child, nodes.Text) and isinstance(joined[-1], nodes.Text):
            joined[-1] = nodes.Text(joined[-1] + child)
        else:
            joined.append(child)
    return nodes.paragraph("", "", *joined, classes=list(classes))


def section(id_: str, title: str, *children: nodes.Node) -> nodes.section:
    """
    A section with a permanent anchor.
    """
    return nodes.section("", nodes.title("", title), *children, ids=[id_])


def join(parts: Iterable[Inline], separator: str = ", ") -> list[nodes.Node]:
    """
    Inline content with a separator between its parts.
    """
    joined: list[nodes.Node] = []
    for part in parts:
        if joined and part:
            joined.append(nodes.Text(separator))
        joined += part
    return joined


def facts(rows: Iterable[tuple[str, Sequence[Inline]]]) -> nodes.field_list:
    """
    The card of a record: labels with one or several values; labels without are left out.
    """
    card = nodes.field_list(classes=[CARD])
    for label, values in rows:
        lines = [para(*value) for value in values if value]
        if lines:
            card += nodes.field("", nodes.field_name("", label), nodes.field_body("", *lines))
    return card


def bullets(items: Iterable[Inline], classes: Sequence[str] = ()) -> nodes.bullet_list:
    """
    A list with one paragraph an item.
    """
    children = [nodes.list_item("", para(*item)) for item in items]
    return nodes.bullet_list("", *children, classes=list(classes))


def table(
    head: Sequence[str | Inline], rows: Iterable[Sequence[Inline]], classes: Sequence[str] = ()
) -> nodes.table:
    """
    A table with a row of headings; a cell is inline content or paragraphs.
    """
    group = nodes.tgroup("", *[nodes.colspec(colwidth=1) for _ in head], cols=len(head))
    group += nodes.thead("", _row([text(cell) if isinstance(cell, str) else cell for cell in head]))
    group += nodes.tbody("", *[_row(row) for row in rows])
    return nodes.table("", group, classes=[ONE_TABLE, "colwidths-auto", *classes])


def labelled(made: nodes.table, names: Sequence[str] = ()) -> nodes.table:
    """
    A table whose cells, but the first of each row and the empty ones, say their headings where
    rows are stacked, or *names* in their stead.
    """
    (head,) = made.findall(nodes.thead)
    (body,) = made.findall(nodes.tbody)
    _, *headings = [entry.astext() for entry in head.findall(nodes.entry)]
    for row in body.findall(nodes.row):
        _, *entries = row.findall(nodes.entry)
        for entry, name in zip(entries, names or headings, strict=True):
            if entry.astext():
                entry.attributes.setdefault("label", name)
    made["classes"].append(LABELLED)
    return made


def _row(cells: Iterable[Inline]) -> nodes.row:
    return nodes.row("", *[_entry(cell) for cell in cells])


def _entry(cell: Inline) -> nodes.entry:
    entry = nodes.entry("", *_blocks(cell))
    if isinstance(cell, Cell):
        entry["sort"] = cell.sorts_by
        if cell.label:
            entry["label"] = cell.label
    if len(cell) == 1 and isinstance(cell[0], nodes.Element) and BADGE in cell[0]["classes"]:
        entry["classes"].append(GRADED)
    return entry


def _blocks(cell: Inline) -> Inline:
    return cell if cell and isinstance(cell[0], nodes.paragraph) else [para(*cell)]


def defined(items: Iterable[tuple[str, nodes.Element]], classes: Sequence[str]) -> nodes.Node:
    """
    A definition list of labels, each with one block below it.
    """
    children = [
        nodes.definition_list_item("", nodes.term("", label), nodes.definition("", block))
        for label, block in items
    ]
    return nodes.definition_list("", *children, classes=list(classes))


def boxes(items: Iterable[tuple[str, nodes.Element]]) -> nodes.container:
    """
    Things side by side, each a block under its label.
    """
    parts = [
        nodes.container("", para(nodes.strong("", label)), block, classes=[BOX])
        for label, block in items
    ]
    return nodes.container("", *parts, classes=[BOXES])


def korean(value: str) -> nodes.inline:
    """
    Korean text, marked as such for fonts and voices.
    """
    return spoken(value, "ko")


def when(date: Date) -> nodes.Node:
    """
    A date as one reads it.
    """
    return nodes.inline("", date.words, classes=[DATE])


def chapter_link(docname: str, label: str) -> pending_xref:
    """
    A link to a document of the book, if it has that.
    """
    return pending_xref(
        "",
        nodes.inline("", label),
        refdomain="nc",
        reftype="page",
        reftarget=docname,
        refexplicit=True,
        refwarn=True,
    )


def anchor_link(id_: str, label: str) -> nodes.reference:
    """
    A link to a place on the same page.
    """
    return nodes.reference("", label, refid=id_, internal=True)


def ways(links: Iterable[nodes.Node]) -> nodes.paragraph:
    """
    Links to the letters or themes of a long list, which print has one after another.
    """
    return para(*join([[link] for link in links], " "), classes=[LETTERS, ON_SCREEN])


def badge(value: Grade | Verdict | None, *, explained: bool = False) -> list[nodes.Node]:
    """
    A grade or verdict, linked to its meaning; *explained* also when pointed at.
    """
    if value is None:
        return []
    scale = "grade" if isinstance(value, Grade) else "verdict"
    link = pending_xref(
        "",
        nodes.inline("", value.value),
        refdomain="nc",
        reftype=scale,
        reftarget=value.value,
        refexplicit=True,
        refwarn=True,
        nc_hint=value.meaning if explained else "",
        classes=[BADGE, badge_class(value)],
    )
    return [link]


def answered(grade: Grade) -> list[nodes.Node]:
    """
    The grade of the answer to a question, which says that it is the answer's.
    """
    return [nodes.Text("Grade of the answer: "), *badge(grade)]


def by_date(date: Date) -> Cell:
    """
    A date in a cell, which sorts by its first day and then its last.
    """
    return Cell([when(date)], f"{date.earliest}/{date.latest}")


def by_grade(grade: Grade | None) -> Cell:
    """
    A grade in a cell, the best supported first.
    """
    return Cell(badge(grade), rank(grade))


def by_weight(weight: Weight) -> Cell:
    """
    The weight of an explanation, which sorts by how much it bears.
    """
    return Cell(text(weight), WEIGHTS.index(weight))


def grade_after(value: Grade | None, *, explained: bool = False) -> list[nodes.Node]:
    """
    A grade behind what it is of, if there is one.
    """
    return [nodes.Text(" "), *badge(value, explained=explained)] if value else []


def graded(value: Grade | Verdict | None) -> list[nodes.Node]:
    """
    A grade before what it is of, if there is one.
    """
    return [*badge(value), nodes.Text(" ")] if value else []


def graded_fate(fate: Fate | None) -> list[nodes.Node]:
    """
    What became of a person and its grade, for a cell; nothing where nothing is said.
    """
    return [nodes.Text(f"{phrases.fated(fate)} "), *badge(fate.grade)] if fate else []
