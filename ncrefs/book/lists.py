"""
The pages that show many records: chapters, events, glossary, article, bibliography,
timeline, names, figures.
"""

import datetime as dt
import inspect
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from docutils import nodes

from ncrefs import korean
from ncrefs.book import addresses, kit
from ncrefs.book.addresses import SINGULAR
from ncrefs.book.domain import SCALES, xref
from ncrefs.book.entries import Entry
from ncrefs.book.kit import Inline
from ncrefs.book.prose import Prose
from ncrefs.catalog import Catalog, kind_of
from ncrefs.model import (
    KINDS,
    Entity,
    Event,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Source,
    DatedStatement,
    Succession,
)
from ncrefs.vocabulary import ARTICLE_SECTIONS, Grade, Verdict


def class_text(kind: str) -> nodes.paragraph:
    """
    The docstring of a kind's class, which opens its chapter.
    """
    cls = Source if kind == "sources" else KINDS[kind]
    doc = " ".join((inspect.getdoc(cls) or "").split())
    return kit.para(nodes.Text(doc), classes=["nc-opening"])


def chapter(kind: str, catalog: Catalog) -> list[nodes.Node]:
    """
    A table of all records of a kind, with the columns that tell them apart.
    """
    head, row = _COLUMNS[kind]
    rows = [
        [[*_heading(entity), *_stopped_by(entity, catalog)], *row(entity, catalog)]
        for entity in catalog.records.kind(kind)
    ]
    return [class_text(kind), kit.table(head, rows, ["nc-chapter", f"nc-{kind}"])]


def _heading(entity: Entity) -> list[nodes.Node]:
    """
    The name of a record, in Hangul too, and the record in a sentence.
    """
    name: list[nodes.Node] = [xref(entity, hint="")]
    if entity.korean:
        name += [nodes.Text(" "), kit.korean(entity.korean.hangul)]
    return [kit.para(*name), kit.para(nodes.Text(entity.summary), classes=["nc-summary"])]


def _stopped_by(entity: Entity, catalog: Catalog) -> list[nodes.Node]:
    if not isinstance(entity, Plot):
        return []
    links = [
        [xref(catalog.records[role.mechanism], hint="")]
        for role in entity.mechanisms
        if role.mark == "acted"
    ]
    line = kit.para(nodes.Text("Stopped by: "), *kit.join(links), classes=["nc-summary"])
    return [line] if links else []


def _person(person: Person, _: Catalog) -> list[Inline]:
    fate = person.fate
    return [
        kit.text(_life(person.born, person.died)),
        [nodes.Text(f"{fate.what} "), *kit.badge(fate.grade)] if fate else [],
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
    year = date.edtf[:4].replace("X", "·")
    doubtful = "?" in date.edtf or grade in (Grade.ALLEGED, Grade.DISPUTED)
    return f"{'c. ' * ('~' in date.edtf)}{year}{'?' * doubtful}"


def _organization(organization: Organization, _: Catalog) -> list[Inline]:
    years = _life(organization.founded, organization.dissolved)
    return [kit.text(organization.form), kit.text(years)]


def _place(place: Place, _: Catalog) -> list[Inline]:
    return [kit.text(place.province or place.country)]


def _plot(plot: Plot, _: Catalog) -> list[Inline]:
    return [[kit.when(plot.when)], kit.text(plot.form), kit.badge(plot.grade)]


def _purge(purge: Purge, _: Catalog) -> list[Inline]:
    victims = "; ".join(kit.figure(estimate) for estimate in purge.victims[:2])
    return [
        [kit.when(purge.when)],
        kit.badge(purge.grade),
        kit.text(victims),
    ]


def _succession(succession: Succession, _: Catalog) -> list[Inline]:
    return [
        [kit.when(succession.when)],
        kit.badge(succession.grade),
    ]


def _event(event: Event, _: Catalog) -> list[Inline]:
    return [
        [kit.when(event.when)],
        kit.text(event.theme or ""),
        kit.badge(event.grade),
    ]


def _mechanism(mechanism: Mechanism, catalog: Catalog) -> list[Inline]:
    seen = sum(tie.label == "Seen in" for tie in catalog.related(mechanism))
    return [
        kit.text(mechanism.category),
        kit.badge(mechanism.grade),
        kit.text(str(seen) if seen else ""),
    ]


_COLUMNS: dict[str, tuple[tuple[str, ...], Callable[..., list[Inline]]]] = {
    "people": (("Person", "Life", "Fate"), _person),
    "organizations": (("Organization", "Form", "Years"), _organization),
    "places": (("Place", "Where"), _place),
    "plots": (("Plot", "Date", "Form", "Grade"), _plot),
    "purges": (("Purge", "Date", "Grade", "Victims"), _purge),
    "successions": (("Succession", "Date", "Grade"), _succession),
    "events": (("Event", "Date", "Theme", "Grade"), _event),
    "mechanisms": (("Mechanism", "Category", "Grade", "Episodes"), _mechanism),
}


def by_decade(found: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """
    Events under "1950s", by their earliest day; one with an open start by its latest.
    """
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in found:
        when = event.when
        day = when.latest if when.earliest == dt.date.min else when.earliest
        groups[f"{day.year // 10}0s"].append(event)
    return sorted(groups.items())


def timeline(catalog: Catalog) -> list[nodes.Node]:
    """
    Every dated record in order, by decade; each has the anchor "t-" and its id.
    """
    decades = by_decade(catalog.timeline)
    parts: list[nodes.Node] = [_decades(decade for decade, _ in decades)]
    for decade, group in decades:
        rows = [
            [
                [kit.when(event.when)],
                [xref(event, hint=""), nodes.Text(f" {event.summary}\u00a0"), _permalink(event)],
                kit.text(SINGULAR[kind_of(event)]),
                kit.badge(event.grade),
            ]
            for event in group
        ]
        table = kit.table(("Date", "What happened", "Kind", "Grade"), rows, ["nc-timeline"])
        _, *body = table.findall(nodes.row)
        for row, event in zip(body, group, strict=True):
            row["ids"] = [f"t-{event.id}"]
        parts.append(kit.section(f"timeline-{decade}", decade, table))
    return parts


def _decades(decades: Iterable[str]) -> nodes.raw:
    """
    Ways to each decade, for a page: print has a table of contents.
    """
    links = " ".join(f'<a href="#timeline-{decade}">{decade}</a>' for decade in decades)
    html = f'<nav class="nc-decades" aria-label="Decades">{links}</nav>'
    return nodes.raw("", html, format="html")


def _permalink(event: Event) -> nodes.raw:
    """
    A link to the place of an entry, to be copied.
    """
    html = f'<a class="nc-permalink" href="#t-{event.id}" title="Link to this entry">#</a>'
    return nodes.raw("", html, format="html")


def article(catalog: Catalog, prose: Prose) -> list[nodes.Node]:
    """
    The claims of the article in its order, with totals by verdict.
    """
    claims = list(catalog.claims)
    counts = {verdict: sum(c.verdict is verdict for c in claims) for verdict in Verdict}
    rows = [
        [kit.badge(verdict), kit.text(str(count)), kit.text(verdict.meaning)]
        for verdict, count in counts.items()
    ]
    table = kit.table(("Verdict", "Claims", "Meaning"), rows, ["nc-totals"])
    # `tables.js` fills it; without scripts it stays empty.
    choices = nodes.container(classes=["nc-filter", "pst-js-only"])
    parts: list[nodes.Node] = [class_text("claims"), table, choices]
    for number, title in ARTICLE_SECTIONS.items():
        entries = nodes.definition_list(classes=["nc-audit"])
        for claim in claims:
            if claim.section != number:
                continue
            entry = Entry(claim, catalog, prose)
            term = nodes.term(
                "",
                "",
                nodes.Text(f"Claim {claim.number} "),
                *kit.badge(claim.verdict),
                ids=[claim.id],
            )
            grade: Inline = (
                [nodes.Text(" Evidence: "), *kit.badge(claim.grade)] if claim.grade else []
            )
            about: Inline = (
                [nodes.Text("About: "), *entry.links(claim.about)] if claim.about else []
            )
            definition = nodes.definition(
                "",
                kit.para(nodes.Text(claim.statement), classes=["nc-statement"]),
                kit.para(nodes.Text(claim.summary), *grade, classes=["nc-finding"]),
                *entry.body(),
                kit.para(*about, *entry.cites(claim), classes=["nc-about"]),
            )
            entries += nodes.definition_list_item("", term, definition)
        if entries.children:
            parts.append(kit.section(f"article-{number}", title, entries))
    return parts


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
        if kind_of(entity) == "claims":
            continue
        for spelling in catalog.spellings(entity):
            folded = korean.fold(spelling)
            first = folded[:1].upper()
            letter = first if first.isalpha() else "0–9"
            scripts[korean.script(spelling)][letter].append((spelling, entity))
    parts: list[nodes.Node] = []
    for script, letters in scripts.items():
        section = kit.section(f"names-{script.lower()}", script)
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
            section += kit.bullets(items, ["nc-names-list"])
        parts.append(section)
    return parts


#: What a mechanism did in an episode, as a sign in the matrix.
MARKS = {"acted": "+", "failed": "−", "unproven": "?"}


def matrix(catalog: Catalog, episodes: Sequence[Event]) -> list[nodes.Node]:
    """
    Mechanisms by episodes: each cell leads to what is said of it, and by whom.
    """
    cells: dict[str, dict[str, Inline]] = defaultdict(dict)
    for event in episodes:
        for role in event.mechanisms:
            link = xref(event, MARKS[role.mark], f"{role.mark}: {plain(role.how)}")
            link["nc_anchor"] = "mechanisms"
            link["classes"] = ["nc-mark", f"nc-mark-{role.mark}"]
            cells[role.mechanism].setdefault(event.id, [])
            cells[role.mechanism][event.id] = [*cells[role.mechanism][event.id], link]
    numbers = [str(index + 1) for index in range(len(episodes))]
    rows = [
        [[xref(mechanism)], *(cells[mechanism.id].get(event.id, []) for event in episodes)]
        for mechanism in catalog.mechanisms
        if mechanism.id in cells
    ]
    legend = nodes.enumerated_list(
        "",
        *[
            nodes.list_item("", kit.para(xref(event), nodes.Text(f", {event.when.words}")))
            for event in episodes
        ],
        enumtype="arabic",
        prefix="",
        suffix=".",
    )
    return [legend, kit.table(("Mechanism", *numbers), rows, ["nc-matrix"])]


def plain(text: str) -> str:
    """
    A text without its citations and links.
    """
    bare = re.sub(r"\s*\{cite\}`[^`]*`", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare)


def figures(catalog: Catalog) -> list[nodes.Node]:
    """
    How much the book holds, by kind, with links to the chapters.
    """
    counts = [(kind, len(catalog.records.kind(kind))) for kind in KINDS]
    counts.append(("sources", len(catalog.sources)))
    items: list[Inline] = []
    for kind, count in counts:
        link = kit.chapter_link(addresses.chapter(kind), kind)
        items.append([nodes.strong("", str(count)), nodes.Text(" "), link])
    return [kit.bullets(items, ["nc-figures"])]


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
                nodes.definition("", kit.para(nodes.Text(value.meaning))),
            )
            for value in SCALES[scale]
        ]
        entries = nodes.definition_list("", *items, classes=["nc-scale"])
        parts.append(kit.section(f"{scale}s", title, entries))
    return parts
