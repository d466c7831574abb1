"""
The MyST text of records -> docutils nodes.

A text is rendered into a document of its own, whose source is the record's file,
so that every warning about it, then and later, names that file and line.
"""

from typing import Any

from docutils import nodes
from docutils.utils import new_document
from myst_parser.warnings_ import MystWarnings
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from ncrefs.book.content import fence
from ncrefs.book.undocumented import SphinxRenderer, create_md_parser, cut_loose
from ncrefs.origins import Origin

_LOGGER = logging.getLogger(__name__)
#: A text without any of these is plain.
_MARKS = frozenset("*_`[]{}\\<&\n#>|~!")


class _RecordRenderer(SphinxRenderer):
    """
    Names the record's file in a warning; the base names the generated page.
    """

    def create_warning(
        self,
        message: str,
        subtype: MystWarnings | str,
        *,
        wtype: str | None = None,
        line: int | None = None,
        append_to: nodes.Element | None = None,
    ) -> nodes.system_message | None:
        name = subtype if isinstance(subtype, str) else subtype.value
        location = f"{self.document['source']}:{line or 1}"
        _LOGGER.warning(message, type=wtype or "myst", subtype=name, location=location)
        return None


class Prose:
    """
    Renders the texts of one generated page.

    Args:
        env: The build environment, while a document is read.
        settings: The settings of that document.
    """

    def __init__(self, env: BuildEnvironment, settings: Any) -> None:
        self.book_title: str = env.config.html_title
        self._settings = fence.settings_of(settings)
        self._parser = create_md_parser(env.myst_config, _RecordRenderer)  # type: ignore[attr-defined]

    def blocks(self, text: str, origin: Origin, line: int) -> list[nodes.Node]:
        """
        Paragraphs, lists and tables of a text that starts on *line* of its file.

        Headings have ids of their own: a page may show several texts, and parts between them.
        """
        document: Any = new_document(str(origin.path), self._settings)
        self._parser.options["document"] = document
        self._parser.render("\n" * (line - 1) + text)
        fence.keep_in(document, lambda told, node: _warn(told, document, node))
        for node in document.findall(nodes.Element):
            node["ids"] = [f"{origin.path.stem}--{id_}" for id_ in node["ids"]]
        return cut_loose(document)

    def inline(self, text: str, origin: Origin, field: str) -> list[nodes.Node]:
        """
        The text of a field that holds one paragraph.
        """
        if _MARKS.isdisjoint(text):
            return [nodes.Text(text)]
        return fence.words(self.blocks(text, origin, origin.line(field)))


def _warn(message: str, document: nodes.document, node: nodes.Node) -> None:
    location = f"{document['source']}:{node.line or 1}"
    _LOGGER.warning(message, type="ncrefs", subtype="prose", location=location)
