"""
The pages that list many records: a chapter's table, the names, the matrices, the figures.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from docutils import nodes

from ncrefs import korean
from ncrefs.book import addresses, classes
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.docstrings import docstring
from ncrefs.book.domain import SCALES, xref
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS, SOURCES, Kind, kind_of
from ncrefs.markup import plain
from ncrefs.model import (
    Dataset,
    DatedStatement,
    Entity,
    Event,
    Measure,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
)
from ncrefs.vocabulary import Grade


def class_text(kind: Kind) -> nodes.paragraph:
    """
    The docstring of a kind's class, which opens its chapter.
    """
    return elements.para(nodes.Text(docstring(kind.cls)), classes=[classes.OPENING])


def chapter(kind: Kind, catalog: Catalog) -> list[nodes.Node]:
    """
    A table of all records of a kind, with the columns that tell them apart.

    Cases in other countries have a table of their own, below.
    """
    found = catalog.records.kind(kind.plural)
    home = [entity for entity in found if not _is_elsewhere(entity)]
    elsewhere = [entity for entity in found if _is_elsewhere(entity)]
    parts: list[nodes.Node] = [class_text(kind), _table(kind, home, catalog)]
    if elsewhere:
        table = _table(kind, elsewhere, catalog)
        parts.append(elements.section("elsewhere", "In other countries, for comparison", table))
    return parts


def _is_elsewhere(entity: Entity) -> bool:
    return isinstance(entity, Plot) and entity.country is not None


def _table(kind: Kind, found: Sequence[Entity], catalog: Catalog) -> nodes.table:
    head, row = _COLUMNS.get(kind.cls, _DEFAULT)
    rows = [
        [[*_heading(entity), *_stopped_by(entity, catalog)], *row(entity, catalog)]
        for entity in found
    ]
    names = [classes.CHAPTER, classes.of_kind(kind.plural)]
    return elements.table((kind.singular.capitalize(), *head), rows, names)


def _heading(entity: Entity) -> list[nodes.Node]:
    """
    The name of a record, in Hangul too, and the record in a sentence.
    """
    name: list[nodes.Node] = [xref(entity, hint="")]
    if entity.korean:
        name += [nodes.Text(" "), elements.korean(entity.korean.hangul)]
    return [
        elements.para(*name),
        elements.para(nodes.Text(entity.summary), classes=[classes.SUMMARY]),
    ]


def _stopped_by(entity: Entity, catalog: Catalog) -> list[nodes.Node]:
    if not isinstance(entity, Plot):
        return []
    links = [
        [xref(catalog.records[role.mechanism], hint="")]
        for role in entity.mechanisms
        if role.mark == "acted"
    ]
    line = elements.para(
        nodes.Text("Stopped by: "), *elements.join(links), classes=[classes.SUMMARY]
    )
    return [line] if links else []


def _person(person: Person, _: Catalog) -> list[Inline]:
    fate = person.fate
    return [
        elements.text(_life(person.born, person.died)),
        [nodes.Text(f"{fate.what} "), *elements.badge(fate.grade)] if fate else [],
    ]


def _life(begun: Sequence[DatedStatement], ended: Sequence[DatedStatement]) -> str:
    first, last = _year(begun), _year(ended)
    return f"{first}–{last}" if first or last else ""


def _year(statements: Sequence[DatedStatement]) -> str:
    """
    The year of the preferred statement, with a mark where it is in doubt.
    """
    if not statements:
        return ""
    date, grade = statements[0].value, statements[0].grade
    uncertain = any(end is not None and end.is_uncertain for end in (date.start, date.end))
    doubtful = uncertain or grade in (Grade.ALLEGED, Grade.DISPUTED)
    return date.year_words + "?" * doubtful


def _organization(organization: Organization, _: Catalog) -> list[Inline]:
    years = _life(organization.founded, organization.dissolved)
    return [elements.text(organization.form), elements.text(years)]


def _place(place: Place, _: Catalog) -> list[Inline]:
    return [elements.text(place.province or place.country)]


def _dated(event: Event, _: Catalog) -> list[Inline]:
    return [[elements.when(event.when)], elements.badge(event.grade)]


def _plot(plot: Plot, _: Catalog) -> list[Inline]:
    return [[elements.when(plot.when)], elements.text(plot.form), elements.badge(plot.grade)]


def _purge(purge: Purge, _: Catalog) -> list[Inline]:
    victims: list[Inline] = [
        [nodes.Text(elements.figure(estimate)), nodes.Text(" "), *elements.badge(estimate.grade)]
        for estimate in purge.victims
    ]
    more = len(victims) - _FIGURES_SHOWN
    shown = [elements.para(*line) for line in victims[:_FIGURES_SHOWN]]
    if more > 0:
        shown.append(elements.para(nodes.Text(f"and {more} more")))
    return [[elements.when(purge.when)], elements.badge(purge.grade), shown]


#: How many figures of a purge its row in a list holds.
_FIGURES_SHOWN = 2


def _event(event: Event, _: Catalog) -> list[Inline]:
    theme = elements.text(event.theme or "")
    return [[elements.when(event.when)], theme, elements.badge(event.grade)]


def _mechanism(mechanism: Mechanism, catalog: Catalog) -> list[Inline]:
    seen = sum(related.field == "mechanisms" for related in catalog.related(mechanism))
    return [
        elements.text(mechanism.category),
        elements.badge(mechanism.grade),
        elements.text(str(seen) if seen else ""),
    ]


def _measure(measure: Measure, _: Catalog) -> list[Inline]:
    first = min(measure.points, key=lambda point: point.when)
    last = max(measure.points, key=lambda point: point.when)
    years = dict.fromkeys((first.when.year_words, last.when.year_words))
    latest = f"{elements.amount(last.low, last.high)} {measure.unit}"
    return [
        elements.text("–".join(years)),
        [nodes.Text(f"{latest} "), *elements.badge(last.grade)],
    ]


def _dataset(dataset: Dataset, _: Catalog) -> list[Inline]:
    return [elements.text(dataset.publisher), [elements.when(dataset.coverage)]]


def _other(entity: Entity, _: Catalog) -> list[Inline]:
    return [elements.badge(getattr(entity, "grade", None))]


Columns = tuple[tuple[str, ...], Callable[[Any, Catalog], list[Inline]]]
#: Beside the column of names: the headings, and what stands below them.
_COLUMNS: dict[type, Columns] = {
    Person: (("Life", "Fate"), _person),
    Organization: (("Form", "Years"), _organization),
    Place: (("Where",), _place),
    Plot: (("Date", "Form", "Grade"), _plot),
    Purge: (("Date", "Grade", "Victims"), _purge),
    Event: (("Date", "Theme", "Grade"), _event),
    Mechanism: (("Category", "Grade", "Episodes"), _mechanism),
    Measure: (("Years", "Latest figure"), _measure),
    Dataset: (("Publisher", "Covers"), _dataset),
}
_DEFAULT: Columns = (("Grade",), _other)
_COLUMNS |= {
    kind.cls: (("Date", "Grade"), _dated)
    for kind in KINDS.values()
    if issubclass(kind.cls, Event) and kind.cls not in _COLUMNS
}


def names(catalog: Catalog) -> list[nodes.Node]:
    """
    Every spelling of every name, by script and first letter.
    """
    scripts: dict[str, dict[str, list[tuple[str, Entity]]]] = {
        "Latin": defaultdict(list),
        "Hangul": defaultdict(list),
        "Hanja": defaultdict(list),
    }
    for entity in catalog.records:
        if not kind_of(entity).is_named:
            continue
        for spelling in catalog.spellings(entity):
            folded = korean.fold(spelling)
            first = folded[:1].upper()
            letter = first if first.isalpha() else "0–9"
            scripts[korean.script(spelling)][letter].append((spelling, entity))
    parts: list[nodes.Node] = []
    for script, letters in scripts.items():
        section = elements.section(f"names-{script.lower()}", script)
        for _, spellings in sorted(letters.items()):
            ordered = sorted(
                spellings, key=lambda pair: (korean.fold(pair[0]), pair[0], pair[1].id)
            )
            items: list[Inline] = [
                [xref(entity, spelling, hint="")]
                if spelling == entity.name
                else [nodes.Text(f"{spelling} → "), xref(entity, hint="")]
                for spelling, entity in ordered
            ]
            listed = elements.bullets(items, [classes.SPELLINGS])
            listed["support_smartquotes"] = False  # names are data
            section += listed
        parts.append(section)
    return parts


#: What a mechanism did in an episode, or a state had, as a sign in a matrix.
MARKS = {"acted": "+", "failed": "−", "unproven": "?", "yes": "+", "in part": "±", "no": "−"}


def matrix(catalog: Catalog, episodes: Sequence[Event]) -> list[nodes.Node]:
    """
    Mechanisms by episodes: each cell leads to what is said of it, and by whom.
    """
    cells: dict[str, dict[str, list[nodes.Node]]] = defaultdict(lambda: defaultdict(list))
    for event in episodes:
        for role in event.mechanisms:
            cells[role.mechanism][event.id].append(
                cell(event, role.mark, plain(role.how), "mechanisms")
            )
    rows: list[tuple[Inline, dict[str, list[nodes.Node]]]] = [
        ([xref(mechanism)], cells[mechanism.id])
        for mechanism in catalog.mechanisms
        if mechanism.id in cells
    ]
    return _matrix("Mechanism", rows, episodes)


def cell(event: Event, mark: str, says: str, anchor: str) -> nodes.Node:
    """
    A sign that leads to the part of a record's page which says what it stands for.
    """
    link = xref(event, MARKS[mark], f"{mark}: {says}" if says else mark)
    link["nc_anchor"] = anchor
    link["classes"] = [classes.MARK, classes.mark_class(mark)]
    return link


def _matrix(
    head: str,
    rows: Sequence[tuple[Inline, dict[str, list[nodes.Node]]]],
    columns: Sequence[Event],
) -> list[nodes.Node]:
    """
    The columns as a numbered legend, and the table.
    """
    legend = nodes.enumerated_list(
        "",
        *[
            nodes.list_item("", elements.para(xref(event), nodes.Text(f", {event.when.words}")))
            for event in columns
        ],
        enumtype="arabic",
        prefix="",
        suffix=".",
    )
    numbers = [str(index + 1) for index in range(len(columns))]
    body = [[label, *(found.get(event.id, []) for event in columns)] for label, found in rows]
    return [legend, elements.table((head, *numbers), body, [classes.MATRIX])]


def figures(catalog: Catalog) -> list[nodes.Node]:
    """
    How much the book holds, by kind, with links to the chapters.
    """
    items: list[Inline] = []
    for kind in (*KINDS.values(), SOURCES):
        count = len(catalog.sources if kind is SOURCES else catalog.records.kind(kind.plural))
        word = kind.singular if count == 1 else kind.plural
        link = elements.chapter_link(addresses.chapter(kind), word)
        items.append([nodes.strong("", str(count)), nodes.Text(" "), link])
    return [elements.bullets(items, [classes.FIGURES])]


def scales() -> list[nodes.Node]:
    """
    The grades and verdicts with their meanings, where badges link to.
    """
    parts: list[nodes.Node] = []
    for scale, title in (("grade", "Grades of evidence"), ("verdict", "Verdicts on claims")):
        items = [
            nodes.definition_list_item(
                "",
                nodes.term("", value.value, ids=[f"{scale}-{value.value}"]),
                nodes.definition("", elements.para(nodes.Text(value.meaning))),
            )
            for value in SCALES[scale]
        ]
        parts.append(elements.section(f"{scale}s", title, nodes.definition_list("", *items)))
    return parts
