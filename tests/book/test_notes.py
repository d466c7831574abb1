"""
What documents note, from build to build.
"""

from types import SimpleNamespace
from typing import Any

from ncrefs.book.notes import Notes

APP: Any = None


def test_notes_stay_with_the_environment() -> None:
    env: Any = SimpleNamespace()
    Notes[int]("said").of(env)["a"] = 1
    assert {"a": 1} == Notes[int]("said").of(env)
    assert {} == Notes[int]("other").of(env)


def test_a_document_that_is_gone_has_none() -> None:
    env: Any = SimpleNamespace(said={"a": 1, "b": 2})
    notes = Notes[int]("said")
    notes.purge(APP, env, "a")
    notes.purge(APP, env, "c")
    assert {"b": 2} == notes.of(env)


def test_a_parallel_reader_hands_over_what_it_read() -> None:
    """
    The documents that it read, some of which note nothing, and none of the others.
    """
    env: Any = SimpleNamespace(said={"a": 1, "b": 2})
    other: Any = SimpleNamespace(said={"a": 0, "b": 3, "d": 4})
    notes = Notes[int]("said")
    notes.merge(APP, env, {"b", "c", "d"}, other)
    assert {"a": 1, "b": 3, "d": 4} == notes.of(env)
