"""
The entries of a BibTeX file, with the lines of their fields and what cannot be read.

Loaded only when sources are read: pybtex takes a quarter of the time of all records, and
a catalog's people can be used without its sources.
"""

import re
from dataclasses import dataclass
from typing import Any

from pybtex.database.input.bibtex import (  # type: ignore[import-untyped]
    LowLevelParser,
    UndefinedMacro,
)

#: A field and an entry at the start of a line, and the key of what should be one.
_FIELD = re.compile(r'^[ \t]*([A-Za-z]+)\s*=\s*[{"]', re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*@", re.MULTILINE)
_KEY = re.compile(r"^[ \t]*@?[A-Za-z]*\s*[{(]\s*([^\s,{}()]+)\s*,", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """
    A field as it is written, and the line on which it starts.
    """

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """
    An entry: its type in lower case, its key, and the line on which it starts.
    """

    type: str
    key: str
    line: int
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """
    What cannot be read, and what to write instead.
    """

    key: str  #: of the entry; "" outside of entries
    line: int
    message: str


def read_entries(text: str) -> tuple[list[Entry], list[Fault]]:
    """
    Read the text of a BibTeX file.

    A fault ends its entry, so that it takes no other with it.

    Returns:
        The entries in order, as far as they have keys; what cannot be read.
    """
    parser = _Parser(text)
    parser.look_behind("")
    for command, (key, *values) in parser:
        if command.lower() in {"preamble", "string"} or key is None:
            continue
        fields = zip(values[0], parser.lines, strict=True)
        read = (Field(name, "".join(parts), line) for (name, parts), line in fields)
        line = parser.line(parser.command_start)
        parser.entries.append(Entry(command.lower(), key, line, tuple(read)))
        parser.look_behind(key)
    return parser.entries, parser.faults


class _Parser(LowLevelParser):  # type: ignore[misc]
    """
    Notes the line of each field of an entry, and what is wrong.
    """

    def __init__(self, text: str) -> None:
        # Of the default macros, months are of no use, and those of one file would be
        # kept for the next.
        super().__init__(text, macros={}, handle_error=self._fault)
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self.lines: list[int] = []
        self._start = 0  # of the field that is being read

    def line(self, place: int) -> int:
        """
        The line of a place in the text.
        """
        if place <= self.pos:
            found = self.lineno - self.text.count("\n", place, self.pos)
        else:
            found = self.lineno + self.text.count("\n", self.pos, place)
        return int(found)

    def parse_command(self) -> Any:
        """
        Read an entry; pybtex's own name.
        """
        self.lines = []
        self._start = self.pos
        return super().parse_command()

    def parse_field(self) -> None:
        """
        Read a field; pybtex's own name.
        """
        self.eat_whitespace()
        self._start, line = self.pos, self.lineno
        super().parse_field()
        if self.current_field_name:
            self.lines.append(line)

    def look_behind(self, key: str) -> None:
        """
        Note fields that stand behind the entry with the *key* and belong to none.
        """
        entry = _ENTRY.search(self.text, self.pos)
        end = entry.start() if entry else len(self.text)
        field = _FIELD.search(self.text, self.pos, end)
        if field is None:
            return
        unmarked = _KEY.search(self.text, self.pos, field.start())
        if unmarked:
            what = f'no "@" before the type of "{unmarked[1]}"; write for example @online'
            self._note_broken(unmarked, what)
        else:
            what = f'"{field[1]}" stands behind the end of the entry; take out a brace above it'
            self.faults.append(Fault(key, self.line(field.start(1)), what))
        self._resume(self.pos)

    def _note_broken(self, key: re.Match[str], message: str) -> None:
        """
        Note an entry that cannot be read, so that its key is known.
        """
        line = self.line(key.start(1))
        self.entries.append(Entry("", key[1], line))
        self.faults.append(Fault(key[1], line, message))

    def _resume(self, place: int) -> None:
        """
        Go on reading at the next entry.
        """
        entry = _ENTRY.search(self.text, place)
        self.lineno = self.line(entry.start() if entry else len(self.text))
        self.pos = entry.start() if entry else len(self.text)

    def _fault(self, error: Any) -> None:
        key = self.current_entry_key
        if key is None:
            what = f"no entry, {error.args[0]}; write @type{{key, and a line for each field"
            written = _KEY.match(self.text, self.command_start)
            if written:
                self._note_broken(written, what)
            else:  # the parser is where it looked for a key, maybe lines below
                self.faults.append(Fault("", self.line(self.command_start), what))
            self._resume(self.command_start + 1)
            return
        place, message = self._lost() or self._unexpected(error)
        self.faults.append(Fault(key, self.line(place), message))
        if not isinstance(error, UndefinedMacro):
            self._resume(self._start)

    def _lost(self) -> tuple[int, str] | None:
        """
        The end of a field, of an entry, or a key that is missing, and where it should be.
        """
        name = self.current_field_name or ""
        read = self.text[self._start : self.pos]
        before = len(self.text[: self._start].rstrip())
        # A value without an end takes the fields below it, or the end of its entry.
        taken = _FIELD.search(read, 1) or re.search(r"\n[ \t]*\}\s*$", read)
        if name and (taken or read.count("{") > read.count("}")):
            return self._start, f'"{name}" has no end; close its brace or quotation mark'
        if not self.lines and self.text[before - 1] != ",":
            return before, "no key, or one of several words; write @type{key, and then the fields"
        no_end = "the entry has no end; write a brace below its fields"
        if name.startswith("@"):  # the next entry
            return before, no_end
        if self.text[self.pos :].lstrip()[:1] in ("@", ""):
            return len(self.text[: self.pos].rstrip()), no_end
        return None

    def _unexpected(self, error: Any) -> tuple[int, str]:
        """
        Where what is written breaks off, and what should be there.
        """
        name, what = str(self.current_field_name).rstrip(":"), error.args[0]
        if isinstance(error, UndefinedMacro):
            message = f'"{what}" has no braces; write {name} = {{{what}}}'
        elif what.startswith("'='"):
            message = f'no "=" after "{name}"; write {name} = {{value}}'
        elif what.startswith("field value"):
            message = f'"{name}" has no value in braces; write {name} = {{value}}'
        elif self.text[self.pos :].lstrip()[:1].isalpha():
            message = f'no comma after "{name}"; write one'
        else:
            message = f'unreadable after "{name}", {what}; write name = {{value}}, and a comma'
        return len(self.text[: self.pos].rstrip()), message
