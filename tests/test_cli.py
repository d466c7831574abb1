import subprocess
import sys
from pathlib import Path

import pytest

from ncrefs.cli import main
from tests.helpers import Folder

PERSON = "people/pak-hun.md"


def break_all(folder: Folder) -> list[str]:
    """
    Make every sort of mistake at once; the lines that the command has to print.
    """
    folder.replace(PERSON, "summary: A general who led the First Corps.", "summary: A: general")
    folder.write("people/pak-jin.md", b"---\nname: \xff\n---\n")
    folder.write("places/port-nam.md", "no fields")
    folder.replace("plots/corps-plot.md", "low: 10", "low: ten")
    folder.replace("purges/corps-purge.md", "[the-army]", "[the-amry]")
    folder.replace("sources.bib", "{journalism}", "{press}")
    folder.replace("terms/coup.md", "An open attempt by", "An <b>open</b> [attempt](#zzz)\nby")
    folder.write("terms/Coup.md", "---\n---\n")
    return [
        "people/pak-hun.md:5: file: broken YAML: ",
        "people/pak-jin.md:2: file: not UTF-8",
        "places/port-nam.md:1: file: no front matter",
        "plots/corps-plot.md:15: victims[0].low: ",
        'purges/corps-purge.md:5: ordered_by[0]: no record "the-amry"; did you mean "the-army"?',
        "sources.bib:9: news2010.tier: ",
        'terms/Coup.md:1: id: "Coup"',
        "terms/Coup.md:1: name: missing",
        "terms/Coup.md:1: summary: missing",
        'terms/coup.md:7: text: raw HTML "</b>"',
        'terms/coup.md:7: text: raw HTML "<b>"',
        'terms/coup.md:7: text: the link "#zzz" leads nowhere',
    ]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """
    Run the command as a user does, in a process of its own.
    """
    return subprocess.run(
        [sys.executable, "-m", "ncrefs", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=False,
    )


class TestCheck:
    """
    Tests for `ncrefs check`.
    """

    def test_no_mistakes(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A folder without mistakes says what was checked and exits with 0.
        """
        assert 0 == main(["check", str(folder.root)])
        assert ("15 records and 2 sources: no problems.\n", "") == capsys.readouterr()

    def test_mistakes(self, folder: Folder) -> None:
        """
        Mistakes exit with 1 and print one line each, in order, with no traceback.
        """
        expected = break_all(folder)

        done = run("check", "records", cwd=folder.root.parent)

        lines = done.stdout.splitlines()
        assert 1 == done.returncode
        assert len(expected) == len(lines)
        assert all(line.startswith(f"records/{e}") for line, e in zip(lines, expected, strict=True))
        assert "12 problems.\n" == done.stderr

    def test_one_mistake(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A single mistake is counted as one.
        """
        folder.replace(PERSON, "value: Q42", "value: 42")

        assert 1 == main(["check", str(folder.root)])
        assert "1 problem.\n" == capsys.readouterr().err

    def test_files(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Of single files only their own mistakes are shown.
        """
        expected = break_all(folder)
        names = ["purges/corps-purge.md", "sources.bib"]

        assert 1 == main(["check", *(str(folder / name) for name in names)])

        lines = capsys.readouterr().out.splitlines()
        assert 2 == len(lines)
        assert lines[0].endswith(expected[4])
        assert "sources.bib:9: news2010.tier: " in lines[1]

    def test_sources_alone(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        The sources may be the only file.
        """
        break_all(folder)

        assert 1 == main(["check", str(folder / "sources.bib")])
        assert 1 == len(capsys.readouterr().out.splitlines())

    def test_folder_beside_a_file(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A folder is checked whole, whatever files are given beside it.
        """
        expected = break_all(folder)

        assert 1 == main(["check", str(folder.root), str(folder / "claims/c001.md")])
        assert len(expected) == len(capsys.readouterr().out.splitlines())

    def test_no_path(
        self,
        folder: Folder,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """
        Without a path the records that come with the package are checked.
        """
        monkeypatch.setattr("ncrefs.cli.DATA", folder.root)
        folder.replace(PERSON, "value: Q42", "value: 42")

        assert 1 == main(["check"])
        assert "people/pak-hun.md:17: identifiers[0].value: " in capsys.readouterr().out

    def test_file_without_mistakes(
        self, folder: Folder, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A file without mistakes exits with 0, whatever other files hold.
        """
        break_all(folder)

        assert 0 == main(["check", str(folder / "claims/c001.md")])
        assert "no problems" in capsys.readouterr().out

    @pytest.mark.parametrize("name", ["nowhere", "people/pak-hin.md"])
    def test_no_such_file(
        self, folder: Folder, capsys: pytest.CaptureFixture[str], name: str
    ) -> None:
        """
        A path that does not exist is an error of usage.
        """
        assert 2 == main(["check", str(folder / name)])
        assert ("", f"{folder / name}: no such file or folder\n") == capsys.readouterr()

    @pytest.mark.parametrize("name", ["people/notes.txt", "plans/a-plan.md", "other.bib"])
    def test_no_record(self, folder: Folder, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """
        A file that is no record is an error of usage, and not free of mistakes.
        """
        folder.write(name, "Prose.")

        assert 2 == main(["check", str(folder / name)])
        assert f"{folder / name}: no record" in capsys.readouterr().err

    def test_several_folders(
        self, folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        Several folders are checked each on its own, and counted together.
        """
        other = Folder(tmp_path / "other")

        assert 0 == main(["check", str(folder.root), str(other.root)])
        assert "30 records and 4 sources: no problems.\n" == capsys.readouterr().out

    def test_empty_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A folder without sources is no catalog.
        """
        assert 1 == main(["check", str(tmp_path)])
        assert "sources.bib:1: file: no such file" in capsys.readouterr().out


class TestMain:
    """
    Tests for the command's own arguments.
    """

    def test_no_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Without a command the usage is shown.
        """
        with pytest.raises(SystemExit) as info:
            main([])

        assert 2 == info.value.code
        assert "usage: ncrefs" in capsys.readouterr().err

    def test_as_a_module(self, tmp_path: Path) -> None:
        """
        `python -m ncrefs` is the command.
        """
        done = run("--help", cwd=tmp_path)

        assert 0 == done.returncode
        assert "usage: ncrefs" in done.stdout

    def test_as_a_script(self, tmp_path: Path) -> None:
        """
        The installed script is the command.
        """
        script = Path(sys.executable).parent / "ncrefs"

        done = subprocess.run(
            [script, "check", "--help"], cwd=tmp_path, capture_output=True, check=False
        )

        assert 0 == done.returncode
        assert b"usage: ncrefs check" in done.stdout
