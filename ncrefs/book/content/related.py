"""
The parts of a page that come from other records: relations, claims, mentions, sources.
"""

from docutils import nodes

from ncrefs import relations as declared
from ncrefs.book import citing, classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.bodies import some
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import xref
from ncrefs.book.fold import folded
from ncrefs.catalog import Related
from ncrefs.kinds import Kind, kind_of
from ncrefs.model import (
    Account,
    Actor,
    Claim,
    Entity,
    Event,
    Holder,
    Kin,
    Mechanism,
    MechanismRole,
    Post,
    Question,
    Tie,
)
from ncrefs.vocabulary import MARRIAGES, Verdict

#: So many questions about a record stand in the open.
_QUESTIONS = 2
#: Fields whose relations have a section of their own at both ends.
_APART = frozenset({"holders", "datasets"})


def relations(scribe: Scribe) -> list[nodes.Node]:
    """
    The relations from both ends, under one heading for each label.

    Their links say nothing more when pointed at: of a long list that would be half.
    """
    groups: dict[str, list[Inline]] = {}
    entity = scribe.entity
    if isinstance(entity, Event) and entity.actors:
        groups["Who took part"] = _actors(scribe, entity)
    told = {entity.id}
    for related in scribe.catalog.related(entity):
        if isinstance(related.entity, Claim | Question) and related.reverse:
            continue  # these have sections of their own
        if isinstance(related.item, Tie) or _has_part(scribe, related):
            continue  # these too
        # The record's own fields stand in the card or in other parts of the page.
        if related.reverse or isinstance(related.item, Kin):
            if related.reverse and _is_listed(related):
                continue
            if isinstance(related.item, Account):
                # Who tells several points of a story tells the story, and the own record is here.
                if related.entity.id in told:
                    continue
                told.add(related.entity.id)
            groups.setdefault(related.label, []).append(_line(scribe, related))
    if not groups:
        return []
    items = [(label, some(lines, [classes.TIES])) for label, lines in groups.items()]
    listed = elements.defined(items, [classes.TIES])
    return [elements.section("relations", "Relations", listed)]


def _has_part(scribe: Scribe, related: Related) -> bool:
    """
    Whether the page of a mechanism has the episode among those where it was seen.
    """
    return isinstance(related.item, MechanismRole) and isinstance(scribe.entity, Mechanism)


def _is_listed(related: Related) -> bool:
    """
    Whether the page has the relation in its table of holders already.
    """
    item = related.item
    return isinstance(item, Post) and item.office is not None


def _actors(scribe: Scribe, event: Event) -> list[Inline]:
    """
    Everybody who took part, with a record or without, in the record's order.
    """
    return [
        [*scribe.somebody(actor), nodes.Text(f": {actor.role}"), *scribe.remarks(actor)]
        for actor in event.actors
    ]


def _line(scribe: Scribe, related: Related) -> list[nodes.Node]:
    item = related.item
    link: list[nodes.Node] = [xref(related.entity, hint="")]
    writer = scribe.of(related.entity) if related.reverse else scribe
    if isinstance(related.entity, Event):
        link += elements.text(phrases.day_apart(related.entity))
    match item:
        case Kin():
            detail = elements.text(f": {declared.kin_word(item, reverse=related.reverse)}")
        case Post() | Holder():
            span = phrases.span(item.start, item.end)
            detail = elements.text(f": {item.title or item.office}" + (f", {span}" if span else ""))
        case Actor():
            detail = elements.text(f": {item.role}")
        case MechanismRole():
            detail = [nodes.Text(f" ({item.mark}): "), *writer.inline(item.how)]
        case _:
            return link
    # "Younger brother of his mother" holds from one end only, "married in 1972" from both.
    one_way = isinstance(item, Kin) and item.relation not in MARRIAGES
    if not (one_way and related.reverse):
        detail += writer.further(item)
    return [*link, *detail, *scribe.evidence(item, hint="")]


def questions(scribe: Scribe) -> list[nodes.Node]:
    """
    The questions about the record, each with its answer; more than a few are folded.
    """
    items: list[Inline] = [
        [xref(other, hint=""), nodes.Text(f" {other.summary} "), *elements.answered(other.grade)]
        for other in _about(scribe)
        if isinstance(other, Question)
    ]
    if not items:
        return []
    return [elements.section("questions", "Questions", some(items, [classes.CLAIMS], _QUESTIONS))]


def claims(scribe: Scribe) -> list[nodes.Node]:
    """
    What the audited article claims about the record, and whether it holds.
    """
    found = [claim for claim in _about(scribe) if isinstance(claim, Claim)]
    items: list[list[nodes.Node]] = [
        [
            *elements.badge(claim.verdict),
            nodes.Text(" "),
            xref(claim, hint=""),
            nodes.Text(f": {claim.statement} "),
            nodes.emphasis("", claim.summary),
        ]
        for claim in found
    ]
    verdicts = [str(claim.verdict) for claim in found]
    counts = [f"{verdicts.count(v)} {v}" for v in Verdict if v in verdicts]
    summary = f"{phrases.counted(len(found), 'claim', 'claims')}: {', '.join(counts)}"
    listed = folded(summary, elements.bullets(items, [classes.CLAIMS]))
    return [elements.section("claims", "What a popular article claims", listed)] if items else []


def _about(scribe: Scribe) -> list[object]:
    related = scribe.catalog.related(scribe.entity)
    return [other.entity for other in related if other.field == "about" and other.reverse]


def mentions(scribe: Scribe) -> list[nodes.Node]:
    """
    Records that link here in their prose and are not related otherwise, by kind.
    """
    entity, catalog = scribe.entity, scribe.catalog
    known = {entity.id, *(related.entity.id for related in catalog.related(entity))}
    by_kind: dict[Kind, list[Entity]] = {}
    for other in catalog.mentioned_in(entity.id):
        if other.id not in known:
            by_kind.setdefault(kind_of(other), []).append(other)
    if not by_kind:
        return []
    lines: list[Inline] = [
        [nodes.Text(f"{kind.chapter}: "), *elements.join([[xref(o, hint="")] for o in others])]
        for kind, others in by_kind.items()
    ]
    counts = [
        phrases.counted(len(others), kind.singular, kind.plural) for kind, others in by_kind.items()
    ]
    listed = folded(", ".join(counts), elements.bullets(lines, [classes.MENTIONS]))
    return [elements.section("mentions", "Mentioned in", listed)]


def sources(scribe: Scribe) -> list[nodes.Node]:
    """
    The place of the record's sources in full, which `numbering` fills.
    """
    keys = list(citing.cited(scribe.entity.id, scribe.catalog))
    listed = nodes.bullet_list(classes=[classes.SOURCES], keys=keys)
    return [elements.section("sources", "Sources", listed)]
