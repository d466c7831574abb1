"""
The chapters of the answer on the landing page: each with its first sentence and how long one
reads. A document says both while it is read; the landing page is written anew when they change.
"""

import re
from collections.abc import Iterable, Set

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ncrefs.book import classes
from ncrefs.book.addresses import is_generated
from ncrefs.book.content import elements
from ncrefs.book.language import marked
from ncrefs.problems import suggest

_LOGGER = logging.getLogger(__name__)
#: Words that one reads in a minute.
_PACE = 230
Opening = tuple[str, int]


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


def _openings(env: BuildEnvironment) -> dict[str, Opening]:
    if not hasattr(env, "ncrefs_openings"):
        env.ncrefs_openings = {}  # type: ignore[attr-defined]
    found: dict[str, Opening] = env.ncrefs_openings  # type: ignore[attr-defined]
    return found


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
    _openings(app.env)[app.env.docname] = (f"{sentence}." if sentence else "", words)


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


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """
    Forget a document: `env-purge-doc`.
    """
    _openings(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment) -> None:
    """
    Take over what a parallel reader noted: `env-merge-info`.
    """
    theirs = _openings(other)
    _openings(env).update({name: theirs[name] for name in docnames if name in theirs})


def rewritten(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """
    Write the landing page anew when a chapter begins otherwise or has become longer:
    `env-updated`.
    """
    now = dict(sorted(_openings(env).items()))
    before = getattr(env, "ncrefs_openings_shown", now)
    env.ncrefs_openings_shown = now  # type: ignore[attr-defined]
    return [] if now == before else [app.config.root_doc]


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """
    List the chapters: `doctree-resolved`.
    """
    for place in [*doctree.findall(chapter_list)]:
        parts: dict[str, list[str]] = {}
        for toctree in app.env.tocs[app.config.root_doc].findall(addnodes.toctree):
            # An entry may be an address of another site.
            names = [name for _, name in toctree["entries"] if name in app.env.titles]
            parts.setdefault(toctree.get("caption") or "", []).extend(names)
        if place["part"] not in parts:
            hint = suggest(place["part"], parts) or "; write the caption of a toctree"
            _LOGGER.warning('no part "%s"%s', place["part"], hint, location=place, type="ref")
        items = [_item(app, docname, name) for name in parts.get(place["part"], ())]
        listed = nodes.bullet_list("", *items, classes=[classes.CHAPTERS])
        place.parent.replace(place, [listed] if items else [])


def _item(app: Sphinx, here: str, docname: str) -> nodes.list_item:
    sentence, words = _openings(app.env).get(docname, ("", 0))
    title = app.env.titles[docname].astext()
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
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", rewritten)
    app.connect("doctree-resolved", fill, priority=100)
