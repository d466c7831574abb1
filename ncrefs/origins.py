"""
Where records and sources were read, so that what is wrong is told with its line.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where a record or source was read: its file, the line of each field and of the body.
    """

    path: Path
    lines: dict[str, int] = field(default_factory=dict)  #: "posts[0].start", "lee2001.date" -> line
    body: int = 1  #: line on which the body starts

    def field(self, line: int) -> str:
        """
        The field that stands on a line, or "text" for the body.
        """
        if line >= self.body:
            return "text"
        return next((name for name in reversed(self.lines) if self.lines[name] <= line), "file")

    def line(self, name: str) -> int:
        """
        The line of a field, or of what holds it, or 1.
        """
        while name:
            if name in self.lines:
                return self.lines[name]
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return 1
