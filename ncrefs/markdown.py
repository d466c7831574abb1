"""
The parser that the book reads prose with, and what its tokens say.

Loaded only for texts that need it (see `markup`).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from ncrefs import characters
from ncrefs.markup import ROLES, Mention, excerpt, of_role, said, tidy

#: Levels of lists, quotations and emphasis inside one another. The parser drops what lies
#: deeper than 20, and the book's own readers give up much later.
_DEPTH = 12
_LOST_LINK = re.compile(
    r"\]\(\s*<?(?:#|www\.|[A-Za-z][A-Za-z+.-]*:)[^)\n]*\)?"
    r"|\[[^\]\n]+\]:\s*<?[A-Za-z][A-Za-z+.-]*:\S+|<[A-Za-z][A-Za-z+.-]+:[^\s<>]*>"
)
#: Links and citations as other programs write them.
_FOREIGN_LINK = re.compile(
    r"\[@[^\]\n]+\]|\[\[[^\]\n]+\]\]|\[[^\]\n]+\](?: +\(#[^)\n]*\)|\[[^\]\n]*\])"
)
_ROLE_IN_TEXT = re.compile(r"\{\{.*?\}\}|\{[\w:+-]+\}")
#: A role as reStructuredText writes it, before what it holds.
_FOREIGN_ROLE = re.compile(r":(?:cite|term|doc|ref|nc:\w+):$")


@cache
def parser() -> MarkdownIt:
    """
    MyST's parser with the extensions that the book's conf.py turns on, colon_fence and
    deflist; each inline token knows its place.
    """
    found = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(myst_role_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    )
    fence = make_fence_rule(markers=(":",), token_type="colon_fence", exact_match=False)  # noqa: S106
    ends = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
    found.block.ruler.before("fence", "colon_fence", fence, {"alt": ends})
    found.use(deflist_plugin)
    inline = found.inline.ruler
    for name, rule in zip(inline.get_active_rules(), inline.getRules(""), strict=True):
        inline.at(name, _placed(rule))
    return found


def _placed(rule: Callable[[Any, bool], bool]) -> Callable[[Any, bool], bool]:
    """
    A rule that notes where in its paragraph each of its tokens starts.
    """

    def placed(state: Any, silent: bool) -> bool:  # noqa: FBT001  (the parser's own signature)
        start, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            named = state.src[state.pos - 1] == "]"
            for token in state.tokens[count:]:
                token.meta.setdefault("at", start)
                token.meta.setdefault("named", named)
        return matched

    return placed


def _tokens(text: str) -> tuple[list[Token], list[Mention]]:
    """
    The tokens of a text, and the links that it gives names to.
    """
    env: dict[str, Any] = {}
    tokens = parser().parse(text, env)
    names = [
        Mention("link", given["href"], given["map"][0])
        for given in env.get("references", {}).values()
    ]
    names += [
        Mention("twice", excerpt(given["label"]), given["map"][0])
        for given in env.get("duplicate_refs", ())
    ]
    return tokens, names


def parsed(text: str, *, paragraph: bool) -> list[Mention]:
    """
    Everything in a text that points elsewhere or that it may not hold, in order.
    """
    try:
        tokens, names = _tokens(text)
    except (
        IndexError,
        RecursionError,
        ValueError,
    ) as error:  # its plugins have faults of their own
        return [Mention("parser", excerpt(str(error)), 0)]
    found: list[Mention] = []
    lines = text.split("\n")
    count = table = 0
    for place, token in enumerate(tokens):
        line = token.map[0] if token.map else 0
        levels = token.level + max((child.level for child in token.children or ()), default=0)
        if levels > _DEPTH and not any(mention.kind == "deep" for mention in found):
            found.append(Mention("deep", excerpt(lines[line].strip() if lines else ""), line))
        if token.type == "inline":
            found += _inline(token, line)
        else:
            found += _block(token, line, lines)
        if paragraph and token.level == 0 and token.nesting >= 0 and token.type != "inline":
            count += token.type == "paragraph_open"
            if token.type != "paragraph_open" or count == 2:
                what = _NAMES.get(token.type, "another paragraph")
                found.append(Mention("block", what, line))
        if token.type == "heading_open":
            empty = not tokens[place + 1].content.strip()
            found += [Mention("heading", lines[line].strip(), line)] if empty else []
        if token.type == "table_open":
            table = line
        if token.type == "thead_close" and tokens[place + 1].type == "table_close":
            found.append(Mention("empty table", excerpt(lines[table].strip()), table))
    found += names
    return sorted(found, key=lambda mention: mention.line)


#: What a block is called, by its token.
_NAMES = {
    "blockquote_open": "quotation",
    "bullet_list_open": "list",
    "ordered_list_open": "numbered list",
    "heading_open": "heading",
    "hr": "rule",
    "table_open": "table",
    "dl_open": "definition list",
    "fence": "code block",
    "code_block": "code block",
}
#: Blocks that no record may hold, by their token.
_BLOCKS = {
    "html_block": "html",
    "hr": "rule",
    "colon_fence": "directive",
    "myst_line_comment": "comment",
    "myst_block_break": "break",
    "myst_target": "target",
    "footnote_block_open": "footnote",
    "footnote_reference_open": "footnote",
    "front_matter": "front matter",
}


def _block(token: "Token", line: int, lines: list[str]) -> Iterator[Mention]:
    here = lines[line].strip() if line < len(lines) else ""
    info = token.info.strip()
    if token.type == "fence":
        closed = token.map is not None and token.map[1] - line == token.content.count("\n") + 2
        if info.startswith("{"):
            yield Mention("directive", excerpt(info.strip("{").partition("}")[0]), line)
        elif info or not closed:
            yield Mention("code", excerpt(here), line)
    elif token.type == "colon_fence":
        yield Mention("directive", excerpt(info.strip("{").partition("}")[0] or here), line)
    elif token.type in _BLOCKS:
        what = token.content.split("\n")[0] if token.type == "html_block" else here
        yield Mention(_BLOCKS[token.type], excerpt(what.strip()), line)


def _inline(token: Token, line: int) -> Iterator[Mention]:
    links = at = 0
    written = token.content
    for child in token.children or ():
        if child.type == "code_inline":  # which may hold the signs that are escaped in text
            written = written.replace(child.content, "")
    for child in token.children or ():
        place = max(at, child.meta.get("at", at))
        line += token.content.count("\n", at, place)
        at = place
        if child.type.endswith("break"):
            end = token.content.index("\n", place)
            if child.type == "hardbreak":
                before = token.content[:end].rpartition("\n")[2].rstrip("\\ ")
                yield Mention("line break", excerpt(before), line)
            at = end + 1
            line += 1
        links += child.nesting if child.type.startswith("link") else 0
        if child.type == "myst_role" and links:
            yield Mention("nested", excerpt(child.meta["name"]), line)
        yield from _child(child, written, line)


def _child(child: Token, written: str, line: int) -> Iterator[Mention]:
    match child.type:
        # A link by its name has been noted where the name is given.
        case "link_open" if not child.meta.get("named"):
            yield Mention("link", str(child.attrGet("href") or ""), line)
        case "myst_role":
            yield from of_role(child.meta["name"], child.content, line)
        case "html_inline":
            yield Mention("html", excerpt(child.content), line)
        case "image":
            yield Mention("image", excerpt(str(child.attrGet("src") or child.content)), line)
        case "footnote_ref":
            yield Mention("footnote", excerpt(child.meta["label"]), line)
        case "text":
            yield from _text(child.content, written, line)
            # Those that stand in the file as they are have been told; an entity hides one.
            for _, message in characters.strange(child.content):
                yield Mention("character", message, line)


def _text(text: str, written: str, line: int) -> Iterator[Mention]:
    """
    What was meant for markup, and the parser leaves as text of what was *written*.
    """
    for match in _FOREIGN_LINK.finditer(text):
        if match[0] in written:  # or its signs were escaped
            yield Mention("foreign link", excerpt(match[0]), line)
    if role := _FOREIGN_ROLE.search(text):
        yield Mention("role", role[0], line)
    for match in _LOST_LINK.finditer(text):
        yield Mention("lost link", excerpt(match[0]), line)
    for match in _ROLE_IN_TEXT.finditer(text):
        if match[0].startswith("{{"):
            yield Mention("substitution", excerpt(match[0]), line)
        elif match[0][1:-1] in ROLES:
            yield Mention("role", match[0], line)


#: What ends a paragraph, heading, defined term or row.
_ENDS = {"paragraph_close", "heading_close", "dt_close", "tr_close"}


def paragraphs(text: str, *, citations: bool) -> list[str]:
    """
    What a reader sees of a text, without its markup (see `markup.paragraphs`).
    """
    found = [""]
    for token in _tokens(text)[0]:
        for child in token.children or ():
            if child.type == "myst_role":
                found[-1] += said(child.meta["name"], child.content, citations=citations)
            else:
                found[-1] += " " if child.type.endswith("break") else child.content
        found[-1] += " "
        if token.type in _ENDS:
            found.append("")
    return list(filter(None, map(tidy, found)))
