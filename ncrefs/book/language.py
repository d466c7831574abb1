"""
Marks text in other languages as such, for fonts, hyphenation and voices.
"""

import re
from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from ncrefs.korean import HANGUL_RUN, KOREAN_RUN

#: What a class begins with that says the language of a text: docutils makes an attribute of it.
LANGUAGE = "language-"


def spoken(text: str, tag: str) -> nodes.inline:
    """
    A text in a language, by its BCP 47 tag.
    """
    return nodes.inline("", text, classes=[f"{LANGUAGE}{tag}"])


def marked(text: str, runs: re.Pattern[str] = KOREAN_RUN) -> list[nodes.Node]:
    """
    A text with its runs of Hangul and hanja, or of other *runs*, in spans of their language.
    """
    parts: list[nodes.Node] = []
    end = 0
    for run in runs.finditer(text):
        if run.start() > end:
            parts.append(nodes.Text(text[end : run.start()]))
        parts.append(spoken(run[0], "ko"))
        end = run.end()
    if end < len(text) or not parts:
        parts.append(nodes.Text(text[end:]))
    return parts


class MarkKorean(SphinxTransform):
    """
    Mark the Korean text of a document, outside code and what is marked already.

    In what is marked as of another language, Hangul alone is Korean.
    """

    default_priority = 990  # after everything that reads plain text

    def apply(self, **kwargs: Any) -> None:
        """
        Split the text nodes of the document.
        """
        korean = [node for node in self.document.findall(nodes.Text) if KOREAN_RUN.search(node)]
        for node in korean:
            parent = node.parent
            if isinstance(parent, nodes.literal | nodes.literal_block | nodes.FixedTextElement):
                continue
            said = [name for name in parent.get("classes", ()) if name.startswith(LANGUAGE)]
            if said != [f"{LANGUAGE}ko"]:
                parent.replace(node, marked(str(node), HANGUL_RUN if said else KOREAN_RUN))
