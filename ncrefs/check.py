"""
The rules that a catalog must keep, as data.

A rule looks at one record (`scope` "record") or at the whole catalog ("catalog")
and yields what breaks it: an id, a field, and the values for its message. One
registry serves the command, the book's build and the tests.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ncrefs import korean, markup, relations
from ncrefs.catalog import Catalog, kind_of, read
from ncrefs.dates import Date
from ncrefs.model import (
    Actor,
    Claim,
    Entity,
    Estimate,
    FormerName,
    Kin,
    Organization,
    Person,
    Place,
    Post,
    Term,
    Tie,
)
from ncrefs.problems import Problem, one_of, suggest
from ncrefs.vocabulary import ARTICLE_SECTIONS, KIN_INVERSE


@dataclass(frozen=True, slots=True)
class Breach:
    """
    One place where a rule is broken.
    """

    id: str  #: record, or source key
    field: str
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    line: int = 0  #: lines below the field's own


@dataclass(frozen=True, slots=True)
class Context:
    """
    What a rule may ask: the catalog, and ids of files that could not be read.
    """

    catalog: Catalog
    unreadable: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A rule: its message takes the values of a breach.
    """

    name: str
    scope: Literal["record", "catalog"]
    find: Callable[..., Iterator[Breach]]
    message: str


def _known_ids(entity: Entity, context: Context) -> Iterator[Breach]:
    for reference in relations.references(entity):
        if reference.kinds == ("sources",) or reference.target in context.unreadable:
            continue
        if context.catalog.records.get(reference.target) is None:
            pool = context.catalog.records
            ids = [e.id for e in pool if not reference.kinds or kind_of(e) in reference.kinds]
            hint = suggest(reference.target, [*ids, *context.unreadable]) or "; add its record"
            yield Breach(entity.id, reference.field, {"target": reference.target, "hint": hint})


def _right_kind(entity: Entity, context: Context) -> Iterator[Breach]:
    for reference in relations.references(entity):
        other = context.catalog.records.get(reference.target)
        if reference.kinds in ((), ("sources",)) or other is None:
            continue
        if kind_of(other) not in reference.kinds:
            kinds = one_of(reference.kinds)
            values = {"target": reference.target, "kind": kind_of(other), "kinds": kinds}
            yield Breach(entity.id, reference.field, values)


def _known_sources(entity: Entity, context: Context) -> Iterator[Breach]:
    for reference in relations.references(entity):
        if reference.kinds == ("sources",) and reference.target not in context.catalog.source_lines:
            hint = suggest(reference.target, context.catalog.source_lines)
            values = {"target": reference.target, "hint": hint or "; add it to sources.bib"}
            yield Breach(entity.id, reference.field, values)


def _has_sources(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if not entity.sources:
        yield Breach(entity.id, "sources")


def _links(entity: Entity, context: Context) -> Iterator[Breach]:
    records = context.catalog.records
    for name, mention in _mentions(entity):
        if mention.kind != "link" or mention.target.startswith(("https://", "http://")):
            continue
        target = mention.target.removeprefix("#")
        if not mention.target.startswith("#") or (
            target not in records
            and target not in context.catalog.source_lines
            and target not in context.unreadable
        ):
            hint = suggest(f"#{target}", [f"#{id_}" for id_ in records.ids])
            hint = hint or "; write [text](#id) with the id of a record"
            yield Breach(entity.id, name, {"target": mention.target, "hint": hint}, mention.line)


def _citations(entity: Entity, context: Context) -> Iterator[Breach]:
    keys = context.catalog.source_lines
    for name, mention in _mentions(entity):
        if mention.kind == "cite" and mention.target not in keys:
            hint = suggest(mention.target, keys) or "; add it to sources.bib"
            yield Breach(entity.id, name, {"target": mention.target, "hint": hint}, mention.line)


def _terms(entity: Entity, context: Context) -> Iterator[Breach]:
    names = {
        form.casefold() for term in context.catalog.terms for form in [term.name, *term.aliases]
    }
    for name, mention in _mentions(entity):
        if mention.kind == "term" and mention.target.casefold() not in names:
            hint = suggest(mention.target, names) or "; write the name of a glossary term"
            yield Breach(entity.id, name, {"target": mention.target, "hint": hint}, mention.line)


def _refused(kind: markup.MentionKind) -> Callable[..., Iterator[Breach]]:
    """
    The finder of a markup that no record may use.
    """

    def find(entity: Entity, context: Context) -> Iterator[Breach]:
        del context
        for name, mention in _mentions(entity):
            if mention.kind == kind:
                yield Breach(entity.id, name, {"target": mention.target}, mention.line)

    return find


def _plain_fields(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    for name in ("name", "summary"):
        text = getattr(entity, name)
        if any(markup.mentions(text)) or re.search(r"[*`\[\]]", text):
            yield Breach(entity.id, name)


def _summary_sentence(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if not entity.summary.endswith((".", ".”", '."', ".)")):
        yield Breach(entity.id, "summary")


def _mentions(entity: Entity) -> Iterator[tuple[str, markup.Mention]]:
    for name, text in relations.prose_fields(entity):
        for mention in markup.mentions(text):
            yield name, mention


def _items(entity: Entity, cls: type) -> Iterator[tuple[str, Any]]:
    """
    The nested values of one class in a record, with their fields.
    """
    for name in type(entity).__dataclass_fields__:
        value = getattr(entity, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, cls):
                    yield f"{name}[{index}]", item


def _end_after_start(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    for cls in (Post, Tie, FormerName):
        for where, item in _items(entity, cls):
            if item.start and item.end and item.end.surely_before(item.start):
                values = {"end": item.end, "start": item.start}
                yield Breach(entity.id, f"{where}.end", values)
    if isinstance(entity, Organization):
        yield from _life(entity.id, "dissolved", entity.founded, entity.dissolved)


def _died_after_born(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Person):
        yield from _life(entity.id, "died", entity.born, entity.died)


def _life(id_: str, name: str, begun: tuple[Any, ...], ended: tuple[Any, ...]) -> Iterator[Breach]:
    for index, end in enumerate(ended):
        if begun and all(end.value.surely_before(start.value) for start in begun):
            values = {"end": end.value, "start": begun[0].value}
            yield Breach(id_, f"{name}[{index}]", values)


def _post_in_life(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if not isinstance(entity, Person):
        return
    for where, post in _items(entity, Post):
        for name, date in (("start", post.start), ("end", post.end)):
            if date is not None and not _within(date, entity):
                values = {"date": date, "born": _list(entity.born), "died": _list(entity.died)}
                yield Breach(entity.id, f"{where}.{name}", values)


def _within(date: Date, person: Person) -> bool:
    born = [statement.value for statement in person.born]
    died = [statement.value for statement in person.died]
    too_early = bool(born) and all(date.surely_before(day) for day in born)
    too_late = bool(died) and all(day.surely_before(date) for day in died)
    return not too_early and not too_late


def _list(statements: tuple[Any, ...]) -> str:
    return " or ".join(str(statement.value) for statement in statements) or "unknown"


def _coordinates(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Place) and entity.coordinates:
        for name, limit in (("latitude", 90), ("longitude", 180)):
            value = getattr(entity.coordinates, name)
            if not -limit <= value <= limit:
                values = {"value": value, "name": name, "limit": limit}
                yield Breach(entity.id, f"coordinates.{name}", values)


def _country(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Place) and not re.fullmatch("[A-Z]{2}", entity.country):
        yield Breach(entity.id, "country", {"value": entity.country})


def _scripts(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
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
        if value and korean.script(value) != "Latin":
            yield Breach(entity.id, f"korean.{name}", {"value": value, "script": "Latin"})


def _aliases(entity: Entity, context: Context) -> Iterator[Breach]:
    seen = set(context.catalog.spellings(dataclasses.replace(entity, aliases=())))
    for index, alias in enumerate(entity.aliases):
        if alias in seen:
            yield Breach(entity.id, f"aliases[{index}]", {"value": alias})
        seen.add(alias)


def _wikidata(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if entity.wikidata and not re.fullmatch(r"Q[1-9]\d*", entity.wikidata):
        yield Breach(entity.id, "wikidata", {"value": entity.wikidata})


def _actors(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    for where, actor in _items(entity, Actor):
        if (actor.who is None) == (actor.name is None):
            yield Breach(entity.id, where)


def _kin(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    inverses = KIN_INVERSE
    for name, kin in _items(entity, Kin):
        plain = inverses[kin.relation]
        fitting = [word for word in inverses if inverses[word] == inverses[plain]]
        if kin.inverse and kin.inverse not in fitting:
            values = {"inverse": kin.inverse, "relation": kin.relation, "words": one_of(fitting)}
            yield Breach(entity.id, f"{name}.inverse", values)


def _estimates(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    for where, estimate in _items(entity, Estimate):
        if estimate.high is not None and estimate.high < estimate.low:
            values = {"low": estimate.low, "high": estimate.high}
            yield Breach(entity.id, f"{where}.high", values)


def _claim_numbers(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Claim) and entity.id != f"c{entity.number:03}":
        yield Breach(entity.id, "number", {"wanted": f"c{entity.number:03}"})


def _claim_sections(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Claim) and entity.section not in ARTICLE_SECTIONS:
        yield Breach(entity.id, "section", {"value": entity.section})


def _has_body(entity: Entity, context: Context) -> Iterator[Breach]:
    del context
    if isinstance(entity, Term) and not entity.text:
        yield Breach(entity.id, "text")


def _cited_sources(context: Context) -> Iterator[Breach]:
    if context.unreadable:
        return  # they may cite what nothing else cites
    for source in context.catalog.sources:
        if not context.catalog.cited_by(source.id):
            yield Breach(source.id, source.id)


def _unique_names(context: Context) -> Iterator[Breach]:
    seen: dict[tuple[str, str], str] = {}
    for entity in context.catalog.records:
        key = kind_of(entity), korean.fold(entity.name)
        if key in seen:
            yield Breach(entity.id, "name", {"value": entity.name, "other": seen[key]})
        seen.setdefault(key, entity.id)


RULES: tuple[Rule, ...] = (
    Rule("known-ids", "record", _known_ids, 'no record "{target}"{hint}'),
    Rule("right-kind", "record", _right_kind, '"{target}" is in {kind}; write an id from {kinds}'),
    Rule("known-sources", "record", _known_sources, 'no source "{target}"{hint}'),
    Rule("has-sources", "record", _has_sources, "no source; every record cites at least one"),
    Rule("links", "record", _links, 'the link "{target}" leads nowhere{hint}'),
    Rule("citations", "record", _citations, 'no source "{target}"{hint}'),
    Rule("terms", "record", _terms, 'no glossary term "{target}"{hint}'),
    Rule("no-html", "record", _refused("html"), 'raw HTML "{target}"; write MyST'),
    Rule(
        "no-directives",
        "record",
        _refused("directive"),
        'directive "{target}"; write paragraphs, lists or tables: directives are for chapters',
    ),
    Rule("plain-fields", "record", _plain_fields, "has markup; write plain text"),
    Rule("summary", "record", _summary_sentence, "no sentence; end it with a full stop"),
    Rule(
        "end-after-start",
        "record",
        _end_after_start,
        "{end} lies before its start, {start}; mend either",
    ),
    Rule(
        "died-after-born",
        "record",
        _died_after_born,
        "{end} lies before the birth, {start}; mend either",
    ),
    Rule(
        "post-in-life",
        "record",
        _post_in_life,
        "{date} lies outside the holder's life (born {born}, died {died}); mend either",
    ),
    Rule(
        "coordinates",
        "record",
        _coordinates,
        "{value} is no {name}; write degrees from -{limit} to {limit}, latitude first",
    ),
    Rule(
        "country",
        "record",
        _country,
        '"{value}" is no country code; write two capitals of ISO 3166-1, such as KP',
    ),
    Rule(
        "scripts", "record", _scripts, '"{value}" has no {script}; write {script} or leave it out'
    ),
    Rule("aliases", "record", _aliases, '"{value}" is there already; leave it out'),
    Rule("wikidata", "record", _wikidata, '"{value}" is no item; write Q and digits'),
    Rule("actors", "record", _actors, "write either who (a record's id) or name"),
    Rule(
        "kin",
        "record",
        _kin,
        '"{inverse}" is no inverse of "{relation}"; write {words}, or leave it out',
    ),
    Rule("estimates", "record", _estimates, "{high} is less than low, {low}; swap them"),
    Rule(
        "claim-number",
        "record",
        _claim_numbers,
        "number and file differ; name the file {wanted}.md",
    ),
    Rule("claim-section", "record", _claim_sections, "no section {value}; write 1 to 9"),
    Rule("has-body", "record", _has_body, "a term needs a definition below its fields"),
    Rule("cited", "catalog", _cited_sources, "no record cites this source; cite it or take it out"),
    Rule(
        "unique-names",
        "catalog",
        _unique_names,
        '"{value}" is also the name of {other}; tell them apart',
    ),
)


def check(root: Path) -> tuple[Catalog, list[Problem]]:
    """
    Read a folder and apply all rules to what could be read.

    Returns:
        The catalog, and every problem in order of file and line.
    """
    catalog, problems, unreadable = read(root)
    context = Context(catalog, frozenset(unreadable))
    for rule in RULES:
        found = (
            rule.find(context)
            if rule.scope == "catalog"
            else (breach for entity in catalog.records for breach in rule.find(entity, context))
        )
        problems += [_problem(rule, breach, catalog) for breach in found]
    return catalog, sorted(set(problems))


def _problem(rule: Rule, breach: Breach, catalog: Catalog) -> Problem:
    message = rule.message.format(**breach.values)
    origin = catalog.origins.get(breach.id)
    if origin is None:
        line = catalog.source_lines.get(breach.id, 1)
        return Problem(catalog.root / "sources.bib", line, breach.field, message)
    line = origin.body if breach.field == "text" else origin.line(breach.field)
    return Problem(origin.path, line + breach.line, breach.field, message)
