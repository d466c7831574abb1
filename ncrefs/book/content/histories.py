"""
The parts of a page that tell, point by point, what a record of its kind has to tell.
"""

from collections.abc import Iterable
from typing import Any

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings.chart import chart
from ncrefs.book.drawings.node import drawing_of
from ncrefs.offices import tenures


def posts(scribe: Scribe) -> list[nodes.Node]:
    """
    The posts of a person, in the order of the record.
    """
    rows: list[list[Inline]] = []
    for post in _entity(scribe).posts:
        title = elements.text(post.title)
        if post.of:
            title += [nodes.Text(", "), scribe.link(post.of)]
        when = elements.text(elements.span(post.start, post.end))
        rows.append([title, when, [*scribe.note(post), *scribe.evidence(post)]])
    return _table(rows, "posts", "Posts", ("Post", "When", "Evidence"), classes.POSTS)


def holders(scribe: Scribe) -> list[nodes.Node]:
    """
    Who held the offices of an organization, from its own record and from those of people.
    """
    rows: list[list[Inline]] = []
    for tenure in tenures(scribe.catalog, organization=scribe.entity.id):
        writer = scribe.of(tenure.declared_by)
        who = [scribe.link(tenure.person.id)] if tenure.person else elements.text(tenure.name)
        title = tenure.called
        span = elements.span(tenure.start, tenure.end) or "dates unknown"
        item = tenure.item
        rows.append(
            [
                who,
                elements.text(tenure.called),
                elements.text(span),
                [*writer.note(item), *writer.evidence(item)],
            ]
        )
    head = ("Who", "Office", "When", "Evidence")
    return _table(rows, "holders", "Holders of its offices", head, classes.HOLDERS)


def accounts(scribe: Scribe) -> list[nodes.Node]:
    """
    The versions of each point on which sources differ, and who tells them.
    """
    rows: list[list[Inline]] = []
    previous = ""
    for account in scribe.entity.accounts:
        point = elements.text(account.on if account.on != previous else "")
        says = scribe.inline(account.says)
        if account.told_by:
            says += [nodes.Text(" Told by "), *scribe.links(account.told_by)]
            if account.retold_from:
                says += [nodes.Text(", from "), *scribe.links(account.retold_from)]
            says.append(nodes.Text("."))
        rows.append([point, [*says, *scribe.cites(account)], elements.badge(account.grade)])
        previous = account.on
    head = ("On", "Version", "Grade")
    return _table(rows, "accounts", "Where sources differ", head, classes.ACCOUNTS)


def mechanisms(scribe: Scribe) -> list[nodes.Node]:
    """
    Which mechanisms acted, failed, or were never tested.
    """
    rows: list[list[Inline]] = [
        [
            [scribe.link(role.mechanism)],
            elements.text(role.mark),
            [*scribe.inline(role.how), *scribe.cites(role)],
            elements.badge(role.grade),
        ]
        for role in _entity(scribe).mechanisms
    ]
    head = ("Mechanism", "Part", "How", "Grade")
    return _table(rows, "mechanisms", "Mechanisms at work", head, classes.MECHANISMS)


def features(scribe: Scribe) -> list[nodes.Node]:
    """
    What a state had, or had not, of what is said to keep coups away.
    """
    rows: list[list[Inline]] = [
        [
            elements.text(feature.feature),
            elements.text(feature.value),
            [*(scribe.inline(feature.how) if feature.how else []), *scribe.cites(feature)],
            elements.badge(feature.grade),
        ]
        for feature in _entity(scribe).features
    ]
    head = ("Feature", "There", "How", "Grade")
    return _table(rows, "features", "Features of the state", head, classes.FEATURES)


def datasets(scribe: Scribe) -> list[nodes.Node]:
    """
    What the published lists of coups say of a plot.
    """
    rows: list[list[Inline]] = [
        [[scribe.link(entry.dataset)], [*scribe.inline(entry.says), *scribe.cites(entry)]]
        for entry in _entity(scribe).datasets
    ]
    head = ("Dataset", "What it says")
    return _table(rows, "datasets", "In the lists of coups", head, classes.LISTED)


def points(scribe: Scribe) -> list[nodes.Node]:
    """
    The figures of a measure: a chart, and a table that says the same with its evidence.
    """
    measure = _entity(scribe)
    rows: list[list[Inline]] = [
        [
            [elements.when(point.when)],
            elements.text(elements.amount(point.low, point.high)),
            elements.text(point.by or ""),
            [*scribe.note(point), *scribe.evidence(point)],
        ]
        for point in measure.points
    ]
    head = ("When", measure.unit.capitalize(), "Who counted", "Evidence")
    table = elements.table(head, rows, [classes.POINTS])
    return [elements.section("figures", "The figures", drawing_of(chart(measure)), table)]


def plot(scribe: Scribe) -> list[nodes.Node]:
    """
    How a plot went.
    """
    fields = {
        "Trigger": "trigger",
        "Plan": "plan",
        "How it came out": "detection",
        "Outcome": "outcome",
    }
    return _course(scribe, "How it went", fields)


def purge(scribe: Scribe) -> list[nodes.Node]:
    """
    What was said to justify a purge.
    """
    return _course(scribe, "How it went", {"Pretext": "pretext"})


def theory(scribe: Scribe) -> list[nodes.Node]:
    """
    Who describes a mechanism, and what limits it.
    """
    fields = {"Described by": "framework", "Limits": "limits"}
    return _course(scribe, "Theory and limits", fields)


def rules(scribe: Scribe) -> list[nodes.Node]:
    """
    What a dataset counts, and what it holds for North Korea.
    """
    fields = {"What it counts": "counts", "North Korea in it": "north_korea"}
    return _course(scribe, "What it holds", fields)


def _course(scribe: Scribe, title: str, fields: dict[str, str]) -> list[nodes.Node]:
    items = [
        (label, elements.para(*scribe.inline(text)))
        for label, field in fields.items()
        if (text := getattr(scribe.entity, field))
    ]
    if not items:
        return []
    return [elements.section("course", title, elements.defined(items, [classes.COURSE]))]


def _table(
    rows: Iterable[list[Inline]], id_: str, title: str, head: tuple[str, ...], class_: str
) -> list[nodes.Node]:
    """
    A section with a table; nothing without rows.
    """
    rows = list(rows)
    return [elements.section(id_, title, elements.table(head, rows, [class_]))] if rows else []


def _entity(scribe: Scribe) -> Any:
    # The table of parts calls each part for records of its kinds alone.
    return scribe.entity
