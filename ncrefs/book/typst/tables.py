"""
The widths of a table's columns, from what stands in them.
"""

from docutils import nodes

#: A column whose cells are all this short is as wide as they are and never broken.
_NARROW = 13
#: The most that one long cell counts for.
_LONG = 90


def widths(table: nodes.Element) -> list[str]:
    """
    A Typst width for each column: `auto` for short values, shares of the rest for text.

    Authors of records do not think of columns, so that the text decides.
    """
    cells = _columns(table)
    if len(cells) == 1:
        return ["1fr"]
    longest = [max((len(text) for text in column), default=0) for column in cells]
    shares = []
    for column, most in zip(cells, longest, strict=True):
        if most <= _NARROW:
            shares.append("auto")
            continue
        lengths = [min(len(text), _LONG) for text in column if text]
        mean = sum(lengths) / max(len(lengths), 1)
        word = max((len(word) for text in column for word in text.split()), default=0)
        shares.append(f"{max(mean + min(most, _LONG), 2 * word) / 10:.1f}fr")
    if all(share == "auto" for share in shares):
        return shares
    return shares


def _columns(table: nodes.Element) -> list[list[str]]:
    """
    The texts of each column; a cell that spans columns counts for none.
    """
    count = sum(1 for _ in table.findall(nodes.colspec))
    columns: list[list[str]] = [[] for _ in range(count)]
    held: dict[int, int] = {}  # columns that a cell of a row above still fills
    for row in table.findall(nodes.row):
        index = 0
        for cell in row:
            if not isinstance(cell, nodes.entry):
                continue
            while held.get(index, 0) > 0:
                held[index] -= 1
                index += 1
            across = cell.get("morecols", 0) + 1
            if across == 1 and index < count:
                columns[index].append(cell.astext())
            for filled in range(index, index + across):
                held[filled] = cell.get("morerows", 0)
            index += across
        for rest in range(index, count):
            held[rest] = max(0, held.get(rest, 0) - 1)
    return columns
