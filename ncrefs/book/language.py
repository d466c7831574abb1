"""
Marks Korean text as Korean, for fonts, hyphenation and voices.
"""

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ncrefs.korean import KOREAN_RUN


def marked(text: str) -> list[nodes.Node]:
    """
    A text with its runs of Hangul and hanja in spans of their language.
    """
    parts: list[nodes.Node] = []
    end = 0
    for run in KOREAN_RUN.finditer(text):
        if run.start() > end:
            parts.append(nodes.Text(text[end : run.start()]))
        parts.append(nodes.inline("", run[0], classes=["language-ko"]))
        end = run.end()
    if end < len(text) or not parts:
        parts.append(nodes.Text(text[end:]))
    return parts


class MarkKorean(SphinxTransform):
    """
    Mark the Korean text of a document, outside code.
    """

    default_priority = 990  # after everything that reads plain text

    def apply(self, **kwargs: Any) -> None:
        """
        Split the text nodes of the document.
        """
        korean = [node for node in self.document.findall(nodes.Text) if KOREAN_RUN.search(node)]
        for node in korean:
            parent = node.parent
            skip = isinstance(parent, nodes.literal | nodes.literal_block | nodes.FixedTextElement)
            if not skip and "language-ko" not in parent.get("classes", ()):
                parent.replace(node, marked(str(node)))
