"""
A built page, parsed as a browser does.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


class Page:
    """
    Elements, ids, links and text of one HTML file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.root: Element = parser.parse(path.read_bytes(), transport_encoding="utf-8")
        self.errors = parser.errors
        self.ids = [id_ for element in self.root.iter() if (id_ := element.get("id"))]

    def all(self, tag: str, class_: str = "") -> list[Element]:
        """
        Elements by tag and class, in order.
        """
        return [
            element
            for element in self.root.iter(tag)
            if not class_ or class_ in element.get("class", "").split()
        ]

    def links(self) -> Iterator[str]:
        """
        Where the page leads to, and what it loads.
        """
        for element in self.root.iter():
            if isinstance(element.tag, str):
                for name in ("href", "src", "srcset", "data", "poster", "action"):
                    if element.get(name):
                        yield element.get(name, "")

    def loads(self) -> Iterator[str]:
        """
        What a browser fetches to show the page.
        """
        for element in self.root.iter():
            if element.tag in ("script", "img", "iframe", "source", "video", "audio", "embed"):
                yield element.get("src", "")
            elif element.tag == "link" and element.get("rel") != "canonical":
                yield element.get("href", "")
            elif element.tag == "object":
                yield element.get("data", "")

    def article(self) -> Element:
        """
        The page's own content, without its frame.
        """
        return self.all("article")[0]

    def text(self) -> str:
        """
        The words of the page's own content.
        """
        return text_of(self.article())


def text_of(element: Element) -> str:
    """
    The words in an element, with single spaces.
    """
    return " ".join("".join(element.itertext()).split())
