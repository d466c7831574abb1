"""
The widths of a table's columns, from what stands in them.
"""

import re

from docutils import nodes

from ncrefs.book.classes import BADGE, CITE

#: About as many characters fit on a line of a table.
_LINE = 92
#: A column whose cells are all this short is as wide as they are.
_NARROW = 13
#: A cell up to this long is kept on one line if the others can spare the room.
_SHORT = 26
#: A cell longer than this may run over the foot of a page.
_LONG = 700
#: A table of about so many lines stands on one page.
_FEW_LINES = 8
#: No cell counts for more than this.
_ENOUGH = 200
_BREAKS = re.compile(r"[\s\-–/]+")
#: What the number of a page after a link takes.
_PAGE_MARK = 5


def widths(table: nodes.Element) -> list[str]:
    """
    A Typst width for each column: `auto` for short values, shares of the rest for text.
    """
    return [f"{share:.1f}fr" if wide else "auto" for share, wide in shares(table)]


def shares(table: nodes.Element) -> list[tuple[float, bool]]:
    """
    How many characters wide each column is to be, and whether it holds more than short values.

    Authors of records do not think of columns, so that the text decides: a column gets
    room for its longest word, or for its longest cell if that is short, and what is left
    goes by the length of the cells.
    """
    columns = _columns(table)
    needs = [max(map(len, column), default=0) for column in columns]
    wide = [index for index, need in enumerate(needs) if need > _NARROW]
    if not wide:
        return [(need, False) for need in needs]
    room = _LINE - 2 * len(columns) - sum(need for need in needs if need <= _NARROW)
    least = {index: _longest_word(columns[index]) for index in wide}
    whole = {index: need if (need := needs[index]) <= _SHORT else least[index] for index in wide}
    if sum(whole.values()) <= room:
        least = whole
    spare = max(0, room - sum(least.values()))
    weights = {
        index: _weight(columns[index]) if needs[index] > least[index] else 0.01 for index in wide
    }
    total = sum(weights.values())
    text = {index: least[index] + spare * weights[index] / total for index in wide}
    return [(text.get(index, need), index in text) for index, need in enumerate(needs)]


def has_long_cell(table: nodes.Element) -> bool:
    """
    Whether a cell is too long to be kept on one page.
    """
    return any(len(entry.astext()) > _LONG for entry in table.findall(nodes.entry))


def is_short(table: nodes.Element) -> bool:
    """
    Whether a table is so short that a page break within it would leave next to nothing.
    """
    lines = 0.0
    for row in table.findall(nodes.row):
        cells = [len(entry.astext()) for entry in row.findall(nodes.entry)]
        lines += max(1.0, max(cells, default=0) * len(cells) / _LINE)
    return lines <= _FEW_LINES


def _longest_word(column: list[str]) -> int:
    words = (word for text in column for word in _BREAKS.split(text))
    return max(map(len, words), default=0) + 1


def _weight(column: list[str]) -> float:
    """
    How much a column has to say; one that has a book to say leaves room for the others.
    """
    filled = [min(len(text), _ENOUGH) for text in column if text]
    return sum(filled) / len(filled) if filled else 1.0


def _text(cell: nodes.Element) -> str:
    """
    The text of a cell, longer by the page that its first link to an entry gives.
    """
    text = cell.astext()
    links = (link for link in cell.findall(nodes.reference) if gives_page(link))
    return text + "0" * _PAGE_MARK if next(links, None) is not None else text


def gives_page(link: nodes.Element) -> bool:
    """
    Whether a link is one that gives a page in print: to an entry, and more than a sign.
    """
    quiet = not {CITE, BADGE}.isdisjoint(link["classes"])
    return not quiet and bool(link.get("internal") or "refid" in link) and len(link.astext()) > 2


def _columns(table: nodes.Element) -> list[list[str]]:
    """
    The texts of each column; a cell that spans columns counts for none.
    """
    count = sum(1 for _ in table.findall(nodes.colspec))
    columns: list[list[str]] = [[] for _ in range(count)]
    held = [0] * count  # rows for which a cell from above still fills the column
    for row in table.findall(nodes.row):
        index = 0
        for cell in row.findall(nodes.entry):
            while index < count and held[index]:
                index += 1
            across = cell.get("morecols", 0) + 1
            if across == 1 and index < count:
                columns[index].append(_text(cell))
            for filled in range(index, min(index + across, count)):
                held[filled] = cell.get("morerows", 0) + 1
            index += across
        held = [max(0, rows - 1) for rows in held]
    return columns
