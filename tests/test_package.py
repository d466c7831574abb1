import importlib.metadata
import json
import os
import pkgutil
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import ncrefs
from ncrefs import cache
from ncrefs.catalog import Catalog
from ncrefs.kinds import KINDS
from ncrefs.model import Event, Person, Source
from ncrefs.problems import CatalogError
from tests.helpers import Folder

#: Notes the modules that appear and the record files that are opened.
WATCH = """\
import json, os, sys
before = set(sys.modules)
opened = []
def note(event, args):
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        opened.append(os.fsdecode(args[0]))
sys.addaudithook(note)
import ncrefs
{code}
data = os.fspath(ncrefs.DATA)
print(json.dumps({{
    "modules": sorted(set(sys.modules) - before),
    "records": sum(path.startswith(data) for path in opened),
}}))
"""


def watch(code: str, cwd: Path) -> tuple[set[str], int]:
    """
    Run code after `import ncrefs` in a fresh process.

    Returns:
        The modules that appeared, and how many record files were opened.
    """
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(code=code)],
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr.decode()
    found = json.loads(done.stdout)
    return set(found["modules"]), found["records"]


def foreign(modules: set[str]) -> set[str]:
    """
    The modules that belong neither to Python nor to ncrefs.
    """
    own = {*sys.stdlib_module_names, "ncrefs"}
    return {module for module in modules if module.partition(".")[0] not in own}


class TestImport:
    """
    Tests for what `import ncrefs` does.
    """

    def test_does_no_work(self, tmp_path: Path) -> None:
        """
        Importing the package loads no other module of it or of others and reads no record.
        """
        modules, records = watch("", tmp_path)

        assert set() == foreign(modules)
        assert {"ncrefs"} == {module for module in modules if module.startswith("ncrefs")}
        assert 0 == records

    @pytest.mark.parametrize(
        "code", ["dir(ncrefs)", "ncrefs.__version__", "ncrefs.DATA", "ncrefs.load, ncrefs.find"]
    )
    def test_looking_does_no_work(self, tmp_path: Path, code: str) -> None:
        """
        Looking at what the package offers reads nothing.
        """
        modules, records = watch(code, tmp_path)

        assert set() == foreign(modules)
        assert 0 == records

    @pytest.mark.parametrize(
        "code", ["ncrefs.people['kim-il-sung']", "ncrefs.find('Kim')", "len(ncrefs.sources)"]
    )
    def test_first_touch_opens_one_file(self, tmp_path: Path, code: str) -> None:
        """
        Once compiled, a look-up reads no record file and loads no reader of YAML or BibTeX.
        """
        package = str(ncrefs.DATA.parent)
        _, newest = cache._seen(package)  # noqa: SLF001
        time.sleep(max(0.0, (newest + cache.DOUBT - time.time_ns()) / 1e9))
        watch(code, tmp_path)  # files that were just written are compared by their contents

        modules, records = watch(code, tmp_path)

        assert set() == foreign(modules)
        assert 0 == records

    def test_lean(self, tmp_path: Path) -> None:
        """
        A look-up does not load what it does without: each costs more than the look-up itself.
        """
        len(ncrefs.records)

        modules, _ = watch("ncrefs.people['kim-il-sung']", tmp_path)

        assert set() == modules & {"calendar", "difflib", "hashlib", "tempfile"}
        assert set() == modules & {"ncrefs.catalog", "ncrefs.korean", "ncrefs.relations"}

    def test_memory(self, tmp_path: Path) -> None:
        """
        The whole catalog takes less than 40 MB, Python included.
        """
        if not Path("/proc/self/status").exists():
            pytest.skip("only Linux says what a process took at its most")
        code = (
            "import ncrefs; list(ncrefs.records), list(ncrefs.sources)\n"
            "print(open('/proc/self/status').read())"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
        )

        status = dict(line.split(":", 1) for line in done.stdout.decode().splitlines() if line)
        assert int(status["VmHWM"].split()[0]) < 40_000

    def test_threads(self, tmp_path: Path) -> None:
        """
        Threads that touch the data first, all at once, get one catalog and one record.
        """
        code = (
            "import threading, ncrefs\n"
            "gate, found = threading.Barrier(8), []\n"
            "def touch():\n"
            "    gate.wait()\n"
            "    found.append((id(ncrefs.load()), id(ncrefs.people['kim-il-sung'])))\n"
            "threads = [threading.Thread(target=touch) for _ in range(8)]\n"
            "[t.start() for t in threads], [t.join() for t in threads]\n"
            "print(len(found), len(set(found)))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True
        )

        assert b"8 1\n" == done.stdout

    @pytest.mark.slow
    def test_same_as_the_sources(self) -> None:
        """
        The compiled records are those of the sources.
        """
        read = ncrefs.load(ncrefs.DATA)

        assert list(read.records) == list(ncrefs.records)
        assert list(read.sources) == list(ncrefs.sources)
        assert read.timeline == ncrefs.timeline
        assert {i: o.path for i, o in read.origins.items()} == {
            i: o.path for i, o in ncrefs.load().origins.items()
        }

    def test_archive(self, tmp_path: Path) -> None:
        """
        In an archive the package says what to do, in one line.
        """
        shutil.make_archive(str(tmp_path / "a"), "zip", ncrefs.DATA.parents[1], "ncrefs")
        code = "import ncrefs\ntry: ncrefs.people\nexcept ncrefs.CatalogError as e: print(e)"
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path / "a.zip")},
        )

        assert done.stdout.rstrip().endswith("; install the package with pip")

    def test_needs_no_sphinx(self, tmp_path: Path) -> None:
        """
        The data is read without anything that only the book needs.
        """
        modules, _ = watch("ncrefs.timeline", tmp_path)

        assert not {"sphinx", "docutils", "myst_parser"} & modules


def test_line_ends_are_the_same_on_every_system(tmp_path: Path) -> None:
    """
    A clone by a Git that changes line ends has the files that were committed.
    """
    here = ncrefs.DATA.parents[1]
    if not (here / ".git").exists():
        pytest.skip("no clone of the project")
    git = ["git", "-c", "core.autocrlf=true"]
    subprocess.run(
        [*git, "clone", "--quiet", "--no-checkout", "--shared", str(here), str(tmp_path / "clone")],
        check=True,
    )
    subprocess.run(
        [*git, "checkout", "--quiet", "HEAD", "--", ".gitattributes", ".ci", "Makefile"],
        check=True,
        cwd=tmp_path / "clone",
    )
    files = [path for path in (tmp_path / "clone").rglob("*") if path.is_file()]

    assert (tmp_path / "clone/.ci/run").read_bytes().startswith(b"#!")
    assert [] == [path for path in files if ".git" not in path.parts and b"\r" in path.read_bytes()]


class TestNames:
    """
    Tests for the public names of the package.
    """

    def test_all_is_sorted(self) -> None:
        """
        The public names are sorted, each once.
        """
        assert sorted(set(ncrefs.__all__)) == ncrefs.__all__

    @pytest.mark.parametrize("kind", [*KINDS, "sources", "records"])
    def test_collections(self, kind: str) -> None:
        """
        Each collection of the packaged catalog is a public name.
        """
        assert kind in ncrefs.__all__
        assert getattr(ncrefs.load(), kind) is getattr(ncrefs, kind)

    @pytest.mark.parametrize("name", ncrefs.__all__)
    def test_dir(self, name: str) -> None:
        """
        `dir` lists the public names, also those that are not read yet.
        """
        assert name in dir(ncrefs)

    def test_unknown(self) -> None:
        """
        A name that is not there raises AttributeError.
        """
        with pytest.raises(AttributeError, match="module 'ncrefs' has no attribute 'poeple'"):
            ncrefs.poeple  # type: ignore[attr-defined]  # noqa: B018

    def test_no_module_hides_a_name(self) -> None:
        """
        No module is called like public data: importing it would take the name's place.
        """
        modules = {module.name for module in pkgutil.iter_modules(ncrefs.__path__)}

        assert set() == modules & set(ncrefs.__all__)

    def test_other_modules(self) -> None:
        """
        Other modules of the package are its attributes, as in any package.
        """
        import ncrefs.dates

        assert sys.modules["ncrefs.dates"] is ncrefs.dates

    @pytest.mark.parametrize("name", [n for n in ncrefs.__all__ if n[0].isupper()])
    def test_classes(self, name: str) -> None:
        """
        Public classes are there at run time.
        """
        assert name == "DATA" or name == getattr(ncrefs, name).__name__

    def test_unchangeable(self) -> None:
        """
        Nobody can change what all who import the package share.
        """
        for owner in (ncrefs.load(), ncrefs.people):
            with pytest.raises(AttributeError, match="cannot be changed"):
                owner.records = []
        with pytest.raises(TypeError):
            ncrefs.load().origins["a"] = None  # type: ignore[index]
        with pytest.raises(TypeError):
            ncrefs.load().renamed["a"] = "b"  # type: ignore[index]

    def test_version(self) -> None:
        """
        The package and its metadata agree on the version.
        """
        assert importlib.metadata.version("ncrefs") == ncrefs.__version__


class TestData:
    """
    Tests for the records that come with the package.
    """

    def test_item(self) -> None:
        """
        A record is reached through its collection.
        """
        assert "Jang Song Thaek" == ncrefs.people["jang-song-thaek"].name

    @pytest.mark.parametrize("text", ["Chang Sŏng-t'aek", "장성택", "張成澤", "jang song-thaek"])
    def test_find(self, text: str) -> None:
        """
        A record is found under any spelling.
        """
        assert "jang-song-thaek" == ncrefs.find(text)[0].id

    def test_get(self) -> None:
        """
        `get` gives a record or a source.
        """
        source = next(iter(ncrefs.sources))

        assert isinstance(ncrefs.get("kim-jong-il"), Person)
        assert source is ncrefs.get(source.id)
        assert isinstance(source, Source)

    def test_get_default(self) -> None:
        """
        What is not there is what the caller says.
        """
        assert "none" == ncrefs.get("kim-jong-li", "none")
        assert ncrefs.people["kim-jong-il"] is ncrefs.get("kim-jong-il", "none")

    def test_get_unknown(self) -> None:
        """
        An unknown id is None, and as an index raises LookupError with a suggestion.
        """
        assert ncrefs.get("kim-jong-li") is None
        with pytest.raises(LookupError, match='no record "kim-jong-li"; did you mean "kim-jong-'):
            ncrefs.load()["kim-jong-li"]

    def test_related(self) -> None:
        """
        `related` gives ties from both ends.
        """
        found = ncrefs.related(ncrefs.people["jang-song-thaek"])

        assert {True, False} == {tie.reverse for tie in found}

    def test_posts(self) -> None:
        """
        `posts` and `holders` take person, organization, office and date each by its name.
        """
        found = ncrefs.posts(office="chief of the General Staff", on="2011")
        assert ["Ri Yong Ho"] == [tenure.name for tenure in found]
        (tenure,) = found
        assert tenure in ncrefs.posts(person="ri-yong-ho")
        assert tenure not in ncrefs.posts(person="kim-il-sung")
        assert tenure in ncrefs.posts(organization="general-staff")
        office = tenure.office
        assert office is not None
        assert found == ncrefs.holders("general-staff", office=office, on="2011")
        assert len(ncrefs.holders("general-staff")) > len(found)

    def test_graph(self) -> None:
        """
        `graph` has ties and kin, or what is asked for.
        """
        pytest.importorskip("networkx")
        both = {data["field"] for *_, data in ncrefs.graph().edges(data=True)}
        assert {"ties", "kin"} == both
        kin = {data["field"] for *_, data in ncrefs.graph(["kin"]).edges(data=True)}
        assert {"kin"} == kin

    def test_plain(self) -> None:
        """
        `plain` strips markup, and keeps the keys of sources if asked to.
        """
        text = "Led by [Pak](#pak-hun) {cite}`lee2001`."
        assert "Led by Pak." == ncrefs.plain(text)
        assert "Led by Pak [lee2001]." == ncrefs.plain(text, citations=True)

    def test_retellings(self) -> None:
        """
        `retellings` gives the stories of the packaged records.
        """
        assert all(story.chains for story in ncrefs.retellings())
        assert any(story.hangs_on_one() for story in ncrefs.retellings())

    def test_timeline(self) -> None:
        """
        The timeline is a collection of events in the order of their dates.
        """
        events = list(ncrefs.timeline)

        assert all(isinstance(event, Event) for event in events)
        assert sorted(events, key=lambda e: (e.when, e.id)) == events


class TestLoad:
    """
    Tests for `load`.
    """

    @pytest.mark.parametrize("kind", [str, Path])
    def test_folder(self, folder: Folder, kind: type) -> None:
        """
        A folder elsewhere is read, given as a path or as text.
        """
        catalog = ncrefs.load(kind(folder.root))

        assert isinstance(catalog, Catalog)
        assert ["pak-hun", "pak-jin"] == catalog.people.ids

    def test_mistakes(self, folder: Folder) -> None:
        """
        A folder with mistakes raises an error with all of them.
        """
        folder.write("people/pak-hun.md", "no fields")
        folder.write("people/pak-jin.md", "no fields")

        with pytest.raises(CatalogError) as info:
            ncrefs.load(folder.root)

        assert 2 == len(info.value.problems)


@pytest.mark.slow
class TestTypes:
    """
    Tests for the types that users' tools see.
    """

    @pytest.fixture(scope="class")
    @classmethod
    def folder(cls, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """
        Elsewhere, so that the package is found as an installed one; what mypy learns is kept.
        """
        return tmp_path_factory.mktemp("typed")

    def test_strict(self, folder: Path) -> None:
        """
        A user's file that uses the package passes mypy in strict mode.
        """
        done = self.mypy(Path(__file__).parent / "typing" / "api.py", folder)

        assert "Success: no issues found in 1 source file\n" == done.stdout
        assert 0 == done.returncode

    def test_wrong_use(self, folder: Path) -> None:
        """
        A user's mistakes are found.
        """
        file = folder / "wrong.py"
        file.write_text(
            "import ncrefs\n"
            "ncrefs.people['a'].when\n"
            "ncrefs.get('a').summary\n"
            "ncrefs.plots.between(1990, 1999)\n"
            "ncrefs.catalogue()\n"
        )

        done = self.mypy(file, folder)

        lines = [line.split(":")[1] for line in done.stdout.splitlines() if ": error:" in line]
        assert ["2", "3", "3", "4", "4", "5"] == lines

    def mypy(self, file: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--config-file=", file],
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
