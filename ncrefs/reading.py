"""
Record file -> dataclass, with the file and line of every mistake.

A record is a file of UTF-8 text: a line `---`, the fields in YAML, a line
`---`, and the body in MyST. Every YAML scalar is read as text and given its
type by the model, so `no` is no boolean and `1956` no number. One value may
stand for a list of one, and a bare date for a `DatedStatement` without evidence of
its own.
"""

import dataclasses
import enum
import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from ncrefs.dates import Date
from ncrefs.kinds import KINDS
from ncrefs.model import DatedStatement, Entity
from ncrefs.problems import Problem, one_of, suggest

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*?\n)??)---[ \t]*(?:\n|\Z)", re.DOTALL)
_NUMBERS = {int: re.compile(r"-?[0-9]{1,18}"), float: re.compile(r"-?[0-9]{1,18}(?:\.[0-9]+)?")}
#: Endings of what people write for a catalog; other files in its folder are none of ours.
_WRITTEN = {".md", ".markdown", ".yaml", ".yml", ".bib"}
#: Filled in by the reader, not by the author.
_DERIVED = {"id", "text"}


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where a record was read: its file, the line of each field and of the body.
    """

    path: Path
    lines: Mapping[str, int] = field(default_factory=dict)  #: "posts[0].start" -> line
    body: int = 1  #: line on which the body starts

    def line(self, name: str) -> int:
        """
        The line of a field, or of what holds it, or 1.
        """
        while name:
            if name in self.lines:
                return self.lines[name]
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return 1


@dataclass(slots=True)
class _Reader:
    """
    Turns the YAML nodes of one file into values and notes what is wrong.
    """

    path: Path
    offset: int  #: lines of the file before the YAML
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def fail(self, where: str, message: str, line: int | None = None) -> None:
        at = line or self.lines.get(where, 1)
        self.problems.append(Problem(self.path, at, where or "file", message))

    def instance(self, cls: type, node: yaml.Node, where: str, **derived: object) -> Any:
        """
        Build a dataclass from a mapping; None where anything is wrong.
        """
        if cls is DatedStatement and isinstance(node, yaml.ScalarNode):
            value = self.leaf(Date, node, where)
            return None if value is None else DatedStatement(value=value)
        wanted = {f.name: f for f in dataclasses.fields(cls) if f.name not in derived}
        if not isinstance(node, yaml.MappingNode):
            keys = ", ".join(f"{name}: ..." for name in wanted)
            self.fail(where, f"expected fields; write {{{keys}}}")
            return None
        before = len(self.problems)
        values = dict(derived)
        hints = _hints(cls)
        for key, child in self.items(node, where):
            name = f"{where}.{key}" if where else key
            if key not in wanted:
                known = [n for n in wanted if n not in _DERIVED]
                hint = suggest(key, known) or f"; the fields are {one_of(known)}"
                self.fail(name, f"unknown field{hint}")
            else:
                values[key] = self.value(hints[key], child, name)
        for name, spec in wanted.items():
            needed = spec.default is dataclasses.MISSING
            if needed and name not in values and name not in _DERIVED:
                inside = f"{where}.{name}" if where else name
                self.fail(inside, "missing; the field is required", self.lines.get(where, 1))
        return cls(**values) if len(self.problems) == before else None

    def items(self, node: yaml.MappingNode, where: str) -> Iterator[tuple[str, yaml.Node]]:
        seen = set()
        for key_node, child in node.value:
            line = key_node.start_mark.line + 1 + self.offset
            if not isinstance(key_node, yaml.ScalarNode):
                self.fail(where, "a field's name is one word; quote text in brackets", line)
                continue
            key = key_node.value
            name = f"{where}.{key}" if where else key
            if key in seen:
                self.fail(name, "given twice; keep one", line)
                continue
            seen.add(key)
            self.lines[name] = line
            yield key, child

    def value(self, hint: Any, node: yaml.Node, where: str) -> Any:
        if typing.get_origin(hint) in (types.UnionType, typing.Union):
            hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        if typing.get_origin(hint) is tuple:
            item = typing.get_args(hint)[0]
            nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
            values = []
            for index, child in enumerate(nodes):
                name = f"{where}[{index}]"
                self.lines[name] = child.start_mark.line + 1 + self.offset
                values.append(self.value(item, child, name))
            return tuple(values)
        if dataclasses.is_dataclass(hint) and hint is not Date:
            return self.instance(typing.cast("type", hint), node, where)
        return self.leaf(hint, node, where)

    def leaf(self, hint: Any, node: yaml.Node, where: str) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self.fail(where, "expected one value, not a list or fields; quote text that has commas")
            return None
        text = " ".join(node.value.split())
        if not text:
            self.fail(where, "empty; write a value or leave the field out")
            return None
        try:
            return _convert(hint, text)
        except ValueError as error:
            self.fail(where, str(error))
            return None


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _convert(hint: Any, text: str) -> Any:
    """
    Text -> a value of a leaf type of the model.
    """
    if hint is str:
        return text
    if hint in (int, float):
        # Python alone would also take "1_000", "1e3" and "nan".
        if not _NUMBERS[hint].fullmatch(text):
            what = "a whole number" if hint is int else "a number"
            raise ValueError(f'"{text}" is not {what}; write digits only')
        return hint(text)
    if typing.get_origin(hint) is Literal:
        allowed = typing.get_args(hint)
    elif isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        allowed = tuple(member.value for member in hint)
    else:
        return hint(text)  # Date
    if text not in allowed:
        hint_text = suggest(text, allowed)
        raise ValueError(f'"{text}" is not allowed{hint_text or f"; write {one_of(allowed)}"}')
    return text if typing.get_origin(hint) is Literal else hint(text)


def read_record(path: Path, cls: type) -> tuple[Entity | None, Origin, list[Problem]]:
    """
    Read one file.

    Returns:
        The record, or None if it has mistakes; where it came from; the mistakes.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, Origin(path), [Problem(path, line, "file", "not UTF-8; save it as UTF-8")]
    except OSError as error:
        return None, Origin(path), [Problem(path, 1, "file", f"unreadable: {error.strerror}")]
    match = _FRONT_MATTER.match(text)
    if match is None:
        message = 'no front matter; start with a line "---", the fields, and a line "---"'
        return None, Origin(path), [Problem(path, 1, "file", message)]
    reader = _Reader(path, offset=1)
    body = text[match.end() :]
    body_line = text.count("\n", 0, match.end()) + 1 + len(body) - len(body.lstrip("\n"))
    if _ID.fullmatch(path.stem) is None:
        reader.fail("id", f'"{path.stem}": a file name is lower-case ASCII words joined by hyphens')
    entity = None
    try:
        node = yaml.compose(match["yaml"], Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # A character that YAML refuses has no mark, only a place among the bytes.
        start = match["yaml"].encode()[: getattr(error, "position", 0)]
        line = (mark.line if mark else start.count(b"\n")) + 2
        what = getattr(error, "problem", None) or getattr(error, "reason", str(error))
        reader.fail("file", f"broken YAML: {what}; quote text that has a colon or a bracket", line)
    else:
        if node is None:
            node = yaml.MappingNode("tag:yaml.org,2002:map", [])
        derived = {"id": path.stem, "text": body.strip("\n")}
        entity = reader.instance(cls, node, "", **derived)
    origin = Origin(path, reader.lines, body_line)
    return entity if not reader.problems else None, origin, reader.problems


def strays(root: Path) -> Iterator[Problem]:
    """
    Files that look like records or sources but stand where none is read.
    """
    known = {path for _, path in record_files(root)} | {root / "sources.bib"}
    for path in sorted(root.rglob("*")):
        if path.suffix not in _WRITTEN or path in known or not path.is_file():
            continue
        folder = path.relative_to(root).parts[0]
        hint = "" if folder in KINDS else suggest(folder, KINDS)
        message = f"is not read: records are <kind>/<id>.md, sources sources.bib{hint}"
        yield Problem(path, 1, "file", message)


def record_files(root: Path) -> Iterator[tuple[str, Path]]:
    """
    The record files of a catalog with the plural name of their kind, in order.
    """
    for kind in KINDS:
        for path in sorted((root / kind).glob("*.md")):
            yield kind, path
