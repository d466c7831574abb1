"""
What tells a person, a body or a mechanism: fate, who watches whom, where it acted.
"""

from typing import Any, get_args

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import elements, plots
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import xref
from ncrefs.book.fold import folded
from ncrefs.catalog import Related
from ncrefs.model import MechanismRole, Tie
from ncrefs.vocabulary import MechanismMark, TieRelation

#: Ties by which one body keeps another in check, and those by which it commands it.
_WATCHING: frozenset[TieRelation] = frozenset(
    {"monitors", "inspects", "guides", "appoints", "counterbalances"}
)
_COMMANDING: frozenset[TieRelation] = frozenset({"commands", "guards", "funds"})
#: So many stand in the open; the rest is folded.
OPEN = 8


def fates(scribe: Scribe) -> list[nodes.Node]:
    """
    What became of a person: each fact and each version with its own grade before it.
    """
    person: Any = scribe.entity
    lines: list[Inline] = []
    if person.fate:
        fated = phrases.capitalized(phrases.fated(person.fate))
        said = [nodes.Text(fated), *scribe.told(person.fate)]
        lines.append([*elements.graded(person.fate.grade), *said])
    for index, died in enumerate(person.died):
        told = scribe.statements([died], graded=False)[0]
        word = nodes.Text("Died " if index == 0 else "Or died ")
        lines.append([*elements.graded(died.grade), word, *told])
    if not lines:
        return []
    listed = elements.bullets(lines, [classes.FATES])
    return [elements.section("fate", "Fate", listed)]


def watching(scribe: Scribe) -> list[nodes.Node]:
    """
    Who keeps a body in check and whom it keeps in check; who commands it and whom it commands.
    """
    groups: dict[str, list[Related]] = {}
    for related in scribe.catalog.related(scribe.entity):
        if isinstance(related.item, Tie):
            name = _group(related.item.relation, reverse=related.reverse)
            groups.setdefault(name, []).append(related)
    order = ("Watches", "Watched by", "Above", "Below", "Before and after")
    items = [(name, _ties(scribe, name, groups[name])) for name in order if name in groups]
    if not items:
        return []
    return [elements.section("ties", "Who watches whom", elements.boxes(items))]


def _group(relation: TieRelation, *, reverse: bool) -> str:
    if relation in _WATCHING:
        return "Watched by" if reverse else "Watches"
    if relation in _COMMANDING:
        return "Above" if reverse else "Below"
    if relation in ("part-of", "reports-to"):
        return "Below" if reverse else "Above"
    return "Before and after"


def _ties(scribe: Scribe, name: str, found: list[Related]) -> nodes.Element:
    lines: list[Inline] = []
    for related in found:
        writer = scribe.of(related.entity) if related.reverse else scribe
        tie = related.item
        span = phrases.span(tie.start, tie.end)
        word = related.label[0].lower() + related.label[1:]
        line = [
            nodes.Text(f"{word} "),
            xref(related.entity, hint=""),
            nodes.Text(f", {span}" if span else ""),
        ]
        lines.append([*line, *writer.further(tie), *scribe.evidence(tie, hint="")])
    return some(lines, [classes.TIES])


def some(lines: list[Inline], names: list[str], shown: int = OPEN) -> nodes.Element:
    """
    A list, of which a long rest is folded: *shown* lines stand in the open.
    """
    if len(lines) <= shown + 2:
        return elements.bullets(lines, names)
    rest = folded(f"{len(lines) - shown} more", elements.bullets(lines[shown:], names))
    return nodes.container("", elements.bullets(lines[:shown], names), rest)


def episodes(scribe: Scribe) -> list[nodes.Node]:
    """
    Where a mechanism was seen to act, where it failed, and where it was never put to the test.
    """
    seen: dict[MechanismMark, list[Inline]] = {}
    found = [
        related
        for related in scribe.catalog.related(scribe.entity)
        if related.reverse and isinstance(related.item, MechanismRole)
    ]
    for related in sorted(found, key=_when):
        event: Any = related.entity  # the model lets events alone have these
        role = related.item
        line = [
            plots.sign(role.mark),
            nodes.Text(" "),
            xref(event, hint=""),
            nodes.Text(f"{phrases.day_apart(event)} "),
            *elements.badge(role.grade or event.grade),
            nodes.Text(" "),
            *scribe.of(event).inline(role.how),
            *scribe.cites(role, hint=""),
        ]
        seen.setdefault(role.mark, []).append(line)
    titles = {"acted": "Acted", "failed": "Failed", "unproven": "Unproven"}
    items = [
        (
            f"{titles[mark]} ({len(seen[mark])})",
            some(seen[mark], [classes.ROLE, classes.mark_class(mark)]),
        )
        for mark in get_args(MechanismMark)
        if mark in seen
    ]
    if not items:
        return []
    listed = elements.defined(items, [classes.ROLES])
    return [elements.section("episodes", "Where it was seen", listed)]


def _when(related: Related) -> Any:
    event: Any = related.entity
    return event.when
