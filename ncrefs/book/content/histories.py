"""
The parts of a page that tell, point by point, what a record of its kind has to tell.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import desk, elements, spans
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings import figure_of
from ncrefs.book.drawings.node import figure_node
from ncrefs.book.fold import folded
from ncrefs.offices import tenures

Labelled = Iterable[tuple[str, nodes.Element]]
_COURSE = partial(elements.defined, classes=[classes.COURSE])
_CHAIN = partial(elements.defined, classes=[classes.CHAIN])
#: So many holders of an office stand in the open; those before them are folded.
_LATEST = 8


def posts(scribe: Scribe) -> list[nodes.Node]:
    """
    The posts of a person in the order of the record, each as a bar under the leaders of its day.
    """
    held = _entity(scribe).posts
    if not held:
        return []
    axis = spans.axis([(post.start, post.end) for post in held], scribe.catalog)
    rows: list[list[Inline]] = []
    for post in held:
        title = elements.text(post.title)
        if post.of:
            title += [nodes.Text(", "), scribe.link(post.of)]
        when = axis.cell((post.start, post.end), post.grade, "dates unknown")
        rows.append([title, when, scribe.note_and_sources(post), elements.by_grade(post.grade)])
    head = ("Post", axis.head(), "Evidence", "Grade")
    return [elements.section("posts", "Posts", elements.table(head, rows, [classes.POSTS]))]


def holders(scribe: Scribe) -> list[nodes.Node]:
    """
    Who held the offices of an organization, from its own record and from those of people: by
    office, and within an office in the order of time.
    """
    found = tenures(scribe.catalog, organization=scribe.entity.id)
    if not found:
        return []
    axis = spans.axis([(tenure.start, tenure.end) for tenure in found], scribe.catalog)
    parts: list[nodes.Node] = []
    for office in dict.fromkeys(tenure.office for tenure in found if tenure.office):
        rows: list[list[Inline]] = []
        for tenure in (tenure for tenure in found if tenure.office == office):
            writer = scribe.of(tenure.declared_by)
            who = [scribe.link(tenure.person.id)] if tenure.person else elements.text(tenure.name)
            if tenure.title and tenure.title.lower() != office.lower():
                who += [nodes.Text(f", {tenure.title}")]
            when = axis.cell((tenure.start, tenure.end), tenure.grade, "dates unknown")
            evidence = writer.note_and_sources(tenure.item)
            rows.append([who, when, evidence, elements.by_grade(tenure.grade)])
        label = nodes.strong("", phrases.capitalized(office))
        parts.append(elements.para(label, classes=[classes.LABEL]))
        if (earlier := len(rows) - _LATEST) > 2:
            parts.append(folded(f"{earlier} earlier holders", _holders(axis, rows[:earlier])))
            rows = rows[earlier:]
        parts.append(_holders(axis, rows))
    return [elements.section("holders", "Holders of its offices", *parts)]


def _holders(axis: spans.Axis, rows: list[list[Inline]]) -> nodes.table:
    # The nodes of a head stand in one table alone.
    head = ("Who", axis.head(), "Evidence", "Grade")
    return elements.table(head, rows, [classes.HOLDERS])


def accounts(scribe: Scribe) -> list[nodes.Node]:
    """
    The versions of each point on which sources differ, side by side, with who tells them.
    """
    by_point: dict[str, list[Inline]] = {}
    for account in scribe.entity.accounts:
        says = [*elements.graded(account.grade), *scribe.inline(account.says)]
        if account.told_by:
            told = [nodes.Text("Told by "), *scribe.links(account.told_by)]
            if account.retold_from:
                told += [nodes.Text(", from "), *scribe.links(account.retold_from)]
            told += scribe.cites(account)
            says += [nodes.Text(" "), nodes.inline("", "", *told, classes=[classes.TOLD])]
        else:
            says += scribe.cites(account)
        by_point.setdefault(account.on, []).append(says)
    items = [
        (phrases.capitalized(point), elements.bullets(versions, [classes.VERSION]))
        for point, versions in by_point.items()
    ]
    if not items:
        return []
    listed = elements.defined(items, [classes.VERSIONS])
    return [elements.section("accounts", "Where sources differ", listed)]


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
    if not rows:
        return []
    table = elements.table(("Dataset", "What it says"), rows, [classes.LISTED])
    listed = folded(phrases.counted(len(rows), "list", "lists"), table)
    return [elements.section("datasets", "In the lists of coups", listed)]


def points(scribe: Scribe) -> list[nodes.Node]:
    """
    The figures of a measure: a chart, and a table that says the same with its evidence.
    """
    measure = _entity(scribe)
    rows: list[list[Inline]] = [
        [
            elements.by_date(point.when),
            elements.Cell(elements.text(phrases.amount(point.low, point.high)), point.low),
            elements.text(point.by or ""),
            scribe.note_and_sources(point),
            elements.by_grade(point.grade),
        ]
        for point in measure.points
    ]
    head = ("When", measure.unit.capitalize(), "Who counted", "Evidence", "Grade")
    table = elements.table(head, rows, [classes.POINTS, classes.DESK])
    drawn = figure_node(figure_of(scribe.catalog, measure.id))
    return [elements.section("figures", "The figures", drawn, desk.tools(), table)]


def chain(scribe: Scribe) -> list[nodes.Node]:
    """
    How a plot went, from what set it off to its end.
    """
    fields = {
        "Trigger": "trigger",
        "Plan": "plan",
        "How it came out": "detection",
        "End": "outcome",
    }
    return _course(scribe, "How it went", fields, _CHAIN)


def purge(scribe: Scribe) -> list[nodes.Node]:
    """
    What was said to justify a purge.
    """
    return _course(scribe, "How it went", {"Pretext": "pretext"})


def theory(scribe: Scribe) -> list[nodes.Node]:
    """
    Who describes a mechanism, and what limits it, side by side.
    """
    fields = {"Evidence": "framework", "Limits": "limits"}
    return _course(scribe, "Evidence and limits", fields, elements.boxes)


def rules(scribe: Scribe) -> list[nodes.Node]:
    """
    What a dataset counts, and what it holds for North Korea.
    """
    fields = {"What it counts": "counts", "North Korea in it": "north_korea"}
    return _course(scribe, "What it holds", fields)


def argument(scribe: Scribe) -> list[nodes.Node]:
    """
    What an explanation predicts, what is seen, and what speaks against it.
    """
    fields = {
        "If it is right, we should see": "predicts",
        "What is seen": "observed",
        "What speaks against it": "against",
    }
    return _course(scribe, "The argument", fields)


def _course(
    scribe: Scribe,
    title: str,
    fields: dict[str, str],
    form: Callable[[Labelled], nodes.Node] = _COURSE,
) -> list[nodes.Node]:
    """
    A section with the texts of some fields by their labels; nothing if none says anything.
    """
    items = [
        (label, elements.para(*scribe.inline(text)))
        for label, field in fields.items()
        if (text := getattr(scribe.entity, field))
    ]
    if not items:
        return []
    return [elements.section("course", title, form(items))]


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
