"""
The kinds whose records are entries on one page: claims of the article, questions.
"""

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.lists import class_text
from ncrefs.book.content.prose import Prose
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS
from ncrefs.model import Claim, Question
from ncrefs.vocabulary import ARTICLE_SECTIONS, QUESTION_THEMES, QuestionTheme, Verdict


def article(catalog: Catalog, prose: Prose) -> list[nodes.Node]:
    """
    The claims of the article in its order, with totals by verdict.
    """
    claims = list(catalog.claims)
    counts = {verdict: sum(c.verdict is verdict for c in claims) for verdict in Verdict}
    rows = [
        [elements.badge(verdict), elements.text(str(count)), elements.text(verdict.meaning)]
        for verdict, count in counts.items()
    ]
    table = elements.table(("Verdict", "Claims", "Meaning"), rows, [classes.TOTALS])
    # A script fills it; without scripts it stays empty.
    choices = nodes.container(classes=[classes.FILTER, "pst-js-only"])
    parts: list[nodes.Node] = [class_text(KINDS["claims"]), table, choices]
    for number, title in ARTICLE_SECTIONS.items():
        entries = nodes.definition_list(classes=[classes.AUDIT])
        entries += [_claim(c, catalog, prose) for c in claims if c.section == number]
        if entries.children:
            parts.append(elements.section(f"article-{number}", title, entries))
    return parts


def _claim(claim: Claim, catalog: Catalog, prose: Prose) -> nodes.definition_list_item:
    scribe = Scribe(claim, catalog, prose)
    title = nodes.Text(f"Claim {claim.number} ")
    term = nodes.term(
        "", "", title, *elements.badge(claim.verdict), ids=[claim.id, *claim.renamed_from]
    )
    grade: Inline = [nodes.Text(" Evidence: "), *elements.badge(claim.grade)] if claim.grade else []
    definition = nodes.definition(
        "",
        elements.para(nodes.Text(claim.statement), classes=[classes.STATEMENT]),
        elements.para(nodes.Text(claim.summary), *grade, classes=[classes.FINDING]),
        *scribe.body(),
        *_about(scribe, claim),
    )
    return nodes.definition_list_item("", term, definition)


def questions(catalog: Catalog, prose: Prose) -> list[nodes.Node]:
    """
    The questions by theme, each with its shortest honest answer, then what it rests on.
    """
    themes: list[tuple[QuestionTheme | None, str]] = [
        *QUESTION_THEMES.items(),
        (None, "Other questions"),
    ]
    parts: list[nodes.Node] = []
    ways: list[nodes.Node] = []
    for theme, title in themes:
        entries = nodes.definition_list(classes=[classes.QUESTIONS])
        entries += [_question(q, catalog, prose) for q in catalog.questions if q.theme == theme]
        if entries.children:
            anchor = f"theme-{(theme or 'other').replace(' ', '-')}"
            ways.append(elements.anchor_link(anchor, title))
            parts.append(elements.section(anchor, title, entries))
    return [class_text(KINDS["questions"]), *([elements.ways(ways)] if ways else []), *parts]


def _question(question: Question, catalog: Catalog, prose: Prose) -> nodes.definition_list_item:
    scribe = Scribe(question, catalog, prose)
    grade = [nodes.Text(" "), *elements.answered(question.grade)]
    definition = nodes.definition(
        "",
        elements.para(nodes.Text(question.summary), *grade, classes=[classes.FINDING]),
        *scribe.body(),
        *_about(scribe, question),
    )
    term = nodes.term("", typeset(question.name), ids=[question.id, *question.renamed_from])
    return nodes.definition_list_item("", term, definition)


def _about(scribe: Scribe, entry: Claim | Question) -> list[nodes.Node]:
    """
    The records that an entry is about, and its sources, a line each.
    """
    links = scribe.links(entry.about)
    about = elements.para(nodes.Text("About: "), *links, classes=[classes.ABOUT])
    return [*([about] if links else []), *scribe.sources()]
