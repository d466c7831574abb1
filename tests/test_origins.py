from pathlib import Path

import pytest

from ncrefs.origins import Origin

ORIGIN = Origin(
    Path("people/o-jin-u.md"),
    {"name": 2, "posts": 4, "posts[0]": 5, "posts[0].start": 6, "posts[1]": 8, "sources": 10},
    body=13,
)


class TestLine:
    """
    The line of a field, or of the nearest thing that holds it.
    """

    @pytest.mark.parametrize(
        ("name", "line"),
        [
            ("name", 2),
            ("posts[0].start", 6),
            ("posts[0].end", 5),  # absent: that of the post
            ("posts[1].start.year", 8),
            ("posts[2].start", 4),  # that of the list
            ("sources[3]", 10),
            ("summary", 1),  # nothing holds it
            ("", 1),
        ],
    )
    def test_is_that_of_the_field_or_its_holder(self, name: str, line: int) -> None:
        assert ORIGIN.line(name) == line


class TestField:
    """
    The field on a line.
    """

    @pytest.mark.parametrize(
        ("line", "name"),
        [
            (1, "file"),
            (2, "name"),
            (3, "name"),  # goes on
            (5, "posts[0]"),
            (7, "posts[0].start"),
            (8, "posts[1]"),
            (12, "sources"),
            (13, "text"),
            (99, "text"),
        ],
    )
    def test_is_the_last_that_begins_by_then(self, line: int, name: str) -> None:
        assert ORIGIN.field(line) == name

    def test_a_file_without_fields_has_none(self) -> None:
        assert Origin(Path("a.md"), body=5).field(3) == "file"
