"""
Docstrings: read from the source, in one line.
"""

from dataclasses import dataclass

from ncrefs.docstrings import docstring


@dataclass
class Described:
    """
    Said
    in two lines.

    And in a second paragraph.
    """

    field: str = ""


@dataclass
class Bare:
    field: str = ""


def test_lines_become_one() -> None:
    assert "Said in two lines. And in a second paragraph." == docstring(Described)


def test_what_is_not_said_is_empty() -> None:
    """
    Not the signature that Python puts in its place.
    """
    assert Bare.__doc__
    assert "" == docstring(Bare)


def test_only_classes_of_the_module_itself_are_known() -> None:
    class Inner:
        """
        Not at the top.
        """

    assert "" == docstring(Inner)
