"""
The chapters of the answer on the landing page: each with its first sentence and how long one
reads. A document says both while it is read; the landing page is written anew when they change.
"""

import re
from collections.abc import Iterable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ncrefs.book import classes
from ncrefs.book.addresses import is_generated
from ncrefs.book.content import elements
from ncrefs.book.contents import chapters
from ncrefs.book.language import marked
from ncrefs.book.notes import Notes
from ncrefs.problems import suggest

_LOGGER = logging.getLogger(__name__)
#: Words that one reads in a minute.
_PACE = 230
#: By document, its first sentence and how many words it has.
_NOTES: Notes[tuple[str, int]] = Notes("ncrefs_openings")


class chapter_list(nodes.General, nodes.Element):  # noqa: N801  (docutils' way to name nodes)
    """
    Stands where the chapters are listed, until the page is written; `part` is their caption.
    """


class ChaptersDirective(SphinxDirective):
    """
    `nc:chapters`: the chapters of the part of the book that the argument names.
    """

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """
        Mark the place: what stands there is in other documents.
        """
        place = chapter_list("", part=self.arguments[0])
        self.set_source_info(place)
        return [place]


def note(app: Sphinx, doctree: nodes.document) -> None:
    """
    Note how a document written by hand begins and how long it is: `doctree-read`.
    """
    if is_generated(app.env.docname):
        return
    paragraphs = [p for p in doctree.findall(nodes.paragraph) if _is_prose(p)]
    words = sum(len(without_citations(paragraph).split()) for paragraph in paragraphs)
    first = without_citations(paragraphs[0]) if paragraphs else ""
    sentence = first.partition(". ")[0].rstrip(".")
    _NOTES.of(app.env)[app.env.docname] = (f"{sentence}." if sentence else "", words)


def _is_prose(paragraph: nodes.paragraph) -> bool:
    return isinstance(paragraph.parent, nodes.section | nodes.entry | nodes.list_item)


def without_citations(paragraph: nodes.paragraph) -> str:
    """
    What a paragraph says, without its citations.
    """
    cites = {
        id(node) for node in paragraph.findall(nodes.Element) if classes.CITES in node["classes"]
    }

    def words(node: nodes.Node) -> str:
        if id(node) in cites:
            return ""
        if isinstance(node, nodes.Text):
            return str(node)
        return "".join(words(child) for child in node.children)

    return re.sub(r"\s+([.,;:])", r"\1", " ".join(words(paragraph).split()))


def rewritten(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """
    Write the landing page anew when a chapter begins otherwise or has become longer:
    `env-updated`.
    """
    now = dict(sorted(_NOTES.of(env).items()))
    before = getattr(env, "ncrefs_openings_shown", now)
    env.ncrefs_openings_shown = now  # type: ignore[attr-defined]
    return [] if now == before else [app.config.root_doc]


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    List the chapters: `doctree-resolved`.
    """
    for place in [*doctree.findall(chapter_list)]:
        parts: dict[str, list[tuple[str, str]]] = {}
        for caption, found in chapters(app.env):
            parts.setdefault(caption, []).extend(found)
        if place["part"] not in parts:
            hint = suggest(place["part"], parts) or "; write the caption of a toctree"
            _LOGGER.warning('no part "%s"%s', place["part"], hint, location=place, type="ref")
        items = [_item(app, docname, *chapter) for chapter in parts.get(place["part"], ())]
        listed = nodes.bullet_list("", *items, classes=[classes.CHAPTERS])
        place.parent.replace(place, [listed] if items else [])


def _item(app: Sphinx, here: str, docname: str, title: str) -> nodes.list_item:
    sentence, words = _NOTES.of(app.env).get(docname, ("", 0))
    uri = app.builder.get_relative_uri(here, docname)
    minutes = nodes.inline("", f" {max(1, round(words / _PACE))} min", classes=[classes.MINUTES])
    line = elements.para(
        nodes.reference("", title, refuri=uri, internal=True),
        minutes,
        nodes.Text(" "),
        *marked(sentence),
    )
    return nodes.list_item("", line)


def setup(app: Sphinx) -> None:
    """
    Register the directive and what fills it.
    """
    app.add_node(chapter_list)
    app.add_directive_to_domain("nc", "chapters", ChaptersDirective)
    app.connect("doctree-read", note)
    _NOTES.setup(app)
    app.connect("env-updated", rewritten)
    app.connect("doctree-resolved", fill, priority=100)
