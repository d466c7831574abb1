from pathlib import Path

import pytest

from ncrefs.problems import CatalogError, Problem, one_of, suggest


class TestProblem:
    """
    Tests for `Problem`.
    """

    def test_line_for_editors(self) -> None:
        """
        A problem prints as `path:line: field: message`.
        """
        problem = Problem(Path("/records/a.md"), 3, "name", "missing")

        assert "/records/a.md:3: name: missing" == str(problem)

    def test_path_below_working_directory(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        A path below the working directory prints relative to it.
        """
        monkeypatch.chdir(tmp_path)

        assert "a/b.md:3: name: missing" == str(Problem(tmp_path / "a/b.md", 3, "name", "missing"))

    def test_one_line(self) -> None:
        """
        Characters that nobody sees are escaped, also in the names of files.
        """
        problem = Problem(Path("/a\nb.md"), 3, "x\u200by", 'no "\x1b[31m\n"')

        assert '/a\\nb.md:3: x\\u200by: no "\\x1b[31m\\n"' == str(problem)

    def test_long_values_are_cut(self) -> None:
        """
        A value that runs on is cut, and what to write is still there.
        """
        problem = Problem(Path("a.md"), 3, "name", f'"{"x" * 500}" is no id; write one')

        assert f'"{"x" * 79}..." is no id; write one' == problem.message

    def test_advice(self) -> None:
        """
        Advice is told from mistakes.
        """
        problem = Problem(Path("/a.md"), 3, "name", "odd; look again", "advice")

        assert "/a.md:3: name: advice: odd; look again" == str(problem)

    def test_working_directory_that_is_gone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """
        Without a working directory paths print as they are.
        """
        (tmp_path / "gone").mkdir()
        monkeypatch.chdir(tmp_path / "gone")
        (tmp_path / "gone").rmdir()

        assert "/a.md:3: name: missing" == str(Problem(Path("/a.md"), 3, "name", "missing"))


class TestCatalogError:
    """
    Tests for `CatalogError`.
    """

    def test_sorts_and_prints_each_once(self) -> None:
        """
        The error holds and prints its problems by file and line, each once.
        """
        first, second, third = (
            Problem(Path("a.md"), 2, "name", "missing"),
            Problem(Path("a.md"), 10, "born", "missing"),
            Problem(Path("b.md"), 1, "name", "missing"),
        )

        error = CatalogError([third, second, first, second])

        assert [first, second, third] == error.problems
        assert f"{first}\n{second}\n{third}" == str(error)


class TestSuggest:
    """
    Tests for `suggest`.
    """

    def test_near(self) -> None:
        """
        The nearest word is offered.
        """
        words = ["kim-jong-un", "kim-jong-il", "jang-song-thaek"]

        assert '; did you mean "kim-jong-il"?' == suggest("kim-jong-li", words)

    def test_far(self) -> None:
        """
        Nothing is offered if no word is near.
        """
        assert not suggest("xyz", ["kim-jong-il"])


class TestOneOf:
    """
    Tests for `one_of`.
    """

    @pytest.mark.parametrize(
        ("words", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
    )
    def test_list(self, words: list[str], text: str) -> None:
        """
        Words are listed as a reader lists them.
        """
        assert text == one_of(words)
