"""
Records side by side: the page on which readers choose them, and what it shows of each.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from docutils import nodes

from ncrefs import markup, model, relations
from ncrefs.book import classes, phrases
from ncrefs.book.addresses import chapter
from ncrefs.book.content import elements
from ncrefs.book.content.cards import heading
from ncrefs.book.domain import title_of
from ncrefs.book.typography import typeset
from ncrefs.book.web import html
from ncrefs.catalog import Catalog
from ncrefs.countries import COUNTRIES
from ncrefs.dates import Date
from ncrefs.kinds import KINDS
from ncrefs.model import Entity, Event, Source

#: The kinds whose records can be compared.
COMPARED = ("plots", "purges", "people")
#: The page on which they are.
PAGE = "compare"
#: Fields that say what a record is called, how it is kept, or all that it tells.
_CALLED = {"id", "name", "korean", "aliases", "misprints", "renamed_from", "identifiers"}
_LEFT_OUT = _CALLED | {"text", "sources", "checked"}
#: What stands before the fields of a kind, and after them.
_PLACES = {"summary": -2, "grade": -1, "accounts": 1}
_ACCOUNTS = "Where sources differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """
    One statement: its words, how well it is known, and who says it.
    """

    words: str
    record: str | None = None  #: to which record these lead
    more: str = ""  #: what follows them
    grade: str | None = None
    sources: tuple[str, ...] = ()


def page(catalog: Catalog) -> list[nodes.Node]:
    """
    The place of the comparison with all that can be chosen, and what to do without scripts.
    """
    lists = elements.join(
        [elements.chapter_link(chapter(KINDS[kind]), KINDS[kind].plural)] for kind in COMPARED
    )
    words = "A script puts the records beside each other, and none runs here. The lists of "
    without = elements.para(
        nodes.Text(words), *lists, nodes.Text(" lead to the page of each, which has all the same.")
    )
    groups = "".join(
        f'<optgroup label="{escape(KINDS[kind].chapter)}">{_options(kind, catalog)}</optgroup>'
        for kind in COMPARED
    )
    place = f'<div class="{classes.COMPARE} pst-js-only"><template>{groups}</template></div>'
    return [nodes.container("", without, classes=[classes.NO_SCRIPT]), html(place)]


def _options(kind: str, catalog: Catalog) -> str:
    chosen = sorted(catalog.records.kind(kind), key=lambda entity: entity.name)
    return "".join(
        f'<option value="{entity.id}">{escape(_named(entity))}</option>' for entity in chosen
    )


def _named(entity: Entity) -> str:
    """
    A record as it is chosen: an event with its year, if its name has none.
    """
    year = phrases.year_apart(entity) if isinstance(entity, Event) else ""
    return typeset(entity.name) + year


def rows(entity: Entity, catalog: Catalog) -> Iterator[tuple[str, list[Said]]]:
    """
    What a record says, field by field, under the headings of its page.
    """
    specs = [spec for spec in dataclasses.fields(entity) if spec.name not in _LEFT_OUT]
    for spec in sorted(specs, key=lambda spec: _PLACES.get(spec.name, 0)):
        value = getattr(entity, spec.name)
        if value is not None and value != ():
            items = value if isinstance(value, tuple) else (value,)
            label = _ACCOUNTS if spec.name == "accounts" else heading(spec)
            yield label, [_said(spec, item, catalog) for item in items]


def _said(spec: "dataclasses.Field[Any]", item: Any, catalog: Catalog) -> Said:
    if spec.metadata.get(model.RECORDS) is not None:
        return Said(words=_name(item, catalog), record=item)
    if spec.metadata.get(model.PROSE):
        return Said(words=markup.plain(item), sources=_cited(item))
    if spec.name == "grade":
        return Said(words="", grade=item.value)
    if type(item) not in _FORMS:
        return Said(words=COUNTRIES[item] if spec.name == "country" else str(item))
    words, more, record = _FORMS[type(item)](item, catalog)
    texts = [getattr(item, name, None) or "" for name in ("note", "how", "says")]
    note = markup.plain(texts[0])
    return Said(
        words=words,
        record=record,
        more=f"{more}. {note}" if note else more,
        grade=getattr(item, "grade", None),
        sources=tuple(dict.fromkeys((*getattr(item, "sources", ()), *_cited(*texts)))),
    )


def _cited(*texts: str) -> tuple[str, ...]:
    found = (mention for text in texts for mention in markup.mentions(text))
    return tuple(dict.fromkeys(m.target for m in found if m.kind == "cite"))


def _name(id_: str, catalog: Catalog) -> str:
    return title_of(catalog.records[id_], catalog)


#: Words, what follows them, and the record to which the words lead.
Words = tuple[str, str, str | None]


def _date(date: Date, _: Catalog) -> Words:
    return date.words, "", None


def _statement(statement: model.DatedStatement, catalog: Catalog) -> Words:
    where = f", {_name(statement.where, catalog)}" if statement.where else ""
    return f"{statement.value.words}{where}", "", None


def _estimate(estimate: model.Estimate, _: Catalog) -> Words:
    as_of = f" (as of {estimate.as_of.words})" if estimate.as_of else ""
    return phrases.figure(estimate), as_of, None


def _post(post: model.Post, catalog: Catalog) -> Words:
    span = phrases.span(post.start, post.end)
    body = f", {_name(post.of, catalog)}" if post.of else ""
    return f"{post.title}{body}", f", {span}" if span else "", post.of


def _kin(kin: model.Kin, catalog: Catalog) -> Words:
    relation = relations.kin_word(kin, reverse=False)
    return _name(kin.to, catalog), f", {relation}", kin.to


def _fate(fate: model.Fate, _: Catalog) -> Words:
    return phrases.fated(fate), "", None


def _actor(actor: model.Actor, catalog: Catalog) -> Words:
    who = _name(actor.who, catalog) if actor.who else actor.name or ""
    return who, f", {actor.role}", actor.who


def _role(role: model.MechanismRole, catalog: Catalog) -> Words:
    name = _name(role.mechanism, catalog)
    return name, f" ({role.mark}): {markup.plain(role.how)}", role.mechanism


def _listed(entry: model.DatasetEntry, catalog: Catalog) -> Words:
    return _name(entry.dataset, catalog), f": {markup.plain(entry.says)}", entry.dataset


def _feature(feature: model.Feature, _: Catalog) -> Words:
    how = f": {markup.plain(feature.how)}" if feature.how else ""
    return f"{feature.feature}, {feature.value}", how, None


def _account(account: model.Account, _: Catalog) -> Words:
    return phrases.capitalized(account.on), f": {markup.plain(account.says)}", None


#: How a nested value is said.
_FORMS: dict[type, Callable[[Any, Catalog], Words]] = {
    Date: _date,
    model.DatedStatement: _statement,
    model.Estimate: _estimate,
    model.Post: _post,
    model.Kin: _kin,
    model.Fate: _fate,
    model.Actor: _actor,
    model.MechanismRole: _role,
    model.DatasetEntry: _listed,
    model.Feature: _feature,
    model.Account: _account,
}


def sources(entity: Entity, catalog: Catalog) -> list[Source]:
    """
    The sources of all statements about a record, each once.
    """
    keys = dict.fromkeys(
        k for _, said in rows(entity, catalog) for one in said for k in one.sources
    )
    return [catalog.sources[key] for key in keys]
