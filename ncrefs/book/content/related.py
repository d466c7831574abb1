"""
The parts of a page that come from other records: relations, claims, mentions, sources.
"""

from docutils import nodes

from ncrefs import __version__
from ncrefs import relations as declared
from ncrefs.book import citing, classes
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import title_of, xref
from ncrefs.catalog import Related
from ncrefs.model import (
    Actor,
    Claim,
    Event,
    Holder,
    Kin,
    MechanismRole,
    Post,
    Question,
    Tie,
)
from ncrefs.vocabulary import MARRIAGES

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
    for related in scribe.catalog.related(entity):
        if isinstance(related.entity, Claim | Question) and related.reverse:
            continue  # these have sections of their own
        # The record's own fields stand in the card or in other parts of the page.
        if related.reverse or isinstance(related.item, Tie | Kin):
            if related.reverse and _is_listed(related):
                continue
            groups.setdefault(related.label, []).append(_line(scribe, related))
    if not groups:
        return []
    items = [(label, elements.bullets(lines)) for label, lines in groups.items()]
    listed = elements.defined(items, [classes.TIES])
    return [elements.section("relations", "Relations", listed)]


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
        [
            *scribe.somebody(actor),
            nodes.Text(f": {actor.role}. "),
            *scribe.note(actor),
            *scribe.evidence(actor),
        ]
        for actor in event.actors
    ]


def _line(scribe: Scribe, related: Related) -> list[nodes.Node]:
    item = related.item
    link: list[nodes.Node] = [xref(related.entity, hint="")]
    writer = scribe.of(related.entity) if related.reverse else scribe
    if isinstance(related.entity, Event):
        link += elements.text(f", {related.entity.when.words}")
    match item:
        case Kin():
            detail = elements.text(f": {declared.kin_word(item, reverse=related.reverse)}")
        case Post() | Holder():
            span = elements.span(item.start, item.end)
            detail = elements.text(f": {item.title or item.office}" + (f", {span}" if span else ""))
        case Tie():
            span = elements.span(item.start, item.end)
            detail = elements.text(f", {span}") if span else []
        case Actor():
            detail = elements.text(f": {item.role}")
        case MechanismRole():
            detail = [nodes.Text(f" ({item.mark}): "), *writer.inline(item.how)]
        case _:
            return link
    # "Younger brother of his mother" holds from one end only, "married in 1972" from both.
    one_way = isinstance(item, Kin) and item.relation not in MARRIAGES
    if getattr(item, "note", None) and not (one_way and related.reverse):
        detail += [nodes.Text(". "), *writer.note(item)]
    return [*link, *detail, *scribe.evidence(item, hint="")]


def questions(scribe: Scribe) -> list[nodes.Node]:
    """
    The questions about the record, each with its answer.
    """
    items = [
        [xref(other, hint=""), nodes.Text(f" {other.summary} "), *elements.badge(other.grade)]
        for other in _about(scribe)
        if isinstance(other, Question)
    ]
    return _listed(items, "questions", "Questions")


def claims(scribe: Scribe) -> list[nodes.Node]:
    """
    What the article claims about the record, and whether it holds.
    """
    items = [
        [
            xref(claim, hint=""),
            nodes.Text(f": {claim.statement} "),
            *elements.badge(claim.verdict),
            nodes.Text(f" {claim.summary}"),
        ]
        for claim in _about(scribe)
        if isinstance(claim, Claim)
    ]
    return _listed(items, "claims", "What the article claims")


def _about(scribe: Scribe) -> list[object]:
    related = scribe.catalog.related(scribe.entity)
    return [other.entity for other in related if other.field == "about" and other.reverse]


def _listed(items: list[list[nodes.Node]], id_: str, title: str) -> list[nodes.Node]:
    if not items:
        return []
    return [elements.section(id_, title, elements.bullets(items, [classes.CLAIMS]))]


def mentions(scribe: Scribe) -> list[nodes.Node]:
    """
    Records that link here in their prose and are not related otherwise.
    """
    entity, catalog = scribe.entity, scribe.catalog
    known = {entity.id, *(related.entity.id for related in catalog.related(entity))}
    others = [other for other in catalog.mentioned_in(entity.id) if other.id not in known]
    if not others:
        return []
    links = elements.join([[xref(other, hint="")] for other in others], " · ")
    return [elements.section("mentions", "Mentioned in", elements.para(*links))]


def sources(scribe: Scribe) -> list[nodes.Node]:
    """
    The record's sources in full, where its citations lead.
    """
    listed = nodes.bullet_list(classes=[classes.SOURCES])
    for key in citing.cited(scribe.entity.id, scribe.catalog):
        source = scribe.catalog.sources[key]
        tier = nodes.inline("", source.tier, classes=[classes.TIER])
        label: list[nodes.Node] = [xref(source, hint=""), nodes.Text(" "), tier]
        line = elements.para(*label, nodes.Text(" "), *citing.reference(source))
        listed += nodes.list_item("", line, ids=[citing.anchor(key)])
    return [elements.section("sources", "Sources", listed)]


def cite_this(scribe: Scribe) -> list[nodes.Node]:
    """
    How to cite the page: as text and as BibTeX.
    """
    title, id_ = title_of(scribe.entity, scribe.catalog), scribe.entity.id
    book = scribe.prose.book_title
    plain = f"“{title}”. In: {book} ncrefs {__version__}, record {id_}."
    fields = {
        "title": title,
        "howpublished": f"{book} ncrefs {__version__}",
        "note": f"Record {id_}",
    }
    code = citing.bibtex(f"ncrefs-{id_}", fields)
    block = nodes.literal_block(code, code, language="bibtex")
    return [elements.section("cite", "Cite this page", elements.para(nodes.Text(plain)), block)]
