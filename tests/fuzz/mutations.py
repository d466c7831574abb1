"""
Small and large changes to a text, from one source of chance.
"""

from collections.abc import Callable
from random import Random

#: What has broken readers of text before, here and elsewhere.
PIECES = (
    "\0", "\x07", "\x0c", "\x1b[31m", "\r", "\r\n", "\x85", "\u200b", "\u202e", "\u2028", "\ufeff",
    "\ufffe", "\ufffd", "\ue000", "\U000e0001", "\u0430", "\u0301", "\u3164", "ㅎ", "한", "漢", "é",
    "---\n", "\n---\n", "...\n", "- ", "  ", "\t", "\n\n", ": ", ":", ",", "[", "]", "{", "}", "'",
    '"', "#", "&a ", "*a ", "!!python/object:os.system ",
    "!!binary ", "<<: ", "? ", "| ", ">\n",
    "~", "null", "true", "1e9", "0x1F", "-1", "99999999999999999999", "2999", "0001", "1950/1940",
    "../1950", "1950~", "19XX", "`", "``", "```\n", "```{raw} html\n", ":::{note}\n", "> ", "# ",
    "<script>", "<!--", "-->", "<a href=", "{cite}`", "{term}`", "{nope}`x`", "[x](#y)",
    "![x](y)", "[^1]", "[a]: #b\n", "(x)=\n", "% ", "+++\n", "{{x}}", "|a|b|\n|-|-|\n", "*",
    "**", "_", "\\",
    "\\\\", "$$", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "@", "@book{", "@string{x = ",
    "@comment{", "={", "},\n", "{{", "}}", "\\emph{", '\\"u', " and ", ", , ,", "pak-hun",
    "lee2001", "first-corps", "sources: ", "name: ", "javascript:alert(1)", "../../etc/passwd",
    "x" * 3000,
    "[" * 500, "{" * 500, "> " * 60, "*" * 900, "- " * 40, "&b [*b]", "office: premier\n",
)  # fmt: skip


def _insert(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PIECES) + text[at:]


def _delete(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 1, 5, 40)) :]


def _replace(text: str, chance: Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PIECES) + text[at + chance.choice((1, 3, 10)) :]


def _swap(text: str, chance: Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _repeat(text: str, chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at:at] = [lines[at]] * chance.choice((1, 1, 2, 30))
    return "\n".join(lines)


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


def _move(text: str, chance: Random) -> str:
    one, other = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    at = chance.randint(0, len(text))
    return text[:at] + text[one : min(other, one + 80)] + text[at:]


_WAYS: tuple[Callable[[str, Random], str], ...] = (
    _insert, _insert, _insert, _delete, _replace, _replace, _swap, _repeat, _cut, _move,
)  # fmt: skip


def mutated(text: str, chance: Random) -> bytes:
    """
    A text changed in one to four places; now and then in its bytes, too.
    """
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        text = chance.choice(_WAYS)(text, chance)
    data = text.encode("utf-8", "surrogatepass")
    if data and chance.random() < 0.03:
        at = chance.randrange(len(data))
        data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data
