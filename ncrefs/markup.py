r"""
The MyST of records: what a text points to, and what it may hold.

The book's own parser decides, with the plugins and settings that MyST gives it:
whatever that parser would make of a text is what is seen here, however deep it
stands in quotations and lists. A text may hold what `ALLOWED` lists:

* paragraphs, with `*emphasis*`, `` `code` `` and `**strong emphasis**`;
* links: `[text](#id)` to a record or source, `[text](https://...)`, `<https://...>`,
  and `[text][name]` with a line `[name]: #id`;
* the roles in `ROLES`: `cite`, `term`, `abbr`, `sub`, `sup`, and `nc:ref`,
  `nc:person` ... of the book's own domain;
* in a body, not in a field of one paragraph: headings with text, lists, definition
  lists, quotations, tables with rows, and code without a language.

Everything else is in `REFUSED`, with what to write instead: HTML, directives, images,
footnotes, comments, targets, other roles, and what is never meant.

Most texts are simple (see `is_simple`). They are read with one expression, so that the
parser is loaded only for the others; a test holds the two against each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ncrefs.arguments import expect
from ncrefs.kinds import ALL_KINDS
from ncrefs.vocabulary import Grade, Verdict

#: What a text may hold, by its name: how it is written, and whether one paragraph may hold it.
ALLOWED: dict[str, tuple[str, bool]] = {
    "emphasis": ("*text*", True),
    "strong emphasis": ("**text**", True),
    "code": ("`text`", True),
    "link to a record or source": ("[text](#id)", True),
    "link to a page": ("[text](https://example.org)", True),
    "address": ("<https://example.org>", True),
    "role": ("{cite}`key`", True),
    "heading": ("## Text", False),
    "list": ("- text", False),
    "definition list": ("term\n: text", False),
    "quotation": ("> text", False),
    "table": ("| a | b |\n| - | - |\n| c | d |", False),
    "code block": ("```\ntext\n```", False),
}
#: Values of the book's scales, by the role that links to their explanation.
SCALES: dict[str, tuple[str, ...]] = {
    "nc:grade": tuple(grade.value for grade in Grade),
    "nc:verdict": tuple(verdict.value for verdict in Verdict),
}
#: Roles of which the target is a record or source: of any kind, or of one.
_RECORDS = {"nc:ref", *(f"nc:{kind.singular}" for kind in ALL_KINDS.values())}
#: The roles that a text may use.
ROLES = ("cite", "term", "abbr", "sub", "sup", *sorted(_RECORDS), *SCALES)


class Refusal(NamedTuple):
    """
    A markup that no record may use: what is said of it; `{target}` is what stands there.
    """

    name: str  #: of the rule
    message: str


#: What a text may not hold, by the kind of its mention.
REFUSED: dict[str, Refusal] = {
    "html": Refusal("no-html", 'raw HTML "{target}"; write MyST'),
    "directive": Refusal(
        "no-directives",
        'directive "{target}"; write paragraphs, lists or tables: directives are for chapters',
    ),
    "code": Refusal("no-languages", 'code "{target}" has a language or no end; leave out or close'),
    "image": Refusal("no-images", 'image "{target}"; link to it: records have no images'),
    "role": Refusal(
        "roles",
        '"{target}" is no role of a record{hint}',
    ),
    "scale": Refusal("scales", '"{target}" is no value of a scale{hint}'),
    "lost link": Refusal(
        "lost-links", '"{target}" is no link; write [text](#id) or [text](https://...)'
    ),
    "foreign link": Refusal(
        "foreign-links",
        '"{target}" leads nowhere as it stands; write [text](#id), or {{cite}}`key`',
    ),
    "nested": Refusal("no-nesting", 'role "{target}" inside a link; put it after the link'),
    "heading": Refusal("headings", 'heading "{target}" has no text; write it or leave it out'),
    "character": Refusal("characters", "{target}"),
    "empty table": Refusal("tables", 'table "{target}" has no row; write one or leave it out'),
    "rule": Refusal("no-rules", 'rule "{target}"; part a text by headings or paragraphs'),
    "line break": Refusal(
        "no-line-breaks",
        'break of the line after "{target}"; delete the spaces or backslash at its end',
    ),
    "block": Refusal(
        "one-paragraph",
        "{target} in a field of one paragraph; write sentences: \\1. and \\- are no lists",
    ),
    "target": Refusal("no-targets", 'target "{target}"; leave it out: the id is the target'),
    "footnote": Refusal("no-footnotes", 'footnote "{target}"; cite a source, or say it here'),
    "comment": Refusal(
        "no-comments", 'comment "{target}"; it is not shown: write \\% or delete it'
    ),
    "break": Refusal("no-breaks", '"{target}" is a break of cells; leave it out'),
    "front matter": Refusal("no-front-matter", '"{target}" starts fields; they stand above'),
    "substitution": Refusal("no-substitutions", 'substitution "{target}"; write the text itself'),
    "deep": Refusal("depth", "nested too deep at {target}; write it flat"),
    "twice": Refusal("link-names", 'the link name "{target}" is given twice; keep one'),
    "parser": Refusal(
        "parser", 'the book cannot read this text: "{target}"; write it more plainly'
    ),
}
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """
    One link, citation or term in a text, or something that it may not hold.
    """

    kind: str  #: "link", "cite", "term", or a key of REFUSED
    target: str  #: address or "#id", source key, term, or what stands there
    line: int  #: from 0, within the text
    role: str = ""  #: of a link or scale: the role that it is written with, "nc:person"


#: What stands for itself; stars and underscores make emphasis at most.
_CHAR = r"[^\[\]`{}<>\\&!|\x00-\x1f\x7f]"
#: How a paragraph may start so that it is no block of another sort: no list, no target.
_FIRST = (
    r"[^\W\d_]|\d+(?:[.)](?=\S)|(?![\d.)]))|[\"“‘'\[{]"
    r"|\((?![^\n]*=[ \t]*(?:\n|\Z))|\*{1,2}(?=[^\W_])"
)
#: How its further lines may start: of numbered lists only one from 1 breaks a paragraph.
#: Two spaces before the end of a line would break it.
_NEXT = rf"(?<!  )\n(?={_FIRST}|(?!0*1[.)])\d)"
_INSIDE = r"(?<!  )\n(?=[^\W\d_]|(?!0*1[.)])\d)"
_PIECE = re.compile(
    rf"\{{(?P<role>cite|term)\}}`(?P<content>(?:[^`\n\x00-\x1f\x7f]|{_INSIDE})++)`(?!`)"
    rf"|\[(?!\^)(?:{_CHAR}|{_INSIDE})*+\]\((?P<target>#[a-z0-9-]++)\)"
)
_ANY_PIECE = re.sub(r"\?P<[a-z]+>", "?:", _PIECE.pattern)
_SIMPLE = re.compile(
    rf"(?:(?={_FIRST})(?:{_CHAR}++|!(?!\[)|{_NEXT}|\n\n++(?={_FIRST})|{_ANY_PIECE})*+)?"
)
#: More stars and underscores than this might nest deeper than a text may.
_STARS = 16
#: As Sphinx reads the content of a role.
TITLED = re.compile(r"^(.+?)\s*<([^<]*?)>$", re.DOTALL)
_MARKS = re.compile(r"[^\w .,;:'’“”()–-]")
#: What may begin a span of another sort in a simple text.
_SPANS = re.compile(r"[*_~$^]")


def mentions(text: str) -> Iterator[Mention]:
    """
    The links, citations and terms of a text, in order.
    """
    return (mention for mention in parse(text) if mention.kind not in REFUSED)


def parse(text: str, *, paragraph: bool = False) -> tuple[Mention, ...]:
    """
    Everything in a text that points elsewhere or that it may not hold, in order.

    Args:
        text: A body or a field.
        paragraph: The text is a field of one paragraph, which holds no blocks.
    """
    if is_simple(text) and not (paragraph and "\n\n" in text):
        return tuple(_simple(text))
    from ncrefs.markdown import parsed  # noqa: PLC0415  (few texts need the parser)

    return tuple(parsed(text, paragraph=paragraph))


def is_simple(text: str) -> bool:
    """
    Whether a text holds nothing but words, links to records and the commonest roles.
    """
    few = text.count("*") + text.count("_") <= _STARS
    return few and _SIMPLE.fullmatch(text) is not None


def plain(text: str, *, citations: bool = False) -> str:
    """
    A text in one line as a reader sees it: links by their words, terms by their names.

    Args:
        text: MyST, as the fields of records hold it.
        citations: Whether the keys of its sources stay, in brackets: "[lee2001, news2010]".

    Raises:
        TypeError: The text is none.
    """
    expect("text", text, str)
    return " ".join(paragraphs(text, citations=citations))


def paragraphs(text: str, *, citations: bool = False) -> list[str]:
    """
    The same, with each paragraph, heading, item or row by itself.
    """
    if not _MARKS.search(text):
        return [text] if text else []
    if is_simple(text) and not _SPANS.search(text):
        said = _PIECE.sub(lambda piece: _said(piece, citations=citations), text)
        return [line for part in said.split("\n\n") if (line := tidy(part))]
    from ncrefs import markdown  # noqa: PLC0415  (few texts need the parser)

    return markdown.paragraphs(text, citations=citations)


def tidy(text: str) -> str:
    r"""
    A text in one line, without the spaces that a citation leaves behind.

    >>> tidy("He fell  .\nIt is told .")
    'He fell. It is told.'
    """
    return re.sub(r"\s+(?=[.,;:]|$)", "", " ".join(text.split()))


def said(role: str, content: str, *, citations: bool) -> str:
    """
    What a reader sees of a role; of a citation the keys in brackets, or nothing.
    """
    if role == "cite":
        keys = ", ".join(key.strip() for key in content.split(","))
        return f" [{keys}]" if citations else ""
    titled = TITLED.match(content)
    return titled[1] if titled else content


def _said(piece: re.Match[str], *, citations: bool) -> str:
    if piece["target"]:
        return piece[0][1 : -len(f"]({piece['target']})")]
    return said(piece["role"], piece["content"].replace("\n", " "), citations=citations)


def _simple(text: str) -> Iterator[Mention]:
    line = place = 0
    for match in _PIECE.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        if match["target"]:
            yield Mention("link", match["target"], line)
        else:
            yield from of_role(match["role"], match["content"].replace("\n", " "), line)


def of_role(name: str, content: str, line: int) -> Iterator[Mention]:
    """
    What a role points to, or that no record may use it.
    """
    titled = TITLED.match(content)
    target = re.sub(r"\s+", " ", titled[2] if titled else content)
    if name == "cite":
        for key in content.split(","):
            yield Mention("cite", key.strip(), line)
    elif name == "term":
        yield Mention("term", target, line)
    elif name in _RECORDS:
        yield Mention("link", f"#{target}", line, name)
    elif name not in ROLES:
        yield Mention("role", excerpt(name), line)
    elif target not in SCALES.get(name, (target,)):
        yield Mention("scale", excerpt(target), line, name)


def excerpt(text: str) -> str:
    """
    The start of a text, as a message shows it.
    """
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}..."
