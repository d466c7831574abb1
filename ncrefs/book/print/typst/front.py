"""
What stands before the text: title page, imprint, contents.
"""

from collections.abc import Sequence

from sphinx.config import Config

from ncrefs.book.print.typst.markup import array, call, literal, markup
from ncrefs.book.print.typst.writer import Heading

_LICENCES = (
    "Records and prose may be shared and changed under the licence Creative Commons Attribution "
    "4.0 (CC BY 4.0, creativecommons.org/licenses/by/4.0); the software is under the MIT licence."
)
_HOW_TO_READ = (
    "A small number after an arrow is the page of the entry that the words before it lead to. "
    "Numbers in square brackets, such as [12], are sources: the bibliography gives them in full, "
    "with the pages that cite them. A word in a frame is a grade of evidence or a verdict."
)
_MADE_WITH = (
    "Set in Libertinus Serif, Noto Serif KR and SC, and DejaVu Sans Mono, by Typst, from the trees "
    "that Sphinx makes of the records."
)


def source(config: Config, headings: Sequence[Heading]) -> str:
    """
    The settings of the document and its first pages, as Typst source.
    """
    title = config.pdf_title or config.html_title or config.project
    settings = {
        "title": literal(title),
        "subtitle": literal(config.pdf_subtitle),
        "author": literal(config.author),
        "description": literal(config.pdf_subtitle),
        "keywords": array(map(literal, config.pdf_keywords)),
        "language": literal(config.language or "en"),
    }
    page = call(
        "title-page", *map(literal, (title, config.pdf_subtitle, config.author, config.release))
    )
    lines = [
        title,
        f"{config.project} {config.release}",
        f"© {config.author}",
        _LICENCES,
        _HOW_TO_READ,
        _MADE_WITH,
    ]
    imprint = "\n\n".join(markup(line) for line in lines)
    return (
        f'#import "book.typ": *\n#show: {call("book.with", **settings)[1:]}\n'
        f"{page}\n#imprint[\n{imprint}\n]\n{_contents(headings)}\n"
    )


def _contents(headings: Sequence[Heading]) -> str:
    lines = [f"{call('heading', level='1', supplement='[chapter]')}[Contents]\n#contents[\n"]
    entries: list[str] = []
    for heading in headings:
        title, key = f"[{markup(heading.text)}]", literal(heading.key)
        if heading.kind in ("part", "chapter"):
            lines += _run(entries)
            entries = []
            lines.append(call(f"contents-{heading.kind}", title, key) + "\n")
        else:
            entries.append(array((title, key)))
    return "".join([*lines, *_run(entries), "]\n"])


def _run(entries: Sequence[str]) -> list[str]:
    return [call("contents-run", *entries) + "\n"] if entries else []
