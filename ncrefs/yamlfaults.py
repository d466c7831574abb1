"""
Why YAML cannot be read, or says something else than its author: the character that is the
cause, its place, and how to mend it.

YAML itself tells where it gave up, often a line below, in words of its grammar.
"""

import re
from collections.abc import Iterator

import yaml

from ncrefs.characters import SPACES

#: What word processors write for quotation marks, each with what ends it.
QUOTES = dict(zip("“„«‘‚‛「『", "”“»’’’」』", strict=True))
#: Where a field may start: its line, an item, or a place in braces.
_AT = r"(?:^ *(?:- +)*|[{,]\s*)"
#: A value in straight quotes.
_QUOTED = re.compile(r"""(?<=[\s\[{])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:[\]},]|$))""")
#: A sign that starts a value as if it began a quotation.
_OPENED = re.compile(rf"(?:: |- |[\[{{,] *)([{''.join(QUOTES)}])")
#: Slips that are seen in a line; the group is the sign, and `{at}` its place.
_SLIPS = {
    re.compile(r"^ *(\t)"): "a tab at {at} indents the line; write spaces",
    re.compile(rf"(?:^ *|[:,-] *)([{SPACES}])"): (
        "the space at {at} is none to YAML, maybe one that does not break; write a usual one"
    ),
    re.compile(rf"{_AT}\w+ *(：)"): '"{sign}" at {at} is no colon to YAML; write ":"',
    re.compile(r"[\[{{][^\]}}]*(，)"): '"{sign}" at {at} is no comma to YAML; write ","',
    re.compile(r"(?::|,|^) *([［｛])"): '"{sign}" at {at} is no bracket to YAML; write [ or {{',
    re.compile(rf"{_AT}[a-z_]+ *(=)"): '"=" at {at} ends no name; write ":"',
    re.compile(rf"{_AT}[a-z_]+(:)(?![\s/]|$)"): 'no space behind ":" at {at}; write one',
    re.compile(r"^ *(-)(?![\s-]|$)"): 'no space behind "-" at {at}; write one',
    re.compile(r"^(%)"): '"%" at {at} starts a line; write # for a remark',
    re.compile(r"^(\.\.\.|---)"): '"{sign}" at {at} ends the fields; leave the line out',
}
#: What to do, by what PyYAML says, where nothing more exact is known.
_REMEDIES = {
    "a tab": "write spaces",
    "escape": "write \\\\ for a backslash, or quote with single quotes",
    "depth": "write it flat",
    "alias": "quote text that starts with * or &",
    "anchor": "quote text that starts with * or &",
    "tag": "quote text that starts with !",
}
_REMEDY = "quote text that has a colon or a bracket"
QUOTES_NOTHING = 'quotes nothing in YAML; write " around the value'
_NO_COLON = 'the line has no ": "; write name: value'
_CLOSING = {"[": "]", "{": "}"}
_BEHIND = "stands behind the end of a value; quote the whole, and double such quotes in it"
_INDENT = "the line starts too far left or right; indent it as those that it belongs with"


def open_quote(before: str) -> int | None:
    """
    The place of a word processor's quotation mark that is not closed at the end of *before*.
    """
    for opened in _OPENED.finditer(before):
        if QUOTES[opened[1]] not in before[opened.end() :]:
            return opened.start(1)
    return None


def explain(text: str, error: yaml.YAMLError, above: int) -> tuple[int, str]:
    """
    Say why a text cannot be read as YAML.

    Args:
        text: What was read.
        error: What PyYAML raised.
        above: How many lines of the file stand above the text.

    Returns:
        The line of the cause in the file, and what is said of it.
    """
    failure = _Failure(text, error, above)
    line, what = next(failure.causes())
    return line + above + 1, f"broken YAML, {what}"


def wrong_key(lines: list[str], key: yaml.ScalarNode, value: yaml.Node, above: int) -> str:
    """
    Say why a key is none that its author meant; "" if it may be.

    Args:
        lines: The text that was read.
        key: A key that names no field.
        value: What it has.
        above: How many lines of the file stand above the text.
    """
    line, column = key.start_mark.line, key.start_mark.column
    written = _unquoted(lines[line])
    for pattern, message in _SLIPS.items():
        for found in pattern.finditer(written):
            if column <= found.start(1) <= column + len(key.value):
                return message.format(sign=found[1], at=_at(line, found.start(1), above))
    before = lines[line][:column]
    if "," in before and key.value.isdigit() and not value.value:
        return f"the comma at {_at(line, before.rindex(','), above)} parts a number; write a point"
    if "," not in before or (value.value and len(key.value.split()) < 3):
        return ""
    # A key without a value or of many words was meant to be of the value before the comma.
    place = open_quote(before)
    if place is not None:
        return f'"{before[place]}" at {_at(line, place, above)} {QUOTES_NOTHING}'
    place = before.index(",", max(before.rfind(": "), 0))
    return f"the comma at {_at(line, place, above)} ends the value; quote all of it"


def wrong_text(node: yaml.ScalarNode, above: int) -> str:
    """
    Say why a value is not the text that its author meant; "" if it may be.
    """
    text, at = node.value, _at(node.start_mark.line, node.start_mark.column, above)
    if node.style or not text:
        return ""
    closing = QUOTES.get(text[0])
    if closing and (closing not in text or text.index(closing) == len(text) - 1):
        return f'"{text[0]}" at {at} {QUOTES_NOTHING}'
    return ""


def _unquoted(line: str, filling: str = '"') -> str:
    """
    A line in which other signs stand for all of a value in quotes.
    """
    return _QUOTED.sub(lambda match: filling * len(match[0]), line)


def _at(line: int, column: int, above: int) -> str:
    return f"{line + above + 1}:{column + 1}"


class _Failure:
    """
    A text, and where YAML gave it up.
    """

    def __init__(self, text: str, error: yaml.YAMLError, above: int) -> None:
        self.what = str(getattr(error, "problem", None) or getattr(error, "reason", error))
        self.context = str(getattr(error, "context", None) or "")
        mark = getattr(error, "problem_mark", None)
        start = getattr(error, "context_mark", None)
        # A character that YAML refuses has no mark, only a place among the bytes.
        before = text.encode()[: getattr(error, "position", 0)].count(b"\n")
        self.lines = text.split("\n")
        self.line: int = mark.line if mark else before
        self.column: int = mark.column if mark else 0
        self.start: tuple[int, int] = (
            (start.line, start.column) if start else (self.line, self.column)
        )
        self._above = above

    def causes(self) -> Iterator[tuple[int, str]]:
        """
        What may be the cause, with its line, the likeliest first.
        """
        yield from self._open_quote()
        yield from self._slips()
        yield from self._lost_end()
        yield from self._flow()
        yield from self._block()
        yield from self._lines()
        remedy = next((r for part, r in _REMEDIES.items() if part in self.what), _REMEDY)
        yield self.line, f"{self.what}; {remedy}"

    def _at(self, line: int, column: int) -> str:
        return _at(line, column, self._above)

    def _sign(self, line: int, column: int) -> str:
        written = self.lines[line] if line < len(self.lines) else ""
        return written[column : column + 1]

    def _here(self) -> str:
        """
        The word or sign at which YAML gave up, and its place.
        """
        written = self.lines[self.line][self.column :] if self.line < len(self.lines) else ""
        word = re.match(r"\w+|", written)
        sign = (word and word[0]) or written[:1]
        return f'"{sign}" at {self._at(self.line, self.column)}'

    def _before(self) -> str:
        """
        What stands before it in its line.
        """
        return self.lines[self.line][: self.column] if self.line < len(self.lines) else ""

    def _open_quote(self) -> Iterator[tuple[int, str]]:
        """
        A sign that was meant to begin a quotation in which the place stands.
        """
        before = self._before()
        place = open_quote(before)
        if place is not None:
            at = self._at(self.line, place)
            yield self.line, f'"{before[place]}" at {at} {QUOTES_NOTHING}'

    def _slips(self) -> Iterator[tuple[int, str]]:
        first = self.start[0] if "flow" in self.context or "simple key" in self.context else 0
        if "document" not in self.what and "document" not in self.context:
            first = max(first, self._above_line())
        for line in range(first, min(self.line + 1, len(self.lines))):
            written = _unquoted(self.lines[line])
            for pattern, message in _SLIPS.items():
                if found := pattern.search(written):
                    at = self._at(line, found.start(1))
                    yield line, message.format(sign=found[1], at=at)

    def _above_line(self) -> int:
        """
        The line above the one where YAML gave up, passing over empty ones.
        """
        above = range(min(self.line, len(self.lines)) - 1, -1, -1)
        return next((line for line in above if self.lines[line].strip()), 0)

    def _lost_end(self) -> Iterator[tuple[int, str]]:
        """
        Quotes and brackets that are never closed.
        """
        line, column = self.start
        sign, at = self._sign(line, column), self._at(line, column)
        if "quoted scalar" in self.context and "escape" not in self.what:
            yield line, f"the quotation mark {sign} at {at} is not closed; close it"
        quote = self._before().rstrip()[-1:]
        if quote in ("'", '"') and self._before().count(quote) % 2:
            yield from self._quote_above(quote)
        closed = "simple key" in self.context and _CLOSING.get(sign, " ") in self.lines[line]
        if sign in _CLOSING and self.line > line and not closed:
            remark = re.search(r"\s(#)", _QUOTED.sub("", self.lines[line]))
            if remark:
                what = "begins a remark; quote the value"
                yield line, f'"#" at {self._at(line, self.lines[line].index(" #") + 1)} {what}'
            yield line, f'"{sign}" at {at} is not closed; write "{_CLOSING[sign]}"'

    def _quote_above(self, quote: str) -> Iterator[tuple[int, str]]:
        """
        The mark that begins what the one before the place ends.
        """
        for line in range(self.line - 1, -1, -1):
            written = _unquoted(self.lines[line], " ")
            opened = re.search(rf"(?:: |- |[\[{{,] *)({quote})", written)
            if opened:
                at = self._at(line, opened.start(1))
                yield line, f"the quotation mark {quote} at {at} is not closed; close it"

    def _flow(self) -> Iterator[tuple[int, str]]:
        """
        What cannot stand where it does between brackets.
        """
        if "flow" not in self.context:
            return
        sign, before = self._sign(self.line, self.column), self._before()
        if sign == ":":
            name = before.rpartition(" ")[2]
            what = f'is within a value; put a comma before "{name}", or quote the value'
        elif sign in ("[", "{"):
            what = "is within a value; quote the value"
        elif sign in ("]", "}"):
            what = (
                f'does not close "{self._sign(*self.start)}" of {self._at(*self.start)}; mend one'
            )
        elif sign == ",":
            what = "follows nothing; take it out"
        else:
            what = _BEHIND
        yield self.line, f"{self._here()} {what}"

    def _block(self) -> Iterator[tuple[int, str]]:
        """
        What cannot stand where it does outside of brackets.
        """
        if "start any token" in self.what and self._sign(self.line, self.column) == "\t":
            yield self.line, f"a tab at {self._at(self.line, self.column)}; write a space"
        if "start any token" in self.what:
            yield self.line, f"{self._here()} cannot start a value; quote it"
        if "mapping keys" in self.what:
            yield self.line, f"{self._here()} cannot start a value; quote it"
        if "block scalar" in self.context:
            opened = f'"{self._sign(*self.start)}" at {self._at(*self.start)}'
            yield self.start[0], f"{opened} cannot start a value; quote it"
        if "simple key" in self.context:
            yield self.start[0], _NO_COLON
        if "mapping values" in self.what and ": " in self._before():
            yield self.line, f"{self._here()} is within a value; quote the value"
        above = self._above_line()
        if "mapping values" in self.what and not re.match(r"\s*#|.*:|\s*- ", self.lines[above]):
            yield above, _NO_COLON
        if "mapping values" in self.what:
            what = "goes on with the value above; quote that, or indent the line as its field"
            yield self.line, f"{self._here()} {what}"

    def _lines(self) -> Iterator[tuple[int, str]]:
        """
        Lines that stand in the wrong column, and what follows a value.
        """
        if "document start" in self.what:
            yield next((n for n, line in enumerate(self.lines) if line.strip()), 0), _INDENT
        if "expected" not in self.what or "scalar" in self.context:
            return
        if self._sign(self.line, self.column) in ("]", "}"):
            yield self.line, f"{self._here()} closes nothing; take it out, or quote the value"
        if self._before().strip():
            yield self.line, f"{self._here()} {_BEHIND}"
        yield self.line, _INDENT
