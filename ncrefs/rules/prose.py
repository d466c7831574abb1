"""
Rules for texts: what they point to, and what they may hold.
"""

import re
from collections.abc import Callable, Iterator

from ncrefs import markup, meant
from ncrefs.identifiers import web_address
from ncrefs.kinds import kind_of
from ncrefs.model import Entity, Question, Term
from ncrefs.rules.base import Breach, Context, Rule

#: What a link may lead to.
_LINKED = (*meant.RECORDS, *meant.KEYS)


def _links(entity: Entity, context: Context) -> Iterator[Breach]:
    records = context.catalog.records
    for name, mention in context.mentions(entity):
        if mention.kind != "link":
            continue
        if mention.target.startswith(("https://", "http://")):
            if not _is_address(mention.target):
                values = {"target": mention.target, "hint": "; write https://host/path"}
                yield Breach(entity.id, name, values, mention.line)
            continue
        target = mention.target.removeprefix("#")
        if not mention.target.startswith("#") or (
            target not in records
            and target not in context.catalog.source_origins
            and target not in context.unreadable
        ):
            hint = meant.hint(target, context.catalog, _LINKED, context.unreadable, "#")
            hint = hint or "; write [text](#id) with the id of a record"
            yield Breach(entity.id, name, {"target": mention.target, "hint": hint}, mention.line)


def _is_address(text: str) -> bool:
    try:
        web_address(text)
    except ValueError:
        return False
    return True


def _link_roles(entity: Entity, context: Context) -> Iterator[Breach]:
    for name, mention in context.mentions(entity):
        other = context.catalog.get(mention.target.removeprefix("#")) if mention.role else None
        if other is None or mention.role in ("nc:ref", f"nc:{kind_of(other).singular}"):
            continue
        values = {"role": mention.role, "target": other.id, "kind": kind_of(other).singular}
        yield Breach(entity.id, name, values, mention.line)


def _citations(entity: Entity, context: Context) -> Iterator[Breach]:
    keys = context.catalog.source_origins
    for name, mention in context.mentions(entity):
        if mention.kind == "cite" and not context.sources_lost and mention.target not in keys:
            hint = meant.key_hint(mention.target, context.catalog)
            yield Breach(entity.id, name, {"target": mention.target, "hint": hint}, mention.line)


def _terms(context: Context) -> Iterator[Breach]:
    catalog = context.catalog
    origins = catalog.origins
    if any(
        id_ not in origins or origins[id_].path.parent.name == "terms" for id_ in context.unreadable
    ):
        return  # a term that cannot be read may have any name
    names = {form.casefold() for term in catalog.terms for form in [term.name, *term.aliases]}
    for entity in catalog.records:
        for name, mention in context.mentions(entity):
            if mention.kind == "term" and mention.target.casefold() not in names:
                values = {
                    "target": mention.target,
                    "hint": meant.term_hint(mention.target, catalog),
                }
                yield Breach(entity.id, name, values, mention.line)


def _role_hint(mention: markup.Mention) -> str:
    target = mention.target
    if mention.kind == "scale":
        return meant.scale_hint(target, mention.role)
    if mention.kind != "role":
        return ""
    if target.startswith(":"):
        return f"; write {{{target.strip(':')}}}`...`"
    if target.startswith("{"):
        return f"; write its text right behind it: {target}`...`"
    return meant.role_hint(target) or "; the roles are cite, term, abbr, sub, sup and nc:ref"


def _refused(kind: str) -> Callable[..., Iterator[Breach]]:
    """
    The finder of a markup that no record may use.
    """

    def find(entity: Entity, context: Context) -> Iterator[Breach]:
        for name, mention in context.mentions(entity):
            if mention.kind == kind:
                values = {"target": mention.target, "hint": _role_hint(mention)}
                yield Breach(entity.id, name, values, mention.line)

    return find


#: What nobody writes in plain text unless markup is meant, and what the parser takes for it.
_MEANT = re.compile(r"\*[^\s*][^*]*\*|`[^`]+`|\]\(|\{\w+\}`")
_MARKED = {"link", "cite", "term", "html", "image", "role", "scale", "nested"}


def _plain_fields(entity: Entity, context: Context) -> Iterator[Breach]:
    for name in ("name", "summary"):
        text = getattr(entity, name)
        if _MEANT.search(text) or any(m.kind in _MARKED for m in markup.parse(text)):
            yield Breach(entity.id, name)


def _summary_sentence(entity: Entity, context: Context) -> Iterator[Breach]:
    if not entity.summary.endswith((".", ".”", '."', ".)")):
        yield Breach(entity.id, "summary")


def _has_body(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Term) and not entity.text:
        yield Breach(entity.id, "text")


#: The shortest honest answer to a question is no longer than this.
_ANSWER = 60


def _answers(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Question):
        count = len(entity.summary.split())
        if count > _ANSWER:
            yield Breach(entity.id, "summary", {"count": count, "limit": _ANSWER})


def _question_mark(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Question) and not entity.name.endswith("?"):
        yield Breach(entity.id, "name")


RULES = (
    Rule("links", "record", _links, 'the link "{target}" leads nowhere{hint}'),
    Rule(
        "link-roles",
        "record",
        _link_roles,
        '{role} leads to a record of another kind; write nc:{kind} for "{target}"',
    ),
    Rule("citations", "record", _citations, 'no source "{target}"{hint}'),
    Rule("terms", "catalog", _terms, 'no glossary term "{target}"{hint}'),
    *(
        Rule(refusal.name, "record", _refused(kind), refusal.message)
        for kind, refusal in markup.REFUSED.items()
    ),
    Rule("plain-fields", "record", _plain_fields, "has markup; write plain text"),
    Rule("summary", "record", _summary_sentence, "no sentence; end it with a full stop"),
    Rule("has-body", "record", _has_body, "a term needs a definition below its fields"),
    Rule(
        "answers", "record", _answers, "{count} words; the answer to a question has at most {limit}"
    ),
    Rule("question-mark", "record", _question_mark, "no question; end it with a question mark"),
)
