"""
Numbers as files have them.
"""

import re

_FORMS = {
    int: ("a whole number", re.compile(r"-?[0-9]{1,18}")),
    float: ("a number", re.compile(r"-?[0-9]{1,18}(?:\.[0-9]+)?")),
}


def read_number(type_: type[int] | type[float], text: str) -> int | float:
    """
    Text -> a number. Python alone would also take "1_000", "1e3" and "nan".

    >>> read_number(int, "12"), read_number(float, "-0.5")
    (12, -0.5)

    Raises:
        ValueError: The text has something else than digits.
    """
    what, form = _FORMS[type_]
    if not form.fullmatch(text):
        raise ValueError(f'"{text}" is not {what}; write digits only')
    return type_(text)
