"""
Names and titles as they are set: records have them as they are typed.
"""

import re

#: A hyphen between two years.
_YEARS = re.compile(r"(?<=\b\d{4})-(?=\d{2}(?:\d{2})?\b)")


def typeset(name: str) -> str:
    """
    A name with an apostrophe where the typewriter's stands, and a dash between years.

    >>> typeset("The guards' plot of 1957-1958")
    'The guards’ plot of 1957–1958'
    """
    return _YEARS.sub("–", name.replace("'", "’"))
