"""
What is wrong with a record: one line each, all of them at once.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """
    One mistake, and what to write instead.

    Printed as `path:line: field: message`, a form that editors turn into a
    link. Paths below the working directory are printed relative to it.
    """

    path: Path
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        """
        Show `path:line: field: message`.
        """
        path = self.path
        if path.is_absolute() and path.is_relative_to(Path.cwd()):
            path = path.relative_to(Path.cwd())
        return f"{path}:{self.line}: {self.field}: {self.message}"


class CatalogError(ValueError):
    """
    A catalog has mistakes; `problems` holds all of them, in file order.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class UnknownIdError(LookupError):
    """
    No record has the id; the message suggests a near one.
    """


def suggest(word: str, words: Iterable[str]) -> str:
    """
    '; did you mean "..."?', or nothing if no word is near.
    """
    near = difflib.get_close_matches(word, sorted(words), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


def one_of(words: Iterable[str]) -> str:
    """
    Words as a reader lists them: "a, b or c".
    """
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
