from pathlib import Path

import pytest

from ncrefs.problems import CatalogError, Problem, choose, one_of, remedied, suggest


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

    @pytest.mark.parametrize(("letters", "shown"), [(83, "x" * 83), (84, "x" * 80 + "...")])
    def test_long_fields_are_cut(self, letters: int, shown: str) -> None:
        """
        So that what is cut is longer than what says so.
        """
        assert shown == Problem(Path("a.md"), 3, "x" * letters, "missing").field

    @pytest.mark.parametrize(("letters", "shown"), [(603, "x" * 603), (604, "x" * 600 + "...")])
    def test_long_messages_are_cut(self, letters: int, shown: str) -> None:
        """
        Also where no value is long.
        """
        assert shown == Problem(Path("a.md"), 3, "name", "x" * letters).message

    def test_values_that_fit_stay(self) -> None:
        """
        A value is cut from 80 letters on.
        """
        message = f'"{"x" * 79}" is no id'

        assert message == Problem(Path("a.md"), 3, "name", message).message

    def test_relative_path(self) -> None:
        """
        A path that is relative stays as it is.
        """
        assert "a.md:3: name: missing" == str(Problem(Path("a.md"), 3, "name", "missing"))

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

    @pytest.mark.parametrize("text", ["Kim Jong Il", "KIM-JONG-IL"])
    def test_capitals(self, text: str) -> None:
        """
        Capitals do not count: a name leads to the id that is made of it.
        """
        assert '; did you mean "kim-jong-il"?' == suggest(text, ["jang-song-thaek", "kim-jong-il"])

    def test_far(self) -> None:
        """
        Nothing is offered if no word is near.
        """
        assert not suggest("xyz", ["kim-jong-il"])

    @pytest.mark.parametrize(
        ("word", "hint"),
        [
            ("Coupe", '; did you mean "coup"?'),
            ("xyz", "; there are coup or riot"),
            ("", "; there are coup or riot"),
        ],
    )
    def test_choose(self, word: str, hint: str) -> None:
        """
        Where a choice is small, all of it is told if no word is near.
        """
        assert hint == choose(word, ["coup", "riot"], "there are")
        assert not choose(word, [])


class TestRemedied:
    """
    Tests for `remedied`.
    """

    @pytest.mark.parametrize(
        ("message", "told"), [("wrong", "wrong; mend it"), ("wrong; leave it", "wrong; leave it")]
    )
    def test_once(self, message: str, told: str) -> None:
        """
        A message says what to do, its own remedy or the other.
        """
        assert told == remedied(message, "mend it")


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
