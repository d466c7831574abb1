"""
Record file -> dataclass, with the file and line of every mistake.

A record is a file of UTF-8 text: a line `---`, the fields in YAML, a line
`---`, and the body in MyST. Every YAML scalar is read as text and given its
type by the model, so `no` is no boolean and `1956` no number. One value may
stand for a list of one, and a bare date for a `DatedStatement` without evidence of
its own.
"""

import dataclasses
import re
import typing
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ncrefs import characters, hints, yamlfaults
from ncrefs.dates import Date
from ncrefs.files import read_text
from ncrefs.ids import wrong_id
from ncrefs.model import DatedStatement, Entity
from ncrefs.numerals import read_number
from ncrefs.origins import Origin
from ncrefs.problems import Problem, choose, near, remedied

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*?\n)??)---[ \t]*(?:\n|\Z)", re.DOTALL)
#: What YAML takes for nothing, and for true or false, unless it is quoted.
_NOTHING = {"~", "null", "Null", "NULL"}
_TRUTH = {"true", "True", "TRUE", "false", "False", "FALSE"}
#: What YAML makes of a value without a tag; the model alone says what it is.
_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("bool", "float", "int", "merge", "null", "str", "timestamp", "value")
}
_DATES = "write for example 1956-08-30, 1956-08 or 1956"
#: Filled in by the reader, not by the author.
_DERIVED = {"id", "text"}


@dataclass(slots=True)
class _Reader:
    """
    Turns the YAML nodes of one file into values and notes what is wrong.
    """

    path: Path
    offset: int  #: lines of the file before the YAML
    written: list[str]  #: the lines of the YAML
    told: frozenset[str] = frozenset()  #: what is said of the file's characters already
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
        declared = _hints(cls)
        known = [name for name in wanted if name not in _DERIVED]
        meant = set()
        for key_node, child in self.items(node, where):
            key = key_node.value
            name = f"{where}.{key}" if where else key
            if key in known:
                values[key] = self.value(declared[key], child, name)
            else:
                self.unknown(key_node, child, name, known)
                meant.add(near(re.split("[:=：]", key)[0].strip(f"- {characters.SPACES}"), known))
        for name in known:
            needed = wanted[name].default is dataclasses.MISSING
            if needed and name not in values and name not in meant:
                inside = f"{where}.{name}" if where else name
                self.fail(inside, "missing; the field is required", self.lines.get(where, 1))
        return cls(**values) if len(self.problems) == before else None

    def unknown(self, key: yaml.ScalarNode, child: yaml.Node, where: str, known: list[str]) -> None:
        """
        Note a key that is no field.
        """
        wrong = yamlfaults.wrong_key(self.written, key, child, self.offset)
        if not wrong:
            self.fail(where, f"unknown field{choose(key.value, known, 'the fields are')}")
        elif not any(problem.message == wrong for problem in self.problems):  # one slip, told once
            self.fail(where[: -len(key.value)].rstrip("."), wrong, self.lines[where])

    def items(
        self, node: yaml.MappingNode, where: str
    ) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
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
            yield key_node, child

    def value(self, hint: Any, node: yaml.Node, where: str) -> Any:
        hint = hints.bare(hint)
        if item := hints.item(hint):
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
        try:
            return _convert(hint, self.text(hint, node))
        except ValueError as error:
            self.fail(where, remedied(str(error), _DATES))
            return None

    def text(self, hint: Any, node: yaml.Node) -> str:
        """
        The text of a scalar, in which YAML may mean something else than its author.
        """
        if not isinstance(node, yaml.ScalarNode):
            raise ValueError(  # noqa: TRY004  (a mistake of the file, told as any other)
                "expected one value, not a list or fields; quote text that has commas"
            )
        if node.tag not in _TAGS:
            raise ValueError(f'"{node.tag}" is a tag; leave it out: every value is text')
        text = unicodedata.normalize("NFC", node.value)
        # Characters that stand in the file as they are have been told; these are escaped.
        for _, what in characters.strange(text):
            if what not in self.told:
                raise ValueError(what)
        if wrong := yamlfaults.wrong_text(node, self.offset):
            raise ValueError(wrong)
        if not node.style and text in _NOTHING:
            raise ValueError(f'"{text}" is nothing to YAML; leave the field out, or quote it')
        if not node.style and hint is str and text in _TRUTH:
            raise ValueError(f'"{text}" is no text to YAML; write words, or quote it')
        text = " ".join(text.split())
        if not text and (sign := re.search(r": +([#&])", self.written[node.start_mark.line])):
            raise ValueError(f'"{sign[1]}" starts what is no text to YAML; quote the value')
        if not text:
            raise ValueError("empty; write a value or leave the field out")
        return text


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
        return read_number(hint, text)
    allowed = hints.words(hint)
    if allowed and text not in allowed:
        raise ValueError(f'"{text}" is not allowed{choose(text, allowed)}')
    return hint(text) if isinstance(hint, type) else text


def read_record(path: Path, cls: type) -> tuple[Entity | None, Origin, list[Problem]]:
    """
    Read one file.

    Returns:
        The record, or None if it has mistakes; where it came from; the mistakes.
    """
    file = read_text(path)
    if file.lost:
        return None, Origin(path), list(file.problems)
    text = file.text
    match = FRONT_MATTER.match(text)
    if match is None:
        message = 'no front matter; start with a line "---", the fields, and a line "---"'
        if text.startswith("---\n"):
            message = 'the fields have no end; write a line "---" below them'
        strange = [Problem(path, line, "file", what) for line, what in file.strange]
        return None, Origin(path), [Problem(path, 1, "file", message), *strange]
    told = frozenset(what for _, what in file.strange)
    reader = _Reader(path, offset=1, written=match["yaml"].split("\n"), told=told)
    body = text[match.end() :]
    body_line = text.count("\n", 0, match.end()) + 1 + len(body) - len(body.lstrip("\n"))
    if wrong := wrong_id(path.stem):
        reader.fail("id", wrong)
    entity = None
    try:
        node = yaml.compose(match["yaml"], Loader=Loader)
    except yaml.YAMLError as error:
        line, what = yamlfaults.explain(match["yaml"], error, reader.offset)
        reader.fail("file", what, line)
    else:
        if node is None:
            node = yaml.MappingNode("tag:yaml.org,2002:map", [])
        derived = {"id": path.stem, "text": body.strip("\n")}
        entity = reader.instance(cls, node, "", **derived)
    origin = Origin(path, reader.lines, body_line)
    for line, what in file.strange:
        reader.fail(origin.field(line), what, line)
    return entity if not reader.problems else None, origin, reader.problems
