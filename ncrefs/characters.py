"""
Characters that do not belong into a text: those that nobody sees, or takes for others.

Control and format characters break files and turn lines around; non-characters, private
ones and those that say "unreadable" lost what was meant; a Cyrillic letter in a Latin
word looks right and is never found.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

#: What is strange by its category; line ends and tabs are none of it.
_CATEGORIES = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cs": "half of a character",
    "Co": "a character of private use",
    "Cn": "no character",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
#: Invisible though Unicode counts them among letters, marks and signs, and the sign of loss.
_OTHERS = {
    "\ufffd": "the sign of a lost character",
    **dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0", "an invisible character"),
}
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
#: Spaces that are none to YAML and to a search.
SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
#: Letters and hyphens that look like others, and are never found as these -> the others.
PLAIN = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
    **dict.fromkeys("\u2010\u2011\u2012", "-"),
}
#: Nearly every text has only these; they are written inside the brackets of an expression.
_COMMON = (
    r"\t\n -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027"
    r"\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uac00-\ud7a3"
)
_USUAL, _UNUSUAL = re.compile(f"[{_COMMON}]*"), re.compile(f"[^{_COMMON}]")
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
#: Marks over nothing, and more over one letter than any script has.
_LOOSE = re.compile(rf"(?<!\S){_MARK}|(?<={_MARK}{{3}}){_MARK}")
#: A word with a letter that is not of ASCII.
_WORD = re.compile(r"[A-Za-z]*[^\W\d_A-Za-z][^\W\d_]*")
#: Scripts of which many letters look like Latin ones.
_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")


def strange(text: str) -> Iterator[tuple[int, str]]:
    r"""
    Where a text has a character that it should not have, and what is said of it.

    >>> list(strange("a\u200bb"))
    [(1, 'U+200B ZERO WIDTH SPACE is an invisible character; delete it')]
    """
    if _USUAL.fullmatch(text):
        return
    for found in _UNUSUAL.finditer(text):
        what = _what(found[0])
        if what:
            yield found.start(), f"{name(found[0])} is {what}; delete it"
    for mark in _LOOSE.finditer(text):
        yield mark.start(), f"{name(mark[0])} is over no letter, or over many marks; delete it"
    for word in _WORD.finditer(text):
        yield from _look_alikes(word)


def _look_alikes(word: re.Match[str]) -> Iterator[tuple[int, str]]:
    scripts = [_script(character) for character in word[0]]
    for place, script in enumerate(scripts):
        if (script in _ALIKE and "LATIN" in scripts) or script == "MATHEMATICAL":
            message = f'{name(word[0][place])} stands in "{word[0]}"; write the Latin letter'
            yield word.start() + place, message


def name(character: str) -> str:
    """
    A character as Unicode calls it: "U+200B ZERO WIDTH SPACE".
    """
    code = f"U+{ord(character):04X}"
    return f"{code} {unicodedata.name(character, '')}".rstrip()


def escaped(text: str) -> str:
    r"""
    A text on one line, in which strange characters are seen: "a\u200bb", "one\ntwo".
    """
    if _USUAL.fullmatch(text) and "\n" not in text and "\t" not in text:
        return text
    return "".join(
        character.encode("unicode_escape").decode()
        if character in "\n\t" or _what(character)
        else character
        for character in text
    )


@cache
def _what(character: str) -> str:
    if character in "\n\t":
        return ""
    if _SELECTORS.match(character):
        return "an invisible character"
    return _OTHERS.get(character) or _CATEGORIES.get(unicodedata.category(character), "")


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").partition(" ")[0]
