"""
Rules for numbers, and for the claims, which have numbers for names.
"""

from collections.abc import Iterator

from ncrefs import korean
from ncrefs.model import Entity, Estimate, Measure, Point
from ncrefs.relations import items
from ncrefs.rules.base import Breach, Context, Rule

_PER_CENT = frozenset(("per cent", "percent", "%", "per cent of GDP"))


def _negative(entity: Entity, context: Context) -> Iterator[Breach]:
    changes = isinstance(entity, Measure) and entity.unit in _PER_CENT  # which may fall
    for where, figure in items(entity, Estimate, Point):
        if figure.low < 0 and not changes:
            yield Breach(entity.id, f"{where}.low", {"value": figure.low})


def _per_cent(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, figure in items(entity, Estimate, Point):
        unit = entity.unit if isinstance(entity, Measure) else getattr(figure, "unit", "")
        value = figure.high if figure.high is not None else figure.low
        if unit in _PER_CENT and value > 100:
            name = "low" if figure.high is None else "high"
            yield Breach(entity.id, f"{where}.{name}", {"value": value})


def _claims_in_order(context: Context) -> Iterator[Breach]:
    if context.unreadable:
        return  # one of them may be the missing claim
    wanted = 1
    for claim in context.catalog.claims:
        if claim.id != f"c{claim.number:03}":
            return  # numbers that differ from their files are told first
        if claim.number != wanted:
            yield Breach(claim.id, "number", {"value": claim.number, "wanted": wanted})
        wanted = claim.number + 1


def _sections_in_order(context: Context) -> Iterator[Breach]:
    highest = 0
    for claim in context.catalog.claims:
        if claim.section < highest:
            yield Breach(claim.id, "section", {"value": claim.section, "wanted": highest})
        highest = max(highest, claim.section)


def _statements(context: Context) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for claim in context.catalog.claims:
        key = korean.fold(claim.statement)
        if key in seen:
            yield Breach(claim.id, "statement", {"other": seen[key]})
        seen.setdefault(key, claim.id)


RULES = (
    Rule("negative", "record", _negative, "{value} is less than nothing; leave the sign out"),
    Rule("per-cent", "record", _per_cent, "{value} per cent is more than all; mend it or the unit"),
    Rule(
        "claims-in-order",
        "catalog",
        _claims_in_order,
        "claim {value} comes where {wanted} should; number the claims without a gap",
    ),
    Rule(
        "sections-in-order",
        "catalog",
        _sections_in_order,
        "section {value} comes after section {wanted}; claims are in the article's order",
    ),
    Rule("statements", "catalog", _statements, "{other} states the same; keep one of them"),
)
