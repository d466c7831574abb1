import os
import subprocess
import sys
from pathlib import Path

import pytest

import ncrefs
from ncrefs.cli import main
from tests.helpers import Folder

PERSON = "people/pak-hun.md"
JIN = "people/pak-jin.md"
#: Where the package under test lies, wherever the command runs.
PACKAGE = Path(ncrefs.__file__).parent.parent


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
        "people/pak-hun.md:5: file: broken YAML, ",
        "people/pak-jin.md:2: file: not UTF-8",
        "places/port-nam.md:1: file: no front matter",
        "plots/corps-plot.md:15: victims[0].low: ",
        'purges/corps-purge.md:5: ordered_by[0]: no record "the-amry"; did you mean "the-army"?',
        "sources.bib:13: news2010.tier: ",
        'terms/Coup.md:1: id: "Coup"',
        "terms/Coup.md:1: name: missing",
        "terms/Coup.md:1: summary: missing",
        'terms/coup.md:7: text: raw HTML "</b>"',
        'terms/coup.md:7: text: raw HTML "<b>"',
        'terms/coup.md:7: text: the link "#zzz" leads nowhere',
    ]


def run(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """
    Run the command as a user does, in a process of its own.
    """
    return subprocess.run(
        [sys.executable, "-m", "ncrefs", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PYTHONPATH": str(PACKAGE), **env},
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
        assert ("16 records and 2 sources: no problems.\n", "") == capsys.readouterr()

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

    def test_advice(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Advice is shown, and is no mistake.
        """
        folder.replace(JIN, "sources:", "aliases: [Pak Hun]\nsources:")

        assert 0 == main(["check", str(folder.root)])

        lines = capsys.readouterr().out.splitlines()
        assert f'{folder / JIN}:4: aliases[0]: advice: "Pak Hun" is the name of ' in lines[0]
        assert "16 records and 2 sources: no problems, 1 piece of advice." == lines[1]

    def test_strict(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        On demand advice counts as a mistake.
        """
        folder.replace(JIN, "sources:", "aliases: [Pak Hun]\nsources:")

        assert 1 == main(["check", "--strict", str(folder.root)])
        assert "1 piece of advice.\n" == capsys.readouterr().err

    def test_diff(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        What can be mended is shown as a diff, and nothing is written.
        """
        folder.replace(JIN, "[lee2001]", "[lee2001, lee2001]")
        before = (folder / JIN).read_bytes()

        assert 1 == main(["check", "--diff", str(folder / JIN)])

        out = capsys.readouterr().out
        assert "-sources: [lee2001, lee2001]\n+sources: [lee2001]\n" in out
        assert before == (folder / JIN).read_bytes()

    def test_nothing_to_mend(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Where nothing can be mended the diff is empty.
        """
        assert 0 == main(["check", "--diff", str(folder / JIN)])
        assert ("", "") == capsys.readouterr()

    def test_fix(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        What can be mended is written, and the rest checked.
        """
        folder.replace(JIN, "[lee2001]", "[lee2001, lee2001]")
        folder.replace("terms/coup.md", "name: Coup", "name: Coup   ")

        assert 0 == main(["check", "--fix", str(folder / JIN)])

        assert "Mended 1 file.\n" == capsys.readouterr().err
        assert "sources: [lee2001]\n" in (folder / JIN).read_text("utf-8")
        assert "name: Coup   \n" in (folder / "terms/coup.md").read_text("utf-8")

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
        assert "sources.bib:13: news2010.tier: " in lines[1]

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
        monkeypatch.setattr("ncrefs.cli.checking.DATA", folder.root)
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

    @pytest.mark.parametrize(
        ("name", "hint"),
        [
            ("nowhere", ""),
            ("nowhere/a.md", ""),
            ("people/pak-hunn.md", '; did you mean "pak-hun.md"?'),
            ("peple", '; did you mean "people"?'),
        ],
    )
    def test_no_such_file(
        self, folder: Folder, capsys: pytest.CaptureFixture[str], name: str, hint: str
    ) -> None:
        """
        A path that does not exist is an error of usage, with what is there instead.
        """
        assert 2 == main(["check", str(folder / name)])
        assert ("", f"{folder / name}: no such file or folder{hint}\n") == capsys.readouterr()

    def test_folder_of_a_kind(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Of a folder within a catalog, its own mistakes are shown and its records counted.
        """
        expected = break_all(folder)

        assert 0 == main(["check", str(folder / "claims")])
        assert "1 record: no problems.\n" == capsys.readouterr().out
        assert 1 == main(["check", str(folder / "people"), str(folder / "terms")])
        lines = capsys.readouterr().out.splitlines()
        assert [*expected[:2], *expected[6:]] == [
            line.removeprefix(f"{folder.root}/")[: len(e)]
            for line, e in zip(lines, [*expected[:2], *expected[6:]], strict=True)
        ]

    def test_link_to_a_record(
        self, folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """
        A record that is a link belongs to the catalog in which the link stands.
        """
        (folder / PERSON).rename(tmp_path / "elsewhere.md")
        (folder / PERSON).symlink_to(tmp_path / "elsewhere.md")

        assert 0 == main(["check", str(folder / PERSON)])
        assert "1 record: no problems.\n" == capsys.readouterr().out

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
        assert "32 records and 4 sources: no problems.\n" == capsys.readouterr().out

    def test_other_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """
        A folder that is no catalog, and in none, is told in one line, whatever it holds.
        """
        Folder(tmp_path / "other", {"notes.md": "Notes.", "people/a.txt": "", "peple/a.md": ""})
        told = "no folder of records; one has sources.bib and folders such as people"

        assert 2 == main(["check", str(tmp_path / "other")])
        assert ("", f"{tmp_path / 'other'}: {told}\n") == capsys.readouterr()

        assert 1 == main(["--records", str(tmp_path / "other"), "show", "a"])
        assert ("", f"{tmp_path / 'other'}:1: folder: {told}\n") == capsys.readouterr()

    def test_folder_above(self, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Of a folder that has a catalog below it the message says which.
        """
        assert 2 == main(["check", str(folder.root.parent)])
        assert f'; did you mean "{folder.root}"?\n' in capsys.readouterr().err


class TestMain:
    """
    Tests for the command's own arguments.
    """

    def test_no_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        Without a command the usage is shown.
        """
        assert 2 == main([])
        assert "Usage: ncrefs" in capsys.readouterr().err

    def test_as_a_module(self, tmp_path: Path) -> None:
        """
        `python -m ncrefs` is the command.
        """
        done = run("--help", cwd=tmp_path)

        assert 0 == done.returncode
        assert "Usage: ncrefs" in done.stdout

    def test_as_a_script(self, tmp_path: Path) -> None:
        """
        The installed script is the command.
        """
        script = Path(sys.executable).parent / "ncrefs"

        done = subprocess.run(
            [script, "check", "--help"], cwd=tmp_path, capture_output=True, check=False
        )

        assert 0 == done.returncode
        assert b"Usage: ncrefs check" in done.stdout

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """
        The command tells its version.
        """
        assert 0 == main(["--version"])
        assert f"ncrefs {ncrefs.__version__}\n" == capsys.readouterr().out


class TestOutput:
    """
    Tests for outputs that cannot hold what is printed.
    """

    @pytest.mark.parametrize(
        "env",
        [
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "cp1252"},
            {"PYTHONIOENCODING": "latin-1"},
            {"PYTHONIOENCODING": "utf-16"},
            {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
        ],
    )
    def test_encoding(self, folder: Folder, env: dict[str, str]) -> None:
        """
        Letters that an output has no place for are escaped, and no mistake is lost.
        """
        folder.replace(PERSON, "[Park Hoon]", "[박훈]")
        folder.replace(JIN, "Pak Jin", "Pak Hun")

        done = subprocess.run(
            [sys.executable, "-m", "ncrefs", "check", "records"],
            cwd=folder.root.parent,
            capture_output=True,
            env={"PYTHONPATH": str(PACKAGE), **env},
            check=False,
        )

        assert 1 == done.returncode
        assert 2 == done.stdout.replace(b"\0", b"").count(b"\n")
        assert b"Traceback" not in done.stderr

    def test_full_disk(self, folder: Folder) -> None:
        """
        An output that takes nothing is told in one line.
        """
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "ncrefs", "check", folder.root],
                stdout=full,
                stderr=subprocess.PIPE,
                env={"PYTHONPATH": str(PACKAGE)},
                encoding="utf-8",
                check=False,
            )

        assert (2, "ncrefs: No space left on device\n") == (done.returncode, done.stderr)

    def test_closed_pipe(self, folder: Folder) -> None:
        """
        A reader that has enough ends the command in silence.
        """
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-m", "ncrefs", "check", folder.root],
            stdout=write,
            stderr=subprocess.PIPE,
            env={"PYTHONPATH": str(PACKAGE)},
            encoding="utf-8",
            check=False,
        )
        os.close(write)

        assert (2, "") == (done.returncode, done.stderr)

    def test_interrupted(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        An interruption has the exit code that shells expect.
        """

        def interrupt(_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("ncrefs.check.check", interrupt)

        assert 130 == main(["check", str(folder.root)])

    def test_working_directory_that_is_gone(self, folder: Folder, tmp_path: Path) -> None:
        """
        Without a working directory whole paths can be checked, others are told.
        """
        gone = tmp_path / "gone"
        gone.mkdir()
        code = (
            "import os, sys; from ncrefs.cli import main; os.rmdir(os.getcwd());"
            "sys.exit(main(sys.argv[1:]))"
        )
        for path, expected in ((str(folder.root), 0), ("records", 2)):
            gone.mkdir(exist_ok=True)
            done = subprocess.run(
                [sys.executable, "-c", code, "check", path],
                cwd=gone,
                capture_output=True,
                env={"PYTHONPATH": str(PACKAGE)},
                encoding="utf-8",
                check=False,
            )

            assert expected == done.returncode, done.stderr
            assert "Traceback" not in done.stderr
