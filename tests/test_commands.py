import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ncrefs.cli import COMMANDS, main
from ncrefs.kinds import KINDS
from ncrefs.reading import read_record
from tests.helpers import Folder


class Run:
    """
    Runs commands over a folder of records, in this process.
    """

    def __init__(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def __call__(self, *arguments: str, code: int = 0) -> str:
        found = main(["--records", str(self.folder.root), *arguments])
        written = self.capsys.readouterr()
        assert code == found, written.err
        return written.err if code else written.out


@pytest.fixture
def run(folder: Folder, capsys: pytest.CaptureFixture[str]) -> Run:
    """
    The command over the small catalog.
    """
    return Run(folder, capsys)


class TestShow:
    """
    Tests for `ncrefs show` and `ncrefs find`.
    """

    def test_show(self, run: Run) -> None:
        """
        A record is shown with its names, fields and prose, without markup.
        """
        shown = run("show", "pak-hun")

        assert shown.startswith("Pak Hun\npak-hun · person · 1900 – 1 May 1970 · reported\n")
        assert "박훈 · 朴勳" in shown
        assert "title: Commander; of: first-corps; start: 1950; end: 1956~" in shown
        assert "\nHe led the First Corps.\n\nFriends called him the owl; a coup was not" in shown
        assert "`" not in shown

    def test_citations(self, run: Run) -> None:
        """
        The keys of sources stay where they are asked for.
        """
        assert "[news2010, lee2001]" in run("show", "pak-hun", "--citations")

    def test_json(self, run: Run) -> None:
        """
        A record as JSON has all of its fields.
        """
        shown = json.loads(run("show", "news2010", "--json"))

        assert ("sources", "A General Dies") == (shown["kind"], shown["title"])

    def test_unknown(self, run: Run) -> None:
        """
        An unknown id exits with 1, suggests a near one, and shows no traceback.
        """
        message = 'ncrefs: no record "pak-hum"; did you mean "pak-hun"?\n'
        assert message == run("show", "pak-hum", code=1)

    def test_find(self, run: Run) -> None:
        """
        In a pipe a find is a line of its id, kind, name and summary.
        """
        line = "pak-hun\tpeople\tPak Hun\tA general who led the First Corps.\n"
        assert line == run("find", "Park Hoon")

    def test_find_sources(self, run: Run) -> None:
        """
        Sources are found by words of their authors and titles, in any order.
        """
        found = run("find", "general DIES", "--kind", "sources")
        assert "news2010 sources A General Dies" == " ".join(found.split())
        assert "lee2001" == run("find", "parties mina", "--kind", "sources").split()[0]

    def test_find_nothing(self, run: Run) -> None:
        """
        A name of nothing exits with 1.
        """
        assert 'ncrefs: nothing is called like "zzz"\n' == run("find", "zzz", code=1)

    @pytest.mark.parametrize(
        ("form", "written"), [("--json", "[]\n"), ("--csv", "id,kind,name,summary\n")]
    )
    def test_find_nothing_for_programs(
        self, folder: Folder, capsys: pytest.CaptureFixture[str], form: str, written: str
    ) -> None:
        """
        To programs it is an empty table, and no broken one.
        """
        assert 1 == main(["--records", str(folder.root), "find", "zzz", form])
        assert written == capsys.readouterr().out


class TestTable:
    """
    Tests for `ncrefs table`, `timeline` and `holders`.
    """

    def test_filters(self, run: Run) -> None:
        """
        Period and grade leave out what does not fit.
        """
        found = run("table", "purges", "--from", "1956", "--grade", "documented")

        assert "corps-purge\tCorps purge\tJanuary–March 1956\tdocumented\n" == found
        assert "" == run("table", "purges", "--to", "1950")

    def test_columns(self, run: Run) -> None:
        """
        Columns are fields, also those of nested values, in CSV with a head.
        """
        found = run("table", "people", "--columns", "id,fate_what,born", "--csv")

        rows = list(csv.DictReader(io.StringIO(found)))
        assert ["retired", ""] == [row["fate_what"] for row in rows]

    def test_nested_values(self, run: Run) -> None:
        """
        In CSV lists of words are words, and nested values JSON; JSON has them as they are.
        """
        columns = ("--columns", "id,target,victims,actors,plan,trigger,when_earliest")
        (row,) = csv.DictReader(io.StringIO(run("table", "plots", *columns, "--csv")))
        (told,) = json.loads(run("table", "plots", *columns, "--json"))

        assert ("the-army", "A march on the capital.", "") == (
            row["target"],
            row["plan"],
            row["trigger"],
        )
        assert ["first-corps", None] == [actor["who"] for actor in json.loads(row["actors"])]
        assert {"low": 10, "high": 12} == {n: told["victims"][0][n] for n in ("low", "high")}
        assert told["victims"] == json.loads(row["victims"])
        assert (["the-army"], None, "1955-01-01") == (
            told["target"],
            told["trigger"],
            told["when_earliest"],
        )

    def test_lists(self, run: Run) -> None:
        """
        Several words are parted by semicolons.
        """
        folder = run.folder
        folder.replace("plots/corps-plot.md", "target: [the-army]", "target: [the-army, pak-jin]")
        assert "the-army; pak-jin\n" == run("table", "plots", "--columns", "target")

    def test_any_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        JSON is JSON also where the output has no letters for a name.
        """
        out = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
        monkeypatch.setattr(sys, "stdout", out)

        assert 0 == main(["--records", str(run.folder.root), "show", "pak-hun", "--json"])

        out.seek(0)
        assert "박훈" == json.loads(out.read())["korean"]["hangul"]

    def test_unknown_column_of_nothing(self, run: Run) -> None:
        """
        A column is unknown also where no row is left.
        """
        told = run("table", "people", "--columns", "fate_wat", "--to", "1800", code=2)

        assert 'no column "fate_wat"; did you mean "fate_what"?' in told

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("timeline", "--kind", "people"), "'people' is not one of 'plots', "),
            (("table", "places", "--grade", "reported"), "no record here can have a grade"),
            (("table", "plots", "--grade", "sure"), "'sure' is not one of 'documented', "),
            (("find", "Pak", "--kind", "person"), "'person' is not one of 'people', "),
            (("holders", "first-corps", "--office", "king"), 'no office "king"; write head of '),
        ],
    )
    def test_filters_that_nothing_can_pass(
        self, run: Run, arguments: tuple[str, ...], told: str
    ) -> None:
        """
        What no record can be is refused, rather than not found.
        """
        assert told in run(*arguments, code=2)

    def test_unknown_column(self, run: Run) -> None:
        """
        An unknown column is an error of usage that suggests a near one.
        """
        told = run("table", "people", "--columns", "id,fate_wat", code=2)

        assert 'no column "fate_wat"; did you mean "fate_what"?' in told

    def test_bad_date(self, run: Run) -> None:
        """
        What is no date is an error of usage.
        """
        assert run("timeline", "--from", "soon", code=2).startswith('ncrefs: "soon" is not a date')

    def test_timeline(self, run: Run) -> None:
        """
        The timeline is in the order of dates, as JSON where that is asked for.
        """
        found = json.loads(run("timeline", "--json"))

        assert ["handover", "port-strike", "corps-plot", "corps-purge"] == [
            row["id"] for row in found
        ]
        assert 1 == run("timeline", "--kind", "plots").count("\n")

    def test_holders(self, run: Run) -> None:
        """
        Holders of an organization's posts are listed, on a day those of that day.
        """
        line = "pak-hun\tPak Hun\tCommander\t1950\t1956~\t\n"
        assert line == run("holders", "first-corps")
        assert "" == run("holders", "first-corps", "--on", "1960")
        assert 'did you mean "first-corps"?' in run("holders", "first-corp", code=1)


class TestCite:
    """
    Tests for `ncrefs cite`.
    """

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["lee2001", "--apa"], "Lee, M. (2001). Armies and Parties. Hanul.\n"),
            (["lee2001"], "Lee, Mina. Armies and Parties. Hanul, 2001.\n"),
            (["lee2001", "--bibtex"], "@book{lee2001,\n  author = {Lee, Mina},\n"),
            (["lee2001", "--csl"], '[\n {\n  "id": "lee2001",\n'),
            (["news2010", "--apa"], "(2010, May). A General Dies. https://example.org/general\n"),
            (["pak-hun", "--apa"], "The ncrefs authors (2026). Pak Hun. In Why has North Korea"),
        ],
    )
    def test_styles(self, run: Run, arguments: list[str], expected: str) -> None:
        """
        Sources and records are cited in each style.
        """
        assert run("cite", *arguments).startswith(expected)


class TestExport:
    """
    Tests for `ncrefs export`.
    """

    def test_one(self, run: Run, tmp_path: Path) -> None:
        """
        A format is written where the path says, and the file is told.
        """
        file = tmp_path / "a.ttl"

        assert f"{file}\n" == run("export", "turtle", str(file))
        assert b"@prefix" in file.read_bytes()

    def test_all(self, run: Run, tmp_path: Path) -> None:
        """
        All formats are written into one folder.
        """
        pytest.importorskip("pyarrow")
        run("export", "all", str(tmp_path / "all"))

        assert (tmp_path / "all" / "ncrefs-json" / "ncrefs.json").is_file()
        assert (tmp_path / "all" / "ncrefs.sqlite").is_file()

    def test_unknown(self, run: Run) -> None:
        """
        An unknown format is an error of usage.
        """
        assert "'xlsx' is not one of" in run("export", "xlsx", code=2)

    def test_nowhere(self, run: Run) -> None:
        """
        A file that cannot be written exits with 2 and no traceback.
        """
        assert "/dev/null" in run("export", "turtle", "/dev/null/a.ttl", code=2)


class TestNew:
    """
    Tests for `ncrefs new`.
    """

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("options", [[], ["--all"]])
    def test_readable(self, run: Run, tmp_path: Path, kind: str, options: list[str]) -> None:
        """
        The record to fill in has all required fields, each of its type: only texts are empty.
        """
        file = tmp_path / kind / "a.md"
        file.parent.mkdir()
        file.write_text(run("new", kind, *options), "utf-8")

        _, _, problems = read_record(file, KINDS[kind].cls)

        assert {"empty; write a value or leave the field out"} >= {p.message for p in problems}

    def test_file(self, run: Run) -> None:
        """
        With an id the file is made, and no file or id is taken twice.
        """
        run("new", "events", "new-strike")

        assert (run.folder / "events/new-strike.md").is_file()
        assert "exists" in run("new", "events", "new-strike", code=2)
        assert "is taken" in run("new", "people", "port-strike", code=2)
        assert "lower-case ASCII" in run("new", "people", "Pak", code=2)


class TestDiff:
    """
    Tests for `ncrefs diff`.
    """

    def test_text(self, run: Run, tmp_path: Path) -> None:
        """
        What changed is told in words, and by the exit code where that is asked for.
        """
        other = Folder(tmp_path / "other")
        other.replace("purges/corps-purge.md", "grade: documented", "grade: reported")

        told = run("diff", str(run.folder.root), str(other.root))

        assert "Changed (1)\n  purges/corps-purge: Corps purge, grade lowered\n" in told
        assert "    grade: documented -> reported\n" in told
        assert run("diff", str(run.folder.root), str(other.root), "--exit-code", code=1) == ""

    def test_json(self, run: Run, tmp_path: Path) -> None:
        """
        A complete JSON is compared as well as a folder.
        """
        run("export", "json", str(tmp_path / "old"))
        old = str(tmp_path / "old" / "ncrefs.json")

        told = json.loads(run("diff", old, str(run.folder.root), "--json"))

        assert [] == told["changes"]

    def test_no_json(self, run: Run, tmp_path: Path) -> None:
        """
        Another file is an error of usage.
        """
        file = tmp_path / "a.json"
        file.write_text("[]")

        message = 'no complete JSON of ncrefs; it has neither "records" nor "digests"'
        assert f"ncrefs: {file}: {message}\n" == run("diff", str(file), code=2)


class TestHelp:
    """
    Tests for the help and what else all commands share.
    """

    @pytest.mark.parametrize("command", COMMANDS)
    def test_help(self, run: Run, command: str) -> None:
        """
        Each command says what it does, with examples.
        """
        told = run(command, "--help")

        assert f"Usage: ncrefs {command}" in told
        assert "\n  Examples:\n    " in told

    def test_capitals_do_not_count(self, run: Run) -> None:
        """
        Kinds, grades and formats may be written in capitals.
        """
        assert run("table", "plots", "--grade", "alleged") == run(
            "table", "Plots", "--grade", "Alleged"
        )

    def test_unknown_kind(self, run: Run) -> None:
        """
        An unknown kind lists those that there are, once.
        """
        assert 1 == run("table", "plot", code=2).count("organizations")

    def test_near_command(self, run: Run) -> None:
        """
        A command that is nearly one is suggested.
        """
        assert 'no command "shwo"; did you mean "show"?' in run("shwo", code=2)

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_completion(self, run: Run, shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Each shell gets its script.
        """
        monkeypatch.setattr(
            "click.shell_completion.BashComplete._check_version", staticmethod(lambda: None)
        )
        assert "_NCREFS_COMPLETE" in run("completion", shell)

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("show jang-song", "jang-song-thaek\tJang Song Thaek"),
            ("cite lankov2002", "lankov2002\tKim Takes Control"),
            ("--records {} show pak-j", "pak-jin\tPak Jin"),
        ],
    )
    def test_ids_are_completed(
        self, folder: Folder, tmp_path: Path, words: str, found: str
    ) -> None:
        """
        A shell completes ids and keys, of the folder that is named.
        """
        words = f"ncrefs {words}".format(folder.root)
        done = subprocess.run(
            [sys.executable, "-c", "from ncrefs.cli import cli; cli(prog_name='ncrefs')"],
            cwd=tmp_path,
            env={
                **os.environ,
                "_NCREFS_COMPLETE": "fish_complete",
                "COMP_WORDS": words,
                "COMP_CWORD": words.split()[-1],
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

        assert found in done.stdout

    @pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp949", "utf-8"])
    def test_encoding(self, tmp_path: Path, encoding: str) -> None:
        """
        Whatever letters the output has, the command ends well.
        """
        done = subprocess.run(
            [sys.executable, "-m", "ncrefs", "show", "jang-song-thaek"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )

        assert (0, b"") == (done.returncode, done.stderr)

    def test_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        On a terminal a table has a head and lines.
        """
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", "120")

        drawn = run("timeline", "--kind", "plots")

        assert "name" in drawn
        assert "─" in drawn
