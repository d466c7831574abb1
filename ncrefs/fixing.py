"""
Mends what a machine can mend in the files of a catalog: text in, text out.

Lines are moved and changed, never written anew, so that comments and layout stay. Of a
record: the order of its fields, which is that of its dataclass, and sources given twice
in one list. Of sources.bib: the order of its keys, and the normal forms of DOIs and
ISBNs. Of both: composed characters, letters in the place of ligatures, the usual hyphen,
no spaces at the ends of lines, one line end at the end. What means something else
afterwards is left as it is.
"""

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ncrefs import characters, identifiers
from ncrefs.files import SOURCES_LIMIT, read_text, record_files
from ncrefs.kinds import KINDS
from ncrefs.reading import FRONT_MATTER, Loader

_FORMS: dict[str, Callable[[str], str]] = {"doi": identifiers.doi, "isbn": identifiers.isbn}
_FORM = re.compile(r"^(\s*(doi|isbn)\s*=\s*\{)([^{}\n]*)(?=\})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Edit:
    """
    A file that can be mended: what it holds, and what it should.
    """

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """
        The edit as other tools show and apply it.
        """
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            str(self.path),
            str(self.path),
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

    def write(self) -> None:
        """
        Put the mended text into the file.
        """
        self.path.write_text(self.after, encoding="utf-8", newline="")


def fix(root: Path) -> Iterator[Edit]:
    """
    What can be mended in a folder; nothing is written.

    Files that cannot be read, or that have traces of a merge, are left as they are.
    """
    for kind, path in record_files(root):
        yield from _edit(path, lambda text, kind=kind: fix_record(text, kind))  # type: ignore[misc]
    yield from _edit(root / "sources.bib", fix_sources, SOURCES_LIMIT)


def _edit(path: Path, mend: Callable[[str], str], limit: int | None = None) -> Iterator[Edit]:
    if not path.is_file():
        return
    if (read_text(path, limit) if limit else read_text(path)).lost:
        return
    before = path.read_bytes().decode("utf-8")
    after = mend(before)
    if after != before:
        yield Edit(path, before, after)


def fix_record(text: str, kind: str) -> str:
    """
    Mend the text of a record of a kind, named by its plural.
    """
    text = _plain(text)
    match = FRONT_MATTER.match(text)
    if match is None:
        return text
    fields = _unrepeated(match["yaml"])
    order = [field.name for field in dataclasses.fields(KINDS[kind].cls)]
    return f"---\n{_ordered(fields, order)}---\n{text[match.end() :]}"


def fix_sources(text: str) -> str:
    """
    Mend the text of sources.bib.
    """
    return _sorted(_FORM.sub(_form, _plain(text)))


def _form(match: re.Match[str]) -> str:
    try:
        return f"{match[1]}{_FORMS[match[2].lower()](match[3].strip())}"
    except ValueError:
        return match[0]  # a mistake, which only its author can mend


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    text = text.translate({ord(odd): plain for odd, plain in characters.PLAIN.items()})
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return f"{text.rstrip()}\n" if text.strip() else text


def _nodes(text: str) -> list[tuple[yaml.Node, yaml.Node]]:
    """
    The fields of YAML text, none if it is broken or not one field to a line.
    """
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError:
        return []
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return []
    if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        return []
    return list(node.value)


def _ordered(text: str, order: list[str]) -> str:
    fields = _nodes(text)
    names = [key.value for key, _ in fields]
    in_columns = all(key.start_mark.column == 0 for key, _ in fields)
    if len(set(names)) < len(names) or not set(names) <= set(order) or not in_columns:
        return text
    lines = text.splitlines(keepends=True)
    starts = []
    for key, _ in fields:
        start = key.start_mark.line
        # Comments right above a field are its own.
        while start > 0 and lines[start - 1].startswith("#"):
            start -= 1
        starts.append(start)
    if not starts:
        return text
    head = lines[: starts[0]]
    ends = [*starts[1:], len(lines)]
    blocks = dict(zip(names, (lines[a:b] for a, b in zip(starts, ends, strict=True)), strict=True))
    moved = sorted(names, key=order.index)
    after = "".join([*head, *(line for name in moved for line in blocks[name])])
    # An alias must stay below its anchor.
    return after if _meaning(_nodes(after)) == _meaning(fields) else text


def _meaning(fields: list[tuple[yaml.Node, yaml.Node]]) -> dict[str, str]:
    return {key.value: yaml.serialize(value, Dumper=yaml.SafeDumper) for key, value in fields}


def _unrepeated(text: str) -> str:
    lines = text.splitlines(keepends=True)
    gone: list[yaml.Node] = []
    pending = _nodes(text)
    seen: set[int] = set()
    while pending:
        key, value = pending.pop()
        if id(value) in seen:
            return text  # an alias: what is taken out here would be gone there
        seen.add(id(value))
        children = value.value if isinstance(value, yaml.SequenceNode) else []
        if getattr(key, "value", "") == "sources" and children:
            gone += _repeats(children)
        for child in [value, *children]:
            if isinstance(child, yaml.MappingNode):
                pending += child.value
    for node in sorted(gone, key=lambda node: node.start_mark.index, reverse=True):
        lines[node.start_mark.line] = _without(lines[node.start_mark.line], node)
    return "".join(lines)


def _repeats(nodes: list[yaml.Node]) -> Iterator[yaml.Node]:
    seen = set()
    for node in nodes:
        if isinstance(node, yaml.ScalarNode) and node.value in seen:
            yield node
        seen.add(str(node.value))


def _without(line: str, node: yaml.Node) -> str:
    """
    A line without one item of a list; empty if the item was all of it.
    """
    before, after = line[: node.start_mark.column], line[node.end_mark.column :]
    if before.strip() == "-" and not after.strip():
        return ""
    comma = re.search(r",\s*$", before)
    return before[: comma.start()] + after if comma else line


def _sorted(text: str) -> str:
    entries = _entries(text)
    keys = [key.casefold() for key, _ in entries]
    if keys == sorted(keys) or len(set(keys)) < len(keys):
        return text
    start = text.index(entries[0][1])
    rest = text[start + sum(len(entry) for _, entry in entries) :]
    blocks = [entry.strip("\n") for _, entry in sorted(entries, key=lambda e: e[0].casefold())]
    return text[:start] + "\n\n".join(blocks) + "\n" + rest.lstrip("\n")


def _entries(text: str) -> list[tuple[str, str]]:
    """
    The entries of a file with what stands above each; none if any cannot be read.
    """
    from pybtex.database.input.bibtex import (  # type: ignore[import-untyped]  # noqa: PLC0415
        LowLevelParser,
    )

    broken: list[object] = []
    parser = LowLevelParser(text, macros={}, handle_error=broken.append)
    found = []
    place = 0
    for command, body in parser:
        # What is defined must stay above what uses it.
        if command.lower() in {"preamble", "string", "comment"} or broken or body[0] is None:
            return []
        found.append((body[0], text[place : parser.pos]))
        place = parser.pos
    return [] if broken or "@comment" in text.lower() else found
