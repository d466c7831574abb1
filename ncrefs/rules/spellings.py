"""
Rules for how names are written: one script, visible letters, no name for two.
"""

import re
from collections.abc import Iterator

from ncrefs import characters, korean
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Identifier, Question
from ncrefs.relations import items
from ncrefs.rules.base import Breach, Context, Rule

#: Letters that look like syllables or hanja and are none: jamo, radicals, circled and the like.
_NOT_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa1-\uffdc]")
_NOT_HANJA = re.compile(r"[\u2e80-\u2fdf\u31c0-\u31ef\u3200-\u33ff\uff01-\uff5e]")
_LATIN = re.compile(r"[A-Za-z]")


def _pieces(entity: Entity, context: Context) -> Iterator[Breach]:
    if entity.korean is None:
        return
    for name, wrong in (("hangul", _NOT_HANGUL), ("hanja", _NOT_HANJA)):
        found = wrong.search(getattr(entity.korean, name) or "")
        if found:
            values = {"character": characters.name(found[0]), "what": name}
            yield Breach(entity.id, f"korean.{name}", values)


def _one_script(entity: Entity, context: Context) -> Iterator[Breach]:
    if entity.korean is None:
        return
    hangul, hanja = entity.korean.hangul, entity.korean.hanja or ""
    # Abbreviations are Latin in Korean, too; words are not.
    if re.search(r"[A-Za-z][a-z]", hangul) and korean.HANGUL.search(hangul):
        yield Breach(entity.id, "korean.hangul", {"value": hangul})
    if _LATIN.search(hanja) and korean.HAN.search(hanja):
        yield Breach(entity.id, "korean.hanja", {"value": hanja})


def _named(entity: Entity, context: Context) -> Iterator[Breach]:
    texts = [("name", entity.name), ("summary", entity.summary)]
    texts += [(f"aliases[{index}]", alias) for index, alias in enumerate(entity.aliases)]
    for where, text in texts:
        if not re.search(r"[^\W_]", text):
            yield Breach(entity.id, where, {"value": text})


def _same_letters(entity: Entity, context: Context) -> Iterator[Breach]:
    seen = {entity.name.casefold(): entity.name}
    for index, alias in enumerate(entity.aliases):
        other = seen.setdefault(alias.casefold(), alias)
        if other != alias:
            yield Breach(entity.id, f"aliases[{index}]", {"value": alias, "other": other})


def _comma(entity: Entity, context: Context) -> Iterator[Breach]:
    for index, alias in enumerate(entity.aliases):
        if len(entity.aliases) == 1 and ", " in alias:
            yield Breach(entity.id, f"aliases[{index}]", {"value": alias})


def _shared(context: Context) -> Iterator[Breach]:
    """
    A name of one record that is an alias of another of its kind.
    """
    names: dict[tuple[str, str], str] = {}
    for entity in context.catalog.records:
        names.setdefault((kind_of(entity).plural, korean.fold(entity.name)), entity.id)
    for entity in context.catalog.records:
        for index, alias in enumerate(entity.aliases):
            other = names.get((kind_of(entity).plural, korean.fold(alias)), entity.id)
            if other != entity.id:
                yield Breach(entity.id, f"aliases[{index}]", {"value": alias, "other": other})


def _identified(context: Context) -> Iterator[Breach]:
    seen: dict[tuple[str, str], str] = {}
    for entity in context.catalog.records:
        for where, found in items(entity, Identifier):
            key = found.scheme, found.value
            other = seen.setdefault(key, entity.id)
            if other != entity.id:
                values = {"value": found.value, "scheme": found.scheme, "other": other}
                yield Breach(entity.id, f"{where}.value", values)


def _namesakes(context: Context) -> Iterator[Breach]:
    seen: dict[tuple[str, str, str], str] = {}
    for entity in context.catalog.records:
        if entity.korean and entity.korean.hanja:
            key = kind_of(entity).plural, entity.korean.hangul, entity.korean.hanja
            other = seen.setdefault(key, entity.id)
            if other != entity.id:
                yield Breach(entity.id, "korean", {"other": other})


def _summaries(context: Context) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for entity in context.catalog.records:
        other = seen.setdefault(korean.fold(entity.summary), entity.id)
        if other != entity.id:
            yield Breach(entity.id, "summary", {"other": other})


#: The longest name fits a heading, the longest summary a card.
_LENGTHS = {"name": 120, "summary": 400}


def _lengths(entity: Entity, context: Context) -> Iterator[Breach]:
    for name, limit in _LENGTHS.items():
        count = len(getattr(entity, name))
        if count > limit:
            yield Breach(entity.id, name, {"count": count, "limit": limit})
    for index, alias in enumerate(entity.aliases):
        if len(alias) > _LENGTHS["name"]:
            values = {"count": len(alias), "limit": _LENGTHS["name"]}
            yield Breach(entity.id, f"aliases[{index}]", values)


_STOP = re.compile(r"(?<=[a-z0-9)”\"]{2})[.!?][”\")]* +(?=[“\"(]?[A-Z])")


def _sentences(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Question):
        return  # an answer is measured in words
    count = len(_STOP.findall(entity.summary)) + 1
    if count > 3:
        yield Breach(entity.id, "summary", {"count": count})


RULES = (
    Rule("letters", "record", _pieces, "{character} is no {what}; write whole syllables or hanja"),
    Rule(
        "one-script",
        "record",
        _one_script,
        '"{value}" mixes scripts; write each form in its own field',
    ),
    Rule("named", "record", _named, '"{value}" has no letter; write a name or leave it out'),
    Rule(
        "same-letters",
        "record",
        _same_letters,
        '"{value}" differs from "{other}" in capitals only; leave it out',
        "advice",
    ),
    Rule(
        "comma",
        "record",
        _comma,
        '"{value}" is one alias with a comma; write [a, b] for two, or quote it in a list',
        "advice",
    ),
    Rule(
        "shared-names",
        "catalog",
        _shared,
        '"{value}" is the name of {other}; tell them apart, or leave it out',
        "advice",
    ),
    Rule(
        "identified-once",
        "catalog",
        _identified,
        "{value} of {scheme} is {other}; one of them is another",
    ),
    Rule(
        "namesakes",
        "catalog",
        _namesakes,
        "{other} has the same name in Hangul and hanja; if it is the same, keep one",
        "advice",
    ),
    Rule("summaries", "catalog", _summaries, "{other} has the same; say what is this one's own"),
    Rule("lengths", "record", _lengths, "{count} characters; write at most {limit}"),
    Rule("sentences", "record", _sentences, "{count} sentences; write one or two"),
)
