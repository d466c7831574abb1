"""
What may be the id of a record or the key of a source.

Both are names of files and anchors in pages, on every system and in every form of the book.
"""

import re

from ncrefs.kinds import ALL_KINDS

#: The longest name; with its folder and ending it must fit a path of Windows.
LIMIT = 80
#: The forms of an id and of a key, as expressions that JSON Schema knows too.
ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
KEY = r"[A-Za-z0-9](?:\.?[A-Za-z0-9_+-])*"
#: Pages and anchors of the book itself.
_OWN = frozenset(
    ("404", "genindex", "index", "method", "modindex", "names", "objects", "search", "timeline")
) | {name for kind in ALL_KINDS.values() for name in (kind.plural, kind.entries_on)}
_OWN_STARTS = ("grade-", "verdict-")
#: Windows takes files of these names, whatever their ending, for devices.
_DEVICES = re.compile(r"(?:con|nul|aux|prn|(?:com|lpt)[0-9])(?:\..*)?", re.IGNORECASE)


def wrong_id(text: str) -> str:
    """
    What is wrong with a text as the id of a record, and what to write; "" if nothing is.
    """
    if re.fullmatch(ID, text) is None:
        return f'"{text}": a file name is lower-case ASCII words joined by hyphens'
    return _taken(text)


def wrong_key(text: str) -> str:
    """
    What is wrong with a text as the key of a source, and what to write; "" if nothing is.
    """
    if re.fullmatch(KEY, text) is None:
        return f'"{text}" is no key; write ASCII letters, digits, and ".", "+", "-" or "_" between'
    return _taken(text)


def _taken(text: str) -> str:
    if len(text) > LIMIT:
        return f'"{text}" is too long; write at most {LIMIT} characters'
    if text.lower() in _OWN or text.lower().startswith(_OWN_STARTS):
        return f'"{text}" is a name that the book needs itself; choose another'
    if _DEVICES.fullmatch(text):
        return f'"{text}" is a device on Windows; choose another'
    return ""
