"""
The lists of all records of a kind: a table for each chapter, and how many there are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_args

from docutils import nodes

from ncrefs import korean
from ncrefs.book import addresses, classes, phrases
from ncrefs.book.content import desk, elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import xref
from ncrefs.catalog import Catalog
from ncrefs.countries import COUNTRIES
from ncrefs.dates import Date
from ncrefs.docstrings import docstring
from ncrefs.kinds import KINDS, SOURCES, Kind
from ncrefs.model import (
    Dataset,
    DatedStatement,
    Entity,
    Event,
    Explanation,
    Measure,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Point,
    Purge,
)
from ncrefs.vocabulary import Grade, MechanismCategory


def class_text(kind: Kind) -> nodes.paragraph:
    """
    The docstring of a kind's class, which opens its chapter.
    """
    return elements.para(nodes.Text(docstring(kind.cls)), classes=[classes.OPENING])


def chapter(kind: Kind, catalog: Catalog) -> list[nodes.Node]:
    """
    A table of all records of a kind, with the columns that tell them apart.

    Events stand in the order of time, mechanisms by category, all others by title. Cases in
    other countries have a table of their own, below.
    """
    found = _ordered(catalog.records.kind(kind.plural))
    home = [entity for entity in found if not _is_elsewhere(entity)]
    elsewhere = [entity for entity in found if _is_elsewhere(entity)]
    parts: list[nodes.Node] = [class_text(kind), desk.tools()]
    if kind.cls is Mechanism:
        for category in get_args(MechanismCategory):
            group = [entity for entity in home if getattr(entity, "category", "") == category]
            if group:
                title = phrases.capitalized(category)
                anchor = category.replace(",", "").replace(" ", "-")
                parts.append(elements.section(anchor, title, _table(kind, group, catalog)))
    else:
        parts.append(_table(kind, home, catalog))
    if elsewhere:
        table = _table(kind, elsewhere, catalog)
        parts.append(elements.section("elsewhere", "In other countries, for comparison", table))
    return parts


def _ordered(found: Iterable[Entity]) -> list[Entity]:
    """
    By title, but what has a date stays in the order of time.
    """
    listed = list(found)
    if listed and isinstance(listed[0], Event):
        return listed
    return sorted(listed, key=lambda entity: (korean.fold(entity.name), entity.id))


def _is_elsewhere(entity: Entity) -> bool:
    return isinstance(entity, Plot) and entity.country is not None


def _table(kind: Kind, found: Sequence[Entity], catalog: Catalog) -> nodes.table:
    head, row = _COLUMNS.get(kind.cls, _DEFAULT)
    rows = [
        [
            elements.Cell(
                [*_heading(entity), *_stopped_by(entity, catalog)], korean.fold(entity.name)
            ),
            *row(entity, catalog),
        ]
        for entity in found
    ]
    names = [classes.CHAPTER, classes.DESK, classes.of_kind(kind.plural)]
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
    acted = dict.fromkeys(r.mechanism for r in entity.mechanisms if r.mark == "acted")
    links = [[xref(catalog.records[id_], hint="")] for id_ in acted]
    line = elements.para(
        nodes.Text("Stopped by: "), *elements.join(links), classes=[classes.SUMMARY]
    )
    return [line] if links else []


def _person(person: Person, _: Catalog) -> list[Inline]:
    return [_years(person.born, person.died), elements.graded_fate(person.fate)]


def _years(begun: Sequence[DatedStatement], ended: Sequence[DatedStatement]) -> Inline:
    """
    First and last year in a cell, which sorts by the first, or by the last if that is all.
    """
    start, end = (known[0].value if known else None for known in (begun, ended))
    return desk.by_span(elements.text(_life(begun, ended)), start, end)


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
    years = _years(organization.founded, organization.dissolved)
    return [elements.text(organization.form), years]


def _place(place: Place, _: Catalog) -> list[Inline]:
    return [elements.text(COUNTRIES[place.country]), elements.text(place.province or "")]


def _dated(event: Event, _: Catalog) -> list[Inline]:
    return [elements.by_date(event.when), elements.by_grade(event.grade)]


def _plot(plot: Plot, _: Catalog) -> list[Inline]:
    where = [COUNTRIES[plot.country]] if plot.country else []
    form = ", ".join([plot.form, *where])
    return [elements.by_date(plot.when), elements.text(form), elements.by_grade(plot.grade)]


def _purge(purge: Purge, _: Catalog) -> list[Inline]:
    figures = [
        elements.para(nodes.Text(f"{phrases.figure(estimate)} "), *elements.badge(estimate.grade))
        for estimate in purge.victims
    ]
    most = max((estimate.high or estimate.low for estimate in purge.victims), default=None)
    victims: Inline = elements.Cell(figures, most) if most is not None else []
    return [elements.by_date(purge.when), elements.by_grade(purge.grade), victims]


def _event(event: Event, _: Catalog) -> list[Inline]:
    theme = elements.text(event.theme or "")
    return [elements.by_date(event.when), theme, elements.by_grade(event.grade)]


def _mechanism(mechanism: Mechanism, catalog: Catalog) -> list[Inline]:
    seen = sum(related.field == "mechanisms" for related in catalog.related(mechanism))
    return [elements.by_grade(mechanism.grade), elements.text(str(seen) if seen else "")]


def _measure(measure: Measure, _: Catalog) -> list[Inline]:
    first = min(measure.points, key=lambda point: point.when).when
    last = max((point.when for point in measure.points), key=_end)
    years = dict.fromkeys((first.year_words, last.end.year_words if last.end else ""))
    latest = [point for point in measure.points if point.when == last]
    figures = [_figure(point, measure.unit) for point in latest]
    return [
        desk.by_span(elements.text("–".join(years)), first, last),
        elements.Cell(figures, latest[0].low),
    ]


def _end(when: Date) -> tuple[dt.date, dt.date]:
    return when.latest, when.earliest


def _figure(point: Point, unit: str) -> nodes.paragraph:
    """
    How many by whose count, and when.
    """
    counted = f" ({point.by})" if point.by else ""
    said = f"{phrases.measured(point.low, point.high, unit)}{counted}, {point.when.words} "
    return elements.para(nodes.Text(said), *elements.badge(point.grade))


def _dataset(dataset: Dataset, _: Catalog) -> list[Inline]:
    return [elements.text(dataset.publisher), elements.by_date(dataset.coverage)]


def _explanation(explanation: Explanation, _: Catalog) -> list[Inline]:
    return [elements.by_weight(explanation.weight)]


def _other(entity: Entity, _: Catalog) -> list[Inline]:
    return [elements.by_grade(getattr(entity, "grade", None))]


Columns = tuple[tuple[str, ...], Callable[[Any, Catalog], list[Inline]]]
#: Beside the column of names: the headings, and what stands below them.
_COLUMNS: dict[type, Columns] = {
    Person: (("Life", "Fate"), _person),
    Organization: (("Form", "Years"), _organization),
    Place: (("Country", "Province"), _place),
    Plot: (("Date", "Form", "Grade"), _plot),
    Purge: (("Date", "Grade", "Victims"), _purge),
    Event: (("Date", "Theme", "Grade"), _event),
    Mechanism: (("Grade", "Episodes"), _mechanism),
    Measure: (("Years", "Latest figure"), _measure),
    Dataset: (("Publisher", "Covers"), _dataset),
    Explanation: (("Weight",), _explanation),
}
_DEFAULT: Columns = (("Grade",), _other)
_COLUMNS |= {
    kind.cls: (("Date", "Grade"), _dated)
    for kind in KINDS.values()
    if issubclass(kind.cls, Event) and kind.cls not in _COLUMNS
}


def figures(catalog: Catalog) -> list[nodes.Node]:
    """
    How much the book holds, by kind, with links to the chapters.
    """
    items: list[Inline] = []
    for kind in (*KINDS.values(), SOURCES):
        count = len(catalog.sources if kind is SOURCES else catalog.records.kind(kind.plural))
        word = kind.singular if count == 1 else kind.plural
        link = elements.chapter_link(addresses.chapter(kind), word)
        items.append([nodes.strong("", phrases.number(count)), nodes.Text(" "), link])
    return [elements.bullets(items, [classes.FIGURES])]
