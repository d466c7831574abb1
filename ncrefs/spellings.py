"""
Look-up of names as people write them.

Whoever looks for a name may turn its parts around, as papers do with Korean names, or
copy it with a gloss: "Song-thaek Jang", "장성택(張成澤)".

All spellings stand in an index that is plain data, so that it can be compiled once; a
look-up compares only what their lengths and letters leave possible.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ncrefs.arguments import expect
from ncrefs.folding import fold

_GLOSS = re.compile(r"[(\[（［〈](.*?)(?:[)\]）］〉]|$)")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
#: How alike two spellings must be to be taken for one with a slip.
_ALIKE = 0.75
#: Letters from the seldom to the frequent in names as they are romanized: a spelling that
#: lacks what is wanted is soon told by the seldom ones. Others are more seldom still.
_FREQUENT = "qxzvwfjdbptrcmylesuhkioagn"

#: Length -> spelling, folded -> "id place words id place words ...", the words joined by
#: dots. Lengths are text, as keys are in JSON, and the rest is one text, which is read
#: faster than lists.
Index = dict[str, dict[str, str]]


def index(forms: Mapping[str, Iterable[str]]) -> Index:
    """
    The index of names.

    Args:
        forms: The ways to write each name by its id, the best first.
    """
    made: Index = {}
    for id_, spellings in forms.items():
        seen = dict.fromkeys((fold(text), ".".join(_words(text))) for text in spellings)
        for place, (whole, words) in enumerate(seen):
            if whole:
                of_length = made.setdefault(str(len(whole)), {})
                of_length[whole] = f"{of_length.get(whole, '')} {id_} {place} {words}".lstrip()
    return made


def _words(text: str) -> list[str]:
    return [word for word in map(fold, _WORD.findall(text)) if word]


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


def find(text: str, names: Index) -> list[str]:
    """
    The ids of what a text may name, the likeliest first.

    Whole names come before those with their words in another order, these before
    beginnings, parts, single words, and mere likenesses; a name's own form before its
    other spellings.

    Args:
        text: What somebody typed.
        names: What `index` gives.

    Raises:
        TypeError: The text is none.
    """
    expect("text", text, str)
    ranked: dict[str, tuple[float, int]] = {}
    for form in glosses(text):
        wanted = _Wanted(form)
        if not wanted.whole:
            continue
        for length, spellings in names.items():
            for whole, score in wanted.alike(int(length), spellings):
                owners = iter(spellings[whole].split())
                for id_, place, words in zip(owners, owners, owners, strict=True):
                    rank = (-(score or wanted.by_words(words)), int(place))
                    if rank < ranked.get(id_, (0, 0)):
                        ranked[id_] = rank
    return sorted(ranked, key=lambda id_: (ranked[id_], id_))


class _Wanted:
    """
    What is looked for, without what its variants differ in: whole, and by its words.
    """

    def __init__(self, text: str) -> None:
        self.whole = fold(text)
        self.words = _words(text)
        turns = range(1, len(self.words))
        #: The whole with its words turned: each of them in turn the first.
        self.turned = {"".join([*self.words[at:], *self.words[:at]]) for at in turns}
        self.turned.discard(self.whole)
        #: The least letters of a spelling that has all of the words.
        self.least = sum(map(len, set(self.words)))
        letters = Counter(self.whole).items()
        self.letters = sorted(letters, key=lambda item: _FREQUENT.find(item[0]))

    def alike(self, length: int, spellings: Mapping[str, str]) -> Iterator[tuple[str, float]]:
        """
        The spellings of one length that resemble it, with a score; 0 leaves it to the words.
        """
        size = len(self.whole)
        if length == size:
            yield from ((turn, 3.5) for turn in self.turned if turn in spellings)
            if self.whole in spellings:
                yield self.whole, 4
        elif length > size:
            wanted = self.whole
            for whole in [whole for whole in spellings if wanted in whole]:
                yield whole, 3 if whole.startswith(wanted) else 2
        if len(self.words) > 1 and length >= self.least:
            longest = max(self.words, key=len)
            for whole in [whole for whole in spellings if longest in whole]:
                if all(word in whole for word in self.words):
                    yield whole, 0
        # Letters that may be missing, by the bound that SequenceMatcher has for its ratio.
        spare = size - _ALIKE * (size + length) / 2
        if spare >= max(0, size - length):
            yield from self._with_slips(spare, spellings)

    def _with_slips(self, spare: float, spellings: Iterable[str]) -> Iterator[tuple[str, float]]:
        letters = self.letters
        for whole in spellings:
            missing = 0
            for letter, count in letters:
                there = whole.count(letter)
                if there < count:
                    missing += count - there
                    if missing > spare:
                        break
            else:
                from difflib import SequenceMatcher  # noqa: PLC0415  (most names do without)

                ratio = SequenceMatcher(None, self.whole, whole, autojunk=False).ratio()
                if ratio >= _ALIKE:
                    yield whole, ratio

    def by_words(self, joined: str) -> float:
        """
        3.5 for the same words in another order, 1.5 for all of them among others, or 0.
        """
        words = joined.split(".")
        if sorted(words) == sorted(self.words):
            return 3.5
        return 1.5 if set(self.words) <= set(words) else 0
