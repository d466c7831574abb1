"""
Rules for names, spellings, codes and identifiers.
"""

import dataclasses
import re
from collections.abc import Iterator

from ncrefs import characters, korean, meant
from ncrefs.countries import COUNTRIES
from ncrefs.identifiers import web_address
from ncrefs.kinds import kind_of
from ncrefs.model import Claim, Entity, Identifier, Place, Plot
from ncrefs.relations import items
from ncrefs.rules.base import Breach, Context, Rule
from ncrefs.vocabulary import ARTICLE_SECTIONS


def _country(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Place | Plot) and entity.country is not None:
        home = isinstance(entity, Plot) and entity.country == "KP"
        if home or entity.country not in COUNTRIES:
            yield Breach(entity.id, "country", {"value": entity.country})


def _scripts(entity: Entity, context: Context) -> Iterator[Breach]:
    if entity.korean is None:
        return
    if not korean.HANGUL.search(entity.korean.hangul):
        values = {"value": entity.korean.hangul, "script": "Hangul"}
        yield Breach(entity.id, "korean.hangul", values)
    if entity.korean.hanja and not korean.HAN.search(entity.korean.hanja):
        values = {"value": entity.korean.hanja, "script": "hanja"}
        yield Breach(entity.id, "korean.hanja", values)
    for name in ("rr", "mr"):
        value = getattr(entity.korean, name)
        if value and not all(map(_latin, value)):
            yield Breach(entity.id, f"korean.{name}", {"value": value, "script": "Latin"})


def _latin(character: str) -> bool:
    return not character.isalpha() or characters.name(character).split()[1] in ("LATIN", "MODIFIER")


def _aliases(entity: Entity, context: Context) -> Iterator[Breach]:
    seen = set(context.catalog.spellings(dataclasses.replace(entity, aliases=())))
    for index, alias in enumerate(entity.aliases):
        if alias in seen:
            yield Breach(entity.id, f"aliases[{index}]", {"value": alias})
        seen.add(alias)


#: The form of an identifier in each list; of the others nothing is known.
_FORMS = {
    "wikidata": r"Q[1-9]\d*",
    "geonames": r"[1-9]\d*",
    "viaf": r"[1-9]\d*",
    "isni": r"\d{15}[\dX]",
    "archigos": r"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}",
    "britannica": r"[a-z]+/[\w-]+",
    "encykorea": r"E\d{7}",
    "kotobank": r"\S+-\d+",
    "wilson-center": r"[a-z\d-]+(?:/[a-z\d-]+)+",
    "ourairports": r"[A-Z\d-]{3,7}",
    "iso3166": r"[A-Z]{2}",
    "iso3166-2": r"[A-Z]{2}-[A-Z\d]{1,3}",
    "cow": r"[1-9]\d{0,2}",
    "gw": r"[1-9]\d{0,2}",
    "icb": r"[1-9]\d{0,2}",
}


def _identifiers(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, identifier in items(entity, Identifier):
        form = _FORMS.get(identifier.scheme)
        values = {"value": identifier.value, "scheme": identifier.scheme}
        if form and not re.fullmatch(form, identifier.value):
            yield Breach(entity.id, f"{where}.value", values)


def _seen_in(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, identifier in items(entity, Identifier):
        seen = identifier.seen
        if seen in context.catalog.source_origins or context.sources_lost:
            continue
        try:
            web_address(seen)
        except ValueError:
            hint = meant.hint(seen, context.catalog, meant.KEYS)
            values = {"value": seen, "hint": hint or "; write https://... or the key of a source"}
            yield Breach(entity.id, f"{where}.seen", values)


def _claim_numbers(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Claim) and entity.id != f"c{entity.number:03}":
        yield Breach(entity.id, "number", {"wanted": f"c{entity.number:03}"})


def _claim_sections(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Claim) and entity.section not in ARTICLE_SECTIONS:
        yield Breach(entity.id, "section", {"value": entity.section})


def _unique_names(context: Context) -> Iterator[Breach]:
    seen: dict[tuple[str, str], str] = {}
    for entity in context.catalog.records:
        key = kind_of(entity).plural, korean.fold(entity.name)
        if key in seen:
            yield Breach(entity.id, "name", {"value": entity.name, "other": seen[key]})
        seen.setdefault(key, entity.id)


RULES = (
    Rule(
        "country",
        "record",
        _country,
        '"{value}" is no country code; write two capitals of ISO 3166-1, such as CN; '
        "a plot at home has none",
    ),
    Rule(
        "scripts", "record", _scripts, '"{value}" has no {script}; write {script} or leave it out'
    ),
    Rule("aliases", "record", _aliases, '"{value}" is there already; leave it out'),
    Rule(
        "identifiers",
        "record",
        _identifiers,
        '"{value}" is no identifier of {scheme}; write it as that list does, such as Q423',
    ),
    Rule(
        "identifier-seen",
        "record",
        _seen_in,
        '"{value}" is neither an address nor a source{hint}',
    ),
    Rule(
        "claim-number",
        "record",
        _claim_numbers,
        "number and file differ; name the file {wanted}.md",
    ),
    Rule("claim-section", "record", _claim_sections, "no section {value}; write 1 to 9"),
    Rule(
        "unique-names",
        "catalog",
        _unique_names,
        '"{value}" is also the name of {other}; tell them apart',
    ),
)
