"""
Rules for ids and keys: what they name must be there, and of the right kind.
"""

from collections.abc import Iterator

from ncrefs import meant, relations
from ncrefs.ids import wrong_id
from ncrefs.kinds import kind_of
from ncrefs.model import Account, Entity
from ncrefs.problems import one_of
from ncrefs.rules.base import Breach, Context, Rule


def _known_ids(entity: Entity, context: Context) -> Iterator[Breach]:
    catalog = context.catalog
    for reference in relations.references(entity):
        target = reference.target
        if target in context.unreadable or target in catalog.records:
            continue
        if target in catalog.source_origins and "sources" in reference.kinds:
            continue
        hint = meant.hint(target, catalog, reference.kinds or meant.RECORDS, context.unreadable)
        values = {"target": target, "hint": hint or "; add its record"}
        yield Breach(entity.id, reference.field, values)


def _kind(entity: Entity) -> str:
    return kind_of(entity).plural


def _right_kind(entity: Entity, context: Context) -> Iterator[Breach]:
    for reference in relations.references(entity):
        if not reference.kinds or reference.target not in context.catalog.records:
            continue
        other = context.catalog.records[reference.target]
        if _kind(other) not in reference.kinds:
            kinds = one_of(reference.kinds)
            values = {"target": reference.target, "kind": _kind(other), "kinds": kinds}
            yield Breach(entity.id, reference.field, values)


def _known_sources(entity: Entity, context: Context) -> Iterator[Breach]:
    for citation in relations.citations(entity):
        if not context.sources_lost and citation.key not in context.catalog.source_origins:
            values = {"target": citation.key, "hint": meant.key_hint(citation.key, context.catalog)}
            yield Breach(entity.id, citation.field, values)


def _tellers(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, account in relations.items(entity, Account):
        if account.retold_from and not account.told_by:
            yield Breach(entity.id, f"{where}.retold_from")


def _former_ids(entity: Entity, context: Context) -> Iterator[Breach]:
    for index, former in enumerate(entity.renamed_from):
        if wrong := wrong_id(former):
            yield Breach(entity.id, f"renamed_from[{index}]", {"wrong": wrong})


def _renamed(context: Context) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for entity in context.catalog.records:
        for index, former in enumerate(entity.renamed_from):
            other = former if former in context.catalog.records else seen.get(former)
            if other is not None:
                yield Breach(entity.id, f"renamed_from[{index}]", {"value": former, "other": other})
            seen.setdefault(former, entity.id)


def _has_sources(entity: Entity, context: Context) -> Iterator[Breach]:
    if not entity.sources:
        yield Breach(entity.id, "sources")


RULES = (
    Rule("known-ids", "record", _known_ids, 'no record "{target}"{hint}'),
    Rule("right-kind", "record", _right_kind, '"{target}" is in {kind}; write an id from {kinds}'),
    Rule("known-sources", "record", _known_sources, 'no source "{target}"{hint}'),
    Rule("has-sources", "record", _has_sources, "no source; every record cites at least one"),
    Rule("former-ids", "record", _former_ids, "{wrong}"),
    Rule("tellers", "record", _tellers, "say in told_by who retells it"),
    Rule(
        "renamed",
        "catalog",
        _renamed,
        '"{value}" is already an id of {other}; an id is never used twice',
    ),
)
