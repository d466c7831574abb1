"""
Marks text in other languages as such, for fonts, hyphenation and voices.
"""

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ncrefs.korean import KOREAN_RUN

#: What a class begins with that says the language of a text: docutils makes an attribute of it.
LANGUAGE = "language-"


def spoken(text: str, tag: str) -> nodes.inline:
    """
    A text in a language, by its BCP 47 tag.
    """
    return nodes.inline("", text, classes=[f"{LANGUAGE}{tag}"])


def marked(text: str) -> list[nodes.Node]:
    """
    A text with its runs of Hangul and hanja in spans of their language.
    """
    parts: list[nodes.Node] = []
    end = 0
    for run in KOREAN_RUN.finditer(text):
        if run.start() > end:
            parts.append(nodes.Text(text[end : run.start()]))
        parts.append(spoken(run[0], "ko"))
        end = run.end()
    if end < len(text) or not parts:
        parts.append(nodes.Text(text[end:]))
    return parts


class MarkKorean(SphinxTransform):
    """
    Mark the Korean text of a document, outside code and what has its language already.
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
            told = any(name.startswith(LANGUAGE) for name in parent.get("classes", ()))
            if not (skip or told):
                parent.replace(node, marked(str(node)))
