"""
Small builders of SVG: elements, the width of a text, a drawing as a page or a file has it.

A drawing names classes, not colours. On a page the book's style sheet gives them; a file
carries the same rules itself, with the colours of the light theme.
"""

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from ncrefs.book.addresses import address, unresolved
from ncrefs.book.classes import DRAWING
from ncrefs.book.palette import variables
from ncrefs.book.typography import typeset
from ncrefs.model import Entity, Source

STATIC = Path(__file__).parents[1] / "site" / "static"
#: Height of the letters, in units of a drawing, which are pixels at its natural size.
FONT_SIZE = 11.0
#: Widths of characters in parts of the font's size; those of DejaVu Sans, the widest of
#: the usual fonts, so that a text fits in any of them.
_WIDTHS = {
    **dict.fromkeys(".,:;'’|/\\ ijlIJf-", 0.33),
    **dict.fromkeys("()[]tr!", 0.41),
    **dict.fromkeys("wOQDGHNUC&+<=>~#", 0.78),
    **dict.fromkeys("mMW%@", 0.96),
}
_WIDTH = 0.62

Child = Element | str | None


def element(tag: str, *children: Child, **attributes: str | float | None) -> Element:
    """
    An element; `_` in the name of an attribute stands for "-", and None leaves it out.

    `class_` gives its classes; "d-" is put before each, as style sheets of pages use plain
    words for other things.
    """
    made = Element(tag)
    for name, value in attributes.items():
        if value is None:
            continue
        text = value if isinstance(value, str) else number(value)
        if name == "class_":
            made.set("class", " ".join(f"d-{word}" for word in text.split()))
        else:
            made.set(name.replace("_", "-"), text)
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif child and last is None:
            made.text = (made.text or "") + typeset(child)
        elif child and last is not None:
            last.tail = (last.tail or "") + typeset(child)
    return made


def number(value: float) -> str:
    """
    A coordinate with one decimal at most.

    >>> number(12.04), number(3.25)
    ('12', '3.2')
    """
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")  # + 0.0 makes -0.0 positive


def width(text: str, size: float = FONT_SIZE) -> float:
    """
    About how wide a text is, rather too much than too little.
    """
    return size * sum(_WIDTHS.get(character, _WIDTH) for character in text)


def shorten(text: str, room: float, size: float = FONT_SIZE) -> str:
    """
    As many words of a text as fit, with an ellipsis if some do not.
    """
    if width(text, size) <= room:
        return text
    words = text.split()
    while len(words) > 1 and width(" ".join(words) + "…", size) > room:
        words.pop()
    return " ".join(words).rstrip(",") + "…"


def wrap(text: str, room: float) -> list[str]:
    """
    A text in lines that fit; a word that is wider than the room stands in a line of its own.

    >>> wrap("Ministry of State Security", 120)
    ['Ministry of State', 'Security']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def flow(widths: Iterable[float], room: float, gap: float) -> list[tuple[float, int]]:
    """
    Where things of such widths stand one behind another, with a gap between them and in as
    few lines as they need: the left edge of each and its line, both from 0.

    >>> flow([50, 40, 60], 120, 10)
    [(0.0, 0), (60.0, 0), (0.0, 1)]
    """
    places: list[tuple[float, int]] = []
    x, line = 0.0, 0
    for wide in widths:
        if x and x + wide > room:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += wide + gap
    return places


def link(
    entity: Entity | Source, hint: str, *children: Child, class_: str | None = None
) -> Element:
    """
    What leads to a record, and says *hint* when pointed at.

    The tab key passes over it, as the list below a drawing has the same links in order.
    """
    title, href = element("title", hint), unresolved(*address(entity))
    return element("a", title, *children, href=href, class_=class_, tabindex="-1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """
    A picture with its name in words.
    """

    name: str  #: of the file and in ids: ASCII words joined by hyphens
    title: str
    description: str  #: what it shows and how to read it, in a sentence or two
    width: float
    height: float
    body: tuple[Element, ...]

    def _root(self, role: str) -> Element:
        title, description = f"{self.name}-title", f"{self.name}-desc"
        root = element(
            "svg",
            element("title", self.title, id=title),
            element("desc", self.description, id=description),
            *self.body,
            role=role,
            aria_labelledby=title,
            aria_describedby=description,
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            width=self.width,
            height=self.height,
        )
        root.set("class", DRAWING)
        return root

    def inline(self, class_: str = "") -> str:
        """
        The drawing as part of a page, before its links are `resolved`, with one more class.
        """
        # Not "img", whose parts do not exist for assistive technology: these are links.
        root = self._root("group")
        root.set("class", f"{DRAWING} {class_}".strip())
        return tostring(root, encoding="unicode")

    def file(self) -> str:
        """
        The drawing as a file of its own: with its colours, a white ground, no links.
        """
        root = copy.deepcopy(self._root("img"))
        root.set("xmlns", "http://www.w3.org/2000/svg")
        for anchor in list(root.iter("a")):
            anchor.tag = "g"
            for name in ("href", "tabindex"):
                anchor.attrib.pop(name)
        ground = element("rect", width=self.width, height=self.height, class_="ground")
        root.insert(2, element("style", _own_rules()))
        root.insert(3, ground)
        return tostring(root, encoding="unicode") + "\n"


@cache
def _own_rules() -> str:
    """
    The rules for drawings in the book's style sheet, with plain colours for variables.
    """
    sheet = (STATIC / "drawings.css").read_text(encoding="utf-8")
    values = variables("light")
    rules = re.findall(r"^\.nc-drawing [^{]+\{[^}]*\}", sheet, re.MULTILINE)
    return re.sub(r"var\(--nc-([\w-]+)\)", lambda match: values[match[1]], "\n".join(rules))
