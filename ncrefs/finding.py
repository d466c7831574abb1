"""
Which names a reader may have meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ncrefs.folding import fold
from ncrefs.model import Entity

#: Length -> folded spelling -> "id place id place ...". Lengths are text, as keys are in
#: JSON, and ids and places one text, which JSON reads faster than lists.
Names = dict[str, dict[str, str]]
#: Letters from the seldom to the frequent in names as they are romanized: a spelling that
#: lacks what is wanted is soon told by the seldom ones. Others are more seldom still.
_FREQUENT = "qxzvwfjdbptrcmylesuhkioagn"
#: How alike two spellings must be, from 0 to 1, for one to be offered for the other.
LIKE = 0.75


def spellings(entity: Entity) -> list[str]:
    """
    Every way to write a record's name: its name, Korean forms, aliases.
    """
    forms = [entity.name]
    if entity.korean:
        k = entity.korean
        forms += [form for form in (k.hangul, k.hanja, k.rr, k.mr) if form]
    return list(dict.fromkeys([*forms, *entity.aliases]))


def folded(entities: Iterable[Entity]) -> Names:
    """
    The spellings of records as they are compared: by length and by spelling, whose they
    are, and how far from the record's own name.
    """
    names: Names = {}
    for entity in entities:
        forms = dict.fromkeys(fold(form) for form in [*spellings(entity), entity.id])
        for place, form in enumerate(forms):
            if form:
                of_length = names.setdefault(str(len(form)), {})
                of_length[form] = f"{of_length.get(form, '')} {entity.id} {place}".lstrip()
    return names


def ranked(text: str, names: Names) -> list[str]:
    """
    Ids whose spellings resemble *text*, best first.

    Args:
        text: What somebody typed.
        names: What `folded` gives.
    """
    wanted = fold(text)
    if not wanted:
        return []
    found: dict[str, tuple[float, int]] = {}
    for length, forms in names.items():
        for form, score in _alike(wanted, int(length), forms):
            owners = forms[form].split()
            for id_, place in zip(owners[::2], owners[1::2], strict=True):
                rank = (-score, int(place))
                if rank < found.get(id_, (0, 0)):
                    found[id_] = rank
    return sorted(found, key=lambda id_: (found[id_], id_))


def _alike(wanted: str, length: int, forms: Iterable[str]) -> Iterator[tuple[str, float]]:
    """
    The spellings of one length that resemble what is wanted, with a score: 4 for the same,
    3 for a beginning, 2 for a part, else a ratio of at least `LIKE`.
    """
    size = len(wanted)
    if length >= size:
        for form in forms:
            if wanted in form:
                yield form, 4 if length == size else 3 if form.startswith(wanted) else 2
    # What the lengths, then the letters alone allow: cheap bounds on the slow ratio.
    spare = size - LIKE * (size + length) / 2  # letters that may be missing
    if spare < 0 or size - length > spare:
        return
    letters = sorted(Counter(wanted).items(), key=lambda item: _FREQUENT.find(item[0]))
    for form in forms:
        if wanted not in form and _near(letters, form, spare):
            from difflib import SequenceMatcher  # noqa: PLC0415  (most names do without)

            ratio = SequenceMatcher(None, wanted, form, autojunk=False).ratio()
            if ratio >= LIKE:
                yield form, ratio


def _near(letters: list[tuple[str, int]], form: str, spare: float) -> bool:
    """
    Whether a spelling lacks no more than some of the letters.
    """
    missing = 0
    for letter, count in letters:
        there = form.count(letter)
        if there < count:
            missing += count - there
            if missing > spare:
                return False
    return True
