"""
Names and titles as they are set: records have them as they are typed.
"""

import re

from ncrefs.labels import curled

#: A hyphen between two years.
_YEARS = re.compile(r"(?<=\b\d{4})-(?=\d{2}(?:\d{2})?\b)")


def typeset(name: str) -> str:
    """
    A name with apostrophes and quotation marks where the typewriter's stand, and a dash
    between years.

    >>> typeset("The guards' plot of 1957-1958")
    'The guards’ plot of 1957–1958'
    >>> typeset('A "party centre"')
    'A “party centre”'
    """
    return _YEARS.sub("–", curled(name).replace("'", "’"))
