"""
Texts of records, made by chance from all that a text may hold, and from what it may not.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random

from ncrefs.check import check
from tests.fuzz.mutations import mutated
from tests.helpers import Folder

_TEXT = (
    "the army was watched by an officer who wrote to the party and no corps moved in those years "
    "of hunger, O’Neill’s 1,200 men (of 1995) -- “said” 50 % & less than a tenth; 6·25 박훈 朴勳 é"
)
_WORDS = _TEXT.split()
#: What a line may begin with, and what the lines after it then do.
_PLACES = {"": "", "> ": "> ", "- ": "  ", "1. ": "   ", "term\n: ": "  ", "- > ": "  > "}
_MARKS = ("*", "**", "`", "***", "_")
_TARGET = "people/pak-jin.md"


def accepted(root: Path, seed: int, examples: Sequence[str]) -> Iterator[str]:
    """
    Texts without end that the rules accept, the same for the same seed.

    Each is made of *examples*, of sentences and of what mutations made of both, is checked as the
    text of a record below *root*, and ends with a paragraph `Last <its number>.`
    """
    folder = Folder(root)
    record = (folder / _TARGET).read_text(encoding="utf-8")
    number = 0
    for attempt in count():
        body = f"{_body(Random(f'{seed}-body-{attempt}'), examples)}\n\nLast {number}.\n"
        folder.write(_TARGET, f"{record}\n{body}")
        if not any(problem.severity == "error" for problem in check(folder.root)[1]):
            yield body
            number += 1


def _body(chance: Random, examples: Sequence[str]) -> str:
    blocks = [_block(chance, examples) for _ in range(chance.randint(1, 6))]
    text = "\n\n".join(blocks)
    return mutated(text, chance).decode("utf-8", "replace") if chance.random() < 0.5 else text


def _block(chance: Random, examples: Sequence[str]) -> str:
    text = chance.choice(examples) if chance.random() < 0.6 else _sentence(chance)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        first = chance.choice(tuple(_PLACES))
        text = first + text.replace("\n", f"\n{_PLACES[first]}")
    return text


def _sentence(chance: Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(1, 30))]
    for _ in range(chance.randint(0, 3)):
        start = chance.randrange(len(words))
        end = chance.randrange(start, len(words))
        mark = chance.choice(_MARKS)
        words[start], words[end] = f"{mark}{words[start]}", f"{words[end]}{mark}"
    separators = (" ", " ", " ", "\n", "\\\n", "  \n")
    return "".join(word + chance.choice(separators) for word in words).rstrip(" \\\n")
