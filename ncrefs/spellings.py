"""
Look-up of names as people write them.

Whoever looks for a name may turn its parts around, as papers do with Korean names, or
copy it with a gloss: "Song-thaek Jang", "장성택(張成澤)".
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ncrefs.korean import fold

_GLOSS = re.compile(r"[(\[（［〈](.*?)(?:[)\]）］〉]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
#: How alike two spellings must be to be taken for one with a slip.
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class _Spelling:
    """
    A spelling without what its variants differ in: whole, and by its words.
    """

    whole: str
    words: tuple[str, ...]
    turned: frozenset[str]  #: the whole with its words turned: each of them in turn the first


def _spelling(text: str) -> _Spelling:
    whole = fold(text)
    words = tuple(word for word in map(fold, _WORD.findall(text)) if word)
    turns = ("".join([*words[at:], *words[:at]]) for at in range(1, len(words)))
    return _Spelling(whole, words, frozenset(turns) - {whole})


def glosses(text: str) -> list[str]:
    """
    A name as it is written, and where it has a gloss in brackets, each of the two alone.

    >>> glosses("장성택(張成澤)")
    ['장성택(張成澤)', '장성택', '張成澤']
    """
    inside = [gloss.strip() for gloss in _GLOSS.findall(text)]
    if not any(inside):
        return [text]
    outside = " ".join(_GLOSS.sub(" ", text).split())
    return list(dict.fromkeys(form for form in (text, outside, *inside) if form))


class Names:
    """
    The spellings of many things, to find one by any of them.

    Args:
        forms: The ways to write each name, the best first.
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        self._spellings = {id_: [_spelling(form) for form in forms[id_]] for id_ in forms}

    def find(self, text: str) -> list[str]:
        """
        The ids of what a text may name, the likeliest first.

        Whole names come before those with their words in another order, these before
        beginnings, parts, single words, and mere likenesses; a name's own form before its
        other spellings.
        """
        wanted = [found for form in glosses(text) if (found := _spelling(form)).whole]
        ranked: dict[str, tuple[float, int]] = {}
        for id_, spellings in self._spellings.items():
            scores = (
                (-_likeness(one, spelling), place)
                for place, spelling in enumerate(spellings)
                for one in wanted
            )
            best = min((score for score in scores if score[0]), default=None)
            if best is not None:
                ranked[id_] = best
        return sorted(ranked, key=lambda id_: (ranked[id_], id_))


def _likeness(wanted: _Spelling, form: _Spelling) -> float:
    several = len(wanted.words) > 1
    if wanted.whole == form.whole:
        return 4
    if form.whole in wanted.turned or (several and sorted(wanted.words) == sorted(form.words)):
        return 3.5
    if form.whole.startswith(wanted.whole):
        return 3
    if wanted.whole in form.whole:
        return 2
    if several and set(wanted.words) <= set(form.words):
        return 1.5
    return _ratio(wanted.whole, form.whole)


def _ratio(wanted: str, form: str) -> float:
    # quick_ratio bounds the exact, slow ratio from above.
    matcher = difflib.SequenceMatcher(None, wanted, form, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0
