"""
The index at the end as Typst source.
"""

from collections.abc import Iterable

from ncrefs import korean
from ncrefs.book.print.index import Line, groups
from ncrefs.book.print.typst.markup import array, call, literal, markup


def source(found: Iterable[Line], known: set[str]) -> str:
    """
    The index as Typst source.
    """
    parts = ["\n#index-columns[\n"]
    for letter, lines_of_letter in groups(found):
        parts.append(f"{call('index-letter')}[{markup(letter)}]\n")
        for line in lines_of_letter:
            keys = sorted({key for key in line.keys if key in known})
            if not keys:
                continue
            word = f"[{_word(line.text)}]"
            if line.heading is None:
                parts.append(call("ix", word, array(map(literal, keys))) + "\n")
            else:
                parts.append(
                    call("ix-see", word, f"[{_word(line.heading)}]", literal(keys[0])) + "\n"
                )
    return "".join([*parts, "]\n"])


def _word(text: str) -> str:
    return markup(text) if korean.script(text) == "Latin" else f'#spoken("ko")[{markup(text)}]'
