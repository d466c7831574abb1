"""
What is wrong with a record: one line each, all of them at once.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ncrefs.characters import escaped

#: An error keeps the book from being built; advice does not.
Severity = Literal["error", "advice"]
#: More of a value than this tells nobody anything.
_QUOTED = 80
_LONGEST = 600
#: How like another a word must be to be suggested: "port" for "port-nam" is, just.
_LIKE = 0.65


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """
    One mistake, and what to write instead.

    Printed as `path:line: field: message`, a form that editors turn into a
    link, on one line: characters that nobody sees are escaped, and long values cut.
    Paths below the working directory are printed relative to it.
    """

    path: Path
    line: int
    field: str
    message: str
    severity: Severity = "error"

    def __post_init__(self) -> None:
        """
        Make the field and the message fit to be shown.
        """
        object.__setattr__(self, "field", _cut(escaped(self.field), _QUOTED))
        message = re.sub(r'"[^"]{80,}"', lambda match: _cut(match[0], _QUOTED) + '"', self.message)
        object.__setattr__(self, "message", _cut(escaped(message), _LONGEST))

    def __str__(self) -> str:
        """
        Show `path:line: field: message`.
        """
        advice = "advice: " if self.severity == "advice" else ""
        where = escaped(str(_near(self.path)))
        return f"{where}:{self.line}: {self.field}: {advice}{self.message}"


def _near(path: Path) -> Path:
    try:
        here = Path.cwd()
    except OSError:  # the folder was deleted
        return path
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit + 3 else f"{text[:limit]}..."


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


def near(word: str, words: Iterable[str]) -> str:
    """
    The word that is likest to another, capitals aside; "" if none is like it.
    """
    folded = {known.casefold(): known for known in sorted(words)}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=_LIKE)
    return folded[found[0]] if found else ""


def suggest(word: str, words: Iterable[str]) -> str:
    """
    '; did you mean "..."?', or nothing if no word is near.
    """
    return did_you_mean(near(word, words))


def choose(word: str, words: Iterable[str], others: str = "write") -> str:
    """
    '; did you mean "..."?', or '; write a, b or c' if no word is near.

    Args:
        word: What is none of the words.
        words: All that there are.
        others: What is said before them.
    """
    known = list(words)
    return suggest(word, known) or (f"; {others} {one_of(known)}" if known else "")


def did_you_mean(word: object) -> str:
    """
    '; did you mean "..."?', or nothing for nothing.
    """
    return f'; did you mean "{word}"?' if word else ""


def remedied(message: str, remedy: str) -> str:
    """
    A message that says what to write instead, if it does not yet.
    """
    return message if ";" in message else f"{message}; {remedy}"


def one_of(words: Iterable[str]) -> str:
    """
    Words as a reader lists them: "a, b or c".
    """
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
