"""
Texts of records without their markup.
"""

import re

from ncrefs import markup
from ncrefs.arguments import expect

_CITE = re.compile(r"\s*\{cite\}`([^`]*)`")


def plain(text: str, *, citations: bool = False) -> str:
    """
    A text as a reader sees it: links by their words, terms by their names.

    Args:
        text: MyST, as the fields of records hold it.
        citations: Whether the keys of its sources stay, in brackets: "[lee2001, news2010]".

    Raises:
        TypeError: The text is none.
    """
    expect("text", text, str)
    if not citations:
        return markup.plain(text)
    # A bracket in the place of a citation would be markup to the parser: the keys wait in
    # letters that no text holds.
    keys: list[str] = []

    def aside(match: re.Match[str]) -> str:
        keys.append(", ".join(key.strip() for key in match[1].split(",")))
        return f" \ue000{len(keys) - 1}\ue001"

    waiting = markup.plain(_CITE.sub(aside, text))
    return re.sub("\ue000([0-9]+)\ue001", lambda match: f"[{keys[int(match[1])]}]", waiting)
