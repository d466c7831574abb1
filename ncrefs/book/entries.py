"""
A record -> docutils nodes: what its page, or its entry on a page, shows.
"""

from collections.abc import Iterable
from typing import Any

from docutils import nodes

from ncrefs import __version__, relations
from ncrefs.book import citing, kit
from ncrefs.book.cards import CARDS
from ncrefs.book.domain import citation, title_of, xref
from ncrefs.book.kit import Inline
from ncrefs.book.prose import Prose
from ncrefs.catalog import Catalog, Related
from ncrefs.model import (
    Actor,
    Claim,
    Entity,
    Event,
    Kin,
    Mechanism,
    MechanismRole,
    Person,
    Plot,
    Post,
    Tie,
)
from ncrefs.vocabulary import MARRIAGES

_BOOK = "Why has North Korea never had a successful military coup?"
_CLAIMS = "What the article claims"


class Entry:
    """
    Builds the parts of one record's page.

    Args:
        entity: The record.
        catalog: The catalog it is from.
        prose: Renders its texts.
    """

    def __init__(self, entity: Entity, catalog: Catalog, prose: Prose) -> None:
        self.entity = entity
        self.catalog = catalog
        self.prose = prose
        self.origin = catalog.origins[entity.id]

    def page(self) -> list[nodes.Node]:
        """
        Everything below the title of a record's own page.
        """
        return [
            self.lead(),
            *self.names(),
            self.card(),
            *self.body(),
            *self.course(),
            *self.accounts(),
            *self.posts(),
            *self.mechanisms(),
            *self.datasets(),
            *self.ties(),
            *self.claims(),
            *self.mentions(),
            self.sources(),
            self.cite_this(),
        ]

    def names(self) -> list[nodes.Node]:
        """
        The name in other scripts and its other spellings.
        """
        k = self.entity.korean
        forms: list[Inline] = []
        if k:
            forms.append([kit.korean(k.hangul)])
            if k.hanja:
                forms.append([kit.korean(k.hanja)])
            for label, value in (("RR", k.rr), ("MR", k.mr)):
                if value:
                    forms.append([nodes.emphasis("", value), nodes.Text(f" ({label})")])
        lines = [kit.para(*kit.join(forms, " · "), classes=["nc-names"])] if forms else []
        if self.entity.aliases:
            also = f"Also: {'; '.join(self.entity.aliases)}"
            lines.append(kit.para(nodes.Text(also), classes=["nc-aliases"]))
        return list(lines)

    def lead(self) -> nodes.paragraph:
        """
        The summary with the grade.
        """
        grade = getattr(self.entity, "grade", None)
        tail = [nodes.Text(" "), *kit.badge(grade, explained=True)] if grade else []
        return kit.para(nodes.Text(self.entity.summary), *tail, classes=["nc-lead"])

    def body(self) -> list[nodes.Node]:
        """
        The record's prose.
        """
        if not self.entity.text:
            return []
        return self.prose.blocks(self.entity.text, self.origin, self.origin.body)

    def card(self) -> nodes.field_list:
        """
        The facts of the record's kind.
        """
        rows = CARDS[type(self.entity)](self, self.entity)
        if self.entity.wikidata:
            uri = f"https://www.wikidata.org/wiki/{self.entity.wikidata}"
            link = nodes.reference("", self.entity.wikidata, refuri=uri, internal=False)
            rows.append(("Wikidata", [[link]]))
        rows.append(("Record", [[nodes.literal("", self.entity.id)]]))
        return kit.facts(rows)

    def course(self) -> list[nodes.section]:
        """
        What the record says field by field: how a plot went, what limits a mechanism.
        """
        wanted = (
            ("trigger", "Trigger"),
            ("pretext", "Pretext"),
            ("plan", "Plan"),
            ("detection", "How it came out"),
            ("outcome", "Outcome"),
            ("framework", "Described by"),
            ("limits", "Limits"),
        )
        items = [
            (label, kit.para(*self.inline(getattr(self.entity, name), name)))
            for name, label in wanted
            if getattr(self.entity, name, None)
        ]
        if not items:
            return []
        title = "Theory and limits" if isinstance(self.entity, Mechanism) else "How it went"
        return [kit.section("course", title, kit.defined(items, ["nc-course"]))]

    def datasets(self) -> list[nodes.section]:
        """
        What the published coup datasets say of a plot.
        """
        if not isinstance(self.entity, Plot) or not self.entity.datasets:
            return []
        rows = [
            [kit.text(d.dataset), [*self.inline(d.says, f"datasets[{i}].says"), *self.cites(d)]]
            for i, d in enumerate(self.entity.datasets)
        ]
        table = kit.table(("Dataset", "What it says"), rows)
        return [kit.section("datasets", "In the coup datasets", table)]

    def posts(self) -> list[nodes.section]:
        """
        The posts of a person, in the order of the record.
        """
        if not isinstance(self.entity, Person) or not self.entity.posts:
            return []
        rows = []
        for index, post in enumerate(self.entity.posts):
            title = kit.text(post.title)
            if post.of:
                title += [nodes.Text(", "), *self.links([post.of])]
            remark = self.note(post, f"posts[{index}]")
            rows.append(
                [title, kit.text(kit.span(post.start, post.end)), [*remark, *self.evidence(post)]]
            )
        table = kit.table(("Post", "When", "Evidence"), rows, ["nc-posts"])
        return [kit.section("posts", "Posts", table)]

    def accounts(self) -> list[nodes.section]:
        """
        The versions of each point on which sources differ.
        """
        rows = []
        previous = ""
        for index, account in enumerate(self.entity.accounts):
            says = self.inline(account.says, f"accounts[{index}].says")
            point = kit.text(account.on if account.on != previous else "")
            rows.append([point, [*says, *self.cites(account)], kit.badge(account.grade)])
            previous = account.on
        if not rows:
            return []
        table = kit.table(("On", "Version", "Grade"), rows, ["nc-accounts"])
        return [kit.section("accounts", "Where sources differ", table)]

    def mechanisms(self) -> list[nodes.section]:
        """
        Which mechanisms acted, failed, or were never tested.
        """
        if not isinstance(self.entity, Event) or not self.entity.mechanisms:
            return []
        rows: list[list[Inline]] = [
            [
                [xref(self.catalog.records[role.mechanism])],
                kit.text(role.mark),
                [*self.inline(role.how, f"mechanisms[{i}].how"), *self.cites(role)],
                kit.badge(role.grade),
            ]
            for i, role in enumerate(self.entity.mechanisms)
        ]
        title = "What stopped it" if isinstance(self.entity, Plot) else "Mechanisms at work"
        table = kit.table(("Mechanism", "Part", "How", "Grade"), rows, ["nc-mechanisms"])
        return [kit.section("mechanisms", title, table)]

    def ties(self) -> list[nodes.section]:
        """
        The relations from both ends, under one heading for each label.

        Their links say nothing more when pointed at: of a long list that would be half.
        """
        groups: dict[str, list[Inline]] = {}
        if isinstance(self.entity, Event) and self.entity.actors:
            groups["Who took part"] = self._actors(self.entity)
        for tie in self.catalog.related(self.entity):
            # The record's own fields stand in the card or in sections of their own.
            shown = not tie.reverse and not isinstance(tie.item, Tie | Kin)
            if not shown and tie.label != _CLAIMS:
                groups.setdefault(tie.label, []).append(self._tie(tie))
        if not groups:
            return []
        items = [(label, kit.bullets(lines)) for label, lines in groups.items()]
        return [kit.section("relations", "Relations", kit.defined(items, ["nc-ties"]))]

    def _actors(self, event: Event) -> list[Inline]:
        """
        Everybody who took part, with a record or without, in the record's order.
        """
        lines: list[Inline] = []
        for index, actor in enumerate(event.actors):
            who = (
                [xref(self.catalog.records[actor.who])] if actor.who else kit.text(actor.name or "")
            )
            remark = self.note(actor, f"actors[{index}]")
            lines.append([*who, nodes.Text(f": {actor.role}. "), *remark, *self.evidence(actor)])
        return lines

    def _tie(self, tie: Related) -> list[nodes.Node]:
        link: list[nodes.Node] = [xref(tie.entity, hint="")]
        item = tie.item
        if isinstance(tie.entity, Event):
            link += kit.text(f", {tie.entity.when.words}")
        match item:
            case Kin():
                detail = kit.text(f": {relations.kin_word(item, reverse=tie.reverse)}")
            case Post():
                span = kit.span(item.start, item.end)
                detail = kit.text(f": {item.title}" + (f", {span}" if span else ""))
            case Tie():
                span = kit.span(item.start, item.end)
                detail = kit.text(f", {span}") if span else []
            case Actor():
                detail = kit.text(f": {item.role}")
            case MechanismRole():
                how = self._foreign(tie, item.how)
                detail = [nodes.Text(f" ({item.mark}): "), *how]
            case _:
                return link
        remark = getattr(item, "note", None)
        # "Younger brother of his mother" holds from one end only, "married in 1972" from both.
        one_way = isinstance(item, Kin) and item.relation not in MARRIAGES
        if remark and not (one_way and tie.reverse):
            detail += [nodes.Text(". "), *self._foreign(tie, remark)]
        return [*link, *detail, *self.evidence(item, hint="")]

    def _foreign(self, tie: Related, value: str) -> list[nodes.Node]:
        """
        A text of the record at the declaring end.
        """
        owner = tie.entity if tie.reverse else self.entity
        return self.prose.inline(value, self.catalog.origins[owner.id], "")

    def claims(self) -> list[nodes.section]:
        """
        What the article claims about the record, and whether it holds.
        """
        about = [tie.entity for tie in self.catalog.related(self.entity) if tie.label == _CLAIMS]
        items: list[Inline] = [
            [
                xref(claim, hint=""),
                nodes.Text(f": {claim.statement} "),
                *kit.badge(claim.verdict),
                nodes.Text(f" {claim.summary}"),
            ]
            for claim in about
            if isinstance(claim, Claim)
        ]
        if not items:
            return []
        return [kit.section("claims", _CLAIMS, kit.bullets(items, ["nc-claims"]))]

    def mentions(self) -> list[nodes.section]:
        """
        Records that link here in their prose and are not related otherwise.
        """
        known = {tie.entity.id for tie in self.catalog.related(self.entity)}
        others = [
            other
            for other in self.catalog.mentioned_in(self.entity.id)
            if other.id not in known and other.id != self.entity.id
        ]
        if not others:
            return []
        links = kit.join([[xref(other, hint="")] for other in others], " · ")
        return [kit.section("mentions", "Mentioned in", kit.para(*links))]

    def sources(self) -> nodes.section:
        """
        The record's sources in full, where its citations lead.
        """
        listed = nodes.bullet_list(classes=["nc-sources"])
        for key in citing.cited(self.entity.id, self.catalog):
            source = self.catalog.sources[key]
            tier = nodes.inline("", source.tier, classes=["nc-tier"])
            label: list[nodes.Node] = [xref(source, hint=""), nodes.Text(" "), tier]
            line = kit.para(*label, nodes.Text(" "), *citing.reference(source))
            listed += nodes.list_item("", line, ids=[citing.anchor(key)])
        return kit.section("sources", "Sources", listed)

    def cite_this(self) -> nodes.section:
        """
        How to cite the page: as text and as BibTeX.
        """
        title = title_of(self.entity, self.catalog)
        plain = f"“{title}”. In: {_BOOK} ncrefs {__version__}, record {self.entity.id}."
        fields = {
            "title": title,
            "howpublished": f"{_BOOK} ncrefs {__version__}",
            "note": f"Record {self.entity.id}",
        }
        code = citing.bibtex(f"ncrefs-{self.entity.id}", fields)
        block = nodes.literal_block(code, code, language="bibtex")
        return kit.section("cite", "Cite this page", kit.para(nodes.Text(plain)), block)

    # Pieces shared by the parts above.

    def note(self, item: Any, field: str) -> list[nodes.Node]:
        """
        The note of a nested value, if it has one.
        """
        return self.inline(item.note, f"{field}.note") if item.note else []

    def inline(self, value: str, field: str) -> list[nodes.Node]:
        """
        One paragraph of MyST that stands in a field.
        """
        return self.prose.inline(value, self.origin, field)

    def cites(self, item: Any, hint: str | None = None) -> list[nodes.Node]:
        """
        The sources of a nested value, in brackets.
        """
        if not item.sources:
            return []
        cites = nodes.inline(
            "", "", *citation(item.sources, self.catalog, hint), classes=["nc-cites"]
        )
        return [nodes.Text(" "), cites]

    def evidence(self, item: Any, hint: str | None = None) -> list[nodes.Node]:
        """
        The sources and grade of a nested value.
        """
        grade = getattr(item, "grade", None)
        return [*self.cites(item, hint), *([nodes.Text(" "), *kit.badge(grade)] if grade else [])]

    def links(self, ids: Iterable[str]) -> list[nodes.Node]:
        """
        Links to records, with commas.
        """
        return kit.join([[xref(self.catalog.records[id_])] for id_ in ids])

    def statements(self, name: str) -> list[Inline]:
        """
        Dated statements: the preferred one first, each with its evidence.
        """
        lines: list[Inline] = []
        for index, statement in enumerate(getattr(self.entity, name)):
            line: list[nodes.Node] = [nodes.Text("or " if lines else ""), kit.when(statement.value)]
            if statement.where:
                line += [nodes.Text(", "), *self.links([statement.where])]
            remark = self.note(statement, f"{name}[{index}]")
            if remark:
                line += [nodes.Text(". "), *remark]
            lines.append([*line, *self.evidence(statement)])
        return lines

    def estimates(self, name: str) -> list[Inline]:
        """
        Figures with who counted.
        """
        lines: list[Inline] = []
        for index, estimate in enumerate(getattr(self.entity, name)):
            line = kit.text(kit.figure(estimate))
            if estimate.as_of:
                line += kit.text(f" (as of {estimate.as_of.words})")
            remark = self.note(estimate, f"{name}[{index}]")
            if remark:
                line += [nodes.Text(". "), *remark]
            lines.append([*line, *self.evidence(estimate)])
        return lines
