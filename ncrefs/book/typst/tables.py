"""
The widths of a table's columns, from what stands in them.
"""

from docutils import nodes

#: About as many characters fit on a line of a table.
_LINE = 92
#: A column whose cells are all this short is never broken.
_NARROW = 13
#: A cell longer than this may run over the foot of a page.
_LONG = 700


def widths(table: nodes.Element) -> list[str]:
    """
    A Typst width for each column: `auto` for short values, shares of the rest for text.

    Authors of records do not think of columns, so that the text decides: a column gets
    room for its longest word, and what is left goes by the length of the cells.
    """
    columns = _columns(table)
    needs = [max((len(text) for text in column), default=0) for column in columns]
    if all(need <= _NARROW for need in needs):
        return ["auto"] * len(columns)
    wide = [index for index, need in enumerate(needs) if need > _NARROW]
    room = _LINE - sum(need + 2 for need in needs if need <= _NARROW) - 2 * len(wide)
    least = {index: _longest_word(columns[index]) for index in wide}
    spare = max(0, room - sum(least.values()))
    weights = {index: _weight(columns[index]) for index in wide}
    shares = {
        index: least[index] + spare * weights[index] / sum(weights.values()) for index in wide
    }
    return [f"{shares[index]:.0f}fr" if index in shares else "auto" for index in range(len(columns))]


def has_long_cell(table: nodes.Element) -> bool:
    """
    Whether a cell is too long to be kept on one page.
    """
    return any(len(entry.astext()) > _LONG for entry in table.findall(nodes.entry))


def _longest_word(column: list[str]) -> int:
    return max((len(word) for text in column for word in text.split()), default=0) + 1


def _weight(column: list[str]) -> float:
    """
    How much a column has to say; the root keeps one long text from starving the others.
    """
    filled = [len(text) for text in column if text]
    return (sum(filled) / max(len(filled), 1)) ** 0.75 if filled else 1.0


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
                columns[index].append(cell.astext())
            for filled in range(index, min(index + across, count)):
                held[filled] = cell.get("morerows", 0) + 1
            index += across
        held = [max(0, rows - 1) for rows in held]
    return columns
