"""
Marks Korean text as Korean, for fonts, hyphenation and voices.
"""

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ncrefs.korean import KOREAN_RUN


class MarkKorean(SphinxTransform):
    """
    Wrap runs of Hangul and hanja, outside code, into a span of their language.
    """

    default_priority = 990  # after everything that reads plain text

    def apply(self, **kwargs: Any) -> None:
        """
        Split the text nodes of the document.
        """
        del kwargs
        for node in list(self.document.findall(nodes.Text)):
            parent = node.parent
            skip = isinstance(parent, nodes.literal | nodes.literal_block | nodes.FixedTextElement)
            if skip or parent is None or "language-ko" in parent.get("classes", ()):
                continue
            text = str(node)
            parts: list[nodes.Node] = []
            end = 0
            for run in KOREAN_RUN.finditer(text):
                if run.start() > end:
                    parts.append(nodes.Text(text[end : run.start()]))
                parts.append(nodes.inline("", run[0], classes=["language-ko"]))
                end = run.end()
            if parts:
                if end < len(text):
                    parts.append(nodes.Text(text[end:]))
                parent.replace(node, parts)
